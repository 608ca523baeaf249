"""A session: one build with its memory, from opening the folder of the cache to leaving it in order."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from nutgraf.memory.engine import engine_digest
from nutgraf.memory.inputs import Inputs
from nutgraf.memory.memory import Memory
from nutgraf.memory.outputs import Outputs
from nutgraf.memory.signatures import clock_of
from nutgraf.memory.store import remove_others
from nutgraf.memory.table import Table, load_table, save_table

CACHE = ".cache"  # in the project; safe to delete at any time
_TABLE = "table"


class Session:
    """What one build remembers of the last, and tells the next; a context manager."""

    def __init__(self, project: Path, output: Path, jobs: int = 1, *, forgets: bool = False) -> None:
        self._folder = project / CACHE / folder_for(project, output)
        self._folder.mkdir(parents=True, exist_ok=True)
        engine = engine_digest()
        self._old = Table(engine) if forgets else load_table(self._folder / _TABLE, engine)
        remove_others(self._folder, self._old.stores)
        self.memory = Memory(self._folder, self._old, jobs)
        self.inputs = Inputs(self._folder, self._old, self.memory.table)
        self.outputs = Outputs(output, self._old)

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.memory.close()

    def save(self, files: Iterable[tuple[str, bytes, bytes]] | None) -> None:
        """Remembers the build; ``files`` are those that were published, None when nothing was."""
        table = self.memory.table
        if files is None:
            table.outputs, table.written_clock = self._old.outputs, self._old.written_clock
        else:
            self.outputs.remember(table, files, clock_of(self._folder))
        table.stores = tuple(sorted(path.name for path in self._folder.glob("*.values")))
        save_table(self._folder / _TABLE, table)


def folder_for(project: Path, output: Path) -> str:
    """The name of the folder in the cache: each output folder has its own."""
    place = output.resolve()
    inside = place.relative_to(project.resolve()).as_posix() if place.is_relative_to(project.resolve()) else str(place)
    return f"{output.name}-{hashlib.sha256(inside.encode()).hexdigest()[:8]}"
