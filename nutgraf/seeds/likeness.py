"""How much of one text's wording another shares, in any script and any inflection: runs of letters, not words."""

from __future__ import annotations

import re

_RUN = 4  # letters; two characters of Chinese or Japanese
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")


def runs(text: str) -> frozenset[str]:
    """The runs of four letters (two of Chinese, Japanese or Korean) in a text; shorter words count whole."""
    found: set[str] = set()
    for token in set(_TOKEN.findall(text.casefold())):
        size = 2 if token[0] >= "\u3040" else _RUN
        if len(token) <= size:
            found.add(token)
        else:
            found.update([token[start : start + size] for start in range(len(token) - size + 1)])
    return frozenset(found)


def likeness(text: frozenset[str], other: frozenset[str]) -> float:
    """The share of the first text’s runs that the other has, from 0 to 1; 0 for an empty text. It is not symmetric."""
    return len(text & other) / len(text) if text else 0.0
