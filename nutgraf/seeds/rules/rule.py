"""What a rule is: a name, a reason, a weight and a test; the scene it may look at; and what the rules say together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from msgspec import Struct

from nutgraf.seeds.blocks import Block

ANY_LENGTH = 100_000_000


class Scene(Struct, frozen=True):
    """The whole capture, as a rule sees it."""

    blocks: tuple[Block, ...]
    counts: Counter[str]  # how often each folded text occurs
    labels: tuple[str | None, ...]  # the family of the label each block opens with, if any
    broken_off: int  # how many paragraphs end in an ellipsis
    signposts: tuple[str | None, ...]  # the label before a colon of each line that is no sentence, if it has one
    signpost_counts: Counter[str | None]


class Rule(Struct, frozen=True):
    """One reason to take a line for page furniture."""

    name: str  # what `python site.py source` prints
    reason: str  # one sentence for whoever asks why
    weight: float  # how much it speaks against the line; 1 and more is enough to drop it inside the article
    cost: float  # how strongly it says that the article does not run across this line
    applies: Callable[[int, Scene], bool]  # asked with the 0-based number of a block
    longest: int = ANY_LENGTH  # letters; the rule is about lines up to this length
    numeric: bool = False  # the rule is about lines with a digit
    times: int = 1  # the rule is about lines whose words occur so often, up to three times
    family: str | None = None  # the rule is about lines that open with a label of this family


class Verdict(NamedTuple):
    """What all rules together say about one block."""

    against: float
    cost: float
    rule: str | None  # the weightiest rule; None when nothing speaks against it


CLEAN = Verdict(0.0, 0.0, None)
