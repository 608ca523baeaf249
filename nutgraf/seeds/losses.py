"""What of a capture’s prose was left out: more than half of it means that the article was hardly found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.seeds.extent import reads_like_prose
from nutgraf.seeds.shape import measure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.seeds.reading import Reading

_WANTED = "remove"  # the rule of what the desk itself leaves out


def is_mostly_lost(reading: Reading) -> bool:
    """True if more than half of what reads like prose was left out, measured in letters.

    What is said in the paragraphs too is not lost, nor is what the desk leaves out itself.
    """
    kept = {paragraph.text for paragraph in reading.paragraphs}
    lost = {each.text for each in reading.left_out if each.rule != _WANTED} - kept
    return _letters(lost) > _letters(kept)


def _letters(texts: Iterable[str]) -> int:
    shapes = map(measure, texts)
    return sum(shape.length for shape in shapes if reads_like_prose(shape))
