"""What stands at the head of a capture: a short headline, the name of the paper, a section, a reporter’s job."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from nutgraf.seeds.byline import is_byline, is_name, may_be_name
from nutgraf.seeds.captions import is_caption
from nutgraf.seeds.extent import is_prose
from nutgraf.seeds.rules.labels import label_of
from nutgraf.seeds.rules.words import MASTHEADS, SECTIONS, says_job

if TYPE_CHECKING:
    from nutgraf.seeds.blocks import Block
    from nutgraf.seeds.rules import Verdict

_HEAD = 8  # blocks from the first line to the text
_SHORTEST, _LONGEST = 8, 220  # letters of a headline
_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f\u0900-\u0dff]+[^\W\d_]*)*")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", re.IGNORECASE)
_SKIP = re.compile(
    r"(?:skip|jump) to\b|zum inhalt|aller au contenu|ir (?:al|para o) contenido|til innhold", re.IGNORECASE
)
_OF = frozenset(("da", "de", "del", "della", "der", "des", "di", "do", "du", "of", "van", "von"))
_SMALL = _OF | set("a an and d l at by dem den die das e el et for in la le les och on og the to und y".split())


def is_name_or_job(index: int, blocks: tuple[Block, ...]) -> bool:
    """True for a reporter’s job beside a name, or a name above a job; False for the first line.

    index: of a block, 0-based.
    """
    text = blocks[index].text
    if index == 0:
        return False
    below = blocks[index + 1].text if index + 1 < len(blocks) else ""
    if _is_named(text) and says_job(below):
        return True
    return says_job(text) and (_is_named(below) or (index > 1 and _is_named(blocks[index - 1].text)))


def _is_named(text: str) -> bool:
    return is_name(text) or is_byline(text) or may_be_name(text)


def opens_with_headline(blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], start: int) -> bool:
    """True if the first line of a capture is the headline of the text that begins at block `start`.

    Names, jobs, dates, a standfirst and captions may be between the two; a menu may not. False if `start` is 0.
    """
    block, verdict = blocks[0], verdicts[0]
    shape = block.shape
    if not 0 < start <= _HEAD or verdict.rule is not None or not _SHORTEST <= shape.length <= _LONGEST:
        return False
    if (
        shape.separators > 1
        or (shape.words < 2 and block.text.isascii())
        or shape.introduces
        or shape.continues
        or shape.listed
    ):
        return False
    if block.text.endswith((".", "。", "।")) or is_byline(block.text) or is_of_the_page(block):
        return False
    if is_name(block.text) and not (is_name(blocks[1].text) or is_byline(blocks[1].text)):
        return False
    return all(_belongs_to_head(index, blocks, verdicts[index]) for index in range(1, start))


def is_of_the_page(block: Block) -> bool:
    """True for the name of a paper, the address of a site, a section, or a link that skips a menu."""
    words = [word.casefold() for word in _WORD.findall(block.text)]
    if label_of(block) is not None or _DOMAIN.fullmatch(block.text) or _SKIP.match(block.text):
        return True
    if words and all(word in SECTIONS or word in _SMALL for word in words):
        return True
    return len(words) <= 5 and not is_sentence_like(block) and _names_paper(words)


def _names_paper(words: list[str]) -> bool:
    """“Harbour News” ends with such a word, “Le Courrier de l’Aval” has one before its place."""
    before_place = (word for word, following in pairwise(words) if following in _OF)
    return words[-1:] != [] and (words[-1] in MASTHEADS or not MASTHEADS.isdisjoint(before_place))


def is_sentence_like(block: Block) -> bool:
    """True if the line has a small letter where a name would have a capital: “Talks stall”, not “The Daily Post”."""
    words = [word for word in _WORD.findall(block.text)[1:] if word.casefold() not in _SMALL]
    return any(word[0].islower() for word in words)


def _belongs_to_head(index: int, blocks: tuple[Block, ...], verdict: Verdict) -> bool:
    block = blocks[index]
    if verdict.rule in {"date-line", "read-time", "share", "byline", "symbols", "advertisement", "doubled"}:
        return True
    if _is_named(block.text) or is_name_or_job(index, blocks):
        return True
    return is_prose(block) or block.shape.ends_sentence or block.shape.words >= 5 or is_caption(block.text, block.shape)
