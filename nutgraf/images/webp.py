"""WebP: size, orientation, whether it moves, and the file without camera data (RFC 9649)."""

from collections.abc import Iterator
from struct import pack, unpack_from

from nutgraf.images.exif import block_of, orientation
from nutgraf.images.header import Header, damaged, upright

_KEPT = (b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP")
_HAS_EXIF, _HAS_XMP = 0x08, 0x04
_IN_14_BITS = 0x3FFF


def is_webp(data: bytes) -> bool:
    """True if the first 12 bytes are those of a WebP file (RFC 9649, section 2.4)."""
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def read_webp(data: bytes) -> Header:
    """The header, with the size of the first chunk that has one and the orientation of EXIF.

    Raises FlawedImageError if there is no size or the file ends too early, struct.error if a chunk is too short.
    """
    size, lies, frames = None, 1, 0
    for kind, start, end in _chunks(data):
        size = size or _size(kind, data, start + 8)
        frames += kind == b"ANMF"
        if kind == b"EXIF":
            lies = orientation(data[start + 8 : end])
    if not size:
        raise damaged("it holds no picture")
    return upright("webp", size, lies, is_animated=frames > 1)


def clean_webp(data: bytes) -> bytes:
    """The same picture without EXIF, XMP, unknown chunks and whatever follows its end.

    A new EXIF chunk keeps the orientation. Raises what read_webp raises, and IndexError if the first chunk is empty.
    """
    lies = read_webp(data).orientation
    parts = [_without_flags(kind, data[start:end], lies) for kind, start, end in _chunks(data) if kind in _KEPT]
    if lies > 1:
        block = block_of(lies)
        parts.append(b"EXIF" + pack("<I", len(block)) + block)
    body = b"".join([b"WEBP", *parts])
    return b"RIFF" + pack("<I", len(body)) + body


def _size(kind: bytes, data: bytes, start: int) -> tuple[int, int] | None:
    """The width and height, where the chunk names them."""
    if kind == b"VP8X":
        return _in_24_bits(data, start + 4) + 1, _in_24_bits(data, start + 7) + 1
    if kind == b"VP8L":
        (bits,) = unpack_from("<I", data, start + 1)
        return (bits & _IN_14_BITS) + 1, (bits >> 14 & _IN_14_BITS) + 1
    if kind == b"VP8 ":
        width, height = unpack_from("<HH", data, start + 6)
        return width & _IN_14_BITS, height & _IN_14_BITS
    return None


def _in_24_bits(data: bytes, start: int) -> int:
    low, high = unpack_from("<HB", data, start)
    return int(low | high << 16)


def _without_flags(kind: bytes, chunk: bytes, lies: int) -> bytes:
    """The chunk; the first one no longer announces what is left out."""
    if kind != b"VP8X":
        return chunk
    flags = chunk[8] & ~_HAS_XMP & ~_HAS_EXIF | (_HAS_EXIF if lies > 1 else 0)
    return chunk[:8] + bytes([flags]) + chunk[9:]


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """The name of each chunk, where it starts and where it ends, with the byte that evens it out."""
    (length,) = unpack_from("<I", data, 4)
    whole, position = length + 8, 12
    if whole > len(data):
        raise damaged()
    while position < whole:
        kind, size = unpack_from("<4sI", data, position)
        end = position + 8 + size
        if end > len(data):
            raise damaged()
        end += size % 2
        yield kind, position, end
        position = end
