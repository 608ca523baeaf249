"""Compaction: what the store keeps for nobody is thrown away before it takes more room than what is in use."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from nutgraf.memory.store import Handle, Store
from nutgraf.memory.table import Table

SPARE = 16 * 1024 * 1024  # bytes that may lie idle beside twice what is in use
FILES = 128  # every build that learns something adds one, and a process cannot hold many open


def compact(folder: Path, table: Table) -> tuple[str, ...]:
    """The names of the files that the values of the table lie in.

    When they hold too much else, the values are copied into one new file first, and looks that nothing has looked at
    any more are forgotten. Raises StoreError.
    """
    files = {path.name: path.stat().st_size for path in folder.glob("*.values")}
    live = sum(size for entries in table.entries.values() for _, _, size in entries.values())
    if sum(files.values()) <= 2 * live + SPARE and len(files) <= FILES:
        return tuple(sorted(files))
    used = {look for entries in table.entries.values() for looks, _, _ in entries.values() for look in looks}
    table.looks = {look: digest for look, digest in table.looks.items() if look in used}
    name = f"{table.generation}-all.values"
    new = Store(folder, name)
    try:
        for entries in table.entries.values():
            for key, (looks, value, size) in entries.items():
                entries[key] = looks, _moved(value, files, new), size
    finally:
        new.close()
    return (name,)


def _moved(value: Any, files: Collection[str], new: Store) -> Any:
    """The value with the handles in it leading to the new store."""
    if isinstance(value, tuple):
        return new.move(value) if _is_handle(value, files) else tuple(_moved(each, files, new) for each in value)
    if isinstance(value, dict):
        return {key: _moved(each, files, new) for key, each in value.items()}
    return value


def _is_handle(value: Handle | tuple[Any, ...], files: Collection[str]) -> bool:
    """Whether it is one: four fields, of which the first names a file of the store and the last is a digest."""
    return len(value) == 4 and isinstance(value[0], str) and value[0] in files and isinstance(value[3], bytes)
