"""The Unicode locale tables (CLDR) of a language, as Babel carries them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


def locale_of(language: str) -> "Locale | None":
    """The tables of a language (a BCP 47 tag); None for one that CLDR does not have."""
    from babel import Locale, UnknownLocaleError  # 50 ms: only those pay for it who write or read words

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
