"""How long it takes to clean captures: two thousand of a thousand words, and how good the labelled set comes out."""

from collections.abc import Callable
from pathlib import Path
from statistics import mean

from bench import Row
from nutgraf.seeds import read_capture
from tests.seeds.scorer import expected_reading, labelled_captures, read_case, score

WORDS = 1_000
CASES = Path("tests/cases/sources")


def _captures() -> list[str]:
    """The labelled captures, each lengthened to a thousand words by repeating its middle lines under new words."""
    return [_lengthened(path.read_text("utf-8-sig"), number) for number, path in enumerate(sorted(CASES.glob("*.txt")))]


def _lengthened(text: str, number: int) -> str:
    lines = text.split("\n")
    middle = lines[len(lines) // 3 : 2 * len(lines) // 3]
    grown = list(lines[: len(lines) // 3])
    turn = 0
    while sum(len(line.split()) for line in grown) < WORDS and any(middle):
        turn += 1
        grown += [f"{line} {number}{turn}" if line.strip() else line for line in middle]
    return "\n".join(grown + lines[2 * len(lines) // 3 :])


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
