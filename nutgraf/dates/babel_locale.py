"""Babel’s locale with tables of its own.

Babel resolves an alias in its tables when it is first asked for and keeps the answer in data that languages share:
after the months of Japanese those of Hindi may be Japanese. Which languages a process asks for first is a matter of
chance.
"""

from collections.abc import MutableMapping
from copy import deepcopy
from functools import cached_property
from typing import Any

from babel import Locale
from babel.localedata import LocaleDataDict, load


class OwnLocale(Locale):
    """A locale whose tables no other one changes."""

    @cached_property
    def _data(self) -> LocaleDataDict:
        """A copy of the tables, 5 ms, of which only this locale resolves aliases."""
        tables: MutableMapping[str | int | None, Any] = {}
        tables.update(load(str(self).partition("@")[0]).items())
        return LocaleDataDict(deepcopy(tables))
