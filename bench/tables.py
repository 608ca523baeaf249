"""The tables of docs/performance.md."""

from statistics import median
from typing import Any

from bench.generators import LABELS, OURS
from bench.series import Measured
from bench.serving import spread
from bench.sites import STEPS, Figures
from bench.stopwatch import STAGES
from bench.targets import TARGETS, Target, verdict

Previews = dict[str, Any]  # as record.add_previews writes them
Stages = dict[str, Any]  # as record.add_stages does

HEADS = {
    "cold": "Cold",
    "same": "Nothing changed",
    "explainer": "One explainer edited",
    "definition": "One definition edited",
}


def sizes_table(size: int, measured: Measured) -> str:
    """Seconds of each generator in each step and its memory; how many files it makes, in how many turns."""
    heads = ["", "Files", "Turns", *(HEADS[step] for step in STEPS), "Peak memory"]
    rows = [_size_row(size, name, measured) for name in measured.names(size)]
    return _headed(size, heads, rows)


def _size_row(size: int, name: str, measured: Measured) -> list[str]:
    steps = [measured.figures(size, name, step) for step in STEPS]
    cold = steps[0]
    peaks = [peak for figures in steps if figures for peak in figures.peaks]
    label = f"**{LABELS[name]}**" if name == OURS else LABELS[name]
    made = [f"{cold.written:,}", str(len(cold.wall))] if cold and not cold.is_late else ["–", "–"]
    return [label, *made, *map(_time, steps), f"{max(peaks) / 1e6:,.0f} MB" if peaks else "–"]


def _time(figures: Figures | None) -> str:
    if not figures or not figures.wall:
        return "–"
    if figures.is_late:
        return f"over {max(figures.wall):,.0f} s"
    seconds = median(figures.wall)
    return f"{seconds:,.2f} s" if seconds < 10 else f"{seconds:,.1f} s"


def ratios_table(size: int, measured: Measured) -> str:
    """How many times faster ours is than each other generator in each step, and which share of its memory it takes."""
    heads = ["Ours against", *(HEADS[step] for step in STEPS), "Peak memory, cold"]
    rows = [
        [
            LABELS[name],
            *(_ratio(size, name, step, measured) for step in STEPS),
            _share(measured.ratio(size, "cold", name, is_memory=True)),
        ]
        for name in measured.names(size)
        if name != OURS
    ]
    return _headed(size, heads, rows)


def _ratio(size: int, name: str, step: str, measured: Measured) -> str:
    found, theirs = measured.ratio(size, step, name), measured.figures(size, name, step)
    if found is None or not theirs:
        return "–"
    if theirs.is_late:
        return f"over {_times(found)} faster" if found >= 1 else "–"
    return f"{_times(found)} faster" if found >= 1 else f"{_times(1 / found)} slower"


def _share(found: float | None) -> str:
    return "–" if found is None else f"{_times(1 / found)} of it"


def _times(found: float) -> str:
    return f"{found:.2f}×" if found < 10 else f"{found:,.0f}×"


def work_table(size: int, measured: Measured) -> str:
    """Processor seconds, and the files each build wrote."""
    heads = ["", *(f"{HEADS[step]}: processor, files written" for step in STEPS)]
    rows = [
        [LABELS[name], *(_work(measured.figures(size, name, step)) for step in STEPS)] for name in measured.names(size)
    ]
    return _headed(size, heads, rows)


def _work(figures: Figures | None) -> str:
    return f"{median(figures.cpu):,.2f} s, {figures.written:,}" if figures and figures.cpu else "–"


def targets_table(measured: Measured) -> str:
    """Each demand with what was found."""
    rows = [_target(target, measured) for target in TARGETS]
    return _table(["What", "Explainers", "Against", "Must", "Aim", "Measured", "Met"], rows)


def _target(target: Target, measured: Measured) -> list[str]:
    found = measured.ratio(target.size, target.step, target.peer, is_memory=target.is_memory)
    what = "Peak memory, cold" if target.is_memory else HEADS[target.step]
    is_share = target.must < 1 or target.is_memory  # told as a share of the peer’s
    told = [_told(each, is_share=is_share) for each in (target.must, target.aim)]
    shown = _told(found, is_share=is_share) if found else "–"
    met = verdict(target, measured)
    return [what, f"{target.size:,}", LABELS[target.peer], *told, shown.removeprefix("at most "), met]


def _told(found: float, *, is_share: bool) -> str:
    return f"at most {1 / found:.2g}×" if is_share else f"{found:,.3g}× faster"


def previews_table(previews: Previews) -> str:
    """From a file saved to its words over HTTP and on the screen."""
    size = f"{previews['size']:,}"
    ours = [
        [LABELS[OURS], site, spread(saves["http"]), spread(saves["screen"]), f"{saves['idle']:.2%}"]
        for site, saves in previews["sites"].items()
    ]
    served = previews["served"].items()
    others = [[LABELS[name], size, spread(times) or "–", "", ""] for name, times in served if name != OURS]
    return _table(["", "Explainers", "Over HTTP", "On the screen", "Idle"], [*ours, *others])


def stages_table(stages: Stages) -> str:
    """Processor milliseconds of each stage by itself, and of all."""
    spent = stages["spent"]
    heads = [f"{stages['size']:,} explainers", *(HEADS[step] for step in spent)]
    rows = [[stage, *(_milliseconds(spent[step][stage]) for step in spent)] for stage in STAGES]
    total = ["**Together**", *(_milliseconds(sum(spent[step].values())) for step in spent)]
    return _table(heads, [*rows, total])


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:,.0f} ms" if seconds else "–"


def growth_table(measured: Measured) -> str:
    """How much longer ten times as many explainers take, and how much more memory."""
    pairs = [(small, 10 * small) for small in measured.sizes if 10 * small in measured.sizes]
    rows = [
        [LABELS[name], f"{small:,} → {large:,}", *_growths(measured, name, small, large)]
        for small, large in pairs
        for name in measured.names(small)
    ]
    heads = ["", "Explainers", *(HEADS[step] for step in STEPS), "Peak memory, cold"]
    return _table(heads, rows) if rows else "Measured at one size only.\n"


def _growths(measured: Measured, name: str, small: int, large: int) -> list[str]:
    steps = [[measured.figures(size, name, step) for size in (small, large)] for step in STEPS]
    return [*(_growth(*figures) for figures in steps), _growth(*steps[0], is_memory=True)]


def _growth(before: Figures | None, after: Figures | None, *, is_memory: bool = False) -> str:
    if not before or not after or before.is_late or after.is_late:
        return "–"
    first, second = (figures.peaks if is_memory else figures.wall for figures in (before, after))
    return f"{median(second) / median(first):.1f}×" if first and second else "–"


def _headed(size: int, heads: list[str], rows: list[list[str]]) -> str:
    return f"### {size:,} explainers\n\n{_table(heads, rows)}"


def _table(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"
