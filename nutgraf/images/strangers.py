"""Files that are called pictures and are none: what their first bytes say they are."""

import re

from nutgraf.images.header import Flaw

_CONVERT = "save it as JPEG, PNG or WebP"
_AGAIN = "the download failed: open the picture itself in a browser, and save it again"
_DRAW = "make a picture of the page that is to be shown, as PNG"
_FILM = "link to the film instead, or show a still of it"
# How a file begins → what it is, and what to do.
_BEGINNINGS = (
    (rb"....ftyp(?:hei|hev|mif|msf|avi|avci|heix)", "an HEIC or AVIF picture", _CONVERT),
    (
        rb"....ftyp(?:isom|mp4|qt|M4V|avc1|iso[0-9]|dash|3gp)|\x1aE\xdf\xa3|OggS|FLV|....moov",
        "a film or a sound",
        _FILM,
    ),
    (rb"....ftyp", "an HEIC or AVIF picture", _CONVERT),
    (rb"II\*\0|MM\0\*", "a TIFF picture", _CONVERT),
    (rb"BM....\0\0\0\0", "a BMP picture", _CONVERT),
    (rb"8BPS", "a file of Photoshop", _CONVERT),
    (rb"\x00\x00\x01\x00", "an icon of Windows", _CONVERT),
    (rb"\xff\x0a|\0\0\0\x0cJXL |\0\0\0\x0cjP  ", "a JPEG XL or JPEG 2000 picture", _CONVERT),
    (rb"\s*%PDF", "a PDF document", _DRAW),
    (rb"PK\x03\x04", "an archive or an Office document", "take the picture out of it"),
    (rb"\x1f\x8b", "a compressed file", "unpack it"),
    (rb"\xd0\xcf\x11\xe0", "an Office document", "take the picture out of it"),
    (rb"version https://git-lfs", "a pointer of Git LFS, not the picture", "fetch the files with git lfs pull"),
    (rb"\x00\x05\x16[\x00\x07]", "what macOS notes about a file, not the file", "copy the picture itself"),
    (rb"\s*(?:<\?xml[^>]*>\s*)?<!DOCTYPE plist|bplist", "a shortcut or a setting of macOS", "copy the picture itself"),
    (rb"\s*<(?:!doctype\s+html|html|head|body|title|script|meta|div|p|h1|!--)\b", "a web page", _AGAIN),
    (rb"\s*<", "a text in XML", _AGAIN),
    (rb"\s*[{\[]\s*[\"{\[\]}]", "a text in JSON", _AGAIN),
    (rb"\s*data:image/", "a picture written as text", "open it in a browser, and save it as a picture"),
    (rb"\0{16}", "a file of zeros", "ask for another copy"),
    (rb"[\t\n\r\x20-\x7e]{16,}\Z", "a text", _AGAIN),
)


def stranger(data: bytes) -> Flaw | None:
    """What a file is that is no picture, and what to do; None if its first 4,096 bytes match nothing known."""
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    for beginning, what, hint in _BEGINNINGS:
        if re.match(beginning, head, re.DOTALL | re.IGNORECASE):
            return Flaw(f"this is {what}", hint)
    return None
