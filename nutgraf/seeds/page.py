"""The texts that a page shows, each with its lines of markup, and the page made plain for the extraction."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree
from lxml.html import HTMLParser, document_fromstring, html_parser
from msgspec import Struct

from nutgraf.seeds.elements import BESIDE, BLOCKS, HEADINGS, PREFORMATTED, is_as_written, is_block
from nutgraf.seeds.lines import Segment, paragraphs_of_lines, paragraphs_of_rows
from nutgraf.seeds.shadow import with_shadows
from nutgraf.seeds.styles import styles_of
from nutgraf.seeds.unseen import comments_of_colleagues, is_reference_mark, is_unseen

if TYPE_CHECKING:
    from nutgraf.seeds.reading import Kind

_DEEPEST = 2000  # elements; lxml drops without a word what is nested deeper than 2,048
_MOST_LINES = 65535  # what libxml2 counts
_LONGEST_PICTURED = 8  # characters of the text of an emoji


class PageText(Struct, frozen=True):
    """One run of words between two block elements."""

    words: str  # white space collapsed, as a browser shows it
    kind: Kind
    rank: int  # of the heading that it is; 0: it is none
    is_in_article: bool  # not beside it, nor in one within it
    lines: tuple[int, ...]  # 1-based, of the markup
    holder: Any  # its element in the plain page; None: a button or a label
    linked: int  # letters that are links
    breaks: tuple[int, ...] = ()  # places in the words where a line ended in a hyphen inside a word


class Page(NamedTuple):
    """A page taken apart."""

    texts: tuple[PageText, ...]
    plain: Any  # what it shows, as blocks that hold words and links and nothing else
    parsed: Any  # the whole page, for what it declares


def read_page(capture: str) -> Page:
    """Every text that the page shows, in order, with the parsed page; no texts for an empty page.

    Raises ValueError with a sentence for the editor if the page is nested too deep to be read whole.
    """
    markup = capture.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace")
    parser = HTMLParser(encoding="utf-8", remove_pis=True, huge_tree=True)
    try:
        parsed = document_fromstring(markup, parser=parser)
    except etree.ParserError:  # the page is empty
        return Page((), html_parser.makeelement("html"), None)
    with_shadows(parsed)
    reader = _PageReader(parsed)
    reader.read()
    return Page(tuple(reader.texts), reader.plain, parsed)


class _PageReader:
    def __init__(self, parsed: Any) -> None:
        self.texts: list[PageText] = []
        self.plain = html_parser.makeelement("html")
        self._parsed = parsed
        self._styles = styles_of(parsed)
        self._comments = comments_of_colleagues(parsed)
        self._here = self.plain
        self._open: list[Any] = []  # the blocks around, of the parsed page
        self._inside: Counter[str] = Counter()  # the same, by name
        self._as_written = 0
        self._links: list[str] = []
        self._controls = 0
        self._run: list[list[Segment]] = [[]]
        self._line = 1

    def read(self) -> None:
        skipped: Any = None
        depth = 0
        for event, element in etree.iterwalk(self._parsed, events=("start", "end", "comment")):
            if event == "start":
                depth += 1
                self._line = element.sourceline if element.sourceline < _MOST_LINES else self._line
                if depth > _DEEPEST:
                    told = f"line {self._line} of the page is nested too deep to be read"
                    raise ValueError(f"{told}; save only the article’s text, as .txt")
                if skipped is None and self._is_skipped(element):
                    skipped = element
                elif skipped is None:
                    self._enter(element)
                self._add(element.text, shown=skipped is None)
                continue
            if event == "end":
                depth -= 1
                if skipped is None:
                    self._leave(element)
                elif skipped is element:
                    skipped = None
            else:
                self._line = element.sourceline if element.sourceline < _MOST_LINES else self._line
            self._add(element.tail, shown=skipped is None)
        self._flush()

    def _is_skipped(self, element: Any) -> bool:
        if element in self._comments or is_unseen(element, self._styles):
            return True
        return element.tag in {"sup", "a", "span"} and is_reference_mark(element, self._before())

    def _before(self) -> str:
        return "".join(segment.text[-20:] for segment in self._run[-1][-3:])

    def _enter(self, element: Any) -> None:
        if is_block(element):
            self._flush()
            self._open.append(element)
            self._inside[element.tag] += 1
            self._as_written += is_as_written(element)
            tag = element.tag if element.tag in BLOCKS and element.tag not in PREFORMATTED else "div"
            self._here = etree.SubElement(self._here, tag, element.attrib)
        elif element.tag == "br":
            self._run.append([])
        elif element.tag == "a":
            self._links.append(element.get("href", ""))
        elif element.tag == "button":
            self._controls += 1
        elif element.tag == "q":
            self._put("“")
        elif element.tag == "img":
            self._put(_pictured(element.get("alt", "")))

    def _leave(self, element: Any) -> None:
        if self._open and self._open[-1] is element:
            self._flush()
            self._open.pop()
            self._inside[element.tag] -= 1
            self._as_written -= is_as_written(element)
            self._here = self._here.getparent()
        elif element.tag == "a":
            self._links.pop()
        elif element.tag == "button":
            self._controls -= 1
        elif element.tag == "q":
            self._put("”")

    def _add(self, text: str | None, *, shown: bool) -> None:
        if text:
            if shown:
                self._put(text)
            self._line += text.count("\n")

    def _put(self, text: str) -> None:
        if text:
            href = self._links[-1] if self._links else None
            self._run[-1].append(Segment(text, self._line, href, self._controls > 0))

    def _flush(self) -> None:
        run, self._run = self._run, [[]]
        if not any(segment.text.strip() for line in run for segment in line):
            return
        if self._as_written:
            for words, breaks, lines in paragraphs_of_rows(run):
                self._append(words, lines, [Segment(words, 0, None, False)], breaks)
            return
        for words, lines, segments in paragraphs_of_lines(run):
            self._append(words, lines, segments)

    def _append(
        self, words: str, lines: tuple[int, ...], segments: list[Segment], breaks: tuple[int, ...] = ()
    ) -> None:
        linked = sum(len(segment.text.strip()) for segment in segments if segment.href is not None)
        is_control = all(segment.is_control for segment in segments if segment.text.strip())
        holder = None if is_control else self._held(segments)
        self.texts.append(
            PageText(words, self._kind(), self._rank(), self._is_in_article(), lines, holder, linked, breaks)
        )

    def _held(self, segments: list[Segment]) -> Any:
        """The words in an element of the plain page that holds nothing else, or nothing before."""
        empty = self._here.text is None and not len(self._here)
        holder = (
            self._here
            if empty and self._here.tag not in {"body", "article", "main"}
            else etree.SubElement(self._here, "p")
        )
        last = None
        for href, stretch in groupby(segments, key=attrgetter("href")):
            words = " ".join(f"x{''.join([segment.text for segment in stretch])}x".split())[1:-1]
            if href is not None:
                last = etree.SubElement(holder, "a", href=href)
                last.text = words
            elif last is not None:
                last.tail = words
            else:
                holder.text = words
        return holder

    def _kind(self) -> Kind:
        if self._rank():
            return "subhead"
        if self._inside["figcaption"]:
            return "caption"
        return "list-item" if self._inside["li"] else "text"

    def _rank(self) -> int:
        return next((rank for rank, tag in enumerate(HEADINGS, start=1) if self._inside[tag]), 0)

    def _is_in_article(self) -> bool:
        if any(self._inside[tag] for tag in BESIDE):
            return False
        articles = self._inside["article"]
        return articles == 1 or (articles == 0 and self._inside["main"] > 0)


def _pictured(alt: str) -> str:
    """The emoji that an image shows; "" for any other image."""
    is_emoji = 0 < len(alt) <= _LONGEST_PICTURED and not any(character.isalnum() for character in alt)
    return alt if is_emoji and not alt.isascii() else ""
