"""Block quotations: one whose last line is ``— Name [@source]`` is checked whole, outer marks or not."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from nutgraf.body import Quotation
from nutgraf.parse.alignment import plain_text
from nutgraf.parse.citing import set_close
from nutgraf.parse.quoting import has_quotation, keep_words
from nutgraf.parse.source_map import SourceMap
from nutgraf.problems import Problem
from nutgraf.quotations import OUTER
from nutgraf.rules import problem

_DASH = re.compile(r"(?:[—–―]|--)\s*")


def cover_block_quotations(tokens: list[Token], source_map: SourceMap) -> tuple[Problem, ...]:
    """Binds every block quotation to the citation in its last line, in place; a problem for each that has none."""
    problems: list[Problem] = []
    for start in range(len(tokens) - 1, -1, -1):  # the inner ones first
        if tokens[start].type == "blockquote_open":
            own = list(_own_inlines(tokens, start))
            if own and not _attribute(tokens, start, own, source_map):
                problems.extend(_unchecked(tokens[start], [tokens[number] for number in own], source_map))
    return tuple(problems)


def _own_inlines(tokens: Sequence[Token], start: int) -> Iterator[int]:
    """The indexes of a quote’s inline tokens, without those of quotes inside it."""
    inner = 0
    for number in range(start + 1, len(tokens)):
        token = tokens[number]
        if token.type == "blockquote_close" and token.level == tokens[start].level:
            return
        inner += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "inline" and not inner:
            yield number


def _attribute(tokens: list[Token], start: int, own: Sequence[int], source_map: SourceMap) -> bool:
    """Whether the quote ends in a line that says who is quoted; that line becomes its footer."""
    last = tokens[own[-1]]
    split = _attribution_start(last.children or [])
    if split is None or last.level != tokens[start].level + 2 or tokens[own[-1] - 1].type != "paragraph_open":
        return False
    children = last.children or []
    line, above = children[split:], children[: max(split - 1, 0)]
    line[0].content = _DASH.sub("", line[0].content, count=1)  # the page sets its own dash
    footer = Token("inline", "", 0, map=last.map, content=last.content, children=line, level=last.level)
    last.children = above
    _bind([tokens[number] for number in own if tokens[number].children], footer, source_map)
    opening = Token("footer_open", "footer", 1, block=True)
    closing = Token("footer_close", "footer", -1, block=True)
    paragraph = slice(own[-1] - 1, own[-1] + 2)
    tokens[paragraph] = [*(tokens[paragraph] if above else ()), opening, footer, closing]
    return True


def _attribution_start(children: Sequence[Token]) -> int | None:
    """The index of the token that begins the last line, if that line is ``— Name``; otherwise None."""
    start = depth = 0
    for number, child in enumerate(children):
        depth += child.nesting
        if child.type in {"softbreak", "hardbreak"}:
            start = number + 1 if not depth else len(children)  # a line inside emphasis cannot be taken out
    first = children[start] if start < len(children) else None
    return start if first and first.type == "text" and _DASH.match(first.content) else None


def _bind(blocks: Sequence[Token], footer: Token, source_map: SourceMap) -> None:
    """Makes the blocks one quotation, and gives it to the first citation of the footer."""
    footer.meta = {"is_quotation": True}
    for block in blocks:
        block.meta = {**block.meta, "is_quotation": True}
        block.children = set_close(block.children or [])
        for child in block.children:
            if child.type == "term":
                keep_words(child)
    text = _without_marks([plain_text(block.children or []) for block in blocks])
    if not text:
        return
    first = blocks[0]
    quotation = Quotation(text, source_map.inline(first, 0, len(first.content.split("\n")[0])))
    cited = next((child for child in footer.children or () if child.type == "citation"), None)
    if cited:
        cited.meta["quotations"] = (quotation,)
    else:
        footer.meta["uncited"] = (quotation,)


def _without_marks(paragraphs: Sequence[str]) -> str:
    """A block quotation’s words without its outer marks; paragraphs stand on lines of their own."""
    text = "\n\n".join(paragraph.strip() for paragraph in paragraphs).strip()
    if text[:1] and text[0] in OUTER and text[-1] in OUTER:
        return "\n\n".join(part.lstrip(OUTER) for part in text.strip(OUTER).split("\n\n"))
    return text


def _unchecked(quote: Token, own: Sequence[Token], source_map: SourceMap) -> Iterator[Problem]:
    """A problem for a quote that nothing is checked in; quoted words in it are seen to like all others."""
    if not any(has_quotation(plain_text(block.children or [])) for block in own):
        message = "this block quotation does not say who is quoted, so its words are not checked"
        yield problem("uncited-quotation", source_map.block(quote), message, "end it with a line “— Name [@source]”")
