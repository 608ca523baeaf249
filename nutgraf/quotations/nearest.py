"""The passage of a source that comes nearest to words that do not stand in it. It only ever suggests."""

import re
from collections import Counter
from itertools import accumulate

from msgspec import Struct

from nutgraf.quotations.compare import Words, bare, compared
from nutgraf.quotations.signs import UNSPACED
from nutgraf.quotations.source_text import Column

_TOKEN = re.compile(f"[{UNSPACED}]|[^\\s{UNSPACED}-]+|-")
_LEAST_ALIKE = 50  # of 100: below, a passage is no help to an editor
_LOOKED_UP = 200  # words of the quotation that are enough to tell the paragraph
_LONG = 2000  # signs, from which on the words are compared without looking for the best place first


class Likeness(Struct, frozen=True):
    """A passage that resembles a quotation."""

    column: Column
    start: int  # in the text of the column
    end: int
    score: float  # 0 to 100
    differences: tuple[tuple[str, str], ...]  # (words of the quotation, words of the source)


def nearest(asked: str, column: Column) -> Likeness | None:
    """The passage of the column most like the words asked for, with the words that differ; None if nothing is alike.

    “Alike” means a score of at least 50 of 100 (RapidFuzz), and half of the words. It only ever suggests.
    """
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
    there = [word for word in tokens if word.end() > start and word.start() < end]
    answer = compared(wanted, [word.group() for word in there])
    if answer is None:
        return None
    start, end = there[answer.first].start(), there[answer.last - 1].end()
    return Likeness(column, start, end, score, answer.differences)


def _neighbourhood(wanted: Words, length: int, column: Column) -> tuple[int, int]:
    """Where to look: around the paragraph with the most and the rarest words, as far as the quotation is long."""
    texts = [words.text.casefold() for words in column.wordings]
    scores = [0.0] * len(texts)
    for word in {bare(word) for word in wanted[:_LOOKED_UP]} - {""}:
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
    asked_for = {bare(word) for word in wanted}
    words = [bare(word) for word in there]
    counts = Counter(word for word in words if word in asked_for)
    if not counts:
        return None
    sums = [0.0, *accumulate(1 / counts[word] if word in counts else 0.0 for word in words)]
    size = min(len(wanted), len(there))
    best = max(range(len(there) - size + 1), key=lambda at: sums[at + size] - sums[at])
    slack = size // 2 + 8
    return range(max(best - slack, 0), min(best + size + slack, len(there)))


def _best_place(asked: str, passage: str) -> tuple[int, int, float]:
    from rapidfuzz import fuzz  # only a quotation that is not found pays for the import

    if len(asked) > _LONG:
        return 0, len(passage), fuzz.ratio(asked, passage)
    place = fuzz.partial_ratio_alignment(asked, passage)
    return (place.dest_start, place.dest_end, place.score) if place else (0, 0, 0.0)
