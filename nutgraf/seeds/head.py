"""The lines between the headline and the text that belong to the page: sections, buttons, the author's job."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from nutgraf.seeds.rules import CLEAN

if TYPE_CHECKING:
    from nutgraf.seeds.blocks import Block
    from nutgraf.seeds.rules import Verdict

_TEXT_BEGUN = 2  # sentences above a date inside a chronicle
_REACH = 14  # blocks below the headline
_SIGNS = frozenset({"byline", "date-line", "read-time", "share"})
_STANDFIRST_WORDS = 8


def head_fragments(blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], headline: int | None) -> frozenset[int]:
    """The short lines (0-based blocks) beside the byline and date, down to the first sentence below them.

    headline: its block; None if unknown. Empty without a headline, byline or date: then nothing separates a button
    from a subhead. A line that comes again further down is a speaker’s name and is not among them.
    """
    if headline is None:
        return frozenset()
    signs = _last_sign(blocks, verdicts, headline)
    if signs is None:
        return frozenset()
    later = Counter(block.text for block in blocks[signs:])
    fragments: list[int] = []
    for index in range(headline + 1, len(blocks)):
        if index > signs and (blocks[index].shape.ends_sentence or blocks[index].shape.introduces):
            break
        if _is_fragment(blocks[index]) and later[blocks[index].text] < 2:
            fragments.append(index)
        elif index > signs and blocks[index].shape.words >= _STANDFIRST_WORDS:
            break
    return frozenset(fragments)


def without_chronicle_dates(
    blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], extent: tuple[int, int]
) -> tuple[Verdict, ...]:
    """The verdicts, with those of dates inside a chronicle cleared: a date between sentences heads the next one."""
    sentences = 0
    cleared = list(verdicts)
    for index in range(extent[0], min(extent[1], len(blocks) - 1)):
        between = blocks[index - 1].shape.ends_sentence and blocks[index + 1].shape.ends_sentence if index else False
        if verdicts[index].rule == "date-line" and between and sentences >= _TEXT_BEGUN:
            cleared[index] = CLEAN
        sentences += blocks[index].shape.ends_sentence
    return tuple(cleared)


def _last_sign(blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], headline: int) -> int | None:
    """The last byline, date or button above the second sentence: further down they are inside the text."""
    last, sentences = None, 0
    for index in range(headline + 1, min(headline + _REACH, len(blocks))):
        if verdicts[index].rule in _SIGNS:
            last = index
        elif blocks[index].shape.ends_sentence:
            sentences += 1
            if sentences == 2:
                break
    return last


def _is_fragment(block: Block) -> bool:
    shape = block.shape
    return not (shape.ends_sentence or shape.introduces or shape.continues) and shape.words < _STANDFIRST_WORDS
