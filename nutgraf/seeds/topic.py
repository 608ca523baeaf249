"""Whether a line far below the text is still about it: the words it shares, in any script and any inflection."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_STEM = 6  # letters: enough to tell one topic from another, short enough to leave the endings out
_LONG = 5  # letters; shorter words are the same in every article of a language
_LEAST_SHARE = 0.2  # of a line's long words
_ENOUGH = 3000  # letters
_FEWEST = 2
_WIDE = re.compile(r"[\u3400-\u9fff\u30a0-\u30ff]+")
_EDGES = " .,:;!?…|()[]{}“”„«»‘’'\"–—।。、，「」"


def stems(text: str) -> frozenset[str]:
    """The beginnings of the long words of a text, case-folded; of Chinese and Japanese, the pairs of characters."""
    wide = {run[at : at + 2] for run in _WIDE.findall(text) for at in range(len(run) - 1)}
    words = [word.strip(_EDGES) for word in set(_WIDE.sub(" ", text).casefold().split())]
    return frozenset(wide.union([word[:_STEM] for word in words if len(word) >= _LONG]))


def stems_of(texts: Iterable[str]) -> frozenset[str]:
    """The stems of several texts together, as stems gives them.

    Of the first few thousand letters, enough to know the topic.
    """
    opening, length = [], 0
    for text in texts:
        opening.append(text[:_ENOUGH])
        length += len(text)
        if length >= _ENOUGH:
            break
    return stems(" ".join(opening))


def is_on_topic(text: str, article: frozenset[str], headline: frozenset[str]) -> bool:
    """True if the text shares enough of its stems with the article; those of the headline count twice.

    article, headline: stems.
    """
    said = stems(text)
    shared = len(said & article) + len(said & headline)
    return shared >= _FEWEST and shared >= _LEAST_SHARE * len(said)
