"""Labelled pairs: does the evidence bear the claim out? One to a line: claim | evidence | yes or no."""

from dataclasses import dataclass
from pathlib import Path

from nutgraf.figures import Figure, figures_in, supports

CASES = Path(__file__).parents[1] / "cases/figures"
LANGUAGES = ("en", "hi")


@dataclass(frozen=True)
class Pair:
    """One pair."""

    group: str
    line: int
    claim: str
    evidence: str
    is_supported: bool

    @property
    def claimed(self) -> tuple[Figure, ...]:
        return figures_in(self.claim, LANGUAGES)

    @property
    def found(self) -> bool:
        """Whether each figure of the claim is borne out."""
        evidence = figures_in(self.evidence, LANGUAGES)
        return all(any(supports(one, claimed) for one in evidence) for claimed in self.claimed)


def read_pairs() -> list[Pair]:
    """All pairs, by file and line. Raises ValueError for a line that is none."""
    pairs = []
    for file in sorted(CASES.glob("*.txt")):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if line and not line.startswith("# "):
                claim, evidence, label = (part.strip() for part in line.split(" | "))
                pairs.append(Pair(file.stem, number, claim, evidence, {"yes": True, "no": False}[label]))
    return pairs
