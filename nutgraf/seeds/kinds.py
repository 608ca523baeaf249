"""What a kept block is: text, subhead, caption or list item."""

from __future__ import annotations

import re

from nutgraf.seeds.blocks import Block
from nutgraf.seeds.captions import is_caption
from nutgraf.seeds.extent import is_prose
from nutgraf.seeds.reading import Kind

_BULLET = re.compile(r"[•·▪■◦‣●○►▶✓✔➤*+-]\s+\S")
_NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s+\S")


def kind_of(index: int, kept: tuple[Block, ...]) -> Kind:
    """What a kept block is: caption, list-item, subhead or text.

    index: its 0-based place in `kept`, all the blocks that are kept, since its neighbours decide too.
    """
    block = kept[index]
    if block.cut_caption or is_caption(block.text, block.shape):
        return "caption"
    if _BULLET.match(block.text) or _is_numbered(index, kept):
        return "list-item"
    following = kept[index + 1] if index + 1 < len(kept) else None
    return "subhead" if following is not None and _is_subhead(block, following) else "text"


def _is_numbered(index: int, kept: tuple[Block, ...]) -> bool:
    """A number makes a list only with its neighbour: “1. Januar 2020” is a date."""
    number = _number(kept[index])
    if number is None:
        return False
    beside = [_number(kept[other]) for other in range(max(0, index - 4), min(len(kept), index + 5)) if other != index]
    return number + 1 in beside or number - 1 in beside


def _number(block: Block) -> int | None:
    found = _NUMBER.match(block.text)
    return int(found.group(1)) if found else None


def _is_subhead(block: Block, following: Block) -> bool:
    shape = block.shape
    if (
        shape.ends_sentence
        or shape.continues
        or shape.introduces
        or shape.length > 90
        or shape.words > 14
        or shape.starts_lower
    ):
        return False
    return is_prose(following) and following.shape.length > shape.length
