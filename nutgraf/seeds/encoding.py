"""Bytes to text: UTF-8, or an encoding that somebody declared; never a guess."""

from __future__ import annotations

import codecs
import re
from itertools import islice

LARGEST = 5_000_000  # bytes: ten times the longest page of running text, and read in seconds
_PRESCAN = 1024  # bytes, as in the HTML standard
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
# Control characters and noncharacters, but for white space: no page and no feed can hold them (HTML, “input stream”;
# XML §2.2). Those beyond the first plane stand apart: in the same class they make a search thirteen times as long.
CONTROLS = "\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff"
FAR = "".join(chr(plane | last) for plane in range(0x10000, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
_UNPUBLISHABLE = re.compile(f"[{CONTROLS}]")
# What pages call by these names is read as the larger encoding, apostrophes and all (WHATWG Encoding Standard, §4.2).
_ON_THE_WEB = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_LABELS = {  # of the same standard, and unknown to Python
    **dict.fromkeys(("x-sjis", "windows-31j", "ms932"), "cp932"),
    **dict.fromkeys(("x-gbk", "chinese"), "gb18030"),
    **dict.fromkeys(("windows-874", "dos-874"), "cp874"),
    **dict.fromkeys(("iso-8859-8-i", "logical", "visual"), "iso8859-8"),
    **dict.fromkeys(("windows-949", "korean"), "cp949"),
    **{f"x-cp{page}": f"cp{page}" for page in range(1250, 1259)},
    "unicode-1-1-utf-8": "utf-8",
    "x-x-big5": "big5hkscs",
    "x-mac-roman": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-user-defined": "cp1252",
}
_OF_SEVERAL_BYTES = frozenset(("gb18030", "gbk", "big5hkscs", "cp950", "cp949", "johab", "cp932", "euc_jp"))
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_NO_ACCIDENT = 4  # characters beyond ASCII from which bytes of two or three each are never UTF-8 by accident
_MOSTLY = 0.9  # share of the high bytes


class TooLargeError(ValueError):
    """A capture is larger than can be read in seconds; the message is a sentence for the editor."""


def decode_capture(captured: bytes, encoding: str | None) -> str:
    """The text of a capture, without a byte order mark, with U+FFFD for each character that cannot be published.

    encoding: what the source file declares. Without it, what is UTF-8 is read as such, whatever the page’s markup
    says: programs that save a page write UTF-8 and leave its <meta> as it was. Otherwise the encoding of the markup is
    used (names of the WHATWG Encoding Standard), and never a guess, which would change characters that no reader can
    check. Raises, with a sentence for the editor, UnicodeError (bytes that do not fit, a NUL, or UTF-16 undeclared),
    TooLargeError (more than LARGEST bytes) or ValueError (an unknown encoding); all are ValueErrors.
    """
    if len(captured) > LARGEST:
        raise TooLargeError(_too_large(len(captured)))
    if encoding is None and captured.startswith(_UTF16_MARKS):
        raise UnicodeError("the file is UTF-16; save it as UTF-8, or name its encoding: `encoding: utf-16`")
    in_markup = None if encoding else _declared_in_markup(captured)
    name = _known(encoding) if encoding else _known_on_the_web(captured, in_markup)
    try:
        text = captured.decode("utf-8-sig" if name == "utf-8" else name)
    except UnicodeDecodeError as error:
        raise UnicodeError(_misfit(captured, error, encoding, in_markup)) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise UnicodeError(
            f"line {line} holds a NUL character: this is not a text file, or its encoding is another one"
        )
    for sign in FAR:
        text = text.replace(sign, "\ufffd")
    return _UNPUBLISHABLE.sub("\ufffd", text.removeprefix("\ufeff"))


def _too_large(size: int) -> str:
    return (
        f"the file is {size / 1_000_000:.1f} MB, and a seed may be {LARGEST / 1_000_000:g} MB at most;"
        " save only the article’s text, or cut the capture into several seeds"
    )


def _declared_in_markup(captured: bytes) -> str | None:
    """The encoding in a page's <meta> (HTML, “extracting a character encoding from a meta element”), or None."""
    head = captured[:_PRESCAN].removeprefix(codecs.BOM_UTF8).lstrip()
    found = _META.search(head) if head.startswith(b"<") else None
    return found.group(1).decode("ascii") if found else None


def _known_on_the_web(captured: bytes, in_markup: str | None) -> str:
    """The encoding of a page that declares one, or of a file that does not."""
    try:
        utf8: str | None = captured.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        utf8 = None
        if in_markup is not None and _is_mostly_utf8(captured):
            raise UnicodeError(_misfit(captured, error, None, None)) from error
    try:
        name = _known(in_markup or "utf-8")
    except ValueError:
        if utf8 is None:
            raise
        return "utf-8"
    if name.startswith(("utf-16", "utf-32")):  # the <meta> was read as ASCII (HTML, “prescan a byte stream”, step 17)
        return "utf-8"
    enough = _NO_ACCIDENT if name in _OF_SEVERAL_BYTES else 1
    beyond = sum(1 for _ in islice(_BEYOND_ASCII.finditer(utf8 or ""), enough))
    return "utf-8" if beyond == enough else name


def _is_mostly_utf8(captured: bytes) -> bool:
    high = len(_HIGH_BYTE.findall(captured))
    return sum(map(len, _UTF8_SEQUENCE.findall(captured))) >= max(2 * _NO_ACCIDENT, _MOSTLY * high)


def _known(encoding: str) -> str:
    try:
        codec = codecs.lookup(_LABELS.get(encoding.lower(), encoding))
    except LookupError as error:
        raise ValueError(f"the encoding “{encoding}” is unknown; examples: windows-1252, iso-8859-1, utf-16") from error
    if not codec._is_text_encoding:
        raise ValueError(f"“{encoding}” is not an encoding of text; examples: windows-1252, iso-8859-1, utf-16")
    return _ON_THE_WEB.get(codec.name, codec.name)


def _misfit(captured: bytes, error: UnicodeDecodeError, declared: str | None, in_markup: str | None) -> str:
    line = captured.count(b"\n", 0, error.start) + 1
    found = f"byte 0x{captured[error.start]:02X} on line {line}"
    if in_markup is not None:
        return (
            f"{found} does not fit the encoding {in_markup} that the page’s own <meta> declares;"
            " name the encoding of the file in its source file: `encoding: windows-1252`"
        )
    if declared is None:
        return f"{found} is not UTF-8; save the file as UTF-8, or name its encoding: `encoding: windows-1252`"
    return f"{found} does not fit the declared encoding {declared}; correct or remove `encoding`"
