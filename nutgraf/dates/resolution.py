"""Which days a phrase means, once it is known when its text was published."""

import datetime
from collections.abc import Callable
from datetime import timedelta

from msgspec import Struct

from nutgraf.dates.rows import Phrase
from nutgraf.dates.spans import (
    ANY_YEAR,
    UNITS,
    Pair,
    Span,
    Unit,
    counted_from,
    edge_of_pair,
    likely_years,
    unit_around,
    weekdays_near,
)

_Meaning = Callable[[datetime.date], tuple[Pair, ...]]


class Context(Struct, frozen=True):
    """What a phrase is resolved against."""

    published: Pair | None  # the first and last day on which the text may have been published
    years: frozenset[int] = frozenset()  # the years that the text names nearest to the phrase
    anchor: tuple[Pair, ...] = ()  # the day that the text named before


class Resolved(Struct, frozen=True):
    """The days that a phrase may mean; the fields are those of Mention."""

    unit: Unit
    periods: tuple[Pair, ...] = ()
    is_relative: bool = True
    is_aside: bool = False
    is_yearless: bool = False
    is_written: bool = False


def resolved(phrase: Phrase, context: Context) -> Resolved:
    """The days that a phrase may mean. Without periods if nobody can tell, or if they are outside the calendar."""
    try:
        if phrase.kind == "span":
            return _of_span(phrase, context)
        if phrase.kind == "after":
            return _after(phrase, context.anchor)
        if context.published is None or phrase.kind == "open":
            return Resolved(phrase.unit)
        return _relative(phrase, context.published)
    except (ValueError, OverflowError):
        return Resolved(phrase.unit)


def _of_span(phrase: Phrase, context: Context) -> Resolved:
    pairs: list[Pair | None] = []
    is_yearless = is_relative = False
    for span in phrase.spans:
        if span.year is not None:
            years = {span.year}
        elif context.published is None:
            years, is_yearless = {ANY_YEAR}, True
        else:
            years, is_relative = likely_years(span, context.published) | context.years, True
        pairs += [span.pair_in(year) for year in sorted(years)]
    if phrase.edge == "week":
        pairs = [(pair[0], pair[1] + timedelta(6)) for pair in pairs if pair]
    return Resolved(phrase.unit, _distinct(pairs), is_relative, phrase.is_aside, is_yearless, is_written=True)


def _distinct(pairs: "list[Pair | None] | list[Pair]") -> tuple[Pair, ...]:
    return tuple(dict.fromkeys(pair for pair in pairs if pair is not None))


def _after(phrase: Phrase, anchor: tuple[Pair, ...]) -> Resolved:
    """Two days later: counted from the day that the text named before; it may mean another one."""
    counted, count = phrase.counted, phrase.counts[0]
    if counted not in ("day", "week", "fortnight"):
        return Resolved(phrase.unit)
    pairs = [(counted_from(first, counted, count)[0], counted_from(last, counted, count)[1]) for first, last in anchor]
    return Resolved(phrase.unit, _distinct(pairs), is_aside=True)


def _relative(phrase: Phrase, published: Pair) -> Resolved:
    first, last = published
    of_day = _meaning(phrase)
    # Published in a month or a year only: from what its first day would mean to what its last day would mean.
    pairs = [(start[0], end[1]) for start, end in zip(of_day(first), of_day(last), strict=False)]
    known: Unit = "day" if first == last else "month" if (last - first).days < 32 else "year"
    unit = max(phrase.unit, known, key=UNITS.index)
    if phrase.edge:
        pairs = [_edge(pair, phrase.edge, published) for pair in pairs]
        pairs = [pair for pair in pairs if pair[0] <= pair[1]]
        if phrase.unit in ("month", "year"):
            unit = max("week" if phrase.unit == "month" else "quarter", known, key=UNITS.index)
    return Resolved(unit, _distinct(pairs), is_aside=phrase.is_aside, is_written=phrase.kind == "part")


def _edge(pair: Pair, edge: str, published: Pair) -> Pair:
    if edge == "until":
        return pair[0], min(pair[1], published[1])
    if edge == "from":
        return max(pair[0], published[0]), pair[1]
    return edge_of_pair(pair, edge)


def _meaning(phrase: Phrase) -> _Meaning:
    """The days that a phrase would mean in a text of a given day."""
    counts, counted = phrase.counts, phrase.counted
    if phrase.kind == "day":
        return lambda day: tuple((day + timedelta(count),) * 2 for count in counts)
    if phrase.kind == "unit":
        return lambda day: unit_around(day, counted, counts[0])
    if phrase.kind == "ago":
        return lambda day: (counted_from(day, counted, counts[0]),)
    if phrase.kind == "stretch":
        return lambda day: (_stretch(day, counted, counts[0]),)
    if phrase.kind == "part":
        return lambda day: tuple(
            pair for span in phrase.spans if (pair := span.pair_in(day.year + counts[0])) is not None
        )
    if phrase.kind == "month":
        return lambda day: tuple(pair for span in phrase.spans for pair in _beside(day, span, phrase.which))
    return lambda day: _weekdays(day, phrase)


def _stretch(day: datetime.date, counted: str, count: int) -> Pair:
    reached = counted_from(day, counted, count)
    return (reached[0], day) if count < 0 else (day, reached[1])


def _beside(day: datetime.date, span: Span, which: str) -> tuple[Pair, ...]:
    """Last March: the latest that is over, or that of the last year; next March likewise; this March: of the year."""
    years = [day.year - 1, day.year, day.year + 1]
    pairs = [pair for year in years if (pair := span.pair_in(year)) is not None]
    if which == "t":
        return tuple(pair for pair in pairs if pair[0].year == day.year)
    if which == "p":
        over = [pair for pair in pairs if pair[1] < day]
        return tuple(dict.fromkeys((over[-1], pairs[0])))
    ahead = [pair for pair in pairs if pair[0] > day]
    return tuple(dict.fromkeys((ahead[0], pairs[-1])))


def _weekdays(day: datetime.date, phrase: Phrase) -> tuple[Pair, ...]:
    weekday = phrase.counts[0]
    if not phrase.counted:
        return weekdays_near(day, weekday, phrase.which)
    weeks = unit_around(day, "week", {"p": -1, "t": 0, "f": 1}[phrase.which])
    days = [first + timedelta((weekday - first.weekday()) % 7) for first, _ in weeks]
    return tuple((each, each) for each in days)
