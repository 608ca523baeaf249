"""The tables of docs/performance.md."""

from statistics import median
from typing import Any

from bench.generators import OURS
from bench.serving import spread
from bench.sites import STEPS, Figures, Results
from bench.targets import TARGETS, Target, ratio, verdict

Previews = dict[str, Any]  # as record.add_previews writes them

HEADS = {
    "cold": "Cold",
    "same": "Nothing changed",
    "explainer": "One explainer edited",
    "definition": "One definition edited",
}


def sizes_table(size: int, results: Results) -> str:
    """Seconds of each generator in each step, with how many times ours that is; and the memory."""
    heads = ["", *(HEADS[step] for step in STEPS), "Peak memory"]
    rows = [[f"**{name}**" if name == OURS else name, *_cells(name, results)] for name in results]
    return f"### {size:,} explainers\n\n{_table(heads, rows)}"


def _cells(name: str, results: Results) -> list[str]:
    steps = results[name]
    times = [_time(steps.get(step)) + _times(ratio(results, step, name), name) for step in STEPS]
    peaks = [peak for figures in steps.values() for peak in figures.peaks]
    weight = f"{max(peaks) / 1e6:,.0f} MB" if peaks else "–"
    return [*times, weight + _times(ratio(results, "cold", name, is_memory=True), name)]


def _time(figures: Figures | None) -> str:
    if not figures or not figures.wall:
        return "–"
    if figures.is_late:
        return f"over {max(figures.wall):,.0f} s"
    seconds = median(figures.wall)
    return f"{seconds:,.2f} s" if seconds < 10 else f"{seconds:,.1f} s"


def _times(found: float | None, name: str) -> str:
    if found is None or name == OURS:
        return ""
    return f" ({found:,.1f}×)" if found < 10 else f" ({found:,.0f}×)"


def work_table(size: int, results: Results) -> str:
    """Processor seconds, and the files each build wrote."""
    heads = ["", *(f"{HEADS[step]}: processor, files written" for step in STEPS)]
    rows = [
        [
            name,
            *(f"{median(steps[step].cpu):,.2f} s, {steps[step].written:,}" if step in steps else "–" for step in STEPS),
        ]
        for name, steps in results.items()
    ]
    return f"### {size:,} explainers\n\n{_table(heads, rows)}"


def targets_table(results: dict[int, Results]) -> str:
    """Each demand with what was found."""
    rows = [_target(target, results) for target in TARGETS]
    return _table(["What", "Explainers", "Against", "Must", "Aim", "Measured", "Met"], rows)


def _target(target: Target, results: dict[int, Results]) -> list[str]:
    found = ratio(results.get(target.size, {}), target.step, target.peer, is_memory=target.is_memory)
    what = "Peak memory, cold" if target.is_memory else HEADS[target.step]
    is_share = target.must < 1 or target.is_memory  # told as a share of the peer’s
    told = [_told(each, is_share=is_share) for each in (target.must, target.aim)]
    measured = _told(found, is_share=is_share) if found else "–"
    return [what, f"{target.size:,}", target.peer, *told, measured.removeprefix("at most "), verdict(target, results)]


def _told(found: float, *, is_share: bool) -> str:
    return f"at most {1 / found:.2g}×" if is_share else f"{found:,.3g}× faster"


def previews_table(previews: Previews) -> str:
    """From a file saved to its words over HTTP and on the screen."""
    size = f"{previews['size']:,}"
    ours = [
        [OURS, site, spread(saves["http"]), spread(saves["screen"]), f"{saves['idle']:.2%}"]
        for site, saves in previews["sites"].items()
    ]
    others = [[name, size, spread(times) or "–", "", ""] for name, times in previews["served"].items() if name != OURS]
    return _table(["", "Explainers", "Over HTTP", "On the screen", "Idle"], [*ours, *others])


def growth_table(results: dict[int, Results]) -> str:
    """How much longer ten times as many explainers take."""
    sizes = sorted(results)
    pairs = [(small, large) for small in sizes for large in sizes if large == 10 * small]
    rows = [
        [name, f"{small:,} → {large:,}", *(_growth(name, step, results[small], results[large]) for step in STEPS)]
        for small, large in pairs
        for name in results[small]
    ]
    return _table(["", "Explainers", *(HEADS[step] for step in STEPS)], rows) if rows else ""


def _growth(name: str, step: str, small: Results, large: Results) -> str:
    before, after = small.get(name, {}).get(step), large.get(name, {}).get(step)
    if not before or not after or not after.wall or after.is_late:
        return "–"
    return f"{median(after.wall) / median(before.wall):.1f}×"


def _table(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"
