"""Single marks around words that somebody may have said: they are not checked, so a desk must hear of them.

Single marks are for titles, terms and irony, and the apostrophe is one of them. So a run counts only when it looks
like a sentence, and where it stands like one: before a citation, announced, with a stop inside, or long.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from nutgraf.patterns import seldom
from nutgraf.quotations.marks import Side, after_mark, before_mark
from nutgraf.quotations.runs import Run, count_words
from nutgraf.quotations.signs import UNSPACED_LETTER

# Each opening mark, with what closes it and the double marks that would be checked.
_PAIRS = {
    "‘": ("’'´", "“…”"), "‛": ("’", "“…”"), "’": ("’‘", "”…”"), "'": ("'’", "“…”"), "`": ("'’´", "“…”"),
    "‚": ("‘’'", "„…“"), "‹": ("›", "«…»"), "›": ("‹›", "»…«"), "『": ("』", "「…」"), "﹃": ("﹄", "﹁…﹂"),
    "❛": ("❜", "“…”"), "＇": ("＇", "“…”"),
}  # fmt: skip
_MARK = seldom(f"[{''.join(_PAIRS)}]")
_ANY = re.compile(f"[{''.join(_PAIRS)}]")
_CLOSING = {mark: seldom(f"[{closers}]") for mark, (closers, _) in _PAIRS.items()}
_APOSTROPHES = frozenset("‘’'`＇")
_HEBREW = re.compile("[\u05d0-\u05ea]")
# Words that begin with an apostrophe, in English and Dutch, and decades: ’tis, ’n’, ’s morgens, ’90s.
_CLIPPED = seldom(
    r"(?:\d|(?:tis|twas|twere|twill|til|till|tude|em|cause|cos|coz|cuz|bout|round|neath|gainst|n|s|t|k|m|r|ns)\b)",
    re.IGNORECASE,
)
# What says in Korean and Japanese, behind the mark, that somebody has said it.
_SAID = seldom(r"이?라[고며는]|[고며](?=\s|$)|(?:と|って)(?:述|言|語|話|主張|発言|強調|訴|指摘|答|批判|説明|コメント)")
_LEAST_WORDS = 4  # fewer are a name, a title or a way of speaking
_LEAST_LETTERS = 6  # of a script without spaces, where every letter counts as a word
_LONG = 1.75  # so many times as many words are a sentence, wherever they stand
_STOPS = " \t\n\u00a0\u202f.,;:!?…。，、；：！？।،؛؟"
_SENTENCE_STOPS = tuple(".,!?…。，！？।،؟")


class SingleRun(Struct, frozen=True):
    """Words between single marks."""

    text: str
    start: int  # of its opening mark
    end: int  # behind its closing mark
    marks: str  # the double marks of its language, “…”


def unchecked_sentences(plain: str, ends: Sequence[int], doubles: Sequence[Run] = ()) -> Iterator[SingleRun]:
    """The runs in single marks that look like somebody’s words and have a citation after them, in order.

    plain: the text of one block. ends: ascending 0-based places of its citations. doubles: its runs in double marks;
    single marks within these are skipped.
    """
    if not ends or not _ANY.search(plain):
        return
    inner = iter(doubles)
    double = next(inner, None)
    cited = iter(ends)
    end = next(cited)
    for run in _single_runs(plain, frozenset(ends)):
        while double and double.end <= run.start:
            double = next(inner, None)
        if double and double.opening < run.start:
            continue
        while end < run.end:
            following = next(cited, None)
            if following is None:
                return
            end = following
        if _is_said(run.text) and (not plain[run.end : end].strip(_STOPS) or _stands_out(plain, run)):
            yield run


def _single_runs(plain: str, citations: frozenset[int]) -> Iterator[SingleRun]:
    unclosed: set[str] = set()  # marks that nothing closes from here on
    mark = _MARK.search(plain)
    while mark:
        start = end = mark.end()
        if mark[0] not in unclosed and _opens(plain, mark.start(), citations):
            found = next(
                (at for at in _CLOSING[mark[0]].finditer(plain, start) if _closes(plain, at.start(), citations)), None
            )
            if found:
                end = found.end()
                yield SingleRun(plain[start : found.start()].strip(), start - 1, end, _PAIRS[mark[0]][1])
            else:
                unclosed.add(mark[0])
        mark = _MARK.search(plain, end)


def _opens(plain: str, at: int, citations: frozenset[int]) -> bool:
    before, after = before_mark(plain, at), after_mark(plain, at + 1, citations)
    if plain[at] not in _APOSTROPHES:
        return plain[at] != "›" or before is not Side.WORD
    if after is Side.EDGE or _CLIPPED.match(plain, at + 1):
        return False
    return before is not Side.WORD and not (at and plain[at - 1] in _APOSTROPHES) and not _in_hebrew(plain, at)


def _closes(plain: str, at: int, citations: frozenset[int]) -> bool:
    if plain[at] not in _APOSTROPHES:
        return True
    before, after = before_mark(plain, at), after_mark(plain, at + 1, citations)
    is_behind = not plain[at - 1].isspace() and before is not Side.COLON
    return is_behind and after is not Side.WORD and not _in_hebrew(plain, at)


def _in_hebrew(plain: str, at: int) -> bool:
    """Whether this is a geresh, within a word: ג'ורג'."""
    return bool(_HEBREW.match(plain, at + 1)) and bool(at and _HEBREW.match(plain, at - 1))


def _is_said(text: str) -> bool:
    """Whether the words may be somebody’s: enough for a sentence, and no title, *The Merchant of Venice*."""
    least = _LEAST_LETTERS if UNSPACED_LETTER.search(text) else _LEAST_WORDS
    if count_words(text) < least:
        return False
    words = text.split()
    if text.lower() == text.upper():  # a script without small letters shows no titles
        return True
    return any(len(word) > 3 and word[0].islower() for word in words[1:])


def _stands_out(plain: str, run: SingleRun) -> bool:
    """Whether the words look like a quotation in the middle of their sentence."""
    before = plain[max(run.start - 2, 0) : run.start].strip()[-1:]
    following = plain[run.end : run.end + 1]
    least = _LEAST_LETTERS if UNSPACED_LETTER.search(run.text) else _LEAST_WORDS
    return (
        run.text.endswith(_SENTENCE_STOPS)
        or before in (":", "：")
        or (before in ("", *_SENTENCE_STOPS) and following in (",", "，", "،", "、"))
        or _SAID.match(plain, run.end) is not None
        or count_words(run.text) >= least * _LONG
    )
