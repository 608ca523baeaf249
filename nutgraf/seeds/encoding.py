"""Bytes to text: UTF-8, or an encoding that somebody declared; never a guess."""

from __future__ import annotations

import codecs
import re

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
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class TooLargeError(ValueError):
    """A capture is larger than can be read in seconds; the message is a sentence for the editor."""


def decode_capture(captured: bytes, encoding: str | None) -> str:
    """The text of a capture, without a byte order mark, and with U+FFFD for each sign that cannot be published.

    `encoding` is what the source file or the page's own markup declares; without one only UTF-8 is read, because a
    guess turns a quotation mark into mojibake that no reader can check. Raises UnicodeError (bytes that do not fit),
    TooLargeError (a file above `LARGEST`) or ValueError (an encoding nobody knows) with a sentence for the editor.
    """
    if len(captured) > LARGEST:
        raise TooLargeError(_too_large(len(captured)))
    if encoding is None and captured.startswith(_UTF16_MARKS):
        raise UnicodeError("the file is UTF-16; save it as UTF-8, or name its encoding: `encoding: utf-16`")
    encoding = encoding or _declared_in_markup(captured)
    name = _known(encoding or "utf-8")
    try:
        text = captured.decode("utf-8-sig" if name == "utf-8" else name)
    except UnicodeDecodeError as error:
        raise UnicodeError(_misfit(captured, error, encoding)) from error
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


def _known(encoding: str) -> str:
    try:
        codec = codecs.lookup(encoding)
    except LookupError as error:
        raise ValueError(f"the encoding “{encoding}” is unknown; examples: windows-1252, iso-8859-1, utf-16") from error
    if not codec._is_text_encoding:
        raise ValueError(f"“{encoding}” is not an encoding of text; examples: windows-1252, iso-8859-1, utf-16")
    return _ON_THE_WEB.get(codec.name, codec.name)


def _misfit(captured: bytes, error: UnicodeDecodeError, declared: str | None) -> str:
    line = captured.count(b"\n", 0, error.start) + 1
    found = f"byte 0x{captured[error.start]:02X} on line {line}"
    if declared is None:
        return f"{found} is not UTF-8; save the file as UTF-8, or name its encoding: `encoding: windows-1252`"
    return f"{found} does not fit the declared encoding {declared}; correct or remove `encoding`"
