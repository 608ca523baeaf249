"""Which texts of a page are the article: those that were extracted, and those that belong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.seeds.decide import Decision
from nutgraf.seeds.region import Region

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.seeds.blocks import Block
    from nutgraf.seeds.page import Page, PageText

_PART = 25  # letters from which a text may be part of an extracted line; shorter ones must be the whole line
_STANDFIRST_WORDS, _STANDFIRST_SENTENCE = 8, 4  # words, of a standfirst and of one that ends in a full stop
_STANDFIRST_REACH = 12  # texts below the headline
_EXTRACTED = Decision(True, "extracted")
_LEFT_OUT = Decision(False, "not-extracted")


def decide_texts(
    page: Page, blocks: tuple[Block, ...], title: str | None, extracted: Iterable[str]
) -> tuple[Decision, ...]:
    """One decision for each text of the page, in their order: whether it is kept, and by which rule.

    title: the headline; None if the page declares none. extracted: the lines that the extraction took for the article;
    what it lost of the article is found by what is around it in the page.
    """
    decisions = _extracted(page.texts, title, extracted)
    region = Region(page, blocks, [index for index, decision in enumerate(decisions) if decision == _EXTRACTED])
    for index, decision in enumerate(decisions):
        if decision == _LEFT_OUT and (rule := region.rule_for(index)) is not None:
            decisions[index] = Decision(True, rule)
        elif decision == _EXTRACTED and region.is_repeated_outside(index):
            decisions[index] = Decision(False, "repeated")
    for index in _standfirsts(page.texts, blocks, decisions):
        if region.may_belong(index):
            decisions[index] = Decision(True, "standfirst")
    return tuple(decisions)


def _extracted(texts: tuple[PageText, ...], title: str | None, extracted: Iterable[str]) -> list[Decision]:
    """A text is kept if it is, or is part of, a line that was extracted."""
    lines = {_plain(line) for line in extracted if line.strip()}
    joined = "\n".join(sorted(lines))
    decisions = []
    headline = _plain(title or "")
    plain = [_plain(text.words) for text in texts]
    ranks = [text.rank for text, words in zip(texts, plain, strict=True) if headline and words.endswith(headline)]
    top = min(filter(None, ranks), default=0)
    for text, words in zip(texts, plain, strict=True):
        if top and text.rank == top and words.endswith(headline):
            decisions.append(Decision(True, "headline"))
            top = 0
        elif headline and words == headline:
            decisions.append(Decision(False, "headline-again"))
        elif words in lines or (len(words) >= _PART and words in joined):
            decisions.append(_EXTRACTED)
        else:
            decisions.append(_LEFT_OUT)
    return decisions


def _standfirsts(texts: tuple[PageText, ...], blocks: tuple[Block, ...], decisions: list[Decision]) -> Iterable[int]:
    """The texts between the headline and the article that read like a standfirst."""
    kept = [index for index, decision in enumerate(decisions) if decision.kept and decision.rule != "headline"]
    heads = [index for index, decision in enumerate(decisions) if decision.rule == "headline"]
    if not kept or not heads or heads[0] > kept[0]:
        return
    for index in range(heads[0] + 1, min(kept[0], heads[0] + _STANDFIRST_REACH)):
        shape = blocks[index].shape
        enough = _STANDFIRST_SENTENCE if shape.ends_sentence else _STANDFIRST_WORDS
        is_new = texts[index].words not in {texts[other].words for other in kept[:_STANDFIRST_REACH]}
        if (
            decisions[index] == _LEFT_OUT
            and is_new
            and shape.words >= enough
            and texts[index].kind in {"text", "subhead"}
        ):
            yield index


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text))
