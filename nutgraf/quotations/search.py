"""Place all parts of a quotation, in order and close together."""

from collections.abc import Iterator

from nutgraf.quotations.match import Match, occurrences, part_matches
from nutgraf.quotations.outcome import Span
from nutgraf.quotations.parts import Part
from nutgraf.quotations.source_text import Column

_NEAR = 2000  # signs before a part in which a nearer place for the part before it is looked for


def search(
    parts: tuple[Part, ...], column: Column, paragraph: int | None, negations: frozenset[str]
) -> tuple[Span, ...]:
    """The spans of all parts, in order and within one paragraph or from it into the next; () if they do not occur so.

    paragraph: a number as in Span; if the parts occur there, that place is returned, else the first. None: the first.
    negations: words that an insertion may neither hide nor add.
    """
    if paragraph is not None:
        index = paragraph - column.first
        for first in (index, index - 1):  # they may begin in the paragraph before
            if 0 <= first < len(column.starts):
                spans = _spans(column, _placed(parts, column, first, negations))
                if any(span.paragraph == paragraph for span in spans):
                    return spans
    if len(parts) > 1 and not all(stands(part, column, negations) for part in parts):
        return ()
    for index in _beginnings(parts[0], column, negations):
        if matches := _placed(parts, column, index, negations):
            return _spans(column, matches)
    return ()


def stands(part: Part, column: Column, negations: frozenset[str]) -> bool:
    """True if the part occurs anywhere in the column. negations: as for search; an empty set allows all."""
    return any(part_matches(part, column, 0, len(column.text), negations))


def _spans(column: Column, matches: tuple[Match, ...]) -> tuple[Span, ...]:
    return tuple(span for match in matches for span in column.spans(match.start, match.end))


def _beginnings(part: Part, column: Column, negations: frozenset[str]) -> Iterator[int]:
    """The paragraphs in which the part begins, in order."""
    low = 0
    while match := next(part_matches(part, column, low, len(column.text), negations), None):
        index = column.index(match.start)
        yield index
        if index + 1 == len(column.starts):
            return
        low = column.starts[index + 1]


def _placed(parts: tuple[Part, ...], column: Column, index: int, negations: frozenset[str]) -> tuple[Match, ...]:
    """Every part at its first place, from the paragraph at index into the next; () if one has none.

    Taking the first place each time is enough: it leaves the most room for the parts that follow.
    """
    low = column.starts[index]
    high = column.end(min(index + 1, len(column.starts) - 1)) if len(parts) > 1 else len(column.text)
    matches: list[Match] = []
    for part in parts:
        match = next(part_matches(part, column, low, high, negations), None)
        if match is None:
            return ()
        matches.append(match)
        low = match.end
    if column.index(matches[0].start) != index:
        return ()
    return _drawn_together(parts, column, matches)


def _drawn_together(parts: tuple[Part, ...], column: Column, matches: list[Match]) -> tuple[Match, ...]:
    """The same matches, each as near to the next as it can be: “we … decided” means the last we before it."""
    for at in range(len(matches) - 2, -1, -1):
        if len(parts[at].stretches) == 1 and not parts[at].opening and not parts[at].closing:
            high = matches[at + 1].start
            low = max(matches[at].start, high - _NEAR)
            for match in occurrences(parts[at].stretches[0], column, low, high):
                matches[at] = match
    return tuple(matches)
