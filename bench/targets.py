"""How fast it must be, as ratios against other generators in the same series."""

from dataclasses import dataclass

from bench.series import Measured

HUGOS = ("hugo-all", "hugo")  # with every file that ours makes, and with pages only: both are told


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
    *(Target("same", 1_000, hugo, 10, 30) for hugo in HUGOS),
    *(Target("same", 10_000, hugo, 30, 100) for hugo in HUGOS),
    *(Target("explainer", 1_000, hugo, 4, 10) for hugo in HUGOS),
    *(Target("explainer", 10_000, hugo, 8, 30) for hugo in HUGOS),
    *(Target("cold", 1_000, hugo, 1 / 2, 1) for hugo in HUGOS),
    *(Target("cold", 10_000, hugo, 1 / 2, 1) for hugo in HUGOS),
    Target("cold", 1_000, "pelican", 2, 2),
    Target("cold", 1_000, "mkdocs", 2, 2),
    Target("cold", 1_000, "zensical", 2, 2),
    *(Target("cold", 1_000, hugo, 1 / 0.5, 1 / 0.3, is_memory=True) for hugo in HUGOS),
    *(Target("cold", 10_000, hugo, 1 / 0.3, 1 / 0.1, is_memory=True) for hugo in HUGOS),
)


def verdict(target: Target, measured: Measured) -> str:
    """Whether the demand is met: aim, must, missed, or not measured."""
    found = measured.ratio(target.size, target.step, target.peer, is_memory=target.is_memory)
    if found is None:
        return "not measured"
    if found >= target.aim:
        return "aim"
    return "must" if found >= target.must else "missed"
