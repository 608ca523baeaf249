"""Languages: which way they are written, and where (Unicode CLDR)."""

from functools import lru_cache
from typing import Literal

from nutgraf.dates.locales import locale_of


@lru_cache
def direction(language: str) -> Literal["ltr", "rtl"]:
    """Which way the language is written."""
    locale = locale_of(language)
    return "rtl" if locale and locale.character_order == "right-to-left" else "ltr"


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
