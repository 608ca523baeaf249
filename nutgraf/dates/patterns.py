"""How a language writes dates, from the Unicode locale tables (CLDR) that Babel carries."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from nutgraf.dates.locales import locale_of

if TYPE_CHECKING:
    import datetime

    from babel import Locale

Unit = Literal["day", "month", "year"]

_SKELETONS = {("day", False): "MMMMd", ("month", True): "yMMMM", ("year", True): "y", ("year", False): "y"}
_RANGE_SKELETONS = {
    ("day", True): "yMMMd", ("day", False): "MMMd",
    ("month", True): "yMMMM", ("month", False): "MMM",
    ("year", True): "y", ("year", False): "y",
}  # fmt: skip
_LETTERS: dict[Unit, str] = {"day": "d", "month": "M", "year": "y"}
_SHORT_MONTH = re.compile(r"(?<![ML])([ML])\1\1(?![ML])")
_LEADING_DAY = re.compile(r"d+\.?")
_DASH = re.compile(r"[\s–—~～-]+$")


class RangePattern(Struct, frozen=True):
    """How two dates of one kind are written as a range: 4 + – + 5 February 2026."""

    first: str
    between: str
    second: str


def spelled(day: "datetime.date", pattern: str, language: str) -> str:
    """The day as text, by a CLDR date pattern (UTS 35, part 4) in the language, a BCP 47 tag."""
    from babel.dates import format_date

    return format_date(day, format=pattern, locale=_locale(language))


@lru_cache(maxsize=256)
def pattern_of(language: str, unit: Unit, with_year: bool) -> str:
    """The CLDR pattern (UTS 35) that writes a day, month or year in full words.

    language: a BCP 47 tag; international English for one that CLDR does not have. unit: the last part that is written.
    with_year: whether the year is written.
    """
    locale = _locale(language)
    if unit == "day" and with_year:
        return str(locale.date_formats["long"].pattern)
    if unit == "month" and not with_year:
        return "LLLL" if _spells_months(locale) else "LLL"
    return str(locale.datetime_skeletons[_SKELETONS[unit, with_year]].pattern)


@lru_cache(maxsize=256)
def range_pattern_of(language: str, unit: Unit, with_year: bool, differs: Unit) -> RangePattern:
    """The CLDR patterns (UTS 35) that write a range of two days, months or years, and the text between them.

    language, unit, with_year: as for pattern_of. differs: the largest part that the two do not share: “month” for
    28 January – 3 February.
    """
    locale, whole = _locale(language), pattern_of(language, unit, with_year)
    if unit == "day" and (leading_day := _LEADING_DAY.match(whole)):
        # CLDR lists ranges with short months only, and these lack the “de” of Spanish. Day-first ranges need no list.
        firsts = {"day": leading_day[0], "month": pattern_of(language, "day", with_year=False), "year": whole}
        return RangePattern(firsts[differs], joiner_of(language, is_closed=differs == "day"), whole)
    formats = locale.interval_formats.get(_RANGE_SKELETONS[unit, with_year], {}).get(_LETTERS[differs], ())
    if len(formats) != 2:  # Babel cannot split some, as the Persian range of months
        return RangePattern(whole, joiner_of(language), whole)
    if _spells_months(locale):
        # The other ranges are listed with short months: CLDR’s rule (UTS 35, matching skeletons) is to widen the field.
        formats = [_SHORT_MONTH.sub(r"\1\1\1\1", form) for form in formats]
    first, second = formats
    dash = _DASH.search(first)
    between = dash[0] if dash else ""
    return RangePattern(_DASH.sub("", first), _set_dash(between, is_closed=unit == differs), second)


@lru_cache(maxsize=64)
def joiner_of(language: str, is_closed: bool = False) -> str:
    """The text between the two dates of a range, its spaces included, by CLDR.

    language: a BCP 47 tag. is_closed: an en dash has no spaces (4–5); otherwise it has one on either side.
    """
    formats = _locale(language).interval_formats.get(None, "{0} – {1}")
    return _set_dash(str(formats).replace("{0}", "").replace("{1}", ""), is_closed=is_closed)


def _set_dash(between: str, *, is_closed: bool) -> str:
    # CLDR wavers between thin, plain and no spaces. The house rule: 4–5 February, but 28 January – 3 February.
    if between.strip() != "–":
        return between
    return "–" if is_closed else " – "


def _spells_months(locale: "Locale") -> bool:
    return "MMMM" in locale.date_formats["long"].pattern


@lru_cache(maxsize=64)
def _locale(language: str) -> "Locale":
    """The language's tables; international English for an unknown language and for plain `en`, American in CLDR."""
    from babel import Locale

    locale = locale_of(language) or locale_of(language.partition("-")[0])
    return locale if locale and str(locale) != "en" else Locale.parse("en_001")
