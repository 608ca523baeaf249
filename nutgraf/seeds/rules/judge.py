"""What all the rules together say about a line.

Most rules are about short lines, lines with a number, or lines under a label. The book sorts them by that once, so that
a line meets only the few that can be about it.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import product

from msgspec import Struct

from nutgraf.seeds.rules.rule import CLEAN, Rule, Scene, Verdict

_Traits = tuple[int, bool, int, str | None]  # place in `lengths`, has a digit, how often it stands, family of its label
_OFTEN = 3


class RuleBook(Struct, frozen=True):
    """The rules, sorted by the lines they can be about."""

    rules: tuple[Rule, ...]
    lengths: tuple[int, ...]  # the lengths at which rules end, in order
    pages: dict[_Traits, tuple[Rule, ...]]


def rule_book(rules: tuple[Rule, ...]) -> RuleBook:
    """The rules, sorted by length, digits, repetition and label, so that judge tries only those that can apply."""
    lengths = tuple(sorted({rule.longest for rule in rules}))
    families = {rule.family for rule in rules} | {None}
    return RuleBook(
        rules,
        lengths,
        {
            (place, numeric, times, family): tuple(
                rule
                for rule in rules
                if rule.longest >= lengths[place]
                and numeric >= rule.numeric
                and times >= rule.times
                and rule.family in (None, family)
            )
            for place, numeric, times, family in product(
                range(len(lengths)), (False, True), range(1, _OFTEN + 1), families
            )
        },
    )


def judge(index: int, scene: Scene, book: RuleBook) -> Verdict:
    """The sum of what the rules say about one block (0-based), named after the weightiest; CLEAN if none speaks.

    scene: from survey. book: from rule_book.
    """
    block = scene.blocks[index]
    place = bisect_left(book.lengths, block.shape.length)
    times = min(scene.counts[block.folded], _OFTEN)
    page = book.pages[place, block.shape.digits > 0, times, scene.labels[index]]
    speaking = [rule for rule in page if rule.applies(index, scene)]
    if not speaking:
        return CLEAN
    if len(speaking) == 1:
        return Verdict(speaking[0].weight, speaking[0].cost, speaking[0].name)
    weightiest = max(speaking, key=lambda rule: rule.weight)
    return Verdict(sum(rule.weight for rule in speaking), max(rule.cost for rule in speaking), weightiest.name)
