"""What readers see of a block as text, and where in its Markdown each character of it is written."""

from collections.abc import Iterator
from functools import cached_property

from markdown_it.token import Token
from msgspec import Struct

from nutgraf.parse.alignment import offsets, plain_text, plain_token

_LONGEST_RUN = 100  # backslashes before a character


class Shown(Struct, frozen=True, dict=True):
    """The text of a block without code, citations, links to entries and pictures."""

    block: Token

    @cached_property
    def text(self) -> str:
        """All of it, line by line, to see whether it holds a character at all."""
        return plain_text([child for child in self.block.children or () if child.type == "text"])

    @property
    def runs(self) -> Iterator[tuple[str, int]]:
        """Each run of text, and how many characters of the block’s plain text stand before it."""
        position = 0
        for child in self.block.children or ():
            if child.type == "text":
                yield child.content, position
            position += len(plain_token(child))

    def written(self, position: int) -> int:
        """Where in the block’s Markdown the character of that number is written."""
        return self._offsets[position]

    def is_meant(self, position: int, character: str) -> bool:
        """Whether the character is written as an escape or an entity, because it is meant to show."""
        content, at = self.block.content, self.written(position)
        if content[at] != character:
            return True
        before = content[max(at - _LONGEST_RUN, 0) : at]
        return character != "\\" and (len(before) - len(before.rstrip("\\"))) % 2 == 1

    @cached_property
    def _offsets(self) -> list[int]:
        return offsets(self.block)
