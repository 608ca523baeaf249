"""Find the words of a quotation in a column of text."""

import re
from collections.abc import Iterator

from msgspec import Struct

from nutgraf.quotations.negation import negation_in
from nutgraf.quotations.parts import Insertion, Part, Stretch
from nutgraf.quotations.signs import UNSPACED_LETTER
from nutgraf.quotations.source_text import Column

MOST_WORDS_REPLACED = 8  # by one insertion, as docs/writing.md promises

_PROBE = 96  # signs searched for; the rest of a long stretch is then compared in one step
_LONGEST_PASSAGE = 1000  # signs; eight words are never longer, and a longer one need not be counted
_LONGEST_WORD = 40  # signs looked at for the word beside an insertion at the edge; no negation is longer
_WORD = re.compile(r"[^\W_][^\s]*")
_STOPS = ".!?…。！？।"
_SENTENCE_END = re.compile(rf"[{_STOPS}][')\]]* *$")


class Match(Struct, frozen=True):
    """Where a part is in the text of a column: 0-based, end exclusive."""

    start: int
    end: int


def occurrences(stretch: Stretch, column: Column, low: int, high: int) -> Iterator[Match]:
    """The places between low and high (exclusive) where the stretch occurs without cutting a word, in order.

    Places are 0-based characters of column.text.
    """
    length = len(stretch.text)
    rigid = _rigid(stretch)
    for start in _candidates(stretch, max(rigid, key=lambda run: len(run[1])), column.text, low, high):
        # The ends first: in a text that repeats itself, comparing the whole each time would take long.
        if not column.cuts(start) and not column.cuts(start + length) and _agrees(stretch, rigid, column.text, start):
            yield Match(start, start + length)


def _candidates(stretch: Stretch, longest: tuple[int, str], text: str, low: int, high: int) -> Iterator[int]:
    """The places at which its longest run of characters begins, counted back to the stretch’s start."""
    offset, run = longest
    if not run:
        letter = re.compile(f"[{re.escape(stretch.text.lower())}{re.escape(stretch.text.upper())}]")
        yield from (match.start() for match in letter.finditer(text, low, high))
        return
    probe = run[:_PROBE]
    last = high - len(stretch.text)
    at = text.find(probe, low + offset, high)
    while at >= 0 and at - offset <= last:
        yield at - offset
        at = text.find(probe, at + 1, high)


def _agrees(stretch: Stretch, rigid: list[tuple[int, str]], text: str, start: int) -> bool:
    """Whether the whole stretch is at this place."""
    return all(text.startswith(run, start + place) for place, run in rigid) and all(
        _same_letter(text[start + place], stretch.text[place]) for place in stretch.open_case
    )


def _rigid(stretch: Stretch) -> list[tuple[int, str]]:
    """The runs between the letters whose case is open, each with its place."""
    runs = []
    start = 0
    for place in (*stretch.open_case, len(stretch.text)):
        runs.append((start, stretch.text[start:place]))
        start = place + 1
    return runs


def _same_letter(one: str, other: str) -> bool:
    """Whether they differ in case at most. The Turkish İ is two characters in lower case, of which the first counts."""
    return one == other or one.lower()[0] == other.lower()[0]


def part_matches(part: Part, column: Column, low: int, high: int, negations: frozenset[str]) -> Iterator[Match]:
    """The places between low and high (exclusive) at which the part occurs, in the order in which the matches end.

    Places are 0-based characters of column.text. An insertion matches up to MOST_WORDS_REPLACED words, and none of the
    negations (docs/writing.md).
    """
    matches = occurrences(part.stretches[0], column, low, high)
    for stretch, insertion in zip(part.stretches[1:], part.insertions, strict=True):
        matches = _joined(matches, insertion, occurrences(stretch, column, low, high), column, negations)
    for match in matches:
        if part.opening and not _stands_beside(part.opening, _word_before(column, match.start), negations):
            continue
        if part.closing and not _stands_beside(part.closing, _word_after(column, match.end), negations):
            continue
        yield match


def _joined(
    before: Iterator[Match],
    insertion: Insertion,
    after: Iterator[Match],
    column: Column,
    negations: frozenset[str],
) -> Iterator[Match]:
    """Each match of a stretch with the nearest match of what is before the insertion.

    The nearest is enough: whatever is between it and the stretch is also between the stretch and any match
    farther off, so a negation or a ninth word is not avoided by going back. That keeps the search linear.
    """
    nearest = None
    waiting = next(before, None)
    for match in after:
        while waiting and waiting.end <= match.start:
            nearest, waiting = waiting, next(before, None)
        if nearest and match.start - nearest.end <= _LONGEST_PASSAGE:
            passage = column.text[nearest.end : match.start]
            if _stands_for(insertion, passage, negations):
                yield Match(nearest.start, match.end)


def _stands_for(insertion: Insertion, passage: str, negations: frozenset[str]) -> bool:
    """Whether the insertion may replace this passage of the source."""
    if passage.strip(" ") == f"[{insertion.text}]":
        return True  # the source’s own
    if negation_in(insertion.text, negations) or negation_in(passage, negations):
        return False
    if insertion.stands_for_nothing:
        return passage in {"", " "}
    words = count_words(passage)
    return words <= MOST_WORDS_REPLACED and (words > 0 or not _SENTENCE_END.search(passage))


def _stands_beside(insertion: Insertion, neighbour: str, negations: frozenset[str]) -> bool:
    """Whether an insertion at the edge is harmless: it brings no negation in and covers none next to it."""
    if insertion.stands_for_nothing:
        return True
    return not negation_in(insertion.text, negations) and not negation_in(neighbour, negations)


def count_words(passage: str) -> int:
    """The number of words in a passage.

    In scripts without spaces, every two characters count as a word, rounded up.
    """
    unspaced = len(UNSPACED_LETTER.findall(passage))
    return (unspaced + 1) // 2 + len(_WORD.findall(UNSPACED_LETTER.sub(" ", passage)))


def _word_before(column: Column, at: int) -> str:
    passage = column.text[max(at - _LONGEST_WORD, 0) : at]
    return "" if _SENTENCE_END.search(passage) else " ".join(passage.split()[-1:])


def _word_after(column: Column, at: int) -> str:
    passage = column.text[at : at + _LONGEST_WORD]
    return "" if passage[:1] in _STOPS else " ".join(passage.split()[:1])
