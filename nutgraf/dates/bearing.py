"""Whether the dates that a text mentions bear out a claimed one."""

import datetime
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Literal

from nutgraf.dates.mentions import Mention
from nutgraf.dates.model import Date, Period
from nutgraf.dates.spans import ANY_YEAR, UNITS, Pair, Unit, months_from

Bearing = Literal["supported", "contradicted", "silent"]
# How a mention relates to a claim. “open”: it fits, but says less. “aside”: it is about something else.
_Relation = Literal["agrees", "open", "differs", "aside"]
# The coarsest mention that can contradict a claim: a day is contradicted by a season, but by no year.
_COARSEST: dict[Unit, Unit] = {"day": "season", "month": "season", "year": "year"}
# How many numbers name a whole that a finer date may be part of: year and month, or the year.
_WHOLES: dict[Unit, int] = {"month": 2, "year": 1}


def possible_periods(date: Date) -> tuple[Pair, ...]:
    """The first and last day of everything that an editor’s date may mean, for bears_out.

    One pair for most dates; “about February 2026” (2026-02~) may be January or March, too. Of a range with an open or
    unknown edge, the edge that is known.
    """
    edges = [edge for edge in (date.start, date.end) if isinstance(edge, Period)]
    if len(edges) == 2 or not edges[0].is_approximate:
        return ((edges[0].earliest, edges[-1].latest),)
    return tuple(_beside(edges[0], count) for count in (0, -1, 1))


def _beside(period: Period, count: int) -> Pair:
    """The day, month, year or decade that is so many after a period; the period itself at the ends of the calendar."""
    first, last = period.earliest, period.latest
    try:
        if period.precision == "day":
            return first + timedelta(count), last + timedelta(count)
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        return months_from(first.year * 12 + first.month - 1 + count * months, months)
    except (ValueError, OverflowError):
        return first, last


def bears_out(claimed: Sequence[Pair], evidence: Iterable[Mention], published: Date | None) -> Bearing:
    """What a text says about a claimed date.

    “supported”: it names the date, a day in the claimed month, or the claim is the day of publication. “contradicted”:
    it names dates as exact as the claim, and none of them fits. “silent”: everything else, such as a month that holds
    the claimed day.
    claimed: the first and last day of each meaning that the claim may have, from possible_periods or the periods of a
    mention. evidence: from mentions_in. published: the date of the source; None if unknown.
    """
    mentions = tuple(evidence)
    bearings = {_bearing(claim, mentions, published) for claim in claimed}
    if "supported" in bearings:
        return "supported"
    return "contradicted" if bearings == {"contradicted"} else "silent"


def _bearing(claim: Pair, mentions: tuple[Mention, ...], published: Date | None) -> Bearing:
    by_relation: dict[_Relation, list[Mention]] = {"agrees": [], "open": [], "differs": [], "aside": []}
    for mention in mentions:
        by_relation[_relation(claim, mention)].append(mention)
    if by_relation["agrees"] or _has_both_ends(claim, mentions):
        return "supported"
    written = [mention for mention in by_relation["differs"] if mention.is_written]
    named = {_one_of(mention, unit) for mention in written for unit in _WHOLES if mention.unit != unit}
    is_told_apart = all(_one_of(each, each.unit) in named - {None} for each in by_relation["open"])
    if by_relation["differs"] and is_told_apart:
        return "contradicted"
    is_published = published and published.is_day and claim == (published.earliest, published.latest)
    return "supported" if is_published else "silent"


def _one_of(mention: Mention, unit: Unit) -> tuple[int, ...] | None:
    """The one year, or year and month, that holds all that a mention may mean; None if there are several.

    A text that says “next month” and “on 4 February” means that day by the month, and bears out no other.
    """
    ends = [end for period in mention.periods for end in period]
    found = {(end.year, end.month)[: _WHOLES[unit]] for end in ends} if unit in _WHOLES else set()
    return found.pop() if len(found) == 1 else None


def _has_both_ends(claim: Pair, mentions: tuple[Mention, ...]) -> bool:
    """Whether the first and the last day are named apart: “opens on 4 February … until 6 February”."""
    if _unit(claim) != "day" or claim[0] == claim[1]:
        return False
    return all(any(_relation((day, day), each) == "agrees" for each in mentions) for day in claim)


