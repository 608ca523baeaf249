"""A Markdown capture read: its front matter gives the fields, and the words its Markdown renders are the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from nutgraf.labels import label_helpers
from nutgraf.seeds.blocks import Block, fold
from nutgraf.seeds.dateline import find_dateline
from nutgraf.seeds.decide import Decision
from nutgraf.seeds.encoding import TooLargeError
from nutgraf.seeds.front_matter import FIELDS, read_front_matter
from nutgraf.seeds.markup import words_of
from nutgraf.seeds.overrides import overruled
from nutgraf.seeds.page import read_page
from nutgraf.seeds.reading import Kind, Paragraph, Reading
from nutgraf.seeds.rows import split_rows
from nutgraf.seeds.shape import measure
from nutgraf.seeds.trace import left_out, traced_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

LONGEST = 500_000  # characters: a report of 250 pages
_NESTING = 100  # deeper text would be dropped by markdown-it-py without a word
_LOOSE_TEXT = ("fence", "code_block")  # blocks whose words stand in the token itself
_HEADINGS = frozenset(f"h{rank}" for rank in range(1, 7))


class _Passage(Struct, frozen=True):
    block: Block
    kind: Kind
    is_top_heading: bool


def read_markdown(capture: str, remove: tuple[str, ...] = (), keep: tuple[str, ...] = ()) -> Reading:
    """The reading of a Markdown capture, with the editor’s overrides applied last.

    Fields are those of its front matter.
    remove, keep: as in read_capture. Raises ValueError with a sentence for the editor: TooLargeError above LONGEST
    characters, and what read_front_matter raises.
    """
    if len(capture) > LONGEST:
        told = f"the file has {len(capture):,} characters, and a Markdown seed may have {LONGEST:,} at most"
        raise TooLargeError(f"{told}; save it as plain text (.txt), or cut the capture into several seeds")
    rows = split_rows(capture)
    fields, body_starts = read_front_matter([row.captured for row in rows])
    passages = _passages("\n".join(row.captured for row in rows[body_starts:]), body_starts)
    blocks = tuple(passage.block for passage in passages)
    title, headline = _headline(fields.get("title"), passages)
    rules = ("headline" if index == headline else "markdown" for index in range(len(passages)))
    decisions, missed = overruled(tuple(Decision(True, rule) for rule in rules), blocks, rows, remove, keep)
    paragraphs = tuple(
        Paragraph(passage.block.text, passage.kind, passage.block.breaks)
        for passage, decision in zip(passages, decisions, strict=True)
        if decision.kept and decision.rule != "headline"
    )
    texts = tuple(paragraph.text for paragraph in paragraphs if paragraph.kind == "text")
    return Reading(
        title=title,
        dateline=find_dateline(texts[0], texts[1:]) if texts else None,
        paragraphs=paragraphs,
        lines=traced_lines(rows, blocks, decisions),
        left_out=left_out(blocks, decisions),
        unmatched=missed,
        **{name: fields.get(name) for name in FIELDS if name != "title"},
    )


def _passages(body: str, offset: int) -> tuple[_Passage, ...]:
    found: list[_Passage] = []
    tags: list[str] = []
    lines = [0, 0]
    for token in _parser().parse(body):
        if token.map and token.level >= _NESTING - 2:
            line = offset + token.map[0] + 1
            raise ValueError(f"line {line} is nested too deep to be read; bring it nearer to the margin")
        lines = token.map or lines  # a table cell has none of its own; its row's stand
        if token.nesting > 0:
            tags.append(token.tag)
        elif token.nesting < 0:
            tags.pop()
        numbers = tuple(range(offset + lines[0] + 1, offset + lines[1] + 1))
        for text, breaks in _texts(token, tags):
            block = Block(text, fold(text), measure(text), numbers, breaks=breaks)
            found.append(_Passage(block, _kind(tags), "h1" in tags))
    return tuple(found)


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import reference

    def link_address(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        """The rule for the addresses of links, but not for footnotes, whose words it would drop: [^1]: words."""
        at = state.bMarks[start] + state.tShift[start]
        return not state.src.startswith("[^", at) and reference(state, start, end, silent)

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _NESTING}).enable(["table", "strikethrough"])
    parser.helpers = label_helpers()  # type: ignore[assignment]  # a module, of which nobody asks more than its names
    parser.block.ruler.at("reference", link_address)
    return parser


def _texts(token: Token, tags: list[str]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The words of a token; of a block of HTML those of each of its blocks."""
    if token.type == "html_block":
        yield from ((text.words, ()) for text in read_page(token.content).texts)
    elif token.type in _LOOSE_TEXT and token.content.strip():
        yield token.content.strip(), ()
    elif token.children:
        text, breaks = words_of(token.children, in_list="li" in tags)
        if text:
            yield text, breaks


def _kind(tags: list[str]) -> Kind:
    if _HEADINGS.intersection(tags):
        return "subhead"
    return "list-item" if "li" in tags else "text"


def _headline(title: str | None, passages: tuple[_Passage, ...]) -> tuple[str | None, int | None]:
    """The title, from the front matter or else the first heading of the first rank, and the passage that repeats it."""
    for index, passage in enumerate(passages):
        if passage.is_top_heading:
            repeats = title is None or fold(title) == passage.block.folded
            return title or passage.block.text, index if repeats else None
    return title, None
