"""How long it takes to clean captures: two thousand of a thousand words, and how good the labelled set comes out."""

from collections.abc import Callable
from pathlib import Path
from statistics import mean

from bench.row import Row
from nutgraf.seeds import read_capture
from tests.seeds.scorer import expected_reading, labelled_captures, read_case, score

WORDS = 1_000
_LONG = 60  # characters
CASES = Path("tests/cases/sources")


def _captures() -> list[str]:
    """The labelled captures, each lengthened to a thousand words by more paragraphs like its own, in new words.

    A longer article has more paragraphs, not more menus: so the long lines of its middle are repeated, and all of
    them only where a capture has no long ones.
    """
    return [_lengthened(path.read_text("utf-8-sig"), number) for number, path in enumerate(sorted(CASES.glob("*.txt")))]


def _lengthened(text: str, number: int) -> str:
    lines = text.split("\n")
    third = len(lines) // 3
    inner = lines[third : 2 * third]
    middle = [line for line in inner if len(line) > _LONG] or inner
    grown = list(lines[:third])
    words, turn = sum(map(_count_words, lines)), 0
    while words < WORDS and any(middle):
        turn += 1
        grown += [_reworded(line, _word(number, turn)) for line in middle]
        words += sum(map(_count_words, middle))
    return "\n".join(grown + lines[2 * third :])


def _count_words(line: str) -> int:
    """Words between spaces; in Chinese, Japanese and Thai, which have none, about two letters each."""
    return len(line.split()) if line.isascii() or " " in line else (len(line) + 1) // 2


def _reworded(line: str, word: str) -> str:
    """The line with one more word in its middle: its length, its ends and its figures stay those of real lines."""
    words = line.split(" ")
    return " ".join([*words[: len(words) // 2], word, *words[len(words) // 2 :]]) if len(words) > 1 else line


def _word(number: int, turn: int) -> str:
    """A word that no other turn has."""
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number}{turn:03}")


def _clean(size: int) -> Callable[[], object]:
    captures = _captures()
    wanted = [captures[number % len(captures)] for number in range(200 * size)]

    def task() -> None:
        for capture in wanted:
            read_capture(capture, ".txt")

    return task


ROWS = (Row("200 captures of 1,000 words cleaned (2,000 in under 10 s)", _clean, most=1.0),)


def quality() -> str:
    """How well the labelled captures come out: means of word-shingle precision, recall and F1."""
    scores = [score(read_case(capture), expected_reading(capture)) for capture in labelled_captures()]
    found = {name: mean(getattr(each, name) for each in scores) for name in ("precision", "recall", "f1")}
    told = ", ".join(f"{name} {value:.3f}" for name, value in found.items())
    return f"{len(scores)} labelled captures: {told} (recall 0.98 and f1 0.97 at least)"
