"""The rules that take a line for page furniture, one table per kind of signal, in one tuple."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from nutgraf.seeds.rules.judge import judge, rule_book
from nutgraf.seeds.rules.labels import LABEL_RULES, label_of
from nutgraf.seeds.rules.repetition import REPETITION_RULES, breaks_off, signpost_of
from nutgraf.seeds.rules.rule import CLEAN, Rule, Scene, Verdict
from nutgraf.seeds.rules.shapes import SHAPE_RULES

if TYPE_CHECKING:
    from nutgraf.seeds.blocks import Block

RULES = rule_book((*SHAPE_RULES, *REPETITION_RULES, *LABEL_RULES))


def survey(blocks: tuple[Block, ...]) -> Scene:
    """What the rules need to know of the whole capture: counted once, so that each rule costs little."""
    signposts = tuple(map(signpost_of, blocks))
    return Scene(
        blocks,
        Counter(block.folded for block in blocks),
        tuple(map(label_of, blocks)),
        sum(map(breaks_off, blocks)),
        signposts,
        Counter(signposts),
    )


__all__ = ["CLEAN", "RULES", "Rule", "Scene", "Verdict", "judge", "survey"]
