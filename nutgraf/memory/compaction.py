"""Compaction: what the store keeps for nobody is thrown away before it takes more room than what is in use."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from nutgraf.memory.store import Store, files_in, name_in
from nutgraf.memory.table import Table

SPARE = 16 * 1024 * 1024  # bytes that may lie idle beside twice what is in use
FILES = 128  # every build that learns something adds one, and a process cannot hold many open


def compact(folder: Path, table: Table) -> tuple[str, ...]:
    """The names of the files that the values of the table lie in.

    When they hold too much else, the values are copied into one new file first, and looks that nothing has looked at
    any more are forgotten. Raises StoreError.
    """
    files = {name: path.stat().st_size for name, path in files_in(folder).items()}
    live = sum(size for entries in table.entries.values() for _, _, size in entries.values())
    if sum(files.values()) <= 2 * live + SPARE and len(files) <= FILES:
        return tuple(files)
    used = {look for entries in table.entries.values() for looks, _, _ in entries.values() for look in looks}
    name = f"{table.generation}-all"
    new = Store(folder, name)
    try:
        entries = {
            stage: {key: (looks, _moved(value, files, new), size) for key, (looks, value, size) in known.items()}
            for stage, known in table.entries.items()
        }
    finally:
        new.close()
    table.looks = {look: digest for look, digest in table.looks.items() if look in used}
    table.entries = entries  # all of them or, when the disk is full, none
    return (name,)


def _moved(value: Any, names: Collection[str], new: Store) -> Any:
    """The value with the handles in it leading to the new store."""
    if isinstance(value, bytes):
        return new.move(value) if name_in(value) in names else value
    if isinstance(value, tuple):
        return tuple(_moved(each, names, new) for each in value)
    if isinstance(value, dict):
        return {key: _moved(each, names, new) for key, each in value.items()}
    return value
