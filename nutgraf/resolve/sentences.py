"""The sentence around a name, short enough for a list."""

import re

from msgspec import Struct

from nutgraf.parse.sentences import SENTENCE_END, ends_sentence

LONGEST = 240  # characters of a sentence in a list; a longer one is cut around the name


class Sentence(Struct, frozen=True):
    """A sentence that mentions a term."""

    term: str  # slug
    before: str
    name: str
    after: str


def sentence_of(term: str, text: str, start: int, end: int) -> Sentence:
    """The sentence that has the term’s name at ``text[start:end]``, cut around it where it is long."""
    first, last = _bounds(text, start, end)
    before, name, after = (_tidy(part) for part in (text[first:start], text[start:end], text[end:last]))
    return Sentence(term, *_cut(before.lstrip(), name, after.rstrip()))


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around ``text[start:end]`` begins and ends."""
    first, last = 0, len(text)
    for match in SENTENCE_END.finditer(text):
        if start < match.end() and match.start() < end and match.end() < end:
            continue  # the stop is the name’s own: “S. Jaishankar”
        if not ends_sentence(text, match):
            continue
        if match.end() <= start:
            first = match.end()
        elif match.end() >= end:
            last = match.end()
            break
    return first, last


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _cut(before: str, name: str, after: str) -> tuple[str, str, str]:
    room = LONGEST - len(name)
    if len(before) + len(after) <= room:
        return before, name, after
    half = max(room // 2, 0)
    left = max(half, room - len(after))
    if len(before) > left:
        kept = before[len(before) - left :]
        before = "…" + (kept.partition(" ")[2] if " " in kept[:-1] else kept)
    right = max(room - len(before), half)
    if len(after) > right:
        kept = after[:right]
        after = (kept.rpartition(" ")[0] if " " in kept[1:] else kept).rstrip(" ,;:–—") + "…"
    return before, name, after
