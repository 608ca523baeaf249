"""PNG: size, orientation, and the file without text and camera data (W3C PNG, third edition)."""

from collections.abc import Iterator
from struct import pack, unpack_from
from zlib import crc32

from nutgraf.images.exif import block_of, orientation
from nutgraf.images.header import Header, damaged, upright

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs acTL fcTL fdAT".split())


def read_png(data: bytes) -> Header:
    """The header, with its orientation and whether it is animated (APNG).

    All chunks up to IEND are walked, no pixel is read. Raises FlawedImageError or struct.error for a damaged file.
    """
    size, lies, frames = None, 1, 1
    for kind, start, end in _chunks(data):
        if kind == b"IHDR":
            size = unpack_from(">II", data, start + 8)
        elif kind == b"acTL":
            (frames,) = unpack_from(">I", data, start + 8)
        elif kind == b"eXIf":
            lies = orientation(data[start + 8 : end - 4])
    if not size:
        raise damaged("it holds no picture")
    return upright("png", size, lies, is_animated=frames > 1)


def clean_png(data: bytes) -> bytes:
    """The same picture without text, time, EXIF, chunks of editors and whatever follows its end.

    A new eXIf chunk keeps the orientation. Raises what read_png raises.
    """
    lies = read_png(data).orientation
    parts = [SIGNATURE]
    for kind, start, end in _chunks(data):
        if kind in _KEPT:
            parts.append(data[start:end])
        if kind == b"IHDR" and lies > 1:
            parts.append(_chunk(b"eXIf", block_of(lies)))
    return b"".join(parts)


def _chunk(kind: bytes, contents: bytes) -> bytes:
    return pack(">I", len(contents)) + kind + contents + pack(">I", crc32(kind + contents))


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """The name of each chunk, where it starts and where it ends."""
    position = len(SIGNATURE)
    while True:
        length, kind = unpack_from(">I4s", data, position)
        end = position + 12 + length
        if end > len(data):
            raise damaged()
        yield kind, position, end
        if kind == b"IEND":
            return
        position = end