def _relation(claim: Pair, mention: Mention) -> _Relation:
    relations = {_compared(claim, period, mention) for period in _periods(claim, mention)}
    for relation in ("agrees", "open", "aside"):
        if relation in relations:
            return relation
    return "differs" if relations and not mention.is_aside else "aside"


def _periods(claim: Pair, mention: Mention) -> tuple[Pair, ...]:
    """The periods of a mention; of one without a year, those in the years of the claim."""
    if not mention.is_yearless:
        return mention.periods
    years = {claim[0].year - 1, claim[0].year, claim[1].year}
    moved = [(_in_year(first, year), _in_year(last, year)) for first, last in mention.periods for year in sorted(years)]
    return tuple((first, last) for first, last in moved if first is not None and last is not None)


def _in_year(day: datetime.date, year: int) -> datetime.date | None:
    try:
        return day.replace(year=year + day.year - ANY_YEAR)
    except ValueError:
        return None  # 29 February


def _compared(claim: Pair, period: Pair, mention: Mention) -> _Relation:
    unit = _unit(claim)
    if claim == period:
        return "agrees"
    is_finer = UNITS.index(mention.unit) <= UNITS.index(unit)
    if claim[0] > period[1] or period[0] > claim[1]:
        return "differs" if _is_comparable(unit, mention) else "aside"
    if _is_range_of_years(claim) and _is_range_of_years(period):
        return "differs"  # 2009 to 2016 is not 2009 to 2019
    if not is_finer or (mention.is_aside and period[0] != period[1]):
        return "open"
    if unit == "day":
        return _days_compared(claim, period)
    if mention.unit == unit and _is_several(claim, unit) and _is_several(period, unit):
        has_one_end = (claim[0] == period[0]) != (claim[1] == period[1])
        return "differs" if has_one_end else "agrees"
    return "agrees" if not _is_inside(claim, period) or _names(claim, period) else "open"


def _is_range_of_years(pair: Pair) -> bool:
    """Whether it is some whole years, and no decade."""
    years = pair[1].year - pair[0].year + 1
    return _unit(pair) in {"year", "decade"} and years > 1 and (years, pair[0].year % 10) != (10, 0)


def _days_compared(claim: Pair, period: Pair) -> _Relation:
    """How days relate that overlap and are not the same."""
    if claim[0] == claim[1]:
        return "agrees" if _names(claim, period) else "open"
    has_an_end = claim[0] == period[0] or claim[1] == period[1]
    is_one_inside_the_other = _is_inside(claim, period) or _is_inside(period, claim)
    is_one_day = period[0] == period[1]
    return "open" if is_one_day or (is_one_inside_the_other and not has_an_end) else "differs"


def _is_inside(inner: Pair, outer: Pair) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _is_several(pair: Pair, unit: Unit) -> bool:
    """Whether it is a range of months or years: 2020 to 2024."""
    first, last = pair
    return first.year != last.year or (unit == "month" and first.month != last.month)


def _names(claim: Pair, period: Pair) -> bool:
    """Whether a longer period names the claim: as one of its ends, or one of at most four."""
    length = (period[1] - period[0]).days + 1
    is_one_of_few = length <= 4 * ((claim[1] - claim[0]).days + 1)
    return claim[0] == period[0] or claim[1] == period[1] or is_one_of_few


def _is_comparable(unit: Unit, mention: Mention) -> bool:
    if unit == "year" and mention.unit != "year":
        return not mention.is_relative  # “on Thursday” is about no year
    if mention.unit in {"quarter", "season"} and mention.is_relative:
        return False  # of which year, and of a desk’s year or the calendar’s, is not said
    if unit == "decade":
        return mention.unit == "decade"
    return UNITS.index(mention.unit) <= UNITS.index(_COARSEST[unit])


def _unit(pair: Pair) -> Unit:
    """How exact two ends are: whole years, whole months, or days."""
    first, last = pair
    if first.day != 1 or (last.month == (last + timedelta(1)).month if last < datetime.date.max else False):
        return "day"
    if (first.month, last.month) != (1, 12):
        return "month"
    return "year" if last.year - first.year < 9 else "decade"
