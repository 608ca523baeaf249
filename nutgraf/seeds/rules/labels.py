"""Furniture known by its words: short lines that open with a label every site uses.

Words are the weakest signal (they cover the languages listed and no others), so they count only for short lines that
are no sentence, and positions and repetition work without them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from nutgraf.seeds.rules.phrases import PHRASES
from nutgraf.seeds.rules.rule import Rule, Scene

if TYPE_CHECKING:
    from nutgraf.seeds.blocks import Block

_WORD_END = r"(?=$|[\s:!?.,…()\d\[\]|/–—-])"
_COUNT = "0123456789.,()· "  # “12 comments”
_LONGEST_OFFER = 22  # words; an offer is often a sentence
_LONGEST_RELATED = 5  # headlines in a list inside an article
_LONGEST_LABEL = 9  # words
_LONGEST_LIST = 300  # letters, of what follows a label and a colon


def _expression(phrases: str) -> str:
    """One family's phrases as an expression for the start of a folded line."""
    phrases_in_order = sorted(
        {phrase.strip().replace("’", "'") for phrase in " ".join(phrases.split()).split("|")}, key=_longest_first
    )
    listed = [re.escape(phrase) for phrase in phrases_in_order]
    spaced = "|".join(phrase for phrase in listed if not _is_wide(phrase))
    wide = "|".join(phrase for phrase in listed if _is_wide(phrase))
    return rf"(?:{spaced}){_WORD_END}" + (f"|{wide}" if wide else "")


def _longest_first(phrase: str) -> tuple[int, str]:
    return -len(phrase), phrase


def _is_wide(phrase: str) -> bool:
    return any("\u3040" <= character <= "\u9fff" for character in phrase)


@cache
def _expression_of_all() -> re.Pattern[str]:
    """All families in one expression; compiled on first use, because it takes longer than importing the package."""
    return re.compile("|".join(f"(?P<{family}>{_expression(phrases)})" for family, phrases in PHRASES.items()))


@cache
def _openings() -> frozenset[str]:
    """The first letters of every label, two of short ones and four of others: most lines need no longer look."""
    families = (" ".join(family.split()).replace("’", "'") for family in PHRASES.values())
    phrases = (phrase.strip() for family in families for phrase in family.split("|"))
    return frozenset(phrase[:4] if len(phrase) >= 4 else phrase[:2] for phrase in phrases)


def label_of(block: Block) -> str | None:
    """The family of the label that the block opens with, such as “related”; None if it opens with none."""
    if block.shape.length > _LONGEST_LIST:
        return None
    opening = block.folded.lstrip(_COUNT)
    if opening[:4] not in _openings() and opening[:2] not in _openings():
        return None
    found = _expression_of_all().match(opening)
    return found.lastgroup if found is not None and _is_label(block, found) else None


def _is_label(block: Block, found: re.Match[str]) -> bool:
    rest = found.string[found.end() :].strip()
    if rest[:1] in (":", "|", "："):
        return not block.text.endswith((".", "।", "。")) or block.shape.words <= _LONGEST_LABEL
    if found.lastgroup == "subscription" and " " in found.group():
        return block.shape.words <= _LONGEST_OFFER
    if block.shape.words > _LONGEST_LABEL or (block.shape.ends_sentence and block.shape.words > 5):
        return False
    if block.text[0] in "“\"‘'«„「—–":  # somebody says “Listen.”
        return False
    return " " in found.group() or (_is_all_of(found.group(), rest) and not block.text.endswith((".", "?")))


def opens_with_label(index: int, scene: Scene) -> bool:
    """True if the line opens with a label of any family; the rule says of which."""
    return scene.labels[index] is not None


def _is_all_of(label: str, rest: str) -> bool:
    """A one-word label must be the line, give or take a number: “Home prices rise in March” is a subhead."""
    if _is_wide(label):
        return len(rest) <= 6
    return not any(map(str.isalpha, rest))


def is_related_story(index: int, scene: Scene) -> bool:
    """True for a headline in the list that a bare label such as “Read more” opens, up to five of them."""
    if "related" not in scene.labels[max(0, index - _LONGEST_RELATED + 1) : index]:
        return False
    for above in range(index, max(-1, index - _LONGEST_RELATED), -1):
        block = scene.blocks[above]
        if above < index and scene.labels[above] == "related":
            return block.shape.words <= 5
        if block.text.endswith((".", "।", "。", "”", ":")) or block.shape.length > 130 or block.shape.continues:
            return False
    return False


LABEL_RULES = (
    Rule(
        "comments",
        "The line opens the readers’ comments or their form.",
        2.0,
        9.0,
        opens_with_label,
        _LONGEST_LIST,
        family="comments",
    ),
    Rule("related", "The line points to other stories.", 1.5, 2.5, opens_with_label, _LONGEST_LIST, family="related"),
    Rule("related-story", "The line is a headline in a list of other stories.", 1.0, 1.0, is_related_story, 130),
    Rule("tags", "The line lists or announces tags.", 1.2, 2.5, opens_with_label, _LONGEST_LIST, family="tags"),
    Rule(
        "share",
        "The line asks readers to share, follow, print or save.",
        1.2,
        0.8,
        opens_with_label,
        _LONGEST_LIST,
        family="share",
    ),
    Rule(
        "subscription",
        "The line sells, registers, or belongs to the site’s frame.",
        1.5,
        1.5,
        opens_with_label,
        _LONGEST_LIST,
        family="subscription",
    ),
    Rule(
        "advertisement",
        "The line marks an advertisement.",
        1.5,
        0.3,
        opens_with_label,
        _LONGEST_LIST,
        family="advertisement",
    ),
    Rule(
        "about-author",
        "The line opens the author’s biography.",
        1.5,
        4.0,
        opens_with_label,
        _LONGEST_LIST,
        family="about_author",
    ),
)
