"""A session: one build with its memory, from opening the folder of the cache to leaving it in order."""

import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import TracebackType

from msgspec.structs import replace

from nutgraf.additions import AdditionError
from nutgraf.build import Build, Options
from nutgraf.memory.compaction import compact
from nutgraf.memory.engine import known_engine
from nutgraf.memory.glance import SEEN, remember
from nutgraf.memory.inputs import Inputs
from nutgraf.memory.memory import Memory
from nutgraf.memory.outputs import Outputs
from nutgraf.memory.recall import Recall
from nutgraf.memory.scan import scan
from nutgraf.memory.signatures import TICK, clock_of
from nutgraf.memory.store import StoreError, files_in, remove_others
from nutgraf.memory.table import Table
from nutgraf.memory.table_file import TableFile
from nutgraf.progress import Track, untracked
from nutgraf.publish import OutputError
from nutgraf.read import ChangedError

# What a build may end with and leave nothing in doubt.
_FORESEEN = (AdditionError, ChangedError, OutputError, OSError, StoreError)


class Session:
    """What one build remembers of the last, and leaves to the next; a context manager."""

    def __init__(self, options: Options, folder: Path, track: Track = untracked, recall: Recall | None = None) -> None:
        # A build that has failed on something unforeseen may have failed on what was remembered.
        self._options = replace(options, forgets=options.forgets or (recall is not None and recall.is_lost))
        self._folder = folder
        self._file = TableFile(folder)
        self._recall = recall
        self.compiled = folder / "templates"
        self.compiled.mkdir(parents=True, exist_ok=True)
        self.environments = recall.environments if recall else {}
        self._old, is_recalled = self._last()
        remove_others(self._folder, self._old.stores)
        opened = recall.opened if recall and is_recalled else None
        self.memory = Memory(self._folder, self._old, options.jobs, track, opened)
        self.memory.table.clock = clock_of(self._folder)
        self._seen = scan(str(options.project), SEEN)
        self.inputs = Inputs(self._seen, self._old, self.memory.table)
        self.outputs = Outputs(options.output, self._old, recall.there(self._old, options.output) if recall else None)

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.memory.close()
        if self._recall and error and not isinstance(error, _FORESEEN):
            self._recall.forget()

    def save(self, done: Build, files: Sequence[tuple[str, bytes, bytes]] | None) -> None:
        """Notes the build for the next one.

        files: name, fingerprint and digest of every published file; None if nothing was published. Waits for one tick
        of the file system’s clock (TICK seconds) unless it is a preview, so that the times of the files can be
        trusted.
        """
        table = self.memory.table
        if files is None:
            table.outputs, table.written_clock = self._old.outputs, self._old.written_clock
        else:
            if not self._options.is_preview:
                time.sleep(TICK)  # what was just written is as good as old then, and need not be read to be trusted
            self.outputs.remember(table, files, clock_of(self._folder))
        if self._recall:
            table.stores = tuple(files_in(self._folder))
            self._recall.opened = self.memory.opened
            self._recall.keep(self._file.path, table, self.outputs, partial(self._put_away, done))
        else:
            self._put_away(done)

    def _last(self) -> tuple[Table, bool]:
        """What the last build remembered, and whether that was one of this process."""
        recalled = self._recall.table(self._file.path) if self._recall else None
        if recalled and not self._options.forgets:
            return recalled, True
        engine = known_engine(self._folder, keeps=True) + self._options.additions.code
        return (Table(engine) if self._options.forgets else self._file.load(engine)), False

    def _put_away(self, done: Build) -> None:
        table = self.memory.table
        table.stores = compact(self._folder, table)
        self._file.save(table)
        if done.is_published:
            written = {name: signature for name, (_, _, signature) in table.outputs.items()}
            remember(self._options, self._folder, done, (self._seen, table.clock), (written, table.written_clock))
