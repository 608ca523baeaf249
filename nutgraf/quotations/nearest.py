"""The passage of a source that comes nearest to words that do not stand in it. It only ever suggests."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from nutgraf.quotations.signs import UNSPACED
from nutgraf.quotations.source_text import Column

_TOKEN = re.compile(f"[{UNSPACED}]|[^\\s{UNSPACED}-]+|-")
_CLOSING = ".,;:!?)'"
_BARE = re.compile(r"^\W+|\W+$")
_LEAST_ALIKE = 50  # of 100: below, a passage is no help to an editor
_LOOKED_UP = 200  # words of the quotation that are enough to tell the paragraph
_LONG = 2000  # signs, from which on the words are compared without looking for the best place first

Words = list[str]


@dataclass(frozen=True, slots=True)
class Likeness:
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
    return _compared(
        wanted, [word for word in tokens if word.end() > low + start and word.start() < low + end], column, score
    )


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
    from rapidfuzz.distance import Levenshtein

    found = [match.group() for match in there]
    codes = [code for code in Levenshtein.opcodes(wanted, found) if code.tag != "equal"]
    first, last = 0, len(found)
    if codes and codes[0].tag == "insert" and codes[0].dest_start == 0:
        first = codes.pop(0).dest_end
    if codes and codes[-1].tag == "insert" and codes[-1].dest_end == len(found):
        last = codes.pop().dest_start
    if first >= last:
        return None
    pairs: list[tuple[str, str]] = []
    for code in codes:
        ours, theirs = wanted[code.src_start : code.src_end], found[code.dest_start : code.dest_end]
        pairs += _pairs(ours, theirs, at_end=code.src_end == len(wanted))
    return Likeness(column, there[first].start(), there[last - 1].end(), score, tuple(pairs))


def _pairs(ours: Words, theirs: Words, at_end: bool) -> Iterator[tuple[str, str]]:
    """The differing words one by one if there are as many on either side, else all of them together."""
    words = list(zip(ours, theirs, strict=True)) if len(ours) == len(theirs) else [(" ".join(ours), " ".join(theirs))]
    for number, (our, their) in enumerate(words, start=1):
        if at_end and number == len(words):  # what closes the sentence in the source is no difference
            their = their.rstrip(_CLOSING)
            our = our.rstrip(_CLOSING) if our.rstrip(_CLOSING) == their else our
        if our != their:
            yield _without_like_ends(our, their)


def _without_like_ends(asked: str, source: str) -> tuple[str, str]:
    """The pair without a comma, stop or quote mark that both end with."""
    while len(asked) > 1 and len(source) > 1 and asked[-1] == source[-1] and asked[-1] in ".,;:!?)":
        asked, source = asked[:-1], source[:-1]
    return asked, source
