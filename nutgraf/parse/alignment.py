"""From a block’s plain words back to its Markdown: which character was written where.

The parser tells where links, images, citations and marks begin and end; what lies between them is text, with
nothing but emphasis signs, backslashes and entities in the way.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from markdown_it.token import Token

from nutgraf.quotations import hide_marks

_MARKUP = re.compile(r"[*_~`\[\]<>!()\\]{0,99}")  # a longer run is walked letter by letter
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def plain_text(children: Sequence[Token]) -> str:
    """The words of a block’s inline tokens as a reader meets them; code keeps its place but holds no quotation."""
    return "".join(plain_token(child) for child in children)


def plain_token(token: Token) -> str:
    """The words of one inline token."""
    if token.type == "text":
        return token.content
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    if token.type == "code_inline":
        return hide_marks(token.content)
    if token.type == "term":
        target, text = token.meta["groups"]
        return str(text or target)
    return ""


def offsets(block: Token) -> list[int]:
    """For each character of the block’s plain text, where in ``block.content`` it is written."""
    found: list[int] = []
    ends: list[int] = []  # of the links that are open
    cursor = 0
    for child in block.children or ():
        cursor = child.meta.get("offset", cursor)
        found.extend(_token_offsets(child, block.content, cursor))
        if child.type == "link_open":
            ends.append(child.meta.get("end", cursor))
        elif child.type == "link_close" and ends:
            cursor = ends.pop()
        elif "end" in child.meta:
            cursor = child.meta["end"]
        elif plain_token(child):
            cursor = found[-1] + 1
    return found


def _token_offsets(token: Token, content: str, cursor: int) -> Iterator[int]:
    text = plain_token(token)
    if token.type in {"softbreak", "hardbreak"}:
        yield max(content.find("\n", cursor), 0)
    elif token.type in {"code_inline", "term"}:
        start = content.find(token.content if token.type == "code_inline" else text, cursor)
        yield from range(max(start, cursor), max(start, cursor) + len(text))
    elif text:
        start = _MARKUP.match(content, cursor).end()  # type: ignore[union-attr]  # it matches nothing at the least
        near = content.find(text, cursor, start + len(text))
        yield from range(near, near + len(text)) if near >= 0 else _letter_by_letter(text, content, cursor)


def _letter_by_letter(text: str, content: str, cursor: int) -> Iterator[int]:
    """The offsets of text that holds backslash escapes or entities."""
    for sign in text:
        while cursor < len(content):
            width = _width(sign, content, cursor)
            if width:
                break
            cursor += 1
        yield min(cursor, max(len(content) - 1, 0))
        cursor += width if cursor < len(content) else 0


def _width(sign: str, content: str, at: int) -> int:
    """How many characters at this place write the sign; 0 when it is not written here."""
    if content[at] == "\\" and content[at + 1 : at + 2] == sign and not sign.isalnum():
        return 2
    entity = _ENTITY.match(content, at)
    if entity and unescape(entity[0]) == sign:
        return len(entity[0])
    return int(content[at] == sign)
