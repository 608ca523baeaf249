"""The double-quoted runs of a block of plain text: what an editor presents as somebody’s words."""

import re
from bisect import bisect_right

from msgspec import Struct

from nutgraf.quotations.signs import UNSPACED_LETTER

# What closes a run that one of these opens. German closes with the mark that English opens with, Swedish opens with
# the one that English closes with, guillemets are used either way round.
_CLOSERS = {
    '"': '"', "“": "”", "„": "“”", "‟": "”", "”": "”", "＂": "＂",
    "«": "»", "»": "«»", "「": "」", "『": "』", "〝": "〞〟",
}  # fmt: skip
_MARK = re.compile(f"[{''.join(_CLOSERS)}]")
LEAST_WORDS = 2  # a single quoted word is a way of speaking, no quotation (design, 2.1)
_ENGLISH_MARK = re.compile("[“”]")
_BREAK_BETWEEN_WORDS = re.compile(r"[\s–—―]+|--+")
_OPENING_BEFORE = " \t\n\u00a0\u202f([{¿¡-–—―‘'“„«「『（"  # may stand directly before an opening mark


class Run(Struct, frozen=True):
    """What stands between a pair of double quote marks."""

    text: str  # without the outer marks
    start: int  # of the text in the block, in characters
    end: int  # exclusive
    words: int  # in scripts without spaces, every sign is taken for a word


def quoted_runs(plain: str) -> tuple[Run, ...]:
    """Every double-quoted run of a block, in order, marks within a run included in it.

    A run that is not closed goes to the end of the block: newspapers repeat the opening mark, and only that, at each
    paragraph of a longer quotation. Inch marks (6", 5'10") open nothing.
    """
    mark = _MARK.search(plain)
    if not mark:
        return ()
    runs: list[Run] = []
    nesting = _nesting_of(plain)
    while mark:
        end = mark.start()
        if _opens(plain, end):
            end = _close(plain, mark.start(), nesting)
            runs.append(_run(plain, mark.end(), end))
        mark = _MARK.search(plain, end + 1)
    return tuple(runs)


def _run(plain: str, start: int, end: int) -> Run:
    text = plain[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()  # French sets its guillemets off with spaces
    return Run(text, start, start + len(text), _count_words(text))


def _count_words(text: str) -> int:
    pieces = _BREAK_BETWEEN_WORDS.split(UNSPACED_LETTER.sub(" ", text))
    return len(UNSPACED_LETTER.findall(text)) + sum(any(map(str.isalnum, piece)) for piece in pieces)


def _opens(plain: str, at: int) -> bool:
    """Whether the mark here stands where an opening mark stands."""
    mark, before, after = plain[at], plain[at - 1 : at], plain[at + 1 : at + 2]
    if mark in "「『〝":
        return True
    free = not before or before.isspace() or before in _OPENING_BEFORE or bool(UNSPACED_LETTER.match(before))
    if mark == "«":
        return free or after.isalnum()
    if not after or after.isspace():
        return False
    if mark in '"“':
        return free or not (before.isalnum() or _closes(plain, at))
    return free


def _closes(plain: str, at: int) -> bool:
    """Whether the mark here stands where a closing mark stands: after a word, and not before another."""
    before, after = plain[at - 1 : at], plain[at + 1 : at + 2]
    return not before.isspace() and not (after.isalnum() and not UNSPACED_LETTER.match(after))


class _Nesting(Struct, frozen=True):
    """How deep the English marks of a block stand within each other; counted once, so that long blocks stay cheap."""

    depths: dict[int, int]  # behind each mark, by its place
    places: dict[int, list[int]]  # of the marks behind which the block is so deep, in order, by depth

    def close(self, opening: int) -> int | None:
        """The place of the mark that closes the one at ``opening``, or None."""
        found = self.places.get(self.depths[opening] - 1, [])
        number = bisect_right(found, opening)
        return found[number] if number < len(found) else None


def _nesting_of(plain: str) -> _Nesting:
    nesting = _Nesting({}, {})
    depth = 0
    for mark in _ENGLISH_MARK.finditer(plain):
        at = mark.start()
        depth += -1 if mark[0] == "”" or _closes(plain, at) else 1
        nesting.depths[at] = depth
        nesting.places.setdefault(depth, []).append(at)
    return nesting


def _close(plain: str, opening: int, nesting: _Nesting) -> int:
    """Where the run that opens here is closed, or the end of the block.

    Typed and pasted text mixes its marks: a curly mark may close a straight one and the other way round, but only
    where it has no partner of its own kind inside the run.
    """
    mark = plain[opening]
    if mark == '"':
        end = _straight_close(plain, opening, mark)
        curly = plain.find("”", opening + 1, end)
        return curly if curly >= 0 and plain.find("“", opening + 1, curly) < 0 else end
    if mark == "“":
        found = nesting.close(opening)
        end = len(plain) if found is None else found
    else:
        places = (at for at in range(opening + 1, len(plain)) if plain[at] in _CLOSERS[mark])
        if mark in "”»":
            places = (at for at in places if _closes(plain, at))
        end = next(places, len(plain))
    if mark in "“„" and plain.count('"', opening + 1, end) % 2:
        return min(end, _straight_close(plain, opening, '"'))
    return end


def _straight_close(plain: str, opening: int, mark: str) -> int:
    at = plain.find(mark, opening + 1)
    while at >= 0:
        following = plain.find(mark, at + 1)
        inches = plain[at - 1].isdigit() and following >= 0 and not _opens(plain, following)
        if _closes(plain, at) and not inches:
            return at
        at = following
    return len(plain)
