"""The docs as the tests read them: their blocks and tables, their anchors, and the examples of docs/writing.md."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.sites.project import PROJECT

WRITING = PROJECT / "docs/writing.md"
PAGES = (*sorted(PROJECT.glob("*.md")), *sorted(PROJECT.glob("docs/**/*.md")))


@dataclass(frozen=True)
class Block:
    """A fenced block or a table of a page, and the heading it stands under."""

    heading: str
    token: Token
    cells: tuple[tuple[str, ...], ...] = ()  # of a table, without its head

    @property
    def info(self) -> tuple[str, ...]:
        """The words after the fence: language, role, path or rule."""
        return tuple(self.token.info.split(maxsplit=2))


def blocks(path: Path) -> Iterator[Block]:
    tokens = MarkdownIt("commonmark").enable("table").parse(path.read_text("utf-8"))
    heading = ""
    for number, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = _words(tokens[number + 1])
        elif token.type == "fence":
            yield Block(heading, token)
        elif token.type == "tbody_open":
            yield Block(heading, token, tuple(_rows(tokens, number)))


def _rows(tokens: list[Token], start: int) -> Iterator[tuple[str, ...]]:
    row: list[str] = []
    for token in tokens[start:]:
        if token.type == "inline":
            row.append(_words(token))
        elif token.type == "tr_close":
            yield tuple(row)
            row = []
        elif token.type == "tbody_close":
            return


def _words(token: Token) -> str:
    return "".join(child.content for child in token.children or ())


def table(heading: str, page: Path = WRITING) -> tuple[tuple[str, ...], ...]:
    return tuple(row for block in blocks(page) if block.heading == heading for row in block.cells)


@dataclass(frozen=True)
class Example:
    """Files of an example site and the message that one rule gives for them."""

    rule: str
    inputs: tuple[Block, ...]
    output: Token

    def __str__(self) -> str:
        return f"{self.rule}, line {self.output.map[0] + 1 if self.output.map else 0}"


def inputs_and_examples() -> tuple[tuple[Block, ...], tuple[Example, ...]]:
    """The files that writing.md shows as they should be, and those that get a message."""
    sound: list[Block] = []
    found: list[Example] = []
    waiting: list[Block] = []
    for block in blocks(WRITING):
        if waiting and block.heading != waiting[-1].heading:
            sound, waiting = [*sound, *waiting], []
        if block.info[:2] == ("text", "output"):
            found.append(Example(block.info[2], tuple(waiting), block.token))
            waiting = []
        elif block.info[1:2] and block.info[1] in {"fields", "body", "file", "add"}:
            waiting.append(block)
    return (*sound, *waiting), tuple(found)


def rule_sections() -> dict[str, str]:
    """The sections called like rules, with the text that follows the heading."""
    found = re.findall(r"^#### (\S+)\n\n(.+?)$", WRITING.read_text("utf-8"), re.MULTILINE)
    return dict(found)


def anchors(path: Path) -> set[str]:
    """The anchors that GitHub gives to headings."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
