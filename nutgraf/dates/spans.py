"""Spans of days: of months and quarters in any year, and of weeks, months and years counted from a day."""

import calendar
import datetime
from datetime import timedelta
from typing import Literal

from msgspec import Struct

Unit = Literal["day", "week", "month", "quarter", "season", "year", "decade"]
Pair = tuple[datetime.date, datetime.date]  # the first and the last day, both inclusive
MonthDay = tuple[int, int]

UNITS: tuple[Unit, ...] = ("day", "week", "month", "quarter", "season", "year", "decade")  # from fine to coarse
LAST = 99  # as a day: the last of the month, whichever that is
ANY_YEAR = 2000  # stands for a year that nobody knows; it has a 29 February
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # the month each begins in
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_EDGES_OF_MONTH = {"early": (1, 12), "mid": (8, 24), "late": (18, LAST)}
_EDGES_OF_YEAR = {"early": ((1, 1), (5, 31)), "mid": ((4, 1), (9, 30)), "late": ((8, 1), (12, 31))}


class Span(Struct, frozen=True):
    """Days of a year that is known or not: 4 to 5 February, the second quarter, winter."""

    first: MonthDay
    last: MonthDay
    year: int | None = None  # that it begins in; None: the text does not say
    years_longer: int = 0  # 1 for a winter, which ends in the year after

    def pair_in(self, year: int) -> Pair | None:
        """Its first and last day when it begins in that year; None if there is no such day, as 29 February 2025."""
        try:
            pair = _day(year, self.first), _day(year + self.years_longer, self.last)
        except ValueError:
            return None
        return pair if pair[0] <= pair[1] else None


def _day(year: int, month_day: MonthDay) -> datetime.date:
    month, day = month_day
    return datetime.date(year, month, calendar.monthrange(year, month)[1] if day == LAST else day)


def month_span(month: int, year: int | None = None, *, months: int = 1) -> Span:
    """That many whole months from a month on."""
    later, last = divmod(month - 1 + months - 1, 12)
    return Span((month, 1), (last + 1, LAST), year, later)


def year_span(year: int) -> Span:
    """The whole year."""
    return Span((1, 1), (12, 31), year)


def joined(first: Span, last: Span) -> Span:
    """From the beginning of one span to the end of another; a year that only the second says holds for both."""
    ends = (last.first[0], last.first[1]) < (first.first[0], first.first[1])  # 28 December to 3 January
    if last.year is None:
        return Span(first.first, last.last, first.year, int(ends) + last.years_longer)
    begins = first.year if first.year is not None else last.year - int(ends)
    return Span(first.first, last.last, begins, last.year - begins + last.years_longer)


def edge_of_span(span: Span, edge: str) -> Span:
    """The early, middle or late part of a month or a year, with days to spare on either side."""
    if span.first[0] == span.last[0]:
        first, last = _EDGES_OF_MONTH[edge]
        return Span((span.first[0], first), (span.first[0], last), span.year)
    return Span(*_EDGES_OF_YEAR[edge], span.year)


def edge_of_pair(pair: Pair, edge: str) -> Pair:
    """The early, middle or late part of any stretch of days, two fifths of it or half."""
    days = (pair[1] - pair[0]).days
    from_, to = {"early": (0.0, 0.4), "mid": (0.25, 0.75), "late": (0.6, 1.0)}[edge]
    return pair[0] + timedelta(int(days * from_)), pair[0] + timedelta(round(days * to))


def likely_years(span: Span, published: Pair) -> set[int]:
    """The years that a date without one may mean: that of publication, and the one that brings it nearest."""
    years = set()
    for day in set(published):
        starts = {year: pair[0] for year in (day.year - 1, day.year, day.year + 1) if (pair := span.pair_in(year))}
        years |= {day.year} & starts.keys()
        if starts:
            years.add(min(starts, key=lambda year: abs((starts[year] - day).days)))
    return years


def unit_around(day: datetime.date, unit: str, count: int) -> tuple[Pair, ...]:
    """The whole week, month or year that is so many after the one of a day, negative for before.

    Weeks begin on Monday or on Sunday: both are given. Raises ValueError or OverflowError outside the calendar.
    """
    if unit in ("week", "fortnight"):
        shifted = day + timedelta(_DAYS[unit] * count)
        monday = shifted - timedelta(shifted.weekday())
        sunday = shifted - timedelta((shifted.weekday() + 1) % 7)
        return tuple((start, start + timedelta(_DAYS[unit] - 1)) for start in (monday, sunday))
    if unit == "weekend":
        saturday = day - timedelta(day.weekday() - 5) + timedelta(7 * count)
        before = saturday - timedelta(7)  # on a Wednesday “next weekend” may be the coming one
        near = (saturday, before) if count > 0 else (saturday,)
        return tuple((start, start + timedelta(1)) for start in near)
    if unit == "day":
        return ((day + timedelta(count),) * 2,)
    months = _MONTHS[unit]
    return (months_from((day.year * 12 + day.month - 1) // months * months + months * count, months),)


def months_from(index: int, months: int) -> Pair:
    """So many whole months. index: of the first one: its year times 12, plus 0 for January.

    Raises ValueError outside the calendar.
    """
    pair = month_span(index % 12 + 1, months=months).pair_in(index // 12)
    if pair is None:
        raise ValueError("outside the calendar")
    return pair


def counted_from(day: datetime.date, unit: str, count: int) -> Pair:
    """About so many days, weeks, months or years after a day, negative for before: half a unit on either side.

    Exact for days. Raises ValueError or OverflowError outside the calendar.
    """
    if unit in _DAYS:
        exact, slack = day + timedelta(_DAYS[unit] * count), _DAYS[unit] // 2
    else:
        index = day.year * 12 + day.month - 1 + _MONTHS[unit] * count
        year, month = divmod(index, 12)
        exact = datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
        slack = _MONTHS[unit] * 30 // 2
    return exact - timedelta(slack), exact + timedelta(slack)


def weekdays_near(day: datetime.date, weekday: int, which: str) -> tuple[Pair, ...]:
    """The days that “Thursday” (which: “”), “last”, “this” or “next” Thursday may mean, told on a day."""
    back = (day.weekday() - weekday) % 7
    before, after = day - timedelta(back or 7), day + timedelta(7 - back)
    monday = day - timedelta(day.weekday())
    of_week = {"p": monday - timedelta(7), "t": monday, "f": monday + timedelta(7)}
    own = of_week[which] + timedelta(weekday) if which else day
    near = {"p": (before, own), "f": (after, own), "t": (own, *((after,) if own < day else ()))}
    plain = (day,) if not back else (before, after)
    return tuple((each, each) for each in dict.fromkeys(near.get(which, plain)))
