"""The table on disk: whole in a file that is seldom written, and in a small one what has changed since then.

An edit changes a few entries of thousands: to write all of them again would take longer than to make its page.
"""

import marshal
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple, replace

from nutgraf.digests import sum_of
from nutgraf.memory.sealed import read_sealed, write_sealed
from nutgraf.memory.table import Table

_MAGIC = b"nutgraf memory 3\n"
_SMALL = 8  # what has changed is written by itself while the whole is so many times as large

Change = tuple[dict[Any, Any], tuple[Any, ...]]  # what is new or another in a mapping, and the keys that are gone


class _Whole(Struct, frozen=True):
    """The table as it was when it was last written whole."""

    name: str
    sum: bytes
    size: int  # bytes
    table: Table


class TableFile:
    """Reads the table of a cache, and writes the next one."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "table"  # another file after every build
        self._folder = folder
        self._whole: _Whole | None = None  # not read

    def load(self, engine: bytes) -> Table:
        """What the last build remembered; an empty table when that is gone, damaged, or of another engine."""
        sealed = read_sealed(self.path, _head(engine))
        if sealed is None:
            return Table(engine)
        name, whole_sum, changes = marshal.loads(sealed)  # noqa: S302  # plain values, as they were written
        try:
            whole = (self._folder / name).read_bytes()
        except OSError:
            return Table(engine)
        if sum_of(whole) != whole_sum:
            return Table(engine)
        table = Table(*marshal.loads(whole))  # noqa: S302  # as above
        self._whole = _Whole(name, whole_sum, len(whole), table)
        return _changed(table, changes) if changes else table

    def save(self, table: Table) -> None:
        """Writes the table in one step."""
        if self._whole:
            changes = marshal.dumps((self._whole.name, self._whole.sum, _changes(self._whole.table, table)))
            if len(changes) * _SMALL < self._whole.size:
                write_sealed(self.path, _head(table.engine), changes)
                return
        whole = marshal.dumps(astuple(table))
        name = f"{table.generation}.table"
        (self._folder / name).write_bytes(whole)
        write_sealed(self.path, _head(table.engine), marshal.dumps((name, sum_of(whole), None)))
        for path in self._folder.glob("*.table"):
            if path.name != name:
                with suppress(PermissionError):  # Windows refuses while a program has it open; the next build does it
                    path.unlink(missing_ok=True)


def _head(engine: bytes) -> bytes:
    """Another engine may have other fields, and another Python another format."""
    return _MAGIC + engine


def _changes(whole: Table, table: Table) -> tuple[Any, ...]:
    """The fields of the table, with the mappings as changes."""
    entries = {stage: _change(whole.entries.get(stage, {}), known) for stage, known in table.entries.items()}
    changes = [_change(old, new) for old, new in zip(_mappings(whole), _mappings(table), strict=True)]
    return astuple(replace(table, entries={}, looks={}, files={}, outputs={})), entries, changes


def _changed(whole: Table, changes: tuple[Any, ...]) -> Table:
    """The table of which these are the changes."""
    fields, entries, others = changes
    looks, files, outputs = map(_with, _mappings(whole), others)
    known = {stage: _with(whole.entries.get(stage, {}), change) for stage, change in entries.items()}
    return replace(Table(*fields), entries=known, looks=looks, files=files, outputs=outputs)


def _mappings(table: Table) -> tuple[dict[Any, Any], ...]:
    return table.looks, table.files, table.outputs


def _change(old: dict[Any, Any], new: dict[Any, Any]) -> Change:
    """What is the same object is the same; what is only equal is written again."""
    return {key: each for key, each in new.items() if old.get(key) is not each}, tuple(old.keys() - new.keys())


def _with(old: dict[Any, Any], change: Change) -> dict[Any, Any]:
    added, gone = change
    new = old | added
    for key in gone:
        del new[key]
    return new
