"""The store: values on disk, each with a digest of its bytes, in a few files that only grow."""

import hashlib
import os
import pickle
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nutgraf.digests import pickled

Handle = tuple[str, int, int, bytes]  # file, offset, length, digest
_DIGEST = 8  # bytes; two stand before each value: of all that follows, so that damage shows, and its own


class StoreError(Exception):
    """A value is not there any more, or not as it was written."""


class Store:
    """Reads values, and writes new ones to a file of its own."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._name = name
        self._out: int | None = None
        self._end = 0
        self._open: dict[str, int] = {}

    def keep(self, value: object, *, exactly: bool = False) -> Handle:
        """Writes the value and says where it is.

        The digest in the handle is that of the value where it is kept ``exactly``. Else it may differ for equal values.
        """
        written = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)  # a sixth of the exact bytes, and sooner read
        record = _sum(pickled(value) if exactly else written) + written
        return self._append(_sum(record) + record)

    def open(self, handle: Handle) -> Any:
        """The value. Raises StoreError when the file is gone, cut short or damaged."""
        record = self._record(handle)
        if _sum(record[_DIGEST:]) != record[:_DIGEST] or _digest(record) != handle[3]:
            raise StoreError(f"{handle[0]} is damaged")
        return pickle.loads(record[2 * _DIGEST :])  # noqa: S301  # what the engine itself has written

    def move(self, handle: Handle) -> Handle:
        """Copies a value of another file into this one’s."""
        return self._append(self._record(handle))

    def close(self) -> None:
        """Lets go of the files."""
        for opened in (*self._open.values(), *([self._out] if self._out is not None else [])):
            os.close(opened)
        self._open, self._out = {}, None

    def _append(self, record: bytes) -> Handle:
        if self._out is None:
            self._out = os.open(self._folder / self._name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o644)
        handle = (self._name, self._end, len(record), _digest(record))
        self._end += len(record)
        while record:  # a disk that is nearly full takes only a part, and says so the next time
            record = record[os.write(self._out, record) :]
        return handle

    def _record(self, handle: Handle) -> bytes:
        name, offset, length, _ = handle
        try:
            if name not in self._open:
                self._open[name] = os.open(self._folder / name, os.O_RDONLY)
            record = os.pread(self._open[name], length, offset)
        except OSError as error:
            raise StoreError(str(error)) from None
        if len(record) != length:
            raise StoreError(f"{name} is cut short")
        return record


def files_in(folder: Path) -> tuple[str, ...]:
    """The names of the files of the store."""
    return tuple(sorted(path.name for path in folder.glob("*.values")))


def remove_others(folder: Path, kept: Iterable[str]) -> None:
    """Removes the files of the store that no handle leads to."""
    names = set(kept)
    for path in folder.glob("*.values"):
        if path.name not in names:
            path.unlink(missing_ok=True)


def _digest(record: bytes) -> bytes:
    return record[_DIGEST : 2 * _DIGEST]


def _sum(written: bytes) -> bytes:
    return hashlib.blake2b(written, digest_size=_DIGEST).digest()
