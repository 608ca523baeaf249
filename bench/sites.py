"""Whole sites beside other generators: cold, nothing changed, one explainer edited, one definition edited.

Generators take turns within each step, so that a slow minute of the machine meets them all; ratios are taken
between neighbours of one turn, and the median counts.
"""

import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.corpus.model import Corpus
from bench.generators import Generator
from bench.processes import Run, run
from bench.tools import Tools
from bench.workplace import edit_definition, edit_explainer, fresh, lay_out

STEPS = ("cold", "same", "explainer", "definition")
Edit = Callable[[Path, Generator, Corpus, str], Path]
EDITS: dict[str, Edit] = {"explainer": edit_explainer, "definition": edit_definition}


@dataclass
class Figures:
    """What was measured of one generator in one step at one size."""

    wall: list[float] = field(default_factory=list)  # seconds, one per turn
    cpu: list[float] = field(default_factory=list)
    peaks: list[int] = field(default_factory=list)  # bytes
    written: int = 0  # files that were new or had a new time, in the last turn
    is_late: bool = False  # it ran into the limit, and is not asked again


@dataclass(frozen=True)
class Asked:
    """What is to be measured."""

    generators: tuple[Generator, ...]
    steps: tuple[str, ...]  # some of STEPS, in that order
    size: int
    turns: int
    weighings: int  # further turns in which the memory is looked at and nothing is timed
    limit: float  # seconds for one build
    tools: Tools


Results = dict[str, dict[str, Figures]]  # generator → step


def measure(asked: Asked, folder: Path) -> Results:
    """All steps of all generators at one size."""
    originals = folder / f"originals-{asked.size}"
    corpus = lay_out(asked.size, asked.generators, originals)
    results: Results = {each.name: defaultdict(Figures) for each in asked.generators}
    for turn in range(asked.turns + asked.weighings):
        weighs = turn >= asked.turns
        for generator, step, done, written in _turn(asked, turn, corpus, originals, folder, weighs, results):
            _note(results[generator.name][step], done, written, weighs=weighs)
            print(_line(asked.size, turn, generator, step, done), flush=True)
    return {name: dict(steps) for name, steps in results.items()}


def _turn(
    asked: Asked, turn: int, corpus: Corpus, originals: Path, folder: Path, weighs: bool, results: Results
) -> Iterator[tuple[Generator, str, Run, int]]:
    order = asked.generators[:: 1 if turn % 2 == 0 else -1]
    copies = {each.name: fresh(each, originals, folder / "work", asked.tools) for each in order}
    for step in asked.steps:
        for generator in order:
            if any(figures.is_late for figures in results[generator.name].values()):
                continue
            project = copies[generator.name]
            wording = f"round {step} {turn}"
            shown_in = EDITS[step](project, generator, corpus, wording) if step in EDITS else None
            before = _times(project / generator.output)
            done = run(generator.build(asked.tools), project, asked.limit, weighs=weighs)
            _must_be_right(generator, step, done, shown_in, wording)
            after = _times(project / generator.output)
            yield generator, step, done, len(after.items() - before.items())


def _times(output: Path) -> dict[str, int]:
    """When each file was written; nothing where there is no output yet."""
    times: dict[str, int] = {}
    folders = [str(output)] if output.is_dir() else []
    for folder in folders:  # which grows meanwhile
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    times[entry.path] = entry.stat().st_mtime_ns
    return times


def _must_be_right(generator: Generator, step: str, done: Run, shown_in: Path | None, wording: str) -> None:
    """A build that failed, or did not show the edit, is no measurement."""
    if done.code is None:
        return
    if done.code != 0:
        raise SystemExit(f"{generator.name} failed ({step}):\n{done.said}")
    if shown_in and wording not in shown_in.read_text("utf-8"):
        raise SystemExit(f"{generator.name} does not show the edit ({step}) in {shown_in}")


def _note(figures: Figures, done: Run, written: int, *, weighs: bool) -> None:
    if done.code is None:
        figures.is_late = True
    if done.peak is not None:
        figures.peaks.append(done.peak)
    if not weighs:
        figures.wall.append(done.wall)
        figures.cpu.append(done.cpu)
        figures.written = written


def _line(size: int, turn: int, generator: Generator, step: str, done: Run) -> str:
    end = "over the limit" if done.code is None else f"{done.wall:8.2f} s"
    weight = f"  {done.peak / 1e6:7.0f} MB" if done.peak else ""
    clock = time.strftime("%H:%M:%S")
    return f"{clock}  {size:>6}  turn {turn + 1}  {generator.name:9} {step:10} {end}  cpu {done.cpu:7.2f} s{weight}"
