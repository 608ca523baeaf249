"""Faces: the fonts that pictures are set in, and which letters they have."""

import struct
from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol


class Face(Protocol):
    """A file with a TrueType or OpenType font. Its ``repr`` is unlike any other’s, and short."""

    @property
    def path(self) -> str:
        """The path of the font file, for messages."""

    def read(self) -> bytes:
        """The bytes of the font file."""

    def __hash__(self) -> int:
        """A number that is the same for the same file: faces are keys of caches."""


@lru_cache(maxsize=32)
def letters_of(face: Face) -> frozenset[int]:
    """The code points that the font has; empty if it is not TrueType or OpenType, as a WOFF file is not.

    Read here and not by HarfBuzz, because planning a site needs to know them and drawing seldom follows. Raises
    nothing for damaged data, only what face.read() raises.
    """
    try:
        return frozenset(_letters(face.read()))
    except (struct.error, IndexError):
        return frozenset()


def _letters(data: bytes) -> Iterator[int]:
    """The code points of all subtables of “cmap” in the two formats that today’s fonts have (OpenType 1.9)."""
    (tables,) = struct.unpack_from(">H", data, 4)
    at = next((_long(data, place + 8) for place in range(12, 12 + 16 * tables, 16) if data[place:][:4] == b"cmap"), 0)
    if not at or data[:4] not in (b"\0\1\0\0", b"OTTO", b"true"):
        return
    (subtables,) = struct.unpack_from(">H", data, at + 2)
    for place in {at + _long(data, at + 8 + 8 * number) for number in range(subtables)}:
        kind, length = struct.unpack_from(">HH", data, place)
        if kind == 4:
            yield from _segments(data[place : place + length])
        elif kind == 12:
            for group in range(_long(data, place + 12)):
                first, last = struct.unpack_from(">II", data, place + 16 + 12 * group)
                yield from range(first, min(last, 0x10FFFF) + 1)


def _segments(table: bytes) -> Iterator[int]:
    """The code points of a table in format 4: segments whose glyphs count along or are in a list behind them."""
    (count,) = struct.unpack_from(">H", table, 6)
    (lasts, firsts, deltas, offsets) = (
        struct.unpack_from(f">{count // 2}H", table, place)
        for place in (14, 16 + count, 16 + 2 * count, 16 + 3 * count)
    )
    for number, (first, last, delta, offset) in enumerate(zip(firsts, lasts, deltas, offsets, strict=True)):
        for code in range(first, last + 1):
            glyph = code + delta
            if offset:
                place = 16 + 3 * count + 2 * number + offset + 2 * (code - first)
                (listed,) = struct.unpack_from(">H", table, place)
                glyph = listed and listed + delta
            if glyph & 0xFFFF and code != 0xFFFF:
                yield code


def _long(data: bytes, place: int) -> int:
    return int.from_bytes(data[place : place + 4], "big")
