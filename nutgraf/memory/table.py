"""The table: everything that a build remembers, in one file of plain values."""

import hashlib
import marshal
import os
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import astuple

from nutgraf.build import Look

_MAGIC = b"nutgraf memory 2\n"
_SUM = 16  # bytes

# What work looked at, what it gave, and how many bytes of the store it keeps.
Entry = tuple[tuple[Look, ...], Any, int]
# Size, time of change, time of status change (both in nanoseconds), number: of a file that has not been touched, all
# are what they were.
Signature = tuple[int, int, int, int]


class Table(Struct):
    """What is remembered."""

    engine: bytes = b""  # digest of the engine that wrote this
    generation: int = 0  # how many builds have written it
    entries: dict[str, dict[str, Entry]] = field(default_factory=dict)  # by stage and key
    looks: dict[Look, bytes] = field(default_factory=dict)  # the digest of what each look saw
    stores: tuple[str, ...] = ()  # the files of the store
    files: dict[str, tuple[Signature, str]] = field(default_factory=dict)  # inputs: signature and SHA-256
    # By file: fingerprint, digest of the contents, signature.
    outputs: dict[str, tuple[bytes, bytes, Signature]] = field(default_factory=dict)
    clock: int = 0  # when the inputs were read, by the clock of their disk, in nanoseconds
    written_clock: int = 0  # the same, when the outputs were written


def load_table(path: Path, engine: bytes) -> Table:
    """What the last build remembered; an empty table when that is gone, damaged, or of another engine."""
    try:
        data = path.read_bytes()
    except OSError:
        return Table(engine)
    start = _MAGIC + engine  # another engine may have other fields, and another Python another format
    head, payload = data[: len(start) + _SUM], data[len(start) + _SUM :]
    if head != start + _sum(payload):
        return Table(engine)
    return Table(*marshal.loads(payload))  # noqa: S302  # only plain values, and their digest is right


def save_table(path: Path, table: Table) -> None:
    """Writes the table in one step."""
    payload = marshal.dumps(astuple(table))
    new = path.with_suffix(".new")
    new.write_bytes(_MAGIC + table.engine + _sum(payload) + payload)
    os.replace(new, path)  # noqa: PTH105  # atomic on every system


def _sum(payload: bytes) -> bytes:
    return hashlib.blake2b(payload, digest_size=_SUM).digest()
