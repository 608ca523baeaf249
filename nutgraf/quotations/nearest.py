"""The passage of a source that comes nearest to words that do not stand in it. It only ever suggests."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, groupby
from typing import NamedTuple

from msgspec import Struct

from nutgraf.quotations.signs import UNSPACED
from nutgraf.quotations.source_text import Column

_TOKEN = re.compile(f"[{UNSPACED}]|[^\\s{UNSPACED}-]+|-")
OPEN = "[…]"  # stands for words of which we do not care what they are
_STOPS = ".,;:!?)"
_CLOSING = _STOPS + "'"
_BARE = re.compile(r"^\W+|\W+$")
_LEAST_ALIKE = 50  # of 100: below, a passage is no help to an editor
_LOOKED_UP = 200  # words of the quotation that are enough to tell the paragraph
_LONG = 2000  # signs, from which on the words are compared without looking for the best place first

Words = list[str]


class Likeness(Struct, frozen=True):
    """A passage that resembles a quotation."""

    column: Column
    start: int  # in the text of the column
    end: int
    score: float  # 0 to 100
    differences: tuple[tuple[str, str], ...]  # (words of the quotation, words of the source)


def nearest(asked: str, column: Column) -> Likeness | None:
    """The passage most like the words asked for, and the words in which they differ; None if none is alike."""
    wanted = [match.group() for match in _TOKEN.finditer(asked)]
    low, high = _neighbourhood(wanted, len(asked), column)
    tokens = list(_TOKEN.finditer(column.text, low, high))
    region = _region(wanted, [match.group() for match in tokens])
    if region is None:
        return None
    tokens = tokens[region.start : region.stop]
    low = tokens[0].start()
    start, end, score = _best_place(asked, column.text[low : tokens[-1].end()])
    if score < _LEAST_ALIKE:
        return None
    margin = len(asked) // 5 + 12  # the place is as long as the quotation, but the words left out may be longer
    start, end = low + start - margin, low + end + margin
    return _compared(wanted, [word for word in tokens if word.end() > start and word.start() < end], column, score)


def _neighbourhood(wanted: Words, length: int, column: Column) -> tuple[int, int]:
    """Where to look: around the paragraph with the most and the rarest words, as far as the quotation is long."""
    texts = [words.text.casefold() for words in column.wordings]
    scores = [0.0] * len(texts)
    for word in {_bare(word) for word in wanted[:_LOOKED_UP]} - {""}:
        holders = [index for index, text in enumerate(texts) if word in text]
        for index in holders:
            scores[index] += 1 / len(holders)
    if not any(scores):
        return 0, 0
    best = scores.index(max(scores))
    low, high = column.starts[best] - length, column.end(best) + length
    return column.starts[column.index(max(low, 0))], column.end(column.index(min(high, len(column.text))))


def _region(wanted: Words, there: Words) -> range | None:
    """The stretch of the source, by word numbers, that shares the most and the rarest words with the quotation."""
    asked_for = {_bare(word) for word in wanted}
    bare = [_bare(word) for word in there]
    counts = Counter(word for word in bare if word in asked_for)
    if not counts:
        return None
    sums = [0.0, *accumulate(1 / counts[word] if word in counts else 0.0 for word in bare)]
    size = min(len(wanted), len(there))
    best = max(range(len(there) - size + 1), key=lambda at: sums[at + size] - sums[at])
    slack = size // 2 + 8
    return range(max(best - slack, 0), min(best + size + slack, len(there)))


def _bare(word: str) -> str:
    return _BARE.sub("", word).casefold()


def _best_place(asked: str, passage: str) -> tuple[int, int, float]:
    from rapidfuzz import fuzz  # only a quotation that is not found pays for the import

    if len(asked) > _LONG:
        return 0, len(passage), fuzz.ratio(asked, passage)
    place = fuzz.partial_ratio_alignment(asked, passage)
    return (place.dest_start, place.dest_end, place.score) if place else (0, 0, 0.0)


def _compared(wanted: Words, there: list[re.Match[str]], column: Column, score: float) -> Likeness | None:
    found = [match.group() for match in there]
    changes = _changes(wanted, found)
    first, last = 0, len(found)
    if changes and changes[0].at_start:
        first = max(changes[0].their_end - len(changes[0].ours), 0)
        changes[0] = changes[0]._replace(their_start=first)
    if changes and changes[-1].at_end:
        last = min(changes[-1].their_start + len(changes[-1].ours), len(found))
        changes[-1] = changes[-1]._replace(their_end=last)
    if first >= last:
        return None
    pairs = [
        pair
        for change in changes
        if change.ours != [OPEN]
        for pair in _pairs(change, found[change.their_start : change.their_end])
    ]
    return Likeness(column, there[first].start(), there[last - 1].end(), score, tuple(pairs))


class _Change(NamedTuple):
    """Words of the quotation that stand for others in the source."""

    ours: Words
    their_start: int
    their_end: int
    at_start: bool  # of the quotation
    at_end: bool


def _changes(wanted: Words, found: Words) -> list[_Change]:
    from rapidfuzz.distance import Levenshtein

    changes = []
    codes = Levenshtein.opcodes(wanted, found)
    for equal, group in groupby(codes, key=lambda code: code.tag == "equal"):
        if not equal:
            run = list(group)
            start, end = run[0].src_start, run[-1].src_end
            ours = wanted[start:end]
            changes.append(_Change(ours, run[0].dest_start, run[-1].dest_end, start == 0, end == len(wanted)))
    return changes


def _pairs(change: _Change, theirs: Words) -> Iterator[tuple[str, str]]:
    """The differing words one by one if there are as many on either side, else all of them together."""
    ours = change.ours
    words = list(zip(ours, theirs, strict=True)) if len(ours) == len(theirs) else [(" ".join(ours), " ".join(theirs))]
    for number, (our, their) in enumerate(words, start=1):
        if change.at_start and number == 1 and not our.startswith("'"):
            their = their.lstrip("'(")  # what opens the sentence in the source is no difference, nor what closes it
        if change.at_end and number == len(words) and our not in {their.rstrip(_CLOSING), their}:
            bare = our.rstrip(_CLOSING) != their.rstrip(_CLOSING)
            yield _without_like_ends(our, their.rstrip(_CLOSING) if bare else their)
        elif our != their and not (change.at_end and number == len(words)):
            yield _without_like_ends(our, their)


def _without_like_ends(asked: str, source: str) -> tuple[str, str]:
    """The pair without the commas, stops and closing brackets that both end with."""
    while len(asked) > 1 and len(source) > 1 and asked[-1] == source[-1] and asked[-1] in _STOPS:
        asked, source = asked[:-1], source[:-1]
    return asked, source
