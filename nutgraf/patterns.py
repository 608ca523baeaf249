"""Patterns that few builds need: they are compiled when they are first used.

The large ones take milliseconds, and most builds never meet the signs that they look for.
"""

import re
from typing import Any, cast


class _Uncompiled:
    """Stands in for a pattern; each method is the pattern’s own from the second use on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._written = pattern, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._written), name)
        setattr(self, name, value)
        return value


def seldom(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, but compiled by the first call of one of its methods.

    Raises re.error there, too: a pattern of ours that no test uses would hide its mistake.
    """
    return cast("re.Pattern[str]", _Uncompiled(pattern, flags))
