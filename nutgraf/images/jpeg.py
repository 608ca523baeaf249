"""JPEG: size, orientation, and the file without what a camera writes about itself (ITU-T T.81 annex B)."""

import re
from collections.abc import Iterator
from struct import unpack_from

from nutgraf.images.exif import block_of, orientation
from nutgraf.images.header import Header, damaged, upright

_SCAN, _END = 0xDA, 0xD9
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # SOF0 to SOF15; those left out are tables
_APP0, _APP1, _APP2, _APP14 = 0xE0, 0xE1, 0xE2, 0xEE
_COMMENT = 0xFE
_AFTER_SCAN = re.compile(rb"\xff[\x02-\xcf\xd8-\xfe]")  # the next marker that does not belong to the scan
_EXIF, _PROFILE, _ADOBE, _JFIF = b"Exif\0\0", b"ICC_PROFILE\0", b"Adobe", b"JFIF\0"
_JFIF_LENGTH = 18  # bytes of a JFIF segment without a thumbnail


def read_jpeg(data: bytes) -> Header:
    """The header, from the frame segment and the EXIF block before it (ITU-T T.81, annex B).

    Raises FlawedImageError if there is no frame, IndexError or struct.error if the file ends too early.
    """
    lies = 1
    for marker, start, end in _segments(data):
        if marker == _APP1 and data.startswith(_EXIF, start + 4):
            lies = orientation(data[start + 4 : end])
        if marker in _FRAMES:
            height, width = unpack_from(">HH", data, start + 5)
            return upright("jpeg", (width, height), lies)
    raise damaged("it holds no picture")


def clean_jpeg(data: bytes) -> bytes:
    """The same picture without EXIF, XMP, IPTC, comments, thumbnails and whatever follows its end.

    A new EXIF block keeps the orientation, and the colour profile (ICC) stays. Raises what read_jpeg raises.
    """
    lies = read_jpeg(data).orientation
    first, rest = [b"\xff\xd8"], []
    for marker, start, end in _segments(data):
        segment = data[start:end]
        if marker == _APP0:
            first += [_without_thumbnail(segment)] if segment.startswith(_JFIF, 4) else []
        elif _is_kept(marker, segment):
            rest.append(segment)
    return b"".join([*first, *([_orientation_segment(lies)] if lies > 1 else []), *rest])


def _is_kept(marker: int, segment: bytes) -> bool:
    """Whether a segment is needed to show the picture: tables, scans, the colours of APP2 and APP14."""
    if marker == _APP2:
        return segment.startswith(_PROFILE, 4)
    if marker == _APP14:
        return segment.startswith(_ADOBE, 4)
    return marker != _COMMENT and not _APP0 <= marker <= 0xEF


def _without_thumbnail(segment: bytes) -> bytes:
    return b"\xff\xe0\0\x10" + segment[4 : _JFIF_LENGTH - 2] + b"\0\0"


def _orientation_segment(lies: int) -> bytes:
    block = _EXIF + block_of(lies)
    return b"\xff\xe1" + (len(block) + 2).to_bytes(2, "big") + block


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """The marker of each segment, where it starts and where it ends; a scan includes its coded data."""
    position = 2
    while True:
        position = data.find(b"\xff", position)  # decoders pass over stray bytes between segments
        if position < 0:
            raise damaged()
        while data[position + 1] == 0xFF:  # fill bytes
            position += 1
        marker = data[position + 1]
        if marker == _END:
            yield marker, position, position + 2
            return
        (length,) = unpack_from(">H", data, position + 2)
        end = position + 2 + length
        if end > len(data) or length < 2:
            raise damaged()
        if marker == _SCAN:
            following = _AFTER_SCAN.search(data, end)
            if not following:
                raise damaged()
            end = following.start()
        yield marker, position, end
        position = end
