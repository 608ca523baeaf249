"""Progress of long work: a bar on a terminal, plain lines elsewhere, nothing for what is over in a second."""

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:  # rich takes 50 ms to import, and most builds are over before it is needed
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

Thing = TypeVar("Thing")
PATIENCE = 1.0  # seconds of silence before progress is shown
EVERY = 5.0  # seconds between plain lines


class Track(Protocol):
    """Hands on the things one by one and may tell someone how far it is."""

    def __call__(self, name: str, things: Sequence[Thing]) -> Iterable[Thing]:
        """The things, in order."""


def untracked(name: str, things: Sequence[Thing]) -> Iterable[Thing]:
    """The things; nobody is told."""
    del name
    return things


class Progress:
    """Tells the person at the terminal how far the stages are; a context manager, and a Track."""

    def __init__(self, *, is_quiet: bool, patience: float = PATIENCE, every: float = EVERY) -> None:
        self._is_quiet = is_quiet
        self._patience = patience
        self._every = every
        self._started = time.monotonic()
        self._last_line = self._started
        self._bar: Bar | None = None

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, name: str, things: Sequence[Thing]) -> Iterator[Thing]:
        """The things of one stage, in order."""
        task = None
        for number, thing in enumerate(things):
            if not self._is_quiet and time.monotonic() - self._started > self._patience:
                task = self._tell(name, number, len(things), task)
            yield thing
        if task is not None:
            self._tell(name, len(things), len(things), task)

    def _tell(self, name: str, number: int, total: int, task: "TaskID | None") -> "TaskID | None":
        if sys.stderr.isatty():
            return self._draw(name, number, total, task)
        if time.monotonic() - self._last_line > self._every:
            self._last_line = time.monotonic()
            print(f"{name}: {number} of {total}", file=sys.stderr)  # noqa: T201  # this is the terminal’s module
        return None

    def _draw(self, name: str, number: int, total: int, task: "TaskID | None") -> "TaskID":
        if self._bar is None:
            self._bar = _start_bar()
        drawn = self._bar.add_task(name, total=total) if task is None else task
        self._bar.update(drawn, completed=number)
        return drawn


def _start_bar() -> "Bar":
    from rich.console import Console
    from rich.progress import Progress as RichBar

    bar = RichBar(console=Console(stderr=True), transient=True)
    bar.start()
    return bar
