"""The edges of the article: how far it reaches above and below the run that was found.

The run stops where furniture outweighs what follows; a promotion in the middle of a short article can do that. So the
edges are walked once more, and small gaps with prose behind them are crossed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.seeds.extent import is_prose
from nutgraf.seeds.topic import is_on_topic, stems, stems_of

if TYPE_CHECKING:
    from nutgraf.seeds.blocks import Block
    from nutgraf.seeds.rules import Verdict

_STOPS = frozenset({"comments", "copyright", "about-author", "teaser", "biography", "headline-echo"})
_GAP = 3  # blocks of furniture that may stand inside an article
_INSIDE = frozenset({None, "number", "counter", "repeated-label", "symbols"})  # also stand in lists
_FAR, _STRAY = 20, 2  # blocks of a list inside an article, and how many of them a rule may doubt
_LABELLED = re.compile(r"[^\d:：]{2,30}[:：]")
_GAP_ABOVE = 14
_LONE_SENTENCE = 18  # letters; shorter ones alone behind a gap, and questions, are the page speaking
_NO_CLOSE = ("?", "？", "؟", "…", "...")  # “Loading …” is the page speaking, too
_LONE_WORDS = 10
_UNSTOPPED_WORDS = 6


def reach_up(
    blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], extent: tuple[int, int], headline: int | None
) -> tuple[int, int]:
    """The extent, begun at the first prose below the headline, if no more than a list’s length is between them.

    extent: the first and last block, both inclusive, as in the result.
    """
    start, end = extent
    if headline is None:
        return extent
    if headline >= start:
        return min(headline + 1, end), end
    misses = 0
    for index in range(start - 1, headline, -1):
        if _is_sentence(blocks[index], verdicts[index]):
            start, misses = index, 0
        else:
            misses += 1
        if misses > _GAP_ABOVE or verdicts[index].rule in _STOPS:
            break
    return start, end


def reach_down(
    blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], extent: tuple[int, int], headline: str
) -> tuple[int, int]:
    """The extent, ended later: with the prose, the list and the last line that follow it across small gaps.

    headline: its text, by which prose far below is known to be on the topic.
    """
    start, end = extent
    while (following := _cross(blocks, verdicts, end)) is not None:
        end = following
    while (following := _cross_on_topic(blocks, verdicts, (start, end), headline)) is not None:
        end = following
    end = _through_list(blocks, verdicts, end)
    return start, _through_last_line(blocks, verdicts, end)


def _cross(blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], end: int) -> int | None:
    """The last block of the prose behind the next gap, or None if the gap is too wide or more teasers follow."""
    first = _next_sentence(blocks, verdicts, end)
    if first is None:
        return None
    last = _run_end(blocks, verdicts, first)
    if last > first:
        return last
    if blocks[first].shape.length < _LONE_SENTENCE or blocks[first].text.endswith(_NO_CLOSE):
        return None
    again = _next_sentence(blocks, verdicts, last)
    if again is not None and _run_end(blocks, verdicts, again) == again:
        return None
    return last


def _cross_on_topic(
    blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], extent: tuple[int, int], headline: str
) -> int | None:
    """The last block of the prose behind a long list, if that prose is still about the same thing."""
    start, end = extent
    misses = 0
    for index in range(end + 1, min(len(blocks), end + _FAR)):
        misses += verdicts[index].rule is not None
        if misses > _STRAY or not _may_stand_inside(blocks[index], verdicts[index]):
            return None
        if blocks[index].shape.ends_sentence and is_prose(blocks[index]) and verdicts[index].against < 1.0:
            last = _run_end(blocks, verdicts, index)
            run = " ".join(block.text for block in blocks[index : last + 1])
            article = stems_of(block.text for block in blocks[start : end + 1])
            dated = last + 1 < len(blocks) and verdicts[last + 1].rule == "date-line"  # as a comment is
            return last if not dated and is_on_topic(run, article, stems(headline)) else None
    return None


def _may_stand_inside(block: Block, verdict: Verdict) -> bool:
    """Whether a line may belong to a list in an article: “On sale: 1 May 2024” may, the bare date of a comment not."""
    return verdict.rule in _INSIDE or (verdict.rule == "date-line" and _LABELLED.match(block.text) is not None)


def _next_sentence(blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], end: int) -> int | None:
    misses = 0
    for index in range(end + 1, len(blocks)):
        if verdicts[index].rule in _STOPS or misses > _GAP:
            return None
        if _is_sentence(blocks[index], verdicts[index]):
            return index
        misses += not _is_list(blocks[index], verdicts[index])
    return None


def _run_end(blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], first: int) -> int:
    last = first
    while last + 1 < len(blocks) and _is_sentence(blocks[last + 1], verdicts[last + 1]):
        last += 1
    return last


def _through_list(blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], end: int) -> int:
    """The last item of a list that follows, with or without a line that announces it."""
    first = end + 1
    if first + 1 < len(blocks) and _is_list(blocks[first], verdicts[first]) and blocks[first].shape.introduces:
        first += 1
    last = first - 1
    while last + 1 < len(blocks) and blocks[last + 1].shape.listed and verdicts[last + 1].against < 1.0:
        last += 1
    return last if last >= first else end


def _through_last_line(blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], end: int) -> int:
    """One more line, if it is alone (what follows a list of headlines is another headline) and looks like text.

    After a text whose lines end with a full stop that takes ten words and a comma; after one without stops, six words.
    """
    last = end + 1
    if last >= len(blocks) or verdicts[last].against >= 1.0:
        return end
    words = blocks[last].shape.words
    if blocks[end].shape.ends_sentence:
        if words < _LONE_WORDS or not {",", ";", "،", "，"}.intersection(blocks[last].text):
            return end
    elif words < _UNSTOPPED_WORDS:
        return end
    alone = last + 1 == len(blocks) or verdicts[last + 1].against >= 1.0 or blocks[last + 1].shape.words * 2 < words
    return last if alone else end


def _is_list(block: Block, verdict: Verdict) -> bool:
    return verdict.against < 1.0 and (block.shape.listed or (block.shape.introduces and block.shape.words >= 3))


def _is_sentence(block: Block, verdict: Verdict) -> bool:
    if verdict.against >= 1.0:
        return False
    return is_prose(block) or (block.shape.ends_sentence and block.shape.words > 2)
