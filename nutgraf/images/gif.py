"""GIF: size, whether it moves, and the file without comments (CompuServe GIF89a)."""

from collections.abc import Iterator
from struct import unpack_from

from nutgraf.images.header import Header, damaged

SIGNATURES = (b"GIF87a", b"GIF89a")
_IMAGE, _EXTENSION, _END = 0x2C, 0x21, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_APPLICATIONS = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")  # how often it repeats; colour profile


def read_gif(data: bytes) -> Header:
    """The header; reading stops at the second frame, so damage after it is not noticed.

    Raises FlawedImageError without a frame or at an unknown block, IndexError or struct.error if the file ends too
    early.
    """
    width, height = unpack_from("<HH", data, 6)
    frames = 0
    for start, _ in _blocks(data):
        frames += data[start] == _IMAGE
        if frames > 1:
            break
    if not frames:
        raise damaged("it holds no picture")
    return Header("gif", width, height, is_animated=frames > 1)


def clean_gif(data: bytes) -> bytes:
    """The same picture, frame for frame, without comments, XMP and whatever follows its end (GIF89a).

    Raises FlawedImageError at an unknown block, IndexError or struct.error if the file ends too early.
    """
    kept = (data[start:end] for start, end in _blocks(data) if _is_kept(data, start))
    return b"".join([data[: _first_block(data)], *kept])


def _is_kept(data: bytes, start: int) -> bool:
    if data[start] != _EXTENSION:
        return True
    label = data[start + 1]
    return label == _CONTROL or (label == _APPLICATION and data[start + 3 : start + 14] in _APPLICATIONS)


def _first_block(data: bytes) -> int:
    return 13 + _colours(data[10])


def _colours(flags: int) -> int:
    """The bytes of the colour table that the flags announce."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks(data: bytes) -> Iterator[tuple[int, int]]:
    """Where each block starts and ends: frames, extensions, and the end of the file."""
    position = _first_block(data)
    while True:
        kind = data[position]
        if kind == _END:
            yield position, position + 1
            return
        if kind == _IMAGE:
            end = _end(data, position + 11 + _colours(data[position + 9]))
        elif kind == _EXTENSION:
            end = _end(data, position + 2)
        else:
            raise damaged("a block of it is of no known kind")
        yield position, end
        position = end


def _end(data: bytes, position: int) -> int:
    """Where a chain of sub-blocks ends, its empty last one included."""
    while data[position]:
        position += data[position] + 1
    return position + 1
