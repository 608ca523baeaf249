"""A picture’s file as it is published: every pixel of it, and nothing about who made it, where and with what."""

import struct

from nutgraf.images import gif, jpeg, png, svg, webp
from nutgraf.images.header import Format, damaged

_CLEANERS = {"jpeg": jpeg.cleaned, "png": png.cleaned, "gif": gif.cleaned, "webp": webp.cleaned, "svg": svg.cleaned}


def clean(data: bytes, format_: Format) -> bytes:
    """The file without its metadata; nothing is compressed anew. Raises FlawedImageError."""
    try:
        return _CLEANERS[format_](data)
    except (IndexError, struct.error):
        raise damaged() from None
