"""Days and months as they are written: ``February 4-5``, ``4 Feb 2026``, ``2026-02-04``."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from nutgraf.dates.locales import locale_of

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_NTH = r"(?:st|nd|rd|th|er|\.)?"
_TO = r"(?:[-–—]|to|and|bis|und|et|au)"
_DAYS = rf"(?P<day{{0}}>\d{{{{1,2}}}}){_NTH}(?:\s*{_TO}\s*(?P<last{{0}}>\d{{{{1,2}}}}){_NTH})?"
_YEAR = r"(?:,?\s+(?:de\s+)?(?P<year{0}>\d{{4}}))?(?!\d)"


class Day(NamedTuple):
    """A day or a month, as far as a text says."""

    year: int | None  # None: the text leaves it to its reader
    month: int
    day: int | None  # None: the month as a whole


Written = tuple[int, int, Day]  # where it begins and ends in the text, and what it means


def days_in(text: str, languages: tuple[str, ...]) -> Iterator[Written]:
    """The days and months that a text names, each with its place (0-based, end exclusive).

    A range gives both its ends. They come form by form (2026-02-04, then 4/2/2026, then 4 February), not in the order
    of the text. A numeric date that may be British or American gives both. languages: BCP 47 tags whose month names
    count (Unicode CLDR). Days are checked only to be 1 to 31.
    """
    yield from _iso_days(text)
    yield from _numeric_days(text)
    yield from _days_with_names(text, languages)


def _iso_days(text: str) -> Iterator[Written]:
    for match in _ISO.finditer(text):
        month, day = int(match[2]), int(match[3]) if match[3] else None
        if _exists(month, 1 if day is None else day):
            yield match.start(), match.end(), Day(int(match[1]), month, day)


def _numeric_days(text: str) -> Iterator[Written]:
    for match in _NUMERIC.finditer(text):
        one, other, year = int(match[1]), int(match[3]), int(match[4])
        for day, month in dict.fromkeys(((one, other), (other, one))):  # British or American: nobody knows
            if _exists(month, day):
                yield match.start(), match.end(), Day(year, month, day)


def _exists(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def _days_with_names(text: str, languages: tuple[str, ...]) -> Iterator[Written]:
    pattern, months, capitalised = _pattern(languages)
    for match in pattern.finditer(text):
        form = next(number for number in "123" if match[f"month{number}"])
        month, year = months[match[f"month{form}"].lower()], match[f"year{form}"]
        days = [match[f"day{form}"], match[f"last{form}"]] if form != "3" else [None]
        if form == "3" and not year and match["month3"] in capitalised:
            continue  # written small: “may” and “march” are verbs, “mar” is to spoil
        for day in [days[0], *filter(None, days[1:])]:
            yield match.start(), match.end(), Day(int(year) if year else None, month, int(day) if day else None)


@lru_cache
def month_names(languages: tuple[str, ...]) -> frozenset[str]:
    """The names of the months and their short forms, in small letters."""
    return frozenset(name.lower() for language in languages for name in _months(language))


@lru_cache
def _pattern(languages: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, int], frozenset[str]]:
    """What finds days by the names of their months, the numbers of these, and those that have capitals everywhere."""
    written = {name: month for language in languages for name, month in _months(language).items()}
    months = {name.lower(): month for name, month in written.items()}
    capitalised = frozenset(name.lower() for name in written) - written.keys()
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    month = rf"(?<!\w)(?P<month{{0}}>{names})(?!\w)\.?"
    day_first = rf"(?<!\d){_DAYS.format(1)}\s+(?:of\s+|de\s+)?{month.format(1)}{_YEAR.format(1)}"
    month_first = rf"{month.format(2)}\s+{_DAYS.format(2)}(?!\d){_YEAR.format(2)}"
    month_only = rf"{month.format(3)}{_YEAR.format(3)}"
    return re.compile(rf"{day_first}|{month_first}|{month_only}", re.IGNORECASE), months, capitalised


@lru_cache
def _months(language: str) -> dict[str, int]:
    """The names of the months and their short forms, as the language writes them (Unicode CLDR)."""
    locale = locale_of(language)
    if locale is None:
        return {}
    found: dict[str, int] = {}
    for form in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for month, name in locale.months[form][width].items():
                if not name.isdigit():
                    found.setdefault(name.rstrip("."), int(month))
    return found
