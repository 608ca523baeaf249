"""The store: values on disk, each with a digest of its bytes, in a few files that only grow."""

import hashlib
import os
import pickle
import struct
from collections.abc import Iterable
from contextlib import suppress
from io import FileIO
from pathlib import Path
from threading import get_ident
from typing import Any
from weakref import finalize

from nutgraf.digests import pickled

Handle = bytes  # digest, offset, length, file; a large site has hundreds of thousands, and tuples take more room
_DIGEST = 8  # bytes; two stand before each value: of all that follows, so that damage shows, and its own
_PLACE = struct.Struct(f"<{_DIGEST}sQI")  # what stands in a handle before the name of its file
DIGEST = slice(_DIGEST)  # of a handle
_SUFFIX = ".values"


class StoreError(Exception):
    """A value is not there any more, or not as it was written."""


class Store:
    """Reads values, and writes new ones to a file of its own."""

    # Where to read next is a matter of the open file, which a copy of a process shares with it, as threads do: so each
    # process and each of its threads opens files of its own.

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._name = name
        self._out: FileIO | None = None
        self._end = 0
        self._open: dict[tuple[str, int, int], FileIO] = {}  # by name, process and thread
        finalize(self, _close, self._open)  # a closed store may be read again, and nobody closes it then

    def __reduce__(self) -> tuple[type["Store"], tuple[Path, str]]:
        """What another process needs of it, which opens the files anew."""
        return Store, (self._folder, self._name)

    def keep(self, value: object, *, exactly: bool = False) -> Handle:
        """A handle for the value, once it is written to the file of this store. Raises OSError.

        exactly: the digest in the handle is that of the value; otherwise it may differ for equal values.
        """
        written = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)  # a sixth of the exact bytes, and sooner read
        record = _sum(pickled(value) if exactly else written) + written
        return self._append(_sum(record) + record)

    def open(self, handle: Handle) -> Any:
        """The value of a handle. Raises StoreError if its file is gone, cut short or damaged."""
        record = self._record(handle)
        if _sum(record[_DIGEST:]) != record[:_DIGEST] or _digest(record) != handle[DIGEST]:
            raise StoreError(f"{name_in(handle)} is damaged")
        return pickle.loads(record[2 * _DIGEST :])  # noqa: S301  # what the engine itself has written

    def move(self, handle: Handle) -> Handle:
        """A new handle for the value, copied as bytes into this store’s file. Raises StoreError as open does."""
        return self._append(self._record(handle))

    def close(self) -> None:
        """Closes all files; the store opens them anew if it is used again."""
        _close(self._open)
        if self._out:
            self._out.close()
            self._out = None

    def _append(self, record: bytes) -> Handle:
        if self._out is None:
            path = self._folder / f"{self._name}{_SUFFIX}"
            self._out = FileIO(path, "ab")
            self._end = self._out.tell()  # after a process before, if this one has been given its number again
        handle = _PLACE.pack(_digest(record), self._end, len(record)) + self._name.encode()
        self._end += len(record)
        while record:  # a disk that is nearly full takes only a part, and says so the next time
            record = record[self._out.write(record) :]
        return handle

    def _record(self, handle: Handle) -> bytes:
        _, offset, length = _PLACE.unpack_from(handle)
        name = name_in(handle)
        try:
            opened = self._open.get((name, os.getpid(), get_ident()))
            if opened is None:
                opened = FileIO(self._folder / f"{name}{_SUFFIX}")
                self._open[name, os.getpid(), get_ident()] = opened
            opened.seek(offset)
            record = opened.read(length)
        except OSError as error:
            raise StoreError(str(error)) from None
        if len(record) != length:
            raise StoreError(f"{name} is cut short")
        return record


def _close(files: dict[tuple[str, int, int], FileIO]) -> None:
    for opened in files.values():
        opened.close()
    files.clear()


def name_in(handle: Handle) -> str:
    """The name, without its ending, of the file that the handle leads to."""
    return handle[_PLACE.size :].decode(errors="replace")


def size_in(handle: Handle) -> int:
    """The bytes that the value takes in its file."""
    size: int = _PLACE.unpack_from(handle)[2]
    return size


def files_in(folder: Path) -> dict[str, Path]:
    """The paths of the store’s files by name, without their ending, sorted."""
    return {path.stem: path for path in sorted(folder.glob(f"*{_SUFFIX}"))}


def remove_others(folder: Path, kept: Iterable[str]) -> None:
    """Removes the files of the store that no handle leads to. What Windows does not let go, the next build removes."""
    names = set(kept)
    for name, path in files_in(folder).items():
        if name not in names:
            with suppress(PermissionError):
                path.unlink(missing_ok=True)


def _digest(record: bytes) -> bytes:
    return record[_DIGEST : 2 * _DIGEST]


def _sum(written: bytes) -> bytes:
    return hashlib.blake2b(written, digest_size=_DIGEST).digest()
