"""The one thing of EXIF that pages need: which side of a picture is up (EXIF 2.32 §4.6.4, TIFF 6.0)."""

import struct

_ORIENTATION = 0x0112
_SHORT = 3
_PREFIX = b"Exif\0\0"  # JPEG always sets it before the block, some writers of WebP do


def orientation(block: bytes) -> int:
    """How the stored picture is turned, 1 to 8 (EXIF 2.32, tag 0x0112); 1, upright, if the block does not say.

    block: the bytes of an EXIF block, with or without the six bytes “Exif” and two NUL before it. A damaged block
    gives 1 and raises nothing.
    """
    block = block.removeprefix(_PREFIX)
    order = {b"II": "<", b"MM": ">"}.get(block[:2])
    if not order:
        return 1
    try:
        (start,) = struct.unpack_from(f"{order}I", block, 4)
        (entries,) = struct.unpack_from(f"{order}H", block, start)
        for number in range(entries):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", block, start + 2 + 12 * number)
            if (tag, kind) == (_ORIENTATION, _SHORT):
                return value if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1


def block_of(orientation: int) -> bytes:
    """A block of EXIF with the orientation, 1 to 8, and nothing else.

    Without the six bytes that JPEG sets before it.
    """
    return struct.pack("<2sHIHHHIHHI", b"II", 42, 8, 1, _ORIENTATION, _SHORT, 1, orientation, 0, 0)
