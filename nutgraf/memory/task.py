"""Tasks: the work of one stage, in this process or in another one.

A process that starts as a copy of this one has everything already. Any other is handed the task, pickled: what is done
for a key, what that may look at, and where values lie; not what is remembered, which only the first process asks.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from nutgraf.build import Look
from nutgraf.memory.looks import Watched
from nutgraf.memory.store import DIGEST, Handle, Store, size_in
from nutgraf.memory.table import Entry
from nutgraf.work import Scene


class Opener:
    """Opens what a memory has kept, in another process."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def open(self, handle: Handle) -> Any:
        """The value that was kept."""
        return self._store.open(handle)

    def digest(self, handle: Handle) -> bytes:
        """A digest of the value that was kept."""
        return handle[DIGEST]

    def before(self, stage: str, key: str) -> None:
        """None: what the work gave last time is not known here."""


class Task:
    """The work of one stage for any of its keys."""

    def __init__(self, do: Callable[..., Any], scenes: Sequence[Scene], store: Store, others: tuple[Path, str]) -> None:
        """``store`` is that of the first process; each other writes to its own file of that folder."""
        self._do = do
        self._subjects = tuple((scene.name, scene.subject) for scene in scenes)
        self._store = store
        self._others = others
        self._stores: dict[int, Store] = {}

    def __call__(self, key: str, process: int) -> Entry:
        """What the work looks at and gives for the key; ``process`` is 0 in the first one."""
        store = self._store_of(process) if process else self._store
        seen: set[Look] = set()
        size = 0

        def keep(value: object, *, exactly: bool = False) -> Handle:
            nonlocal size
            handle = store.keep(value, exactly=exactly)
            size += size_in(handle)
            return handle

        value = self._do(key, keep, *(Watched(name, subject, seen) for name, subject in self._subjects))
        return tuple(seen), value, size

    def _store_of(self, process: int) -> Store:
        if process not in self._stores:
            folder, name = self._others
            self._stores[process] = Store(folder, f"{name}-{process}")
        return self._stores[process]
