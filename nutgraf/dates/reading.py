"""From what the editor typed to a Date, or to one sentence that says what to type instead."""

import calendar
import datetime
import re
from typing import Literal

from nutgraf.dates.advice import MONTHS, has_time_of_day, likely_meant
from nutgraf.dates.model import Date, Edge, Period, Precision

_LONGEST = 40  # the longest range we read has 23 characters; edtf's parser takes its time over long ones
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)", re.ASCII)
_SEASON_OR_X = re.compile(r"(?:\d{4}-2[1-4]|\d{3}X|\d\dXX)[?~%]?", re.ASCII)
_SEASONS: dict[str, Precision] = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_FORMS = (
    "write a day (2026-02-04), a month (2026-02), a year (2026), a range (2026-02-04/2026-02-05), "
    "a season (2026-21 to 2026-24), a decade (202X) or about when (2026-02~)"
)


def parse_date(text: str) -> Date:
    """The date that EDTF text means: ISO 8601-2 level 1 without times, years 0001 to 9999, and only days that exist.

    Spaces around it are ignored. Raises ValueError, and nothing else, with a sentence that says what to write instead:
    for text that is empty, over 40 characters, not a date, or a range that ends before it starts.
    """
    text = text.strip()
    if not text:
        raise ValueError(f"the date is empty: {_FORMS}")
    if len(text) > _LONGEST:
        raise ValueError(f"this is too long for a date ({len(text)} characters): {_FORMS}")
    try:
        return _read(text)
    except ValueError:
        candidates = likely_meant(text)
        meant = " or ".join(filter(_is_readable, candidates))
        if not candidates:
            raise
        if not meant:
            return _read(candidates[0])  # its complaint says more: 31/02/2026 fails because February has 28 days
        complaint = "has a time of day, and dates carry none" if has_time_of_day(text) else "is not a date"
        raise ValueError(f"{_quoted(text)} {complaint}: write {meant}") from None


def _is_readable(text: str) -> bool:
    try:
        _read(text)
    except ValueError:
        return False
    return True


def _read(text: str) -> Date:
    first, slash, second = text.partition("/")
    if not slash:
        return Date(text, _read_period(text))
    start, end = _read_edge(first), _read_edge(second)
    if isinstance(start, Period) and isinstance(end, Period) and start.earliest > end.latest:
        raise ValueError(f"the range {_quoted(text)} ends before it starts: write {second}/{first}")
    if not isinstance(start, Period) and not isinstance(end, Period):
        raise ValueError(f"the range {_quoted(text)} names no day: {_FORMS}")
    return Date(text, start, end)


def _read_edge(text: str) -> Edge:
    missing: dict[str, Literal["open", "unknown"]] = {"..": "open", "": "unknown"}
    return missing.get(text) or _read_period(text)


def _read_period(text: str) -> Period:
    if _SEASON_OR_X.fullmatch(text):
        return _read_with_edtf(text)
    plain = _PLAIN.fullmatch(text)
    if plain is None:
        raise ValueError(f"{_quoted(text)} is not a date: {_FORMS}")
    return _read_plain(text, *plain.group(1, 2, 3))


def _read_plain(text: str, year_digits: str, month_digits: str | None, day_digits: str | None) -> Period:
    """The day, month or year; read without edtf, which takes milliseconds for each."""
    year, month, day = int(year_digits), int(month_digits or 1), int(day_digits or 1)
    _refuse_year_outside_calendar(text, year)
    if not 1 <= month <= 12:
        hint = "months run from 01 to 12, seasons from 21 (spring) to 24 (winter)"
        raise ValueError(f"{_quoted(text)} is not a date: {hint}")
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        hint = f"{MONTHS[month - 1]} {year} has {days} days" if day else "days start at 01"
        raise ValueError(f"{_quoted(text)} is not a date: {hint}")
    first = datetime.date(year, month, day)
    if day_digits:
        return _period(text, "day", first, first)
    if month_digits:
        return _period(text, "month", first, first.replace(day=days))
    return _period(text, "year", first, datetime.date(year, 12, 31))


def _read_with_edtf(text: str) -> Period:
    """The season, decade or century, with the first and last day that edtf gives it.

    Winter is December of its year, as edtf has it: ISO 8601-2 leaves open which months a season means.
    """
    from edtf import EDTFParseException, parse_edtf  # 100 ms to import, and few dates need it

    try:
        found = parse_edtf(text)
    except EDTFParseException:
        raise ValueError(f"{_quoted(text)} is not a date: a season takes no ?, ~ or %") from None
    first, last = found.lower_strict(), found.upper_strict()
    _refuse_year_outside_calendar(text, first.tm_year)
    precision = _SEASONS.get(text[5:7]) or ("century" if "XX" in text else "decade")
    return _period(text, precision, datetime.date(*first[:3]), datetime.date(*last[:3]))


def _period(text: str, precision: Precision, earliest: datetime.date, latest: datetime.date) -> Period:
    return Period(precision, earliest, latest, is_approximate=text[-1] in "~%", is_uncertain=text[-1] in "?%")


def _refuse_year_outside_calendar(text: str, year: int) -> None:
    if year < datetime.MINYEAR:
        raise ValueError(f"{_quoted(text)} is not a date: years run from 0001 to 9999")


def _quoted(text: str) -> str:
    # Control characters would reach the editor's terminal.
    return "“" + "".join(letter if letter.isprintable() else "�" for letter in text) + "”"
