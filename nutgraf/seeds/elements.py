"""Which elements of a page part its words into blocks, and which stand in a sentence."""

from __future__ import annotations

import re
from typing import Any

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BESIDE = frozenset(("aside", "nav", "footer", "form"))  # in an article, but no part of it
PREFORMATTED = frozenset(("pre", "listing", "xmp", "plaintext"))
_FLOWING = frozenset(HEADINGS) | {"p", "figcaption", "caption", "dt", "summary", "legend"}  # hold words, and no blocks
_HOLDING = _FLOWING | {"li", "td", "th", "dd"}
BLOCKS = (
    _HOLDING
    | BESIDE
    | PREFORMATTED
    | frozenset(
        (
            *("address", "article", "blockquote", "body", "center", "colgroup", "details", "dialog", "dir", "div"),
            *("dl", "fieldset", "figure", "frameset", "header", "hgroup", "hr", "html", "main", "menu", "ol"),
            *("optgroup", "option", "search", "section", "table", "tbody", "tfoot", "thead", "tr", "ul"),
        )
    )
)
_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "br", "button", "cite", "code", "data", "dfn"),
        *("em", "embed", "font", "i", "img", "input", "ins", "kbd", "label", "mark", "math", "meter", "nobr"),
        *("output", "picture", "progress", "q", "rb", "ruby", "samp", "small", "source", "span", "strong", "sub"),
        *("sup", "time", "tt", "u", "var", "wbr"),
    )
)
_AS_BLOCK = re.compile(r"(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)
_AS_INLINE = re.compile(r"(?:^|;)\s*display\s*:\s*inline\s*(?:;|$|!)", re.IGNORECASE)
_AS_WRITTEN = re.compile(r"(?:^|;)\s*white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)


def is_block(element: Any) -> bool:
    """True if the element separates the words before it from its own.

    An unknown element does unless it is among words.
    Follows the display of HTML’s default style sheet and the element’s own style attribute.
    """
    if element.tag in BLOCKS:
        return element.tag not in {"div", "section"} or _AS_INLINE.search(element.get("style", "")) is None
    if element.tag in _INLINE:
        return _AS_BLOCK.search(element.get("style", "")) is not None
    return not _is_among_words(element)


def is_as_written(element: Any) -> bool:
    """True if a browser shows the line ends of the element’s text: <pre> and the like, or CSS white-space."""
    return element.tag in PREFORMATTED or _AS_WRITTEN.search(element.get("style", "")) is not None


def _is_among_words(element: Any) -> bool:
    """Whether an unknown element is in a sentence: words, or an inline element, are directly beside it."""
    parent, before, after = element.getparent(), element.getprevious(), element.getnext()
    if parent is None:
        return False
    text_before = parent.text if before is None else before.tail
    if parent.tag in _FLOWING or (text_before or "").strip() or (element.tail or "").strip():
        return True
    return any(beside is not None and beside.tag in _INLINE - {"br", "img"} for beside in (before, after))
