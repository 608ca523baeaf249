"""The memory: does the work whose looks would see something else than last time, and remembers the rest."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import itemgetter
from pathlib import Path
from typing import Any

from nutgraf.build import Look
from nutgraf.memory.looks import digest_at
from nutgraf.memory.pool import each, worth
from nutgraf.memory.store import DIGEST, Handle, Store
from nutgraf.memory.table import Entry, Table
from nutgraf.memory.task import Opener, Task
from nutgraf.progress import Track, untracked
from nutgraf.work import Scene, Still, always

MOST_OPENED = 2_000  # values that a process keeps open; a save opens some hundreds

_TOLD = {
    "content": "Reading content",
    "seeds": "Reading sources",
    "bound": "Looking up quotations and names",
    "checks": "Checking",
    "pages": "Making pages",
}


class Memory:
    """A runner that skips what is known."""

    def __init__(
        self,
        folder: Path,
        old: Table,
        jobs: int = 1,
        track: Track = untracked,
        opened: Mapping[Handle, Any] | None = None,
    ) -> None:
        """``opened`` are values that the last build of this process has opened; None when it keeps none."""
        self.digest: Callable[[Handle], bytes] = itemgetter(DIGEST)  # of a kept value; asked ten thousand times
        self.table = Table(old.engine, old.generation + 1, looks=dict(old.looks))
        self.opened: dict[Handle, Any] = {}  # by this build, for the next one of this process
        self.worked: dict[str, set[str]] = {}  # the keys that had to be done, by stage
        self._folder = folder
        self._old = old
        self._jobs = jobs
        self._track = track
        self._opened = opened
        self._changed: dict[str, set[Look]] = {}  # by scene
        self._looks: dict[str, list[Look]] = {}  # of the last build, by scene
        for look in old.looks:
            self._looks.setdefault(look[0], []).append(look)
        self._one: dict[Look, Look] = {}  # one object for each look, however many have looked
        self._pools = 0
        self._store = Store(folder, f"{self.table.generation}-0-0")

    def __reduce__(self) -> tuple[type[Opener], tuple[Store]]:
        """What another process needs of it."""
        return Opener, (self._store,)

    def run(
        self, stage: str, keys: Iterable[str], do: Callable[..., Any], *scenes: Scene, still: Still = always
    ) -> dict[str, Any]:
        """What ``do`` gives for each key, in their order: now, or when it last had to be done.

        stage: under which name results are remembered. do: called as ``do(key, keep, *subjects)``, possibly in another
        process. scenes: what it may look at. still: False for a remembered value that is no longer good.
        """
        changed = set().union(*(self._changed_in(scene) for scene in scenes))
        known = self._old.entries.get(stage, {})
        entries: dict[str, Entry | None] = {}
        for key in keys:
            entry = known.get(key)
            is_fresh = entry is not None and changed.isdisjoint(entry[0]) and still(entry[1])
            entries[key] = entry if is_fresh else None
        stale = [key for key, entry in entries.items() if entry is None]
        self.worked.setdefault(stage, set()).update(stale)
        entries.update(
            zip(self._track(_TOLD.get(stage, "Finding out more"), stale), self._work(do, stale, scenes), strict=True)
        )
        done = {key: entry for key, entry in entries.items() if entry is not None}
        self.table.entries.setdefault(stage, {}).update(done)
        self._remember((done[key] for key in stale), scenes)
        return {key: entry[1] for key, entry in done.items()}

    def before(self, stage: str, key: str) -> Any:
        """The value of the last build for this key, still valid or not.

        None if there was none. stage, key: as given to run.
        """
        entry = self._old.entries.get(stage, {}).get(key)
        return entry[1] if entry else None

    def was_done(self, stage: str, key: str) -> bool:
        """True if the work had to be done in this build, False if it was remembered. stage, key: as given to run."""
        return key in self.worked.get(stage, ())

    def keep(self, value: object, *, exactly: bool = False) -> Handle:
        """A handle for the value, which is written to the cache.

        exactly: equal values get equal digests, at the cost of speed; otherwise these may differ.
        """
        return self._store.keep(value, exactly=exactly)

    def open(self, handle: Handle) -> Any:
        """The value of a handle. Raises StoreError if it is gone from the cache or damaged."""
        if self._opened is None:
            return self._store.open(handle)
        value = self.opened.get(handle) or self._opened.get(handle) or self._store.open(handle)
        if len(self.opened) < MOST_OPENED:
            self.opened[handle] = value
        return value

    def reasons(self, stage: str, key: str) -> tuple[Look, ...]:
        """What has changed for a piece of work that is done again, as (scene, attribute, key).

        () for work that is new.
        """
        entry = self._old.entries.get(stage, {}).get(key)
        looks = entry[0] if entry else ()
        return tuple(look for look in looks if any(look in changed for changed in self._changed.values()))

    def close(self) -> None:
        """Closes the files of the cache; handles of this build cannot be opened any more."""
        self._store.close()

    def _work(self, do: Callable[..., Any], keys: list[str], scenes: tuple[Scene, ...]) -> Iterator[Entry]:
        """The entries of keys that have to be done, in their order."""
        self._pools += 1
        task = Task(do, scenes, self._store, (self._folder, f"{self.table.generation}-{self._pools}"))
        return map(self._shared, each(task, keys, worth(self._jobs, keys)))

    def _shared(self, entry: Entry) -> Entry:
        """The entry with looks that it shares with others: of a large site they would be most of the memory."""
        looks, value, size = entry
        return tuple(map(self._one.setdefault, looks, looks)), value, size

    def _remember(self, entries: Iterable[Entry], scenes: tuple[Scene, ...]) -> None:
        """Notes what new entries have looked at; the others have looked at nothing that has changed."""
        by_name = {scene.name: scene for scene in scenes}
        for looks, _, _ in entries:
            for look in looks:
                if look not in self.table.looks:
                    self.table.looks[look] = digest_at(look, by_name[look[0]])

    def _changed_in(self, scene: Scene) -> set[Look]:
        """The looks of the last build that would see something else in this scene."""
        if scene.name not in self._changed:
            old, looks = self._old.looks, self._looks.get(scene.name, ())
            self._changed[scene.name] = {look for look in looks if digest_at(look, scene) != old[look]}
            for look in self._changed[scene.name]:
                del self.table.looks[look]
        return self._changed[scene.name]
