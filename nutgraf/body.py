"""Bodies: Markdown as the engine keeps it, HTML with holes.

A parsed text is a row of pieces. Most are finished markup or plain words; the others are holes that only the whole
site can fill: a citation needs its note’s number, a glossary link its entry, a link its address. Pieces are
small, frozen and pickle well, so that a page is parsed once and bound often.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import Any, NamedTuple

from msgspec import Struct, structs

from nutgraf.figures import Sum
from nutgraf.problems import Place

_CODE = re.compile("<code>(.*?)</code>", re.DOTALL)  # the only words that stand in finished markup


class Html(Struct, frozen=True):
    """Finished markup, safe as it stands."""

    markup: str


class Words(Struct, frozen=True):
    """Plain words in which glossary names may be linked."""

    text: str  # not escaped
    block: int  # pieces of one paragraph, list item or cell share a number; names never reach over its edge
    is_linkable: bool  # False inside links, headings and code


class Quotation(Struct, frozen=True):
    """Words that someone is said to have said or written."""

    text: str  # without its outer marks
    place: Place


class Calculation(Struct, frozen=True):
    """A sum that the desk works out from what it cites: ``[@id p8 = 25% + 25%]``."""

    sum: Sum | None  # None: it cannot be worked out
    place: Place  # of the sum; where it cannot be worked out, of what is wrong in it
    operands: tuple[Place, ...] = ()  # where each of its numbers is written
    is_joint: bool = False  # its numbers may also come from the other sources of its citation
    fault: tuple[str, ...] = ()  # why it cannot be worked out, and what to do; () when it can


class Reference(Struct, frozen=True):
    """A source named in a citation or a ``source`` field."""

    source: str
    paragraph: int | None  # the paragraph that the editor names
    place: Place
    calculation: Calculation | None = None  # None: nothing is worked out from it


class Citation(Struct, frozen=True):
    """A hole for the raised number of a note."""

    references: tuple[Reference, ...]
    quotations: tuple[Quotation, ...]  # what stands in quotation marks since the citation before it in its block
    place: Place
    block: int = 0  # as of the words before it


class Statement(Struct, frozen=True):
    """Words of the desk’s own that answer to the sources they cite: a sentence or a part of one, or a cell."""

    text: str  # without markup; quotations, which are checked word for word, are blanked out
    runs: tuple[tuple[int, Place], ...]  # where stretches of the text begin, and where in the file
    references: tuple[Reference, ...]  # that cover it; () when nothing is cited
    quotations: tuple[Quotation, ...]  # that stand for it
    is_close: bool = True  # False: a sentence without a citation, which leans on the next one in its block

    def place(self, start: int, end: int) -> Place:
        """Where text[start:end] stands in the file."""
        at, place = self.runs[max(bisect_right(self.runs, start, key=lambda run: run[0]) - 1, 0)]
        return structs.replace(place, column=place.column + start - at, length=max(end - start, 1))


class TermLink(Struct, frozen=True):
    """A hole for a link to a glossary entry: ``[[pax-silica|the initiative]]``."""

    target: str  # as written: a slug or a name
    text: str | None  # None shows the entry's title
    block: int
    place: Place


class Mention(Struct, frozen=True):
    """A name of a glossary entry found in running text; only resolve makes these."""

    term: str  # slug
    pieces: tuple["Html | Words", ...]  # what the reader sees


class LinkStart(Struct, frozen=True):
    """A hole for ``<a href>``; its end is markup."""

    href: str  # as written
    title: str
    place: Place


class Image(Struct, frozen=True):
    """A hole for an image from assets/."""

    src: str  # as written
    alt: str
    title: str  # the caption
    is_figure: bool  # it stands alone in its paragraph
    place: Place
    is_poster: bool = False  # of an embed, whose title says what it is: it may go without words


class FootnoteMark(Struct, frozen=True):
    """A hole for the mark of the editor’s own footnote."""

    label: str
    number: int  # from 1 on its page
    repeat: int  # 0 for the first mark that leads to it

    @property
    def id(self) -> str:
        """Its anchor: ``fr1``, and ``fr1-2`` for the second mark of the first footnote."""
        return f"fr{self.number}" + (f"-{self.repeat + 1}" if self.repeat else "")


class Box(NamedTuple):
    """What ``:::{name}`` shows."""

    name: str
    # An explainer and the prose of the page → a view, None when there is nothing to show. Its ``kind`` tells
    # templates/components/question.html which component draws it.
    make: Callable[[Any, Any], Any]


class BoxPlace(Struct, frozen=True):
    """A hole for a box: ``:::{key-facts} other-slug``."""

    name: str
    slug: str | None  # another page's box
    place: Place
    fault: tuple[str, ...] = ()  # what is wrong with how it is written, and what to do; () when nothing is


class EmbedStart(Struct, frozen=True):
    """A hole for a chart or a film of another site. Its poster and its caption follow, up to EmbedEnd."""

    url: str  # https://host, with more or nothing after it
    host: str  # of the url, in lower case
    title: str
    height: int  # of the frame, in CSS pixels
    place: Place  # of the url
    title_place: Place


class EmbedEnd(Struct, frozen=True):
    """Where the caption of an embed ends."""


Piece = (
    Html | Words | Citation | TermLink | Mention | LinkStart | Image | FootnoteMark | BoxPlace | EmbedStart | EmbedEnd
)


class Inline(Struct, frozen=True):
    """A line of text from front matter, read as inline Markdown."""

    pieces: tuple[Piece, ...]
    uncited: tuple[Quotation, ...]  # quoted words that no citation in the text covers
    place: Place
    cited: tuple[Statement, ...] = ()  # what the text says, where it cites; else it is one statement

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What the text says."""
        if self.cited:
            return self.cited
        said = self.plain
        for quotation in self.uncited:
            said = said.replace(quotation.text, " " * len(quotation.text))
        return (Statement(said, ((0, self.place),), (), ()),)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations in the text."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Citation))

    @property
    def plain(self) -> str:
        """The words without markup."""
        return plain(self.pieces)


