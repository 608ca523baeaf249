"""Citations: what stands in the brackets, and how they sit in the sentence."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token
from msgspec.structs import replace

from nutgraf.body import Calculation, Reference
from nutgraf.figures import SumError, parse_sum
from nutgraf.patterns import seldom
from nutgraf.problems import Place

_SLIPS = ((seldom(r",\s*(?=@)"), "; "), (seldom(r"\s*,(?=\s*(?:p|=|;|\]$))"), ""))
_BARE_SUM = seldom(r"(?<=\w)\s+(?=[(\d$€£₹][^;=]*[-+*/×÷][^;=]*\d)")  # without its “=”
CITATION_HINT = "write [@source], [@source p4] or [@one; @two p3]"
_REFERENCE = re.compile(r"@([^\s;@,=]+)(?:\s+p([0-9]{1,4}))?(?:\s*=\s*(.*))?")
_STOPS = re.compile(r"[.,;:!?…。，、；：！？।،؛؟]+")
_BREAKS = frozenset({"softbreak"})
_MARKS = frozenset({"citation", "footnote_ref"})


def read_references(citation: Token, place: Place) -> tuple[Reference, ...] | None:
    """The sources that a citation names, or None when it is written wrongly."""
    named = _named(citation.content)
    return tuple(read_reference(match, place, is_joint=len(named) > 1) for match in named) or None


def read_reference(match: re.Match[str], place: Place, *, is_joint: bool = False) -> Reference:
    """The reference that was matched: its groups are the source, the paragraph and the sum.

    place: of the whole text that was searched. is_joint: other sources are cited with it.
    """
    source, paragraph, written = match.groups()
    calculation = None if written is None else _calculation(written, match, place, is_joint=is_joint)
    return Reference(source, int(paragraph) if paragraph else None, place, calculation)


def _calculation(written: str, match: re.Match[str], place: Place, *, is_joint: bool) -> Calculation:
    """The sum of a reference, its third group, worked out."""

    def at(start: int, end: int) -> Place:
        return _within(place, match.string, match.start(3) + start, max(end - start, 1))

    try:
        worked = parse_sum(written)
    except SumError as fault:
        return Calculation(None, at(fault.start, fault.end), fault=(fault.message, fault.hint))
    operands = tuple(at(each.start, each.start + len(each.text)) for each in worked.operands)
    return Calculation(worked, at(0, len(written)), operands, is_joint)


def _within(place: Place, written: str, start: int, length: int) -> Place:
    """The place of a part of what is written at a place; the whole where it is not written there letter by letter."""
    quotes = place.length - len(written)  # of a field in quotation marks, 2
    if quotes not in {0, 2} or not place.column:
        return place
    return replace(place, column=place.column + quotes // 2 + start, length=length)


def citation_hint(written: str) -> str:
    """How to write a citation that is written wrongly."""
    mended = written
    for slip, sign in _SLIPS:
        mended = slip.sub(sign, mended)
    with_sum = _BARE_SUM.sub(" = ", mended, count=1)
    if not _named(mended) and _named(with_sum):
        return f"write {with_sum}"
    if not _named(mended):
        return CITATION_HINT
    is_list = mended.count(";") > written.count(";")
    return f"write {mended}" + (": sources are parted by a semicolon" if is_list else ", without the comma")


def _named(written: str) -> list[re.Match[str]]:
    """The sources in the brackets; [] when one of them is written wrongly."""
    matches, at = [], 1
    for part in written[1:-1].split(";"):
        start = at + len(part) - len(part.lstrip())
        matches.append(_REFERENCE.fullmatch(written, start, max(start, at + len(part.rstrip()))))
        at += len(part) + 1
    named = [match for match in matches if match]
    return named if len(named) == len(matches) else []


def set_close(children: Sequence[Token]) -> list[Token]:
    """The tokens with each citation and footnote mark right behind its words, and behind the stop that would follow it.

    “words” [@a]. is set as “words”.¹ (New Hart’s Rules 14.2.2: a note’s mark follows the punctuation.)
    """
    kept: list[Token] = []
    number = 0
    while number < len(children):
        run = list(_run_of_marks(children, number))
        if not run:
            kept.append(children[number])
            number += 1
            continue
        number = run[-1] + 1
        if kept:
            _drop_blank(kept)
            _move_stop(kept, children[number] if number < len(children) else None, children[run[-1]])
        kept.extend(children[at] for at in run if children[at].type in _MARKS)
    return [token for token in kept if token.type != "text" or token.content]


def _run_of_marks(children: Sequence[Token], start: int) -> Iterator[int]:
    """The indexes from a mark to the last that follows it with nothing but blanks between."""
    waiting: list[int] = []
    for number in range(start, len(children)):
        token = children[number]
        if token.type in _MARKS:
            yield from (*waiting, number)
            waiting = []
        elif number > start and (token.type in _BREAKS or (token.type == "text" and not token.content.strip())):
            waiting.append(number)
        else:
            return


def _drop_blank(kept: list[Token]) -> None:
    while kept and kept[-1].type in _BREAKS:
        kept.pop()
    if kept and kept[-1].type == "text":
        kept[-1].content = kept[-1].content.rstrip()


def _move_stop(kept: list[Token], following: Token | None, mark: Token) -> None:
    """Takes the stop from the text that follows; both remember where they are written, for parse.alignment."""
    stop = _STOPS.match(following.content) if following and following.type == "text" else None
    if not stop or not following:
        return
    end = mark.meta["end"]
    kept.append(Token("text", "", 0, content=stop[0], meta={**following.meta, "offset": end}))
    following.content = following.content[stop.end() :]
    following.meta = {**following.meta, "offset": end + len(stop[0])}
