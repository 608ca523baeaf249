"""An SVG without what its editor keeps: comments, metadata, the names of files and folders on somebody’s disk."""

import re
from xml.parsers import expat

from nutgraf.images.header import Flaw, FlawedImageError
from nutgraf.images.svg_xml import SVG, XLINK, XML, parser_for, split

_ATTRIBUTE = re.compile(rb"""\s+([^\s=/>"']+)\s*=\s*("[^"]*"|'[^']*')""")
_XMLNS = b"xmlns"


class _Cutter:
    """One walk over the file: every part of it is an event, kept or left out."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.parser = parser_for()
        self.marks: list[tuple[int, bool, bool]] = []  # where an event starts, whether it is kept, whether it is a tag
        self.left_out = 0  # how many elements that are left out are open
        self.foreign: set[bytes] = set()  # prefixes of attributes that are left out

    def cut(self) -> bytes:
        parser = self.parser
        parser.StartNamespaceDeclHandler = self._namespace
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CommentHandler = lambda _: self._mark(is_kept=False)
        parser.ProcessingInstructionHandler = lambda *_: self._mark(is_kept=False)
        parser.CharacterDataHandler = lambda _: self._mark()
        parser.DefaultHandler = lambda _: self._mark()
        parser.Parse(self.data, True)
        ends = [start for start, _, _ in self.marks[1:]] + [len(self.data)]
        return b"".join(
            self._tag(self.data[start:end]) if is_tag else self.data[start:end]
            for (start, is_kept, is_tag), end in zip(self.marks, ends, strict=True)
            if is_kept
        )

    def _mark(self, *, is_kept: bool = True, is_tag: bool = False) -> None:
        self.marks.append((self.parser.CurrentByteIndex, is_kept and not self.left_out, is_tag))

    def _namespace(self, prefix: str | None, uri: str) -> None:
        if prefix and uri not in {SVG, XLINK, XML}:
            self.foreign.add(prefix.encode())

    def _start(self, name: str, _: list[str]) -> None:
        space, local = split(name)
        self.left_out += bool(self.left_out or space != SVG or local == "metadata")
        self._mark(is_tag=True)

    def _end(self, _: str) -> None:
        self._mark()
        self.left_out -= bool(self.left_out)

    def _tag(self, tag: bytes) -> bytes:
        return _ATTRIBUTE.sub(lambda match: b"" if self._is_foreign(match[1]) else match[0], tag)

    def _is_foreign(self, name: bytes) -> bool:
        prefix, _, local = name.rpartition(b":")
        return prefix in self.foreign or (prefix == _XMLNS and local in self.foreign)


def without_metadata(data: bytes) -> bytes:
    """The same drawing, all other bytes unchanged, without comments, metadata, and elements and attributes of editors.

    Raises FlawedImageError if it is not UTF-8, not well-formed, or declares an entity.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        raise FlawedImageError(Flaw("this SVG is not UTF-8", "save it as UTF-8")) from None
    try:
        return _Cutter(data).cut()
    except expat.ExpatError as error:  # the parser took it for another encoding
        raise FlawedImageError(Flaw(f"this SVG is damaged: {error}", "save it anew as UTF-8")) from None
