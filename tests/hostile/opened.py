"""Which files a piece of work opens, as the interpreter itself reports them (PEP 578)."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
# Events, and how many paths they begin with.
_CHANGES = {
    "os.remove": 1,
    "os.rename": 2,
    "os.mkdir": 1,
    "os.rmdir": 1,
    "os.link": 2,
    "os.symlink": 2,
}


@dataclass
class Opened:
    """Paths, followed to where they lead."""

    read: set[Path] = field(default_factory=set)
    changed: set[Path] = field(default_factory=set)


_listening: list[Opened] = []


def _hear(event: str, args: tuple[object, ...]) -> None:
    if not _listening:
        return
    opened = _listening[-1]
    if event == "open" and isinstance(args[0], (str, bytes, os.PathLike)):
        flags = args[2] if isinstance(args[2], int) else 0
        (opened.changed if flags & _WRITING else opened.read).add(_place(args[0]))
    elif event in _CHANGES:
        opened.changed.update(
            _place(path) for path in args[: _CHANGES[event]] if isinstance(path, (str, bytes, os.PathLike))
        )


def _place(path: "str | bytes | os.PathLike[str]") -> Path:
    return Path(os.path.realpath(os.fsdecode(path)))


sys.addaudithook(_hear)  # it stays for as long as the process: hence the list


@contextmanager
def opened() -> Iterator[Opened]:
    """What is opened until the end of the block, by this process."""
    found = Opened()
    _listening.append(found)
    try:
        yield found
    finally:
        _listening.remove(found)
