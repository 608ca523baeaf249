"""Where the article begins and ends: the run of blocks that weighs most.

Prose counts for the run, everything else against it, and the more the longer it goes on without a sentence: three short
lines between paragraphs are a pull quote and its source, thirty are a menu. This is the maximum-subarray problem; one
pass finds it.
"""

from __future__ import annotations

from nutgraf.seeds.blocks import Block
from nutgraf.seeds.rules import Verdict
from nutgraf.seeds.shape import Shape

_FULL_LINE = 45  # letters from which a line with a full stop is surely prose
_LONG_LINE = 150  # letters from which a line is prose without one
_WORDY_LINE, _WORDY = 90, 14  # letters and words: longer than headlines, in scripts and desks that skip the stop
_MOST = 5.0  # what one paragraph can weigh
_FRAGMENT = 0.5
_GROWTH = 0.12  # what each further fragment in a row costs more
_MOST_FRAGMENT = 2.0


def is_prose(block: Block) -> bool:
    """True if the block is surely running text, by its length, words and capitals alone."""
    return reads_like_prose(block.shape)


def reads_like_prose(shape: Shape) -> bool:
    """The same as is_prose for the shape of any text."""
    if shape.length >= (_FULL_LINE if shape.ends_sentence else _LONG_LINE):
        return True
    return shape.length >= _WORDY_LINE and shape.words >= _WORDY and shape.capitalised < 0.5


def find_extent(blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...]) -> tuple[int, int] | None:
    """The first and last block of the article, 0-based, both inclusive; None if nothing reads like sentences."""
    best: tuple[float, int, int] | None = None
    total, start, fragments = 0.0, 0, 0
    for index, (block, verdict) in enumerate(zip(blocks, verdicts, strict=True)):
        if total <= 0.0:
            total, start = 0.0, index
        prose = is_prose(block)
        fragments = fragments + 1 if _is_fragment(block, verdict, prose) else 0
        if prose and verdict.against < 1.0:
            total += min(block.shape.length / 100 + 0.5, _MOST) - verdict.cost
        else:
            opens = index + 1 < len(blocks) and blocks[index + 1].shape.ends_sentence
            total += _weight(block, verdict, fragments, opens)
        if total > 0 and (best is None or total > best[0]):
            best = (total, start, index)
    return None if best is None else (best[1], best[2])


def _is_fragment(block: Block, verdict: Verdict, prose: bool) -> bool:
    return verdict.rule is not None or not (prose or block.shape.ends_sentence or block.shape.continues)


def _weight(block: Block, verdict: Verdict, fragments: int, opens: bool) -> float:
    """What a block that is no prose, or furniture, adds."""
    shape = block.shape
    growth = _GROWTH * (fragments - 1)
    if verdict.against >= 1.0:
        return -verdict.cost - min(growth, _MOST_FRAGMENT)
    if shape.ends_sentence:
        return 0.35 if shape.words > 2 else 0.1
    if shape.continues:
        return 0.1
    return -min((_FRAGMENT * 0.4 if shape.listed or opens else _FRAGMENT) + growth, _MOST_FRAGMENT)
