"""The Unicode locale tables (CLDR) of a language, as Babel carries them."""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


@lru_cache
def locale_of(language: str) -> "Locale | None":
    """The Unicode CLDR tables of a language, from Babel.

    None for a language that CLDR does not have or a malformed tag.

    language: a BCP 47 tag, such as pt-BR.
    """
    from babel import UnknownLocaleError  # 50 ms: only those pay for it who write or read words

    from nutgraf.dates.babel_locale import OwnLocale

    try:
        return OwnLocale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