class Footnote(Struct, frozen=True):
    """A footnote of the editor's own."""

    number: int
    pieces: tuple[Piece, ...]
    uncited: tuple[Quotation, ...]  # also counted among its section's
    statements: tuple[Statement, ...] = ()  # likewise


class Section(Struct, frozen=True):
    """A question and its answer; the introduction has no question."""

    anchor: str  # "" for the introduction
    question: tuple[Piece, ...]
    pieces: tuple[Piece, ...]
    footnotes: tuple[Footnote, ...]  # first marked in this section
    uncited: tuple[Quotation, ...]
    place: Place
    statements: tuple[Statement, ...] = ()  # of its own words, those of its footnotes too

    @property
    def title(self) -> str:
        """The question without markup."""
        return plain(self.question)


class Body(Struct, frozen=True):
    """A parsed Markdown body."""

    sections: tuple[Section, ...]  # in order; the introduction, where there is one, comes first
    anchors: tuple[str, ...]  # every heading's, to link to
    words: int  # of running text
    doubts: tuple[Reference, ...] = ()  # would be citations, if there were sources of these names: (@gor-meeting p4)


def words_before(pieces: Iterable[Piece]) -> Iterator[tuple[Citation, str]]:
    """Each citation with the words of its block that are written before it, without markup and code."""
    block, words = 0, ""
    for piece in pieces:
        if isinstance(piece, Citation):
            yield piece, words if piece.block == block else ""
        elif isinstance(piece, Words | TermLink):
            text = piece.text if isinstance(piece, Words) else piece.text or piece.target
            words = words + text if piece.block == block else text
            block = piece.block


def plain(pieces: Iterable[Piece]) -> str:
    """The words of the pieces without markup, with single spaces; marks of notes and footnotes give nothing."""
    parts: list[str] = []
    for piece in pieces:
        if isinstance(piece, Words):
            parts.append(piece.text)
        elif isinstance(piece, Mention):
            parts.append(plain(piece.pieces))
        elif isinstance(piece, TermLink):
            parts.append(piece.text or piece.target)
        elif isinstance(piece, Html):
            parts.extend(unescape(code) for code in _CODE.findall(piece.markup))
    return " ".join("".join(parts).split())
