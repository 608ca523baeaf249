"""Languages: which way they are written, and where (Unicode CLDR)."""

from functools import lru_cache
from typing import Literal

from nutgraf.dates.locales import locale_of
from nutgraf.interface import script_of

_FROM_THE_RIGHT = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})
_LOW = frozenset({"armn", "cyrl", "geor", "grek", "hebr", "latn", ""})  # what our leading and tracking are made for


@lru_cache
def direction(language: str) -> Literal["ltr", "rtl"]:
    """Which way the language is written: that of its script, so that ur-Latn runs as Latin does."""
    return "rtl" if script_of(language) in _FROM_THE_RIGHT else "ltr"


@lru_cache
def has_tall_letters(language: str) -> bool:
    """Whether its letters reach higher and lower than Latin ones, hang from a line or join (assets/css/tall.css)."""
    return script_of(language) not in _LOW


@lru_cache
def territorial(language: str) -> str:
    """The language as ``hi_IN``, with the territory that it names, else the one where it is most at home.

    Plain ``en`` is the international English that its dates are written in (docs/decisions/plain-en.md): en_GB.
    """
    locale = locale_of(language)
    if locale is None:
        return language.replace("-", "_")
    if locale.language == "en" and locale.territory in (None, "001"):
        return "en_GB"
    territory = locale.territory or _likeliest(locale.language, locale.script)
    return f"{locale.language}_{territory}" if territory else locale.language


def _likeliest(language: str, script: str | None) -> str | None:
    from babel.core import get_global  # locale_of has paid for it

    likely = get_global("likely_subtags")
    full = likely.get(f"{language}_{script}") or likely.get(language, "")
    return next(iter(full.split("_")[2:3]), None)
