"""Where a token stands in the editor’s file.

markdown-it-py gives block tokens their lines and inline tokens nothing. The columns come from looking the block’s
own lines up in the file’s: they are the same but for indents, list bullets and quote signs in front of them.
"""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from markdown_it.token import Token
from msgspec import Struct

from nutgraf.problems import Place


class SourceMap(Struct, frozen=True):
    """A file’s lines, and where in it the Markdown begins."""

    path: str
    lines: tuple[str, ...]  # of the Markdown
    first: Place  # of its first character

    def block(self, token: Token) -> Place:
        """Where a block begins: its first line, without the indent."""
        if not token.map:
            return Place(self.path)
        text = self.lines[token.map[0]] if token.map[0] < len(self.lines) else ""
        indent = len(text) - len(text.lstrip())
        return self._place(token.map[0], indent, len(text.rstrip()) - indent)

    def inline(self, block: Token, offset: int, length: int) -> Place:
        """Where the ``length`` characters at ``offset`` of an inline token’s content stand."""
        if not block.map or not self.lines:
            return self.first
        if "lines" not in block.meta:
            block.meta = {**block.meta, "lines": self._lines(block, block.map[0])}
        lines: list[_Line] = block.meta["lines"]
        number = bisect_right(lines, offset, key=lambda line: line.offset) - 1
        line = lines[number]
        within = offset - line.offset
        return self._place(line.row, line.column + within, min(length, line.length - within))

    def _lines(self, block: Token, first_row: int) -> "list[_Line]":
        """The lines of a block, looked up once however many places in it are asked for."""
        found, offset = [], 0
        for number, text in enumerate(block.content.split("\n")):
            row = min(first_row + number, len(self.lines) - 1)
            column = block.meta.get("column")  # of a table cell
            found.append(_Line(offset, len(text), row, _start_of(text, self.lines[row]) if column is None else column))
            offset += len(text) + 1
        return found

    def find_cells(self, tokens: Iterable[Token]) -> None:
        """Tells the cells of tables where in their row they begin: two cells may hold the same words."""
        cursor, row, is_cell = 0, -1, False
        for token in tokens:
            if token.type == "tr_open" and token.map:
                cursor, row = 0, token.map[0]
            is_cell = token.type in {"th_open", "td_open"} or (is_cell and token.type == "inline")
            if is_cell and token.type == "inline":
                written = token.content.replace("|", "\\|")
                column = max(self.lines[row].find(written, cursor), cursor)
                token.meta = {**token.meta, "column": column}
                cursor = column + len(written)

    def _place(self, row: int, column: int, length: int) -> Place:
        indent = self.first.column - 1 if row == 0 else 0
        return Place(self.path, self.first.line + row, indent + column + 1, max(length, 1))


class _Line(NamedTuple):
    """A line of a block."""

    offset: int  # of its first character in the block’s content
    length: int
    row: int  # of the Markdown, from 0
    column: int  # of its first character there, from 0


def _start_of(line: str, row: str) -> int:
    """Where a line of a block begins in the file’s row: its bullets, quote signs and tabs stand before it."""
    written = line.strip()
    lead = len(line) - len(line.lstrip())
    rest = row.rstrip()
    at = len(rest) - len(written) if rest.endswith(written) else row.rfind(written)  # a heading may end in signs
    return max(at - lead, 0)
