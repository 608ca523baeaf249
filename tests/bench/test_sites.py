"""Measuring, with a generator of a few lines in the place of the real ones."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bench.corpus.model import Corpus
from bench.generators import OURS, Generator
from bench.layouts.files import write
from bench.sites import STEPS, Asked, Results, measure
from bench.tools import Tools

SIZE = 8
BUILD = """
from pathlib import Path
words = "".join(path.read_text("utf-8") for path in Path("words").iterdir())
for path in Path("explainers").iterdir():
    page = Path("out", path.stem, "index.html")
    page.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text("utf-8") + words
    if not page.exists() or page.read_text("utf-8") != text:
        page.write_text(text, "utf-8")
"""


def lay_out(corpus: Corpus, folder: Path) -> None:
    write(folder / "build.py", BUILD)
    for explainer in corpus.explainers:
        write(folder / f"explainers/{explainer.slug}.md", explainer.sections[0].paragraphs[0].text)
    for term in corpus.terms:
        write(folder / f"words/{term.slug}.md", term.definition)


SMALL = Generator(
    OURS,
    "Small",
    lay_out,
    build=lambda _: (sys.executable, "build.py"),
    serve=lambda _, port: (sys.executable, "-m", "http.server", str(port)),
    output="out",
    explainer="explainers/{}.md",
    definitions=("words/{}.md",),
)


def measured(folder: Path, *generators: Generator, turns: int = 1, weighings: int = 0) -> Results:
    return measure(Asked(generators, STEPS, SIZE, turns, weighings, limit=60, tools=Tools(folder)), folder)


def test_files_that_are_new_or_were_written_again_are_counted(tmp_path: Path) -> None:
    figures = measured(tmp_path, SMALL)[OURS]
    assert [figures[step].written for step in STEPS] == [SIZE, 0, 1, SIZE]


def test_turns_are_timed_and_further_ones_weighed(tmp_path: Path) -> None:
    both = measured(tmp_path, SMALL, replace(SMALL, name="hugo"), turns=2, weighings=1)
    for steps in both.values():
        assert [(len(steps[step].wall), len(steps[step].peaks)) for step in STEPS] == [(2, 1)] * 4


def test_a_build_that_fails_stops_the_measurement(tmp_path: Path) -> None:
    broken = replace(SMALL, build=lambda _: (sys.executable, "-c", "raise SystemExit('no paper left')"))
    with pytest.raises(SystemExit, match=r"failed \(cold\):\nno paper left"):
        measured(tmp_path, broken)


def test_a_build_that_does_not_show_the_edit_stops_the_measurement(tmp_path: Path) -> None:
    once = f"import os\nif not os.path.exists('out'):\n    exec({BUILD!r})"
    idle = replace(SMALL, build=lambda _: (sys.executable, "-c", once))
    with pytest.raises(SystemExit, match=r"does not show the edit \(explainer\)"):
        measured(tmp_path, idle)
