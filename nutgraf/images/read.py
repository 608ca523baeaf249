"""Which kind of picture a file is, and its header."""

import struct
from pathlib import PurePosixPath

from nutgraf.images.gif import SIGNATURES, read_gif
from nutgraf.images.header import LONGEST_SIDE, MOST_PIXELS, Flaw, FlawedImageError, Format, Header, damaged
from nutgraf.images.jpeg import read_jpeg
from nutgraf.images.png import SIGNATURE, read_png
from nutgraf.images.sizes import WIDTHS
from nutgraf.images.strangers import stranger
from nutgraf.images.svg import is_svg, read_svg
from nutgraf.images.webp import is_webp, read_webp

SUFFIXES: dict[str, Format] = {
    ".jpg": "jpeg",
    ".jpeg": "jpeg",
    ".png": "png",
    ".gif": "gif",
    ".webp": "webp",
    ".svg": "svg",
}
# Kinds that can say who made a picture and where, and that nothing here can take that out of.
UNSAFE_SUFFIXES = frozenset(
    ".heic .heif .avif .tif .tiff .jxl .jp2 .dng .cr2 .cr3 .nef .arw .raf .psd .ai .svgz".split()
)
_CONVERT = "save it as JPEG, PNG or WebP"
_NAMES: dict[Format, str] = {"jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WebP", "svg": "SVG"}
_READERS = {"jpeg": read_jpeg, "png": read_png, "gif": read_gif, "webp": read_webp, "svg": read_svg}


def read_header(name: PurePosixPath, data: bytes) -> Header:
    """The header of a picture: its format, its size in pixels as shown, and whether it is animated.

    name: its suffix must fit the format. data: the whole file. Raises FlawedImageError with a hint for the editor if
    the file cannot be published: another format, damaged, without a size, over LONGEST_SIDE or MOST_PIXELS. Only the
    header is read, so other damage, and what makes an SVG unsafe, is found by clean() or draw().
    """
    suffix = name.suffix.lower()
    if suffix in UNSAFE_SUFFIXES:
        message = f"{suffix} files can tell who made a picture and where, and are not published"
        raise FlawedImageError(Flaw(message, _CONVERT))
    if not data:
        raise damaged("it is empty")
    format_ = format_of(data)
    if format_ is None:
        raise FlawedImageError(stranger(data) or Flaw("this is no picture that can be shown", _CONVERT))
    if format_ != SUFFIXES.get(suffix):
        right = name.with_suffix(next(each for each, kind in SUFFIXES.items() if kind == format_)).name
        raise FlawedImageError(Flaw(f"this is a {_NAMES[format_]} picture under another name", f"name it {right}"))
    try:
        header = _READERS[format_](data)
    except (IndexError, struct.error):
        raise damaged() from None
    return _sound(header)


def format_of(data: bytes) -> Format | None:
    """The format that the first bytes of the file show, whatever its name; None if it is none that pages can show."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(SIGNATURE):
        return "png"
    if data.startswith(SIGNATURES):
        return "gif"
    if is_webp(data):
        return "webp"
    return "svg" if is_svg(data) else None


def _sound(header: Header) -> Header:
    width, height = header.width, header.height
    if not width or not height:
        raise damaged("it has no size")
    if header.format != "svg" and (max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS):
        most = f"at most {LONGEST_SIDE:,} pixels a side and {MOST_PIXELS // 1_000_000} million in all"
        message = f"this picture is too large: {width:,} by {height:,} pixels"
        raise FlawedImageError(Flaw(message, f"save it with {most}; pages show at most {WIDTHS[-1]:,} across"))
    return header
