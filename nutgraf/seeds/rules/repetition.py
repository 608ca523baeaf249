"""Furniture known because it comes again: an article says a thing once, a page says it in every box."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.seeds.rules.rule import Rule, Scene

if TYPE_CHECKING:
    from nutgraf.seeds.blocks import Block


_SIGNPOST = re.compile(r"([^\d:：|]{3,30})\s?[:：|]\s?(?=\S{1,30}\s\S{1,30}\s\S|[\u3040-\u9fff]{8})")
_SIGNPOST_LINE = 30  # letters
_SIGNPOSTS = 2
_PARAGRAPH = 60  # letters
_TEASERS = 3  # broken-off paragraphs from which they announce other stories
_BROKEN_OFF = ("…", "...", "[…]", "[...]", "…]")


def is_repeated_label(index: int, scene: Scene) -> bool:
    """True for a short line without a stop that occurs three times or more and, unlike a name, heads no sentence."""
    block = scene.blocks[index]
    shape = block.shape
    if shape.ends_sentence or shape.introduces or shape.continues or not block.folded:
        return False
    if scene.counts[block.folded] < 3:
        return False
    return index + 1 == len(scene.blocks) or not scene.blocks[index + 1].shape.ends_sentence


def is_doubled(index: int, scene: Scene) -> bool:
    """True if the line above, or for a long line one of the three above, has the same text of 20 letters or more."""
    block = scene.blocks[index]
    if scene.counts[block.folded] < 2 or block.shape.length < 20:
        return False
    reach = 3 if block.shape.length >= _PARAGRAPH else 1
    return any(other.text == block.text for other in scene.blocks[max(0, index - reach) : index])


def is_teaser(index: int, scene: Scene) -> bool:
    """True for a paragraph that ends in an ellipsis, in a capture where several do."""
    return scene.broken_off >= _TEASERS and breaks_off(scene.blocks[index])


def is_signpost(index: int, scene: Scene) -> bool:
    """True for “Label: headline” alone between paragraphs, if the label occurs more than once and never in a sentence.

    A list of events repeats its labels too, but line under line.
    """
    label = scene.signposts[index]
    if label is None or scene.signpost_counts[label] < _SIGNPOSTS or not 0 < index < len(scene.blocks) - 1:
        return False
    return scene.blocks[index - 1].shape.ends_sentence and scene.blocks[index + 1].shape.ends_sentence


def signpost_of(block: Block) -> str | None:
    """The label before the colon or bar of a line that goes on like a headline, case-folded; None if it has none."""
    shape = block.shape
    if shape.ends_sentence or shape.continues or not _SIGNPOST_LINE <= shape.length <= 200:
        return None
    if not (":" in block.text or "：" in block.text or "|" in block.text):
        return None
    found = _SIGNPOST.match(block.text)
    return found.group(1).casefold() if found else None


def breaks_off(block: Block) -> bool:
    """True if the block is as long as a paragraph and ends in an ellipsis."""
    return block.text.endswith(_BROKEN_OFF) and block.shape.length >= _PARAGRAPH


REPETITION_RULES = (
    Rule("repeated-label", "The same short line stands three times or more.", 0.8, 1.0, is_repeated_label, 60, times=3),
    Rule("doubled", "The same words stand directly above.", 1.5, 0.3, is_doubled, times=2),
    Rule("signpost", "The same label heads several lone headlines in the text.", 1.2, 0.3, is_signpost, 200),
    Rule("teaser", "The paragraph breaks off, and so do others: they announce other stories.", 0.8, 3.0, is_teaser),
)
