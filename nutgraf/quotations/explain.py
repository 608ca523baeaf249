"""Why a quotation was not found, in terms that help an editor to put it right."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from nutgraf.quotations.compare import OPEN
from nutgraf.quotations.match import part_matches
from nutgraf.quotations.nearest import Likeness, nearest
from nutgraf.quotations.negation import negation_in
from nutgraf.quotations.outcome import NotFound, Span
from nutgraf.quotations.parts import Insertion, Part, adds_letters
from nutgraf.quotations.search import search, stands
from nutgraf.quotations.source_text import Column, SourceText

Readings = tuple[tuple[Part, ...], ...]
Explanation = Callable[[Readings, Column, frozenset[str]], NotFound | None]


def explain(asked: str, text: SourceText, readings: Readings, negations: frozenset[str]) -> NotFound:
    """The reason why a quotation was not found, the nearest passage, and the words that differ.

    asked: the wording without outer marks. readings: those that failed, from readings(asked). negations: as for
    find_quotation.
    """
    if not any(map(str.isalnum, asked)):
        return NotFound(None, (), "no words")
    columns = [column for column in (text.body, text.continued, text.headline) if column]
    for column in columns:
        for explanation in _EXPLANATIONS:
            if refused := explanation(readings, column, negations):
                return refused
    return _differing(asked, readings, columns, negations)


def _cut(readings: Readings, column: Column, _negations: frozenset[str]) -> NotFound | None:
    """The words occur, but only as a piece of other words."""
    for taken in readings:
        for stretch in (stretch for part in taken for stretch in part.stretches):
            at = column.text.find(stretch.text)
            if at < 0 or stands(Part((stretch,), ()), column, frozenset()):
                continue
            end = at + len(stretch.text)
            start, whole_end = at, end
            while column.cuts(start):
                start -= 1
            while column.cuts(whole_end):
                whole_end += 1
            differences = _at_edges(stretch.text, column.text[start:whole_end], start < at, end < whole_end)
            return NotFound(_span(column, start, whole_end), differences, "cut inside a word")
    return None


def _at_edges(asked: str, source: str, cut_first: bool, cut_last: bool) -> tuple[tuple[str, str], ...]:
    ends = ((0, cut_first), (-1, cut_last))
    return tuple(dict.fromkeys((asked.split()[end], source.split()[end]) for end, cut in ends if cut))


def _misplaced(readings: Readings, column: Column, negations: frozenset[str]) -> NotFound | None:
    """Every part occurs, but they are out of order or too far apart."""
    for taken in readings:
        if len(taken) > 1:
            matches = [next(part_matches(part, column, 0, len(column.text), negations), None) for part in taken]
            if all(matches) and (first := matches[0]):
                in_order = _in_order(taken, column, negations)
                nearest_span = _span(column, first.start, first.end)
                return NotFound(nearest_span, (), "too far apart" if in_order else "parts out of order")
    return None


def _in_order(taken: tuple[Part, ...], column: Column, negations: frozenset[str]) -> bool:
    low = 0
    for part in taken:
        match = next(part_matches(part, column, low, len(column.text), negations), None)
        if match is None:
            return False
        low = match.end
    return True


def _overreaching(readings: Readings, column: Column, negations: frozenset[str]) -> NotFound | None:
    """The words occur around the insertions, but an insertion replaces more than it may."""
    for taken in readings:
        inserted = [insertion for part in taken for insertion in _insertions(part)]
        if not inserted:
            continue
        if spans := search(taken, column, None, frozenset()):
            brought_in = any(negation_in(insertion.text, negations) for insertion in inserted)
            return NotFound(spans[0], (), "negation put in" if brought_in else "negation left out")
        loose = tuple(Part((stretch,), ()) for part in taken for stretch in part.stretches)
        if spans := search(loose, column, None, frozenset()):
            return NotFound(spans[0], (), "too many words replaced")
    return None


def _insertions(part: Part) -> Iterator[Insertion]:
    yield from part.insertions
    yield from (insertion for insertion in (part.opening, part.closing) if insertion)


def _differing(asked: str, readings: Readings, columns: list[Column], negations: frozenset[str]) -> NotFound:
    missing = _missing(asked, readings, columns)
    likes = [like for column in columns if (like := nearest(missing, column))]
    best = max(likes, key=lambda like: like.score, default=None)
    if adds_letters(asked):
        return NotFound(_passage(best), best.differences if best else (), "letters added inside a word")
    if best is None:
        return NotFound(None, ())
    answer = NotFound(_passage(best), best.differences)
    if any(negation_in(theirs, negations) and not negation_in(ours, negations) for ours, theirs in best.differences):
        return replace(answer, reason="negation left out")
    if any(negation_in(ours, negations) and not negation_in(theirs, negations) for ours, theirs in best.differences):
        return replace(answer, reason="negation put in")
    return answer


def _missing(asked: str, readings: Readings, columns: list[Column]) -> str:
    """The first part that occurs nowhere, its insertions left open, or else all that was asked for."""
    for taken in readings:
        for part in taken if len(taken) > 1 or any(_insertions(taken[0])) else ():
            if not any(stands(part, column, frozenset()) for column in columns):
                return f" {OPEN} ".join(stretch.text for stretch in part.stretches)
    return asked


def _passage(like: Likeness | None) -> Span | None:
    return _span(like.column, like.start, like.end) if like else None


def _span(column: Column, start: int, end: int) -> Span | None:
    """The stretch as one span; of a stretch that runs over a paragraph break, its first paragraph."""
    return next(iter(column.spans(start, end)), None)


_EXPLANATIONS: tuple[Explanation, ...] = (_cut, _misplaced, _overreaching)
