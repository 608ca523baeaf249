"""The visible texts of an HTML page, each with the lines of markup it stands on."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from nutgraf.seeds.reading import Kind

_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong"),
        *("sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
_UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "svg", "title", "iframe", "object", "textarea", "select")
)
_HEADINGS = frozenset(f"h{rank}" for rank in range(1, 7))
_BESIDE = frozenset(("aside", "nav", "footer", "form"))  # in an article, but no part of it
_NOTED = _HEADINGS | _BESIDE | {"li", "figure", "figcaption", "article", "main"}
_LANGUAGE = re.compile(r"<html[^>]{0,400}?\slang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", re.IGNORECASE)


class PageText(Struct, frozen=True):
    """One run of words between two block elements."""

    words: str  # white space collapsed, as a browser shows it
    kind: Kind
    is_heading: bool
    is_in_article: bool  # not beside it, nor in one that stands within it
    lines: tuple[int, ...]  # 1-based, of the markup


def page_texts(capture: str) -> tuple[PageText, ...]:
    """Every visible text of the page, in order."""
    reader = _PageReader()
    reader.feed(capture)
    reader.close()
    reader.flush()
    return tuple(reader.texts)


def page_language(capture: str) -> str | None:
    """The language the page declares on its root element, or None."""
    found = _LANGUAGE.search(capture[:5000])
    return found.group(1) if found else None


class _PageReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[PageText] = []
        self._words: list[str] = []
        self._lines: list[int] = []
        self._inside: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the parser's
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag not in _INLINE:
            self.flush()
            if tag in _NOTED:
                self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag not in _INLINE:
            self.flush()
            if tag in self._inside:
                del self._inside[len(self._inside) - 1 - self._inside[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        self._words.append(data)
        if data.strip():
            first = self.getpos()[0] + data[: len(data) - len(data.lstrip())].count("\n")
            self._lines.extend(range(first, first + data.strip().count("\n") + 1))

    def flush(self) -> None:
        words = " ".join("".join(self._words).split())
        if words:
            lines = tuple(dict.fromkeys(self._lines))
            self.texts.append(PageText(words, self._kind(), self._is_heading(), self._is_in_article(), lines))
        self._words, self._lines = [], []

    def _kind(self) -> Kind:
        if self._is_heading():
            return "subhead"
        if "figcaption" in self._inside:
            return "caption"
        return "list-item" if "li" in self._inside else "text"

    def _is_heading(self) -> bool:
        return not _HEADINGS.isdisjoint(self._inside)

    def _is_in_article(self) -> bool:
        articles = self._inside.count("article")
        return _BESIDE.isdisjoint(self._inside) and (articles == 1 or (not articles and "main" in self._inside))
