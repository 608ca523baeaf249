"""The lock: one build at a time writes to an output folder and its memory."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

Tell = Callable[[str], None]


def untold(_: str) -> None:
    """Nobody is told."""


@contextmanager
def locked(folder: Path, tell: Tell) -> Iterator[None]:
    """Holds the lock of the folder, which is made where there is none; where another build holds it, says so and waits.

    The system frees it when the process ends, however it ends.
    """
    has_waited = False
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "lock").open("a+b") as file:
            if not _take(file, waits=has_waited):
                tell("another build is running; waiting for it to end")
                has_waited = _take(file, waits=True)
            if _is_in_place(file, folder / "lock"):
                yield
                return


def _is_in_place(file: IO[bytes], path: Path) -> bool:
    """Whether it is still the lock: the cache may be deleted at any time, and who comes then makes another."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes], *, waits: bool) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if waits else msvcrt.LK_NBLCK, 1)
        except OSError:
            return waits and _take(file, waits=True)
        return True

else:
    import fcntl

    def _take(file: IO[bytes], *, waits: bool) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX if waits else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
