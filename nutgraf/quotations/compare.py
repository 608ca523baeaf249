"""The words of a quotation beside those of a passage that resembles it: where it begins and ends, what differs.

    asked    We  didn't   know of    the crack in the hull
    source  'We  did not  know about the crack,            said Lise Holm

Words are laid beside each other whatever signs and capitals they have, so that the mark which opens a sentence of the
source does not put the rest out of step.
"""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from msgspec import Struct

OPEN = "[…]"  # stands for words of which we do not care what they are
_STOPS = ".,;:!?)"
_CLOSING = _STOPS + "'"
_BARE = re.compile(r"^\W+|\W+$")
_SPELT_ALIKE = 60  # of 100: from here on a word is another spelling or figure, as 60% for 50% and didn’t for did not
_FURTHER = 25  # of 100: how much more alike a word more or less at an edge must make the two
_FEW = 2  # words at an edge for which those of the source are shown even if nothing is alike

Words = list[str]


class Comparison(Struct, frozen=True):
    """The part of the source’s words that answers to the quotation."""

    first: int
    last: int  # exclusive
    differences: tuple[tuple[str, str], ...]  # (words of the quotation, words of the source)


def compared(wanted: Words, found: Words) -> Comparison | None:
    """The part of the words found that corresponds to those wanted, and how they differ.

    wanted, found: words of the quotation and of the source around the likeliest place, in order; OPEN is any words.
    None if more than half of the wanted words have no like among those found; a word spelt another way is like.
    """
    kept = _drawn_together(wanted, found)
    found = found[kept.start : kept.stop]
    changes = _changes(wanted, found)
    first, last = 0, len(found)
    if changes and changes[0].at_start:
        first = changes[0].their_end - _at_edge(changes[0], found, last=True)
        changes[0] = changes[0]._replace(their_start=first)
    if changes and changes[-1].at_end:
        last = changes[-1].their_start + _at_edge(changes[-1], found, last=False)
        changes[-1] = changes[-1]._replace(their_end=last)
    unlike = sum(_unlike(change, found) for change in changes)
    if first >= last or 2 * unlike > sum(word != OPEN for word in wanted):
        return None
    pairs = [
        pair
        for change in changes
        if change.ours != [OPEN]
        for pair in _pairs(change, found[change.their_start : change.their_end])
    ]
    return Comparison(kept.start + first, kept.start + last, tuple(pairs))


def bare(word: str) -> str:
    """The word in lower case (Unicode case folding) and without punctuation at its edges; "" if nothing is left."""
    return _BARE.sub("", word).casefold()


class _Change(NamedTuple):
    """Words of the quotation, and where those are in the source that differ from them."""

    ours: Words
    their_start: int
    their_end: int
    at_start: bool  # of the quotation
    at_end: bool
    is_word: bool  # False: only punctuation or capitals differ


def _changes(wanted: Words, found: Words) -> list[_Change]:
    changes = []
    for (is_word, is_same), group in groupby(_steps(wanted, found), key=lambda step: step[:2]):
        if not is_same:
            run = list(group)
            start, their_start, end, their_end = *run[0][2:4], *run[-1][4:]
            at_start, at_end = start == 0, end == len(wanted)
            changes.append(_Change(wanted[start:end], their_start, their_end, at_start, at_end, is_word))
    return changes


def _steps(wanted: Words, found: Words) -> Iterator[tuple[bool, bool, int, int, int, int]]:
    """From the quotation to the source: whether a word changes, whether nothing does, and from where to where."""
    for code in _opcodes(wanted, found):
        if code.tag != "equal":
            yield True, False, code.src_start, code.dest_start, code.src_end, code.dest_end
            continue
        for ours, theirs in zip(
            range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True
        ):
            yield False, wanted[ours] == found[theirs], ours, theirs, ours + 1, theirs + 1


def _opcodes(wanted: Words, found: Words) -> list[Any]:
    from rapidfuzz.distance import Levenshtein  # only a quotation that is not found pays for the import

    return list(Levenshtein.opcodes([bare(word) or word for word in wanted], [bare(word) or word for word in found]))


def _drawn_together(wanted: Words, found: Words) -> range:
    """Where the words found begin and end if a first or last “the” is taken where it is nearest to the others."""
    low, high = 0, len(found)
    words = [bare(word) for word in found]
    for one, two in pairwise(_opcodes(wanted, found)):
        ours = words[one.dest_start : one.dest_end] if one.tag == "equal" else words[two.dest_start : two.dest_end]
        nearer, further = two.dest_end - len(ours), one.dest_start + len(ours)
        if (one.tag, two.tag, one.src_start) == ("equal", "insert", 0) and words[nearer : two.dest_end] == ours:
            low = nearer
        if (one.tag, two.tag, two.src_end) == ("insert", "equal", len(wanted)) and words[
            one.dest_start : further
        ] == ours:
            high = further
    return range(low, high)


def _at_edge(change: _Change, found: Words, *, last: bool) -> int:
    """How many words of the source answer to those at an edge of the quotation: as many, or a few more or fewer.

    None do where several words there have no like: those that happen to stand beside the passage are no help.
    """
    ours, theirs = change.ours, found[change.their_start : change.their_end]
    size = min(len(ours), len(theirs))
    if not size or not change.is_word:
        return size
    sizes = [each for each in (size, *range(size - 2, size + 3)) if 0 < each <= len(theirs)]
    likeness = {each: _likeness(ours, theirs[-each:] if last else theirs[:each]) for each in sizes}
    best = max(sizes, key=lambda each: likeness[each] - _FURTHER * abs(each - size))
    return best if likeness[best] >= _SPELT_ALIKE or len(ours) <= _FEW else 0


def _unlike(change: _Change, found: Words) -> int:
    """How many words of the quotation have no like in the source; one that is spelt another way has."""
    if not change.is_word or change.ours == [OPEN]:
        return 0
    is_like = _likeness(change.ours, found[change.their_start : change.their_end]) >= _SPELT_ALIKE
    return 0 if is_like else len(change.ours)


def _likeness(ours: Words, theirs: Words) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(" ".join(ours).casefold(), " ".join(theirs).casefold())


def _pairs(change: _Change, theirs: Words) -> Iterator[tuple[str, str]]:
    """The differing words one by one if there are as many on either side, else all of them together."""
    ours = change.ours
    words = list(zip(ours, theirs, strict=True)) if len(ours) == len(theirs) else [(" ".join(ours), " ".join(theirs))]
    for number, (our, their) in enumerate(words, start=1):
        if change.at_start and number == 1 and not our.startswith("'"):
            their = their.lstrip("'(")  # what opens the sentence in the source is no difference, nor what closes it
            their = our if our[1:] == their[1:] and our[:1].lower() == their[:1].lower() else their  # nor its capital
        if change.at_end and number == len(words) and our not in {their.rstrip(_CLOSING), their}:
            is_word = our.rstrip(_CLOSING) != their.rstrip(_CLOSING)
            yield _without_like_ends(our, their.rstrip(_CLOSING) if is_word else their)
        elif our != their and not (change.at_end and number == len(words)):
            yield _without_like_ends(our, their)


def _without_like_ends(asked: str, source: str) -> tuple[str, str]:
    """The pair without the commas, stops and closing brackets that both end with."""
    while len(asked) > 1 and len(source) > 1 and asked[-1] == source[-1] and asked[-1] in _STOPS:
        asked, source = asked[:-1], source[:-1]
    return asked, source
