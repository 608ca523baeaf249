"""Recall: what a process that builds again and again still knows of its last build.

A preview need not read from disk what it has just written there, nor look whether the files that it has made are still
as they were. It writes its memory down when there is nothing else to do.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from nutgraf.memory.outputs import Outputs
from nutgraf.memory.signatures import signature_of
from nutgraf.memory.store import Handle, StoreError
from nutgraf.memory.table import Signature, Table
from nutgraf.publish import MANIFEST


def nothing() -> None:
    """Nothing is left to be done."""


class Recall:
    """The last build of this process."""

    def __init__(self) -> None:
        self.opened: Mapping[Handle, Any] = {}  # what it has opened, which the next is likely to open as well
        self.environments: dict[bytes, Any] = {}  # its compiled templates, by their digest
        self._path: Path | None = None  # of the table; None before the first build
        self._written: Signature | None = None  # of what lies there, which may be older
        self._table = Table()
        self._past: list[Table] = []  # to let go of ten thousand tuples takes time, too
        self._there: dict[str, bool] = {}
        self._put_away: Callable[[], None] = nothing
        self._output: Signature | None = None  # of the output folder’s list, as the last build left it
        self.is_lost = False  # a build has failed on something unforeseen: nothing that is remembered is trusted

    def table(self, path: Path) -> Table | None:
        """The table of the last build of this process.

        None if there was none, or if another process has built since.
        """
        is_ours = self._path == path and signature_of(path) == self._written
        return self._table if is_ours else None

    def there(self, table: Table, folder: Path) -> dict[str, bool]:
        """For each file that the table names, whether it is there as it was written, as far as this process knows.

        It is given once: an interrupted build may leave other files. Nothing is known if the output folder was
        removed.
        """
        told, self._there = self._there, {}
        is_as_left = table is self._table and signature_of(folder / MANIFEST) == self._output
        return told if is_as_left else {}

    def keep(self, path: Path, table: Table, outputs: Outputs, put_away: Callable[[], None]) -> None:
        """Keeps what a build has learned; ``put_away`` writes it to the path."""
        self._past.append(self._table)
        self._output = signature_of(outputs.folder / MANIFEST)
        self._written = signature_of(path)
        self._path, self._table, self._there, self._put_away = path, table, outputs.there, put_away
        self.is_lost = False

    def forget(self) -> None:
        """Trusts nothing that is remembered, here or on disk: the next build makes everything anew."""
        self._path, self._put_away, self.is_lost = None, nothing, True
        self.environments.clear()

    def rest(self) -> None:
        """Writes down what has not been written yet. Raises OSError and StoreError; anything else makes it forget."""
        put_away, self._put_away = self._put_away, nothing
        self._past.clear()
        if self._path and signature_of(self._path) == self._written:  # nobody else has built since
            try:
                put_away()
            except (OSError, StoreError):  # the next start remembers less
                raise
            except BaseException:
                self.forget()
                raise
            self._written = signature_of(self._path)
