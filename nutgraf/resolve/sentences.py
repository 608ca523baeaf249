"""The sentence around a name, short enough for a list."""

import re
from collections.abc import Iterator

from msgspec import Struct

LONGEST = 240  # characters of a sentence in a list; a longer one is cut around the name

_END = re.compile(
    r"[.!?…]+[’”\"'»)\]]*\s+(?=[\"“‘«(\[¿¡]*[^\Wa-z_])"  # not before a small letter
    r"|[。！？][”’」』）\"')]*\s*|[।॥؟۔]+[”’\"')]*\s*"
)
# Stops that end no sentence: titles, months, and what stands before a number or a name.
_ABBREVIATIONS = frozenset(
    "mr mrs ms mx dr prof sen rep gov gov’t gen lt col maj capt sgt cpl adm amb hon rev fr st mt ft rs no nos inc ltd "
    "co corp bros jr sr vs v etc e.g i.e cf ca approx est dept assn jan feb mar apr jun jul aug sep sept oct nov dec "
    "mon tue wed thu fri sat sun p pp vol fig art sec ch ed eds op shri smt km kg nr bzw z.b d.h m mm mme mlle".split()
)
_LAST_WORD = re.compile(r"([^\s“\"‘'«(\[]+)\.$")
_STARTERS = frozenset(
    "a an the this that these those it he she they we you i in on at but and or so if when while after before for from "
    "there its his her their our as with by what who how why yet still".split()
)
_FIRST_WORD = re.compile(r"[\"“‘«(\[]*([^\W_]+)")


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


def sentences_in(text: str) -> Iterator[str]:
    """The sentences of a text, in order, without spaces around them."""
    start = 0
    for match in _END.finditer(text):
        if _ends(text, match):
            yield text[start : match.end()].strip()
            start = match.end()
    rest = text[start:].strip()
    if rest:
        yield rest


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around ``text[start:end]`` begins and ends."""
    first, last = 0, len(text)
    for match in _END.finditer(text):
        if start < match.end() and match.start() < end and match.end() < end:
            continue  # the stop is the name’s own: “S. Jaishankar”
        if not _ends(text, match):
            continue
        if match.end() <= start:
            first = match.end()
        elif match.end() >= end:
            last = match.end()
            break
    return first, last


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether the stop ends a sentence, and no abbreviation or initial."""
    word = _LAST_WORD.search(text[max(match.start() - 20, 0) : match.start() + 1])
    if not word or text[match.start() : match.end()].strip() != ".":
        return True
    if word[1].casefold() in _ABBREVIATIONS:
        return False
    is_initial = len(word[1]) == 1 and word[1].isupper()
    is_acronym = "." in word[1] and all(len(part) == 1 for part in word[1].split("."))
    if is_initial or is_acronym:
        following = _FIRST_WORD.match(text, match.end())
        return is_acronym and following is not None and following[1].casefold() in _STARTERS
    return True


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
