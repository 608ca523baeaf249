"""SVG: its size, and the file as it is published (W3C SVG 2)."""

import re
from xml.parsers import expat

from nutgraf.images.header import Flaw, FlawedImageError, Header
from nutgraf.images.svg_clean import without_metadata
from nutgraf.images.svg_safety import check_safety
from nutgraf.images.svg_xml import ROOT, attributes_of, not_xml, parser_for

_CHUNK = 4096  # bytes; the size stands in the first tag
_FIRST_TAG = re.compile(rb"(?:\s|<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->|<!(?!--)[^\[>]*(?:\[[^\]]*\]\s*)?>)*<([\w.:-]+)")
_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-z%]*)\s*", re.IGNORECASE)
_UNITS = {"": 1, "px": 1, "pt": 96 / 72, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "q": 96 / 101.6}


def is_svg(data: bytes) -> bool:
    """True if the first tag is <svg>, or if the file begins with < and no tag is found in its first 4,096 bytes."""
    head = data[:_CHUNK].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head.startswith(b"<"):
        return False
    first = _FIRST_TAG.match(head)
    return not first or first[1].rpartition(b":")[2] == b"svg"


def read_svg(data: bytes) -> Header:
    """The header, with the size in CSS pixels, rounded; a missing side follows from the viewBox (W3C SVG 2).

    Only the first tag is read. Raises FlawedImageError if it is not <svg>, has no size, or is not well-formed XML.
    """
    parser = parser_for()
    found: list[Header] = []

    def start(name: str, pairs: list[str]) -> None:
        if not found:
            found.append(_header(name, attributes_of(pairs), parser.CurrentLineNumber))

    parser.StartElementHandler = start
    try:
        for position in range(0, len(data), _CHUNK):
            parser.Parse(data[position : position + _CHUNK], False)
            if found:
                return found[0]
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        if not found:
            raise not_xml(error) from None
    return found[0]


def clean_svg(data: bytes) -> bytes:
    """The same drawing without comments, metadata and what editors store in it.

    Raises FlawedImageError for a file that is unsafe (see check_safety), not UTF-8 or not well-formed.
    """
    check_safety(data)
    clean = without_metadata(data)
    check_safety(clean)  # what is published is what was checked
    return clean


def _header(name: str, attributes: dict[str, str], line: int) -> Header:
    if name != ROOT:
        hint = 'its first tag must be <svg xmlns="http://www.w3.org/2000/svg">'
        raise FlawedImageError(Flaw("this is not an SVG picture", hint, line))
    size = _size(attributes)
    if not size:
        hint = 'write its width and height into this tag: viewBox="0 0 1200 600"'
        raise FlawedImageError(Flaw("this SVG does not say how large it is", hint, line))
    return Header("svg", *size)


def _size(attributes: dict[str, str]) -> tuple[int, int] | None:
    """Width and height in pixels; what is not given, or relative to the page, follows from the viewBox."""
    width, height = (_pixels(attributes.get(side, "")) for side in ("width", "height"))
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    sides = [_pixels(side) for side in box[2:]] if len(box) == 4 else []
    if len(sides) == 2 and sides[0] and sides[1]:
        width, height = (
            width or (height * sides[0] / sides[1] if height else sides[0]),
            height or (width * sides[1] / sides[0] if width else sides[1]),
        )
    return (max(1, round(width)), max(1, round(height))) if width and height else None


def _pixels(length: str) -> float | None:
    """An absolute length in pixels (CSS Values 4 §6.2); None for any other."""
    match = _LENGTH.fullmatch(length)
    unit = _UNITS.get(match[2].lower()) if match else None
    return float(match[1]) * unit if match and unit else None
