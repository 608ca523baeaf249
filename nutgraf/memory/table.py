"""The table: everything that a build remembers, as plain values."""

from typing import Any

from msgspec import Struct, field

from nutgraf.build import Look

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
