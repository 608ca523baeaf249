"""How well a reading finds the body of a capture: precision, recall and F1 over word shingles."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from nutgraf.seeds import Reading, decode_capture, read_capture

CASES = Path(__file__).parent.parent / "cases" / "sources"
SHINGLE = 4  # words
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")


@dataclass(frozen=True, slots=True)
class Expected:
    """What an editor would keep of a capture."""

    title: str | None
    author: str | None
    published: str | None
    paragraphs: tuple[str, ...]
    optional: tuple[str, ...]  # may be kept or dropped: credits, time stamps, lists of references


@dataclass(frozen=True, slots=True)
class Score:
    """The quality of one reading."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def labelled_captures() -> tuple[Path, ...]:
    """Every capture of the quality set that has an expected reading beside it."""
    return tuple(sorted(path for path in CASES.iterdir() if _label(path).is_file() and path.suffix != ".json"))


def expected_reading(capture: Path) -> Expected:
    """The label of one capture."""
    label = json.loads(_label(capture).read_text(encoding="utf-8"))
    return Expected(
        label["title"],
        label["author"],
        label["published"],
        tuple(label["paragraphs"]),
        tuple(label.get("optional", ())),
    )


def read_case(capture: Path) -> Reading:
    """The reading under test."""
    return read_capture(decode_capture(capture.read_bytes(), None), capture.suffix)


def score(reading: Reading, expected: Expected) -> Score:
    """The share of kept shingles that belong, and of expected ones that were kept; optional ones count for neither."""
    optional = _shingles(expected.optional)
    wanted = _shingles(expected.paragraphs) - optional
    found = _shingles(tuple(p.text for p in reading.paragraphs if p.text not in expected.optional)) - optional
    common = (wanted & found).total()
    return Score(common / found.total() if found else 0.0, common / wanted.total() if wanted else 1.0)


def _shingles(paragraphs: tuple[str, ...]) -> Counter[tuple[str, ...]]:
    """Runs of words across the whole text; a text shorter than a run counts as one."""
    words = [word for paragraph in paragraphs for word in _WORD.findall(paragraph.casefold())]
    if len(words) < SHINGLE:
        return Counter([tuple(words)]) if words else Counter()
    return Counter(zip(*(words[step:] for step in range(SHINGLE)), strict=False))


def _label(capture: Path) -> Path:
    return capture.with_name(f"{capture.stem}.expected.json")
