"""A picture’s file as it is published: every pixel of it, and nothing about who made it, where and with what."""

import struct

from nutgraf.images.gif import clean_gif
from nutgraf.images.header import Format, damaged
from nutgraf.images.jpeg import clean_jpeg
from nutgraf.images.png import clean_png
from nutgraf.images.svg import clean_svg
from nutgraf.images.webp import clean_webp

_CLEANERS = {"jpeg": clean_jpeg, "png": clean_png, "gif": clean_gif, "webp": clean_webp, "svg": clean_svg}


def clean(data: bytes, format_: Format) -> bytes:
    """The file as it is published: without metadata, the pixels not compressed anew, the EXIF orientation kept.

    format_: from format_of or read_header. Raises FlawedImageError if the file is damaged, or an SVG that is unsafe.
    """
    try:
        return _CLEANERS[format_](data)
    except (IndexError, struct.error):
        raise damaged() from None
