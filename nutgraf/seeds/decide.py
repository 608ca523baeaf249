"""What becomes of every block: kept or dropped, and by which rule."""

from __future__ import annotations

from typing import NamedTuple

from nutgraf.seeds.blocks import Block
from nutgraf.seeds.captions import is_caption
from nutgraf.seeds.extent import is_prose
from nutgraf.seeds.fields import Fields
from nutgraf.seeds.head import head_fragments
from nutgraf.seeds.rules import Verdict

_STANDFIRST_WORDS = 8


class Decision(NamedTuple):
    """The fate of one block."""

    kept: bool
    rule: str


def decide(
    blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], extent: tuple[int, int], fields: Fields
) -> tuple[Decision, ...]:
    """One decision for each block: inside the article it is kept unless a rule speaks against it, outside dropped.

    extent: the first and last block of the article, 0-based, both inclusive.
    """
    head = head_fragments(blocks, verdicts, fields.headline.index if fields.headline else None)
    return tuple(
        Decision(False, "page-head")
        if index in head and verdicts[index].against < 1.0
        else _decide(index, blocks[index], verdicts[index], extent, fields)
        for index in range(len(blocks))
    )


def _decide(index: int, block: Block, verdict: Verdict, extent: tuple[int, int], fields: Fields) -> Decision:
    start, end = extent
    headline = fields.headline
    if headline is not None and index == headline.index:
        return Decision(True, "headline")
    if headline is not None and index <= start + 2 and block.text in (headline.text, headline.line):
        return Decision(False, "headline-again")
    if verdict.against >= 1.0 and verdict.rule is not None:
        return Decision(False, verdict.rule)
    if start <= index <= end:
        return Decision(True, _why_kept(block))
    if headline is not None and headline.index < index < start and _is_standfirst(block):
        return Decision(True, "standfirst")
    return Decision(False, "before-article" if index < start else "after-article")


def _why_kept(block: Block) -> str:
    if block.cut_caption:
        return "caption-run-in"
    if is_caption(block.text, block.shape):
        return "caption"
    if is_prose(block):
        return "prose"
    if block.shape.ends_sentence:
        return "short-sentence"
    return "list-item" if block.shape.listed else "between-paragraphs"


def _is_standfirst(block: Block) -> bool:
    return block.shape.words >= _STANDFIRST_WORDS or (block.shape.ends_sentence and block.shape.words >= 4)
