"""The headline: the line above the text that says in few words what the text is about."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from nutgraf.seeds.byline import is_byline, is_name
from nutgraf.seeds.captions import is_caption
from nutgraf.seeds.extent import is_prose
from nutgraf.seeds.first_line import is_name_or_job, is_of_the_page, is_sentence_like, opens_with_headline
from nutgraf.seeds.likeness import likeness, runs
from nutgraf.seeds.shape import count_sentences
from nutgraf.seeds.site_name import SITE_NAME, without_site_name

if TYPE_CHECKING:
    from nutgraf.seeds.blocks import Block
    from nutgraf.seeds.rules import Verdict

_SIDEBAR, _SIDEBAR_SHARE = 14, 0.3  # blocks, and share of all letters, that may stand before the headline
_FARTHEST = 60  # blocks above the text
_TEXT_BEGUN = 3  # paragraphs after which the same words are no headline any more
_TWIN_REACH = 40  # blocks from the page's title to the same words above the article
_OPENING = 1500  # letters of the text to compare words with
_BODY = 90  # letters above which a line over the text is text, not a headline
_ENOUGH_RUNS = 15
_SURE = 0.6
_LONGEST_STOPPED = 70  # letters; a longer line with a full stop is a sentence of the text
_PATH = re.compile(r"\s[>›»→/]\s")
_SHORT = 25  # letters; a section name is shorter than a headline
_ALMOST = 0.6
_ABOVE = 8  # blocks between a headline and a caption below the byline


class Headline(Struct, frozen=True):
    """Where the headline is and what it says."""

    index: int
    line: str  # as it is there
    text: str  # without the site's name
    publisher: str | None  # the site's name, where the headline line carries it


def find_headline(blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], extent: tuple[int, int]) -> Headline | None:
    """The likeliest headline at or above the start of the text, with the site’s name cut off; None if none is likely.

    extent: the first and last block of the article, both inclusive.
    """
    start, end = extent
    opening = _opening(blocks, start, end)
    repeated = Counter(block.text for block in blocks[start : end + 1])
    candidates = [
        index
        for index in (*_above(blocks, start, end), *_below_sidebar(blocks, verdicts, extent))
        if _may_be(blocks[index], verdicts[index])
        and repeated[blocks[index].text] < 2
        and not is_name_or_job(index, blocks)
        and not (index == 0 and is_of_the_page(blocks[0]))
    ]
    scored = [(_likelihood(index, blocks, verdicts, start, opening), -index) for index in candidates]
    opens = opens_with_headline(blocks, verdicts, start)
    if scored and max(scored)[0] >= _SURE:
        index = _above_standfirst({-at: likelihood for likelihood, at in scored}, blocks, verdicts, -max(scored)[1])
        index = 0 if opens and index <= start and is_sentence_like(blocks[0]) else index
    elif opens:
        index = 0
    else:
        return None
    text, publisher = without_site_name(blocks, index)
    index = _last_twin(blocks, index, text, end)
    return Headline(index, blocks[index].text, text, publisher)


def _above(blocks: tuple[Block, ...], start: int, end: int) -> list[int]:
    """The lines above the text; and its first, if that is a headline that asks or exclaims."""
    last = start + 1 if start < end and _may_open_text(blocks[start]) else min(start, end)
    return list(range(max(0, start - _FARTHEST), last))


def _below_sidebar(blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], extent: tuple[int, int]) -> list[int]:
    """Signed lines below the first few sentences, which may be a notice or teasers before the article."""
    start, end = extent
    total = sum(block.shape.length for block in blocks[start : end + 1])
    passed, found = 0, []
    for index in range(start, min(start + _SIDEBAR, end)):
        if passed > total * _SIDEBAR_SHARE:
            break
        passed += blocks[index].shape.length
        if index > start and not blocks[index].shape.ends_sentence and _is_signed(index, blocks, verdicts):
            found.append(index)
    return found


def _above_standfirst(
    scores: dict[int, float], blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], best: int
) -> int:
    """The headline above the line that won: a standfirst or caption shares more words with the text.

    Standfirsts are directly below the headline and longer; captions are also below the byline.
    """
    signed = False
    for above in range(best - 1, max(-1, best - _ABOVE), -1):
        signed = signed or _signs(blocks[above], verdicts[above])
        length, score = blocks[above].shape.length, scores.get(above, 0.0)
        near = best - above <= 2 and length < blocks[best].shape.length and score >= _SURE
        if length >= _SHORT and (near or (signed and score > _ALMOST * scores[best])):
            return _above_standfirst(scores, blocks, verdicts, above)
    return best


def _opening(blocks: tuple[Block, ...], start: int, end: int) -> frozenset[str]:
    text, length = [], 0
    above = [
        block for block in blocks[max(0, start - _FARTHEST) : start] if is_prose(block) and block.shape.length > _BODY
    ]
    first = start + 1 if _may_open_text(blocks[start]) else start
    for block in (*above, *blocks[first : end + 1]):
        text.append(block.text[:_OPENING])
        length += len(block.text)
        if length > _OPENING:
            break
    return runs(" ".join(text or [blocks[start].text])[:_OPENING])


def _may_be(block: Block, verdict: Verdict) -> bool:
    shape = block.shape
    if verdict.against >= 1.0 and not _is_excused(block, verdict):
        return False
    if (
        not 8 <= shape.length <= 220
        or (shape.words < 2 and block.text.isascii())
        or shape.introduces
        or shape.continues
    ):
        return False
    if count_sentences(block.text) > 2 or is_byline(block.text) or is_caption(block.text, shape):
        return False
    return not _stops(block) or shape.length <= _LONGEST_STOPPED


def _is_excused(block: Block, verdict: Verdict) -> bool:
    """“Headline | Section | Site” looks like a menu but has no arrows; “see also” may be in a list of contents."""
    if verdict.rule == "menu":
        return not _PATH.search(block.text) and len(SITE_NAME.split(block.text)[0]) >= _SHORT
    return verdict.rule == "related-story" and verdict.against <= 1.0


def _may_open_text(block: Block) -> bool:
    """A headline that reads like a sentence, because it asks or exclaims, was taken for the first line of the text."""
    return block.text.endswith(("?", "!", "？", "！", "؟", "”", "»", "’", '"')) and not _stops(block)


def _stops(block: Block) -> bool:
    return block.text.endswith((".", "।", "。", "．", "।”", "。」", ".”", '."'))


def _likelihood(
    index: int, blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], start: int, opening: frozenset[str]
) -> float:
    block = blocks[index]
    wording = runs(SITE_NAME.split(block.text)[0])
    shared = likeness(wording, opening) * min(len(wording) / _ENOUGH_RUNS, 1.0)  # a few runs agree by chance
    size = min(block.shape.length / 40, 1.0)
    distance = min((start - index) / 25, 0.8) if index < start else 0.3
    first = 0.3 if index == 0 else 0.0
    stopped = 0.8 if _stops(block) else 0.0
    signed = 0.5 if _is_signed(index, blocks, verdicts) else 0.0
    small = 0.5 if block.shape.starts_lower or block.shape.listed else 0.0
    small += 1.0 if signed and is_name(block.text) else 0.0
    small += 0.4 if block.shape.length > 130 else 0.0
    return 2.0 * shared + size + first + signed - distance - stopped - small


def _is_signed(index: int, blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...]) -> bool:
    """Whether a byline or a date is the next thing below a line."""
    for below in range(index + 1, min(index + 4, len(blocks))):
        if _signs(blocks[below], verdicts[below]):
            return True
        if blocks[below].shape.words > 2 and verdicts[below].rule is None and not is_name(blocks[below].text):
            return False
    return False


def _signs(block: Block, verdict: Verdict) -> bool:
    """A byline or a date: what is under a headline."""
    return verdict.rule == "date-line" or is_byline(block.text)


def _last_twin(blocks: tuple[Block, ...], index: int, text: str, end: int) -> int:
    """Where the same words are again above the article: the first was the page's title, the last is the headline."""
    folded = text.casefold()
    twin, sentences = index, 0
    for other in range(index + 1, min(index + _TWIN_REACH, end + 1)):
        if blocks[other].text.casefold() == folded:
            twin = other
        sentences += is_prose(blocks[other])
        if sentences == _TEXT_BEGUN:
            break
    return twin
