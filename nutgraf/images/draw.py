"""The smaller files of a picture, drawn by Pillow: upright, in sRGB, without metadata."""

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from nutgraf.images.clean import clean
from nutgraf.images.colours import has_plain_colours, in_srgb, whole_colours
from nutgraf.images.header import Format, Header, damaged

if TYPE_CHECKING:
    from PIL.Image import Image

_QUALITY = {"jpeg": 82, "webp": 80}
_RECIPE = 1  # to be raised by whoever changes how anything here is drawn
# A lossless WebP is kept while it is not much larger than the lossy one: it has no blurred edges.
_LOSSLESS_MAY_COST = 1.5
# What Pillow raises for files that are not what they say.
_UNREADABLE = (OSError, SyntaxError, ValueError, EOFError, LookupError, OverflowError, struct.error, zlib.error)


def recipe() -> str:
    """What a drawing depends on besides its picture, as a short text: our way of drawing and the version of Pillow."""
    from PIL import __version__

    return f"{_RECIPE} {__version__}"


def draw(data: bytes, header: Header, width: int, height: int, format_: Format) -> bytes:
    """The picture as a file of that size and format: upright, in sRGB, without metadata.

    data: the file as stored. header: from read_header(data). width, height: pixels, upright. format_: jpeg, png or
    webp. In its own size and format the cleaned file is returned if it is smaller. Raises FlawedImageError if the
    pixels cannot be read.
    """
    from PIL.Image import DecompressionBombError

    bare = clean(data, header.format)
    try:
        image, is_same = _opened(bare, header, (width, height))
    except (*_UNREADABLE, DecompressionBombError):
        raise damaged("its pixels cannot be read") from None
    drawn = _encoded(image, format_, is_graphic=header.format == "png")
    is_whole = is_same and (width, height, format_) == (header.width, header.height, header.format)
    return min(bare, drawn, key=len) if is_whole else drawn


def _opened(bare: bytes, header: Header, size: tuple[int, int]) -> tuple["Image", bool]:
    """The picture upright, in its size and in sRGB, and whether its own pixels were that already."""
    from PIL import Image

    with Image.open(BytesIO(bare), formats=[header.format]) as opened:
        if opened.size != header.stored:
            raise ValueError("it says two sizes")
        stored = size[::-1] if header.is_lying else size
        # A JPEG is decoded at a half, a quarter or an eighth where that is still twice as large as needed.
        opened.draft(None, (2 * stored[0], 2 * stored[1]))
        image = whole_colours(opened)
        is_plain = header.orientation == 1 and has_plain_colours(opened)
    image = in_srgb(image.resize(stored, Image.Resampling.LANCZOS))
    image.info.clear()  # savers write what they find there
    return _upright(image, header.orientation), is_plain


def _upright(image: "Image", orientation: int) -> "Image":
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[orientation]) if orientation in turns else image


def _encoded(image: "Image", format_: Format, *, is_graphic: bool) -> bytes:
    if format_ == "png":
        return _saved(image, format_, optimize=True)
    if format_ == "jpeg":
        return _saved(image, format_, quality=_QUALITY[format_], optimize=True, progressive=True)
    lossy = _saved(image, format_, quality=_QUALITY[format_])
    lossless = _saved(image, format_, lossless=True) if is_graphic else b""
    return lossless if 0 < len(lossless) <= _LOSSLESS_MAY_COST * len(lossy) else lossy


def _saved(image: "Image", format_: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, format_, **options)
    return out.getvalue()
