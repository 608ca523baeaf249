"""The lock: one build at a time writes to an output folder and its memory."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from filelock import lock_descriptor

Tell = Callable[[str], None]


def untold(_: str) -> None:
    """Nobody is told."""


@contextmanager
def locked(folder: Path, tell: Tell) -> Iterator[None]:
    """A context in which this process holds the lock of the folder, which is made if needed; waits for another build.

    tell: called once with a sentence if it has to wait. Raises OSError. The system frees the lock when the process
    ends, however it ends. The file is ours, and filelock only locks it: its own lock files are let go in copies of the
    process, which may still write when the build they work for was killed.
    """
    has_waited = False
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "lock").open("a+b") as file:
            if not lock_descriptor(file.fileno(), blocking=has_waited):
                tell("another build is running; waiting for it to end")
                has_waited = lock_descriptor(file.fileno())
            if _is_in_place(file, folder / "lock"):
                yield
                return


def _is_in_place(file: IO[bytes], path: Path) -> bool:
    """Whether it is still the lock: the cache may be deleted at any time, and who comes then makes another."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
