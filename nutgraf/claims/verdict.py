"""Verdicts: what became of looking for one figure, date or name."""

from collections.abc import Callable, Iterable
from typing import Literal

from msgspec import Struct

from nutgraf.claims.evidence import Circle, Ground, Passage

Subject = Literal["figure", "date", "name"]


class Evidence(Struct, frozen=True):
    """Where a figure, date or name was found."""

    source: str  # its id
    circle: Circle
    paragraph: int  # 0 is the headline
    start: int  # of what was found, in the text of the paragraph
    end: int


class Verdict(Struct, frozen=True):
    """What became of looking for one figure, date or name of a text."""

    subject: Subject
    text: str  # as the page has it
    start: int  # in the text that was given
    end: int
    found: Evidence | None  # None: no source that is cited has it
    is_listed: bool = True  # False: a name that the glossary does not have
    instead: tuple[str, ...] = ()  # what the evidence has of the kind, as it is written there


Look = Callable[[Passage], tuple[int, int] | None]


def look_for(grounds: Iterable[Ground], look: Look) -> Evidence | None:
    """Where the look finds something: in the inmost circle that has it, of the first source that has it there.

    look: where in the text of a passage it is (0-based, end exclusive); None when it is not there.
    """
    by_circle = [circle for ground in grounds for circle in _circles(ground)]
    for wanted in ("quotation", "paragraph", "source"):
        for source, circle, passages in by_circle:
            for passage in passages if circle == wanted else ():
                if place := look(passage):
                    start, end = place
                    return Evidence(source, circle, passage.paragraph, passage.start + start, passage.start + end)
    return None


def _circles(ground: Ground) -> list[tuple[str, Circle, tuple[Passage, ...]]]:
    return [(ground.source, circle, passages) for circle, passages in ground.circles()]
