"""How fast it must be, as ratios against other generators in the same run."""

from dataclasses import dataclass
from statistics import median

from bench.generators import OURS
from bench.sites import Results


@dataclass(frozen=True)
class Target:
    """One demand: a peer’s figure divided by ours is at least this."""

    step: str
    size: int
    peer: str
    must: float
    aim: float
    is_memory: bool = False


TARGETS = (
    Target("same", 1_000, "hugo", 10, 30),
    Target("same", 10_000, "hugo", 30, 100),
    Target("explainer", 1_000, "hugo", 4, 10),
    Target("explainer", 10_000, "hugo", 8, 30),
    Target("cold", 1_000, "hugo", 1 / 2, 1),
    Target("cold", 10_000, "hugo", 1 / 2, 1),
    Target("cold", 1_000, "pelican", 2, 2),
    Target("cold", 1_000, "mkdocs", 2, 2),
    Target("cold", 1_000, "zensical", 2, 2),
    Target("cold", 1_000, "hugo", 1 / 0.5, 1 / 0.3, is_memory=True),
    Target("cold", 10_000, "hugo", 1 / 0.3, 1 / 0.1, is_memory=True),
)


def ratio(results: Results, step: str, peer: str, *, is_memory: bool = False) -> float | None:
    """How many times a peer’s figure is ours: the median over the turns; None where one is missing."""
    ours, theirs = (results.get(name, {}).get(step) for name in (OURS, peer))
    if not ours or not theirs:
        return None
    mine, other = (figures.peaks if is_memory else figures.wall for figures in (ours, theirs))
    pairs = list(zip(mine, other, strict=False))
    return median(their / our for our, their in pairs) if pairs else None


def verdict(target: Target, results: dict[int, Results]) -> str:
    """Whether the demand is met: aim, must, missed, or not measured."""
    found = ratio(results.get(target.size, {}), target.step, target.peer, is_memory=target.is_memory)
    if found is None:
        return "not measured"
    if found >= target.aim:
        return "aim"
    return "must" if found >= target.must else "missed"
