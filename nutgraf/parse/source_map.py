"""Where a token stands in the editor’s file.

markdown-it-py gives block tokens their lines and inline tokens nothing. The columns come from looking the block’s
own lines up in the file’s: they are the same but for indents, list bullets and quote signs in front of them.
"""

from dataclasses import dataclass

from markdown_it.token import Token

from nutgraf.problems import Place


@dataclass(frozen=True)
class SourceMap:
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
        if not block.map:
            return Place(self.path)
        before = block.content[:offset]
        number = before.count("\n")
        line = block.content.split("\n")[number]
        column = offset - (before.rfind("\n") + 1)
        row = min(block.map[0] + number, len(self.lines) - 1)
        start = self.lines[row].find(line)
        if start < 0:  # a table cell: its escaped pipes read differently
            start, column = max(self.lines[row].find(line[column : column + length]), 0), 0
        return self._place(row, start + column, min(length, len(line) - column))

    def _place(self, row: int, column: int, length: int) -> Place:
        indent = self.first.column - 1 if row == 0 else 0
        return Place(self.path, self.first.line + row, indent + column + 1, max(length, 1))
