"""Refusals: requests that were turned away, told to the editor in words that nobody else can choose."""

from collections.abc import Callable

from nutgraf.preview.hosts import is_known, name_of

_MOST = 20  # lines; another site could ask for ever


class Refusals:
    """Who may come in beside this machine, and what is said about the others."""

    def __init__(self, allowed: frozenset[str], tell: Callable[[str], None]) -> None:
        self.allowed = allowed
        self._tell = tell
        self._told: set[str] = set()

    def add(self, host: str, origin: str | None) -> None:
        """Tells of each kind of refusal once."""
        line = self._line(host, origin)
        if line not in self._told and len(self._told) < _MOST:
            self._told.add(line)
            self._tell(line)

    def _line(self, host: str, origin: str | None) -> str:
        name = name_of(host)
        if origin is not None and is_known(name, self.allowed):
            return "Refused: a page of another site asked for this one."
        if not name:
            return "Refused: a request that names no host."
        return f"Refused: a request for {name}. If that is you, start again with --allow-host {name}"
