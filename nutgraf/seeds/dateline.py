"""The dateline: the place named at the start of the first paragraph."""

from __future__ import annotations

import re

_PLACE = r"([^\W\d_][^\d:—–()\[\]|\n.!?।。“”\"]{1,40}?)"
_DATELINE = re.compile(
    rf"{_PLACE}(?:,\s[A-Z][^\W\d_]{{1,12}}\.)?(?:\s*[,.]\s*[^\s:()—–]{{2,12}}\s\d{{1,2}}(?:,?\s\d{{4}})?)?\s*(?:[,/]?\s*[(\[]([^()\[\]]{{2,30}})[)\]])?\s*(:|—|–|--|\s-\s|\s-(?=\w))\s*(?=\S)"
)


def find_dateline(first: str, others: tuple[str, ...]) -> str | None:
    """The place that opens the first paragraph, as written; None if none does.

    others: the paragraphs after it. A name that opens one of these too is a speaker, not a place.
    """
    found = _DATELINE.match(first[:120])
    if found is None:
        return None
    place = found.group(1).strip(" ,")
    if not _is_place(place, found.group(2) is not None, found.group(3)) or len(first) - found.end() < 40:
        return None
    return None if any(text.startswith(f"{place}:") for text in others) else place


def _is_place(place: str, agency: bool, sign: str) -> bool:
    words = [word for part in place.split(",") for word in part.split()]
    capitals = sum(1 for word in words if word[0].isupper())
    caseless = not any(word[0].islower() or word[0].isupper() for word in words)
    if not 1 <= len(words) <= 5:
        return False
    if caseless:
        return len(words) <= 3 and (agency or sign in (":", "—", "–"))
    if capitals < len(words) - 1 or not place[0].isupper():
        return False
    return agency or len(words) <= 3
