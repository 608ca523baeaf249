"""What an SVG must not hold: whatever runs, and whatever is fetched from elsewhere.

A picture in a page cannot run scripts, but its file can be opened by itself, and then it is a page of our site.
"""

import re
from binascii import Error as Base64Error
from binascii import a2b_base64
from collections.abc import Iterator
from xml.parsers import expat

from nutgraf.images.header import Flaw, FlawedImageError
from nutgraf.images.svg_xml import SVG, XHTML, XLINK, XML, attributes_of, not_xml, parser_for, split

_ACTIVE = frozenset("script handler listener foreignobject iframe embed object audio video canvas".split())
_MOVING = frozenset("animate animatemotion animatetransform set".split())
_ADDRESSES = frozenset({"href", "src", f"{XLINK} href"})
_PAINT = frozenset("style fill stroke filter mask clip-path cursor marker marker-start marker-mid marker-end".split())
_INSIDE = re.compile(r"#|data:(?:image/(?:png|jpe?g|gif|webp)|font/|application/(?:x-)?font)[\w/+.;=,-]", re.IGNORECASE)
_URL = re.compile(r"url\(\s*[\"']?([^\"')]*)", re.IGNORECASE)
# CSS that names files without url(), or hides what it names behind escapes.
_LOADING = re.compile(r"@import|\\|(?:image-set|image|src|cross-fade|expression)\s*\(|-moz-binding", re.IGNORECASE)
_CAMERA = (b"Exif\0", b"EXIF", b"eXIf", b"http://ns.adobe.com/xap", b"XML:com.adobe.xmp")  # EXIF and XMP of all kinds

Fault = tuple[str, str]  # what is wrong, and what to remove


class _Search:
    """One walk over the file."""

    def __init__(self) -> None:
        self.parser = parser_for()
        self.flaws: list[Flaw] = []
        self.styles: list[tuple[int, str]] = []  # lines of the <style> that is open, with their numbers
        self.open_styles = 0

    def run(self, data: bytes) -> list[Flaw]:
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.Parse(data, True)
        return self.flaws

    def _add(self, faults: Iterator[Fault], line: int = 0) -> None:
        """Notes the faults of a line of styles, or of the tag at hand."""
        place = (line, 0) if line else (self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        hint = "remove {} from the file, or save the drawing as PNG"
        self.flaws += [Flaw(message, hint.format(what), *place) for message, what in faults]

    def _start(self, name: str, pairs: list[str]) -> None:
        self._add(_faults(name, attributes_of(pairs)))
        self.open_styles += _is_style(name)

    def _text(self, text: str) -> None:
        if self.open_styles:
            self.styles.append((self.parser.CurrentLineNumber, text))

    def _end(self, name: str) -> None:
        if _is_style(name):
            whole = "".join(text for _, text in self.styles)
            line = self.styles[0][0] if self.styles else 0
            for start, fault in _style_faults(whole, "<style>"):
                self._add(iter([fault]), line + whole.count("\n", 0, start))
            self.styles.clear()
            self.open_styles -= 1

    def _instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":  # all others are cut out
            self._add(iter([("this SVG loads a stylesheet: <?xml-stylesheet …?>", "it")]))


def check_safety(data: bytes) -> None:
    """None for an SVG that is safe to publish; any other raises.

    Raises FlawedImageError with every part that runs a program or loads another file, each with its line and column
    (from 1), or for a file that is not well-formed.
    """
    try:
        flaws = _Search().run(data)
    except expat.ExpatError as error:
        raise not_xml(error) from None
    if flaws:
        raise FlawedImageError(*flaws)


def _is_style(name: str) -> bool:
    return split(name)[1].lower() == "style"


def _faults(name: str, attributes: dict[str, str]) -> Iterator[Fault]:
    space, local = split(name)
    tag = f"<{local}>"
    if local.lower() in _ACTIVE or space == XHTML:
        yield f"{tag} can run programs or hold a whole web page", tag
    if local.lower() in _MOVING:
        moved = attributes.get("attributeName", "").rpartition(":")[2].strip()
        if moved.lower() == "href" or moved.lower().startswith("on"):
            yield f"{tag} changes “{moved}”", tag
    if space == SVG:  # what is an editor’s own is cut out
        for attribute, text in attributes.items():
            yield from _attribute_faults(tag, attribute, text)


def _attribute_faults(tag: str, name: str, text: str) -> Iterator[Fault]:
    space, local = split(name)
    text = text.strip()
    if not space and local.lower().startswith("on"):
        yield f"{tag} runs a program: {local}", f"“{local}”"
    elif (space, local) == (XML, "base"):
        yield f"{tag} moves its references: xml:base", "“xml:base”"
    elif name not in _ADDRESSES:
        yield from (fault for _, fault in _style_faults(text, f"“{local}”", is_paint=local in _PAINT))
    elif text and not _INSIDE.match(text):
        yield f"{tag} leads out of the file: “{_short(text)}”", f"“{local}”"
    elif _holds_camera_data(text):
        yield f"{tag} is a photo that tells where and with what it was taken", "the photo’s metadata"


def _style_faults(text: str, where: str, *, is_paint: bool = True) -> Iterator[tuple[int, Fault]]:
    """References of CSS, and of attributes such as fill, that lead out of the file, and where in the text."""
    for url in _URL.finditer(text):
        if not _INSIDE.match(url[1].strip()):
            short = _short(url[1])
            yield url.start(), (f"{where} leads out of the file: “{short}”", f"url({short})")
    loading = _LOADING.search(text) if is_paint else None
    if loading:
        yield loading.start(), (f"{where} may load other files: “{loading[0]}”", f"“{loading[0]}”")


def _holds_camera_data(address: str) -> bool:
    """Whether an address is a whole photo, and one with EXIF or XMP in it."""
    kind, _, coded = address.partition(",")
    try:
        photo = a2b_base64(coded) if kind.endswith(";base64") else b""
    except Base64Error:
        return False
    return any(sign in photo for sign in _CAMERA)


def _short(address: str) -> str:
    address = " ".join(address.split())
    return address if len(address) <= 60 else f"{address[:59]}…"
