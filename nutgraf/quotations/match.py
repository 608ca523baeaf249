"""Find the words of a quotation in a column of text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.quotations.negation import negation_in
from nutgraf.quotations.parts import Insertion, Part, Stretch
from nutgraf.quotations.signs import UNSPACED_LETTER
from nutgraf.quotations.source_text import Column

MOST_WORDS_REPLACED = 8  # by one insertion (design, 3.1)

_PROBE = 96  # signs searched for; the rest of a long stretch is then compared in one step
_LONGEST_PASSAGE = 1000  # signs; eight words are never longer, and a longer one need not be counted
_WORD = re.compile(r"[^\W_][^\s]*")
_SENTENCE_END = re.compile(r"[.!?…。！？।][')\]]* *$")


@dataclass(frozen=True, slots=True)
class Match:
    """Where a part stands in the text of a column."""

    start: int
    end: int


def occurrences(stretch: Stretch, column: Column, low: int, high: int) -> Iterator[Match]:
    """Where the stretch stands between low and high without cutting a word, from left to right."""
    length = len(stretch.text)
    for start in _candidates(stretch, column.text, low, high):
        if not column.cuts(start) and not column.cuts(start + length):
            yield Match(start, start + length)


def _candidates(stretch: Stretch, text: str, low: int, high: int) -> Iterator[int]:
    rigid = _rigid(stretch)
    length = len(stretch.text)
    offset, longest = max(rigid, key=lambda run: len(run[1]))
    if not longest:
        letter = re.compile(f"[{re.escape(stretch.text.lower())}{re.escape(stretch.text.upper())}]")
        yield from (at.start() for at in letter.finditer(text, low, high) if at[0].lower() == stretch.text.lower())
        return
    probe = longest[:_PROBE]
    at = text.find(probe, low + offset, high)
    while at >= 0:
        start = at - offset
        if start + length > high:
            return
        if all(text.startswith(run, start + place) for place, run in rigid) and all(
            text[start + place].lower() == stretch.text[place].lower() for place in stretch.open_case
        ):
            yield start
        at = text.find(probe, at + 1, high)


def _rigid(stretch: Stretch) -> list[tuple[int, str]]:
    """The runs between the letters whose case is open, each with its place."""
    runs = []
    start = 0
    for place in (*stretch.open_case, len(stretch.text)):
        runs.append((start, stretch.text[start:place]))
        start = place + 1
    return runs


def part_matches(part: Part, column: Column, low: int, high: int, negations: frozenset[str]) -> Iterator[Match]:
    """Where the part stands between low and high, in the order in which the matches end."""
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
    """Each match of a stretch with the nearest match of what stands before the insertion.

    The nearest is enough: whatever lies between it and the stretch also lies between the stretch and any match
    farther off, so a negation or a ninth word is not avoided by going back. That keeps the search linear.
    """
    nearest = None
    waiting = next(before, None)
    for match in after:
        while waiting and waiting.end <= match.start:
            nearest, waiting = waiting, next(before, None)
        if nearest and _stands_for(insertion, column.text[nearest.end : match.start], negations):
            yield Match(nearest.start, match.end)


def _stands_for(insertion: Insertion, passage: str, negations: frozenset[str]) -> bool:
    """Whether the insertion may stand for this passage of the source."""
    if passage.strip(" ") == f"[{insertion.text}]":
        return True  # the source’s own
    if negation_in(insertion.text, negations) or negation_in(passage, negations):
        return False
    if passage in {"", " "}:
        return True
    if insertion.stands_for_nothing or len(passage) > _LONGEST_PASSAGE:
        return False
    return 0 < count_words(passage) <= MOST_WORDS_REPLACED


def _stands_beside(insertion: Insertion, neighbour: str, negations: frozenset[str]) -> bool:
    """Whether an insertion at the edge is harmless: it brings no negation in and covers none next to it."""
    if insertion.stands_for_nothing:
        return True
    return not negation_in(insertion.text, negations) and not negation_in(neighbour, negations)


def count_words(passage: str) -> int:
    """The words of a passage; in scripts without spaces, two signs are taken for a word."""
    unspaced = len(UNSPACED_LETTER.findall(passage))
    return (unspaced + 1) // 2 + len(_WORD.findall(UNSPACED_LETTER.sub(" ", passage)))


def _word_before(column: Column, at: int) -> str:
    passage = column.text[max(at - 40, 0) : at]
    return "" if _SENTENCE_END.search(passage) else " ".join(passage.split()[-1:])


def _word_after(column: Column, at: int) -> str:
    passage = column.text[at : at + 40]
    return "" if passage[:1] in ".!?…。！？।" else " ".join(passage.split()[:1])
