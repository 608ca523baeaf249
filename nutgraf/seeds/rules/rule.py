"""What a rule is: a name, a reason, a weight and a test; and the scene it may look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from nutgraf.seeds.blocks import Block


@dataclass(frozen=True, slots=True)
class Scene:
    """The whole capture, as a rule sees it."""

    blocks: tuple[Block, ...]
    counts: Counter[str]  # how often each folded text occurs
    labels: tuple[str | None, ...]  # the family of the label each block opens with, if any
    broken_off: int  # how many paragraphs end in an ellipsis


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason to take a line for page furniture."""

    name: str  # what `python site.py source` prints
    reason: str  # one sentence for whoever asks why
    weight: float  # how much it speaks against the line; 1 and more is enough to drop it inside the article
    cost: float  # how strongly it says that the article does not run across this line
    applies: Callable[[int, Scene], bool]
    longest: int = 100_000_000  # letters; the rule is about lines up to this length


@dataclass(frozen=True, slots=True)
class Verdict:
    """What all rules together say about one block."""

    against: float
    cost: float
    rule: str | None  # the weightiest rule; None when nothing speaks against it


CLEAN = Verdict(0.0, 0.0, None)


def judge(index: int, scene: Scene, rules: tuple[Rule, ...]) -> Verdict:
    """The sum of what the rules say about one block, named after the weightiest."""
    length = scene.blocks[index].shape.length
    speaking = [rule for rule in rules if length <= rule.longest and rule.applies(index, scene)]
    if not speaking:
        return CLEAN
    weightiest = max(speaking, key=lambda rule: rule.weight)
    return Verdict(sum(r.weight for r in speaking), max(r.cost for r in speaking), weightiest.name)
