"""Where the time goes: the processor time of each stage of a build by itself."""

import json
import subprocess
import sys
from pathlib import Path
from statistics import median

from bench.generators import GENERATORS, OURS
from bench.stopwatch import STAGES
from bench.tools import INSTALLED, Tools
from bench.workplace import edit_explainer, fresh, lay_out

STEPS = ("cold", "explainer", "same")
Spent = dict[str, dict[str, float]]  # by step and stage, in processor seconds

_STOPWATCH = Path(__file__).with_name("stopwatch.py")


def measure_stages(size: int, turns: int, folder: Path) -> Spent:
    """The median of the turns for each step and stage, in one process."""
    ours = next(generator for generator in GENERATORS if generator.name == OURS)
    corpus = lay_out(size, (ours,), folder / "originals")
    found: dict[str, list[dict[str, float]]] = {step: [] for step in STEPS}
    for turn in range(turns):
        project = fresh(ours, folder / "originals", folder / "work", Tools(INSTALLED))
        for step in STEPS:
            if step == "explainer":
                edit_explainer(project, ours, corpus, f"round {turn}")
            found[step].append(_build(project))
    return {step: {stage: median(each[stage] for each in builds) for stage in STAGES} for step, builds in found.items()}


def _build(project: Path) -> dict[str, float]:
    done = subprocess.run([sys.executable, _STOPWATCH], cwd=project, stdout=subprocess.PIPE, text=True, check=True)
    spent: dict[str, float] = json.loads(done.stdout)
    return spent
