"""The capture as blocks: rows joined where they were wrapped, captions cut from the paragraphs they ran into."""

from __future__ import annotations

from typing import NamedTuple

from nutgraf.seeds.captions import split_run_in_caption
from nutgraf.seeds.rows import Row
from nutgraf.seeds.shape import Shape, measure
from nutgraf.seeds.unwrap import join_text, joined_rows


class Block(NamedTuple):
    """A stretch of text that is kept or dropped as one."""

    text: str
    folded: str  # for comparing: case and edge punctuation aside
    shape: Shape
    rows: tuple[int, ...]  # the numbers of its lines
    cut_caption: bool = False  # cut from the paragraph it ran into
    breaks: tuple[int, ...] = ()  # places in the text where a line ended in a hyphen inside a word


def build_blocks(rows: tuple[Row, ...]) -> tuple[Block, ...]:
    """Every piece of text in the capture, in order: paragraphs, lines of the page, captions cut from paragraphs."""
    blocks: list[Block] = []
    looks: dict[str, tuple[str, Shape]] = {}  # pages say the same short things again and again
    for group in joined_rows(rows):
        text, breaks = join_text([row.text for row in group])
        numbers = tuple([row.number for row in group])
        if split := split_run_in_caption(text):
            caption, text = split
            within = tuple([place for place in breaks if place < len(caption)])
            blocks.append(Block(caption, fold(caption), measure(caption), numbers, cut_caption=True, breaks=within))
            breaks = tuple([place - len(caption) for place in breaks if place > len(caption)])
        if text not in looks:
            looks[text] = fold(text), measure(text)
        blocks.append(Block(text, *looks[text], numbers, breaks=breaks))
    return tuple(blocks)


def fold(text: str) -> str:
    """The first 400 characters for comparison: lower case, single spaces, one kind of apostrophe, bare at the edges."""
    return " ".join(text[:400].casefold().replace("’", "'").split()).strip(" .,:;!?|·•-–—*#>»«“”\"'()[]")
