"""Which quoted words a citation answers for (design §2.1).

A citation covers the text since the previous citation in its block. A block quotation whose last line is
``— Name [@source]`` is covered whole, outer marks or not.
"""

import re
from collections.abc import Sequence

from markdown_it.token import Token

from nutgraf.body import Quotation
from nutgraf.parse.source_map import SourceMap
from nutgraf.quotations import quoted_runs

_ATTRIBUTION = re.compile(r"(?:[—–―]|--)\s*")
_OPENING, _CLOSING = '“"„«「', '”"“»」'
_LEAST_WORDS = 2


def plain_text(children: Sequence[Token]) -> str:
    """The words of a block’s inline tokens as a reader meets them; code keeps its place but holds no quotation."""
    return "".join(_plain(child) for child in children)


def _plain(token: Token) -> str:
    if token.type == "text":
        return token.content
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    if token.type == "code_inline":
        return re.sub(r"[“”\"„«»「」]", "\ufffc", token.content)
    if token.type == "term":
        target, text = token.meta["groups"]
        return str(text or target)
    return ""


def quote_to_citations(block: Token, source_map: SourceMap) -> tuple[Quotation, ...]:
    """The quotations of a block that no citation covers; the others are put into their citation’s meta."""
    children = block.children or []
    runs = [run for run in quoted_runs(plain_text(children)) if run.words >= _LEAST_WORDS]
    waiting = [(run.end, _quotation(block, children, run.start, run.text, source_map)) for run in runs]
    position = 0
    for child in children:
        position += len(_plain(child))
        if child.type == "citation":
            covered = [quotation for end, quotation in waiting if end <= position]
            waiting = waiting[len(covered) :]
            child.meta["quotations"] = tuple(covered)
    return tuple(quotation for _, quotation in waiting)


def _quotation(block: Token, children: Sequence[Token], start: int, text: str, source_map: SourceMap) -> Quotation:
    """The quotation with its place: the same opening mark, counted from the block’s beginning."""
    before = plain_text(children)
    mark = before[start]
    offset = -1
    for _ in range(before.count(mark, 0, start) + 1):
        found = block.content.find(mark, offset + 1)
        offset = found if found >= 0 else offset
    return Quotation(text, source_map.inline(block, max(offset, 0), len(text) + 2))


def attribution_start(children: Sequence[Token]) -> int | None:
    """The index of the token that begins the last line, if that line is ``— Name``; otherwise None."""
    breaks = [number for number, child in enumerate(children) if child.type in {"softbreak", "hardbreak"}]
    start = breaks[-1] + 1 if breaks else 0
    first = children[start] if start < len(children) else None
    return start if first and first.type == "text" and _ATTRIBUTION.match(first.content) else None


def without_dash(token: Token) -> None:
    """Takes the dash from an attribution: the page sets its own."""
    token.content = _ATTRIBUTION.sub("", token.content, count=1)


def whole_quotation(paragraphs: Sequence[str]) -> str:
    """A block quotation’s words without its outer marks; paragraphs stand on lines of their own."""
    text = "\n\n".join(paragraph.strip() for paragraph in paragraphs).strip()
    if text[:1] and text[0] in _OPENING and text[-1] in _CLOSING:
        inner = text[1:-1]
        return "\n\n".join(part.lstrip(_OPENING) for part in inner.split("\n\n"))
    return text
