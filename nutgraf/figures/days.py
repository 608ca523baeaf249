"""Days and months as they are written: ``February 4-5``, ``4 Feb 2026``, ``2026-02-04``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_NTH = r"(?:st|nd|rd|th|er|\.)?"
_TO = r"(?:[-–—]|to|and|bis|und|et|au)"
_DAYS = rf"(?P<day{{0}}>\d{{{{1,2}}}}){_NTH}(?:\s*{_TO}\s*(?P<last{{0}}>\d{{{{1,2}}}}){_NTH})?"
_YEAR = r"(?:,?\s+(?:de\s+)?(?P<year{0}>\d{{4}}))?(?!\d)"


@dataclass(frozen=True)
class Day:
    """A day, a month, or a year, as far as the text says."""

    year: int | None
    month: int | None
    day: int | None
    start: int  # in the text
    end: int


@lru_cache
def _months(language: str) -> dict[str, int]:
    """The names of the months and their short forms, in small letters (Unicode CLDR)."""
    from babel import Locale, UnknownLocaleError

    try:
        names = Locale.parse(language, sep="-").months
    except (UnknownLocaleError, ValueError):
        return {}
    found: dict[str, int] = {}
    for form in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for month, name in names[form][width].items():
                if not name.isdigit():
                    found.setdefault(name.lower().rstrip("."), int(month))
    return found


@lru_cache
def _pattern(languages: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, int]]:
    months = {name: month for language in languages for name, month in _months(language).items()}
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    month = rf"(?<!\w)(?P<month{{0}}>{names})(?!\w)\.?"
    day_first = rf"(?<!\d){_DAYS.format(1)}\s+(?:of\s+|de\s+)?{month.format(1)}{_YEAR.format(1)}"
    month_first = rf"{month.format(2)}\s+{_DAYS.format(2)}(?!\d){_YEAR.format(2)}"
    month_only = rf"{month.format(3)}{_YEAR.format(3)}"
    return re.compile(rf"{day_first}|{month_first}|{month_only}", re.IGNORECASE), months


def days_in(text: str, languages: tuple[str, ...]) -> Iterator[Day]:
    """The days and months that a text names; both ends of a range."""
    for match in _ISO.finditer(text):
        month, day = int(match[2]), int(match[3]) if match[3] else None
        if 1 <= month <= 12 and (day is None or 1 <= day <= 31):
            yield Day(int(match[1]), month, day, match.start(), match.end())
    for match in _NUMERIC.finditer(text):
        one, other, full_year = int(match[1]), int(match[3]), int(match[4])
        for day, month in dict.fromkeys(((one, other), (other, one))):  # British or American: nobody knows
            if 1 <= month <= 12 and 1 <= day <= 31:
                yield Day(full_year, month, day, match.start(), match.end())
    pattern, months = _pattern(languages)
    for match in pattern.finditer(text):
        form = next(number for number in "123" if match[f"month{number}"])
        month = months[match[f"month{form}"].lower()]
        year = match[f"year{form}"]
        days = [match[f"day{form}"], match[f"last{form}"]] if form != "3" else [None]
        if form == "3" and month == 5 and not year and match[0][0].islower():
            continue  # the verb "may"
        for day in [days[0], *filter(None, days[1:])]:
            yield Day(int(year) if year else None, month, int(day) if day else None, match.start(), match.end())
