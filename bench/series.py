"""What was measured in several series: of each generator, size and step the newest counts."""

from dataclasses import dataclass
from statistics import median

from bench.generators import GENERATORS, OURS
from bench.sites import Figures, Results


@dataclass(frozen=True)
class Series:
    """What one command measured at one size: ours and others, taking turns."""

    size: int
    limit: float  # seconds after which a build was ended
    results: Results


@dataclass(frozen=True)
class Measured:
    """All series, the oldest first."""

    series: tuple[Series, ...]

    @property
    def sizes(self) -> list[int]:
        """Numbers of explainers, from small to large."""
        return sorted({each.size for each in self.series})

    def names(self, size: int) -> list[str]:
        """The generators measured at a size, ours first."""
        measured = {name for each in self.series if each.size == size for name in each.results}
        return [generator.name for generator in GENERATORS if generator.name in measured]

    def figures(self, size: int, name: str, step: str) -> Figures | None:
        """Of ours the series with the most turns, and then weighings, as it stands in all; of the others the newest."""
        found = [each[name][step] for each in self._with(size, name, step)]
        if name == OURS:
            found.sort(key=lambda figures: (len(figures.wall), len(figures.peaks)))  # stable: the newest is last
        return found[-1] if found else None

    def ratio(self, size: int, step: str, peer: str, *, is_memory: bool = False) -> float | None:
        """How many times a peer’s figure is ours, in the newest series that has it; None where none has."""
        found = (ratio(each, step, peer, is_memory=is_memory) for each in reversed(self._with(size, peer, step)))
        return next((each for each in found if each is not None), None)

    def _with(self, size: int, name: str, step: str) -> list[Results]:
        return [each.results for each in self.series if each.size == size and step in each.results.get(name, {})]


def ratio(results: Results, step: str, peer: str, *, is_memory: bool = False) -> float | None:
    """How many times a peer’s figure is ours: the median over the turns; None where one is missing."""
    ours, theirs = (results.get(name, {}).get(step) for name in (OURS, peer))
    if not ours or not theirs:
        return None
    mine, other = (figures.peaks if is_memory else figures.wall for figures in (ours, theirs))
    pairs = list(zip(mine, other, strict=False))
    return median(their / our for our, their in pairs) if pairs else None


def replaces(new: Series, old: Series) -> bool:
    """Whether everything that was measured in the old one was measured again in the new one."""
    return new.size == old.size and all(
        steps.keys() <= new.results.get(name, {}).keys() for name, steps in old.results.items()
    )
