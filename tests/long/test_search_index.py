"""The search index: made from the pages when one has changed, published with them, gone when nobody wants it."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from click.testing import CliRunner
from pagefind_bin import get_executable

from nutgraf import search_index
from nutgraf.build import Options
from nutgraf.cli import commands
from nutgraf.pipeline import build
from tests.memory.desk import Desk, contents
from tests.resolve.desk import SETTINGS, explainer, pages_of, site_of
from tests.sites.project import PROJECT, copy_site
from tests.stages import checked
from tests.systems import unix_only

WANTED = "search = true\n"
WORDS = "harbour quay tariff minister talks trade ferry island vote cost wall storm flood report".split()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A newsroom with a search."""
    desk = Desk(copy_site("small", tmp_path / "project"), tmp_path / "clean")
    shutil.rmtree(desk.project / "assets/share")  # pictures take their time
    settings = (desk.project / "site.toml").read_text("utf-8")
    desk.write("site.toml", WANTED + settings)
    return desk


@pytest.fixture
def indexed() -> Iterator[list[list[str]]]:
    """The pages of every index that is made."""
    made: list[list[str]] = []
    real = search_index._index

    def noting(files: list[str], folder: Path, place: Path) -> None:
        made.append(list(files))
        real(files, folder, place)

    with patch.object(search_index, "_index", noting):
        yield made


def of_search(desk: Desk) -> set[str]:
    return {name for name in desk.published() if name.startswith("search/")} - {"search/index.html"}


def test_an_index_is_made_when_a_page_has_changed_and_equals_that_of_a_clean_build(
    desk: Desk, indexed: list[list[str]]
) -> None:
    assert desk.build().is_published
    assert {"search/pagefind.js", "search/pagefind-entry.json", "search/wasm.en.pagefind"} <= of_search(desk)
    assert set(json.loads(desk.published()[".nutgraf.json"])["files"]) >= of_search(desk)
    assert not [name for name in of_search(desk) if "-ui" in name]
    assert len(indexed) == 1
    assert {"sea-wall/index.html", "about/index.html", "sources/letter/index.html"} <= set(indexed[0])
    assert not {"index.html", "timeline/index.html", "glossary/index.html"} & set(indexed[0])

    assert desk.build().written == 0
    desk.build(publishes=False)
    assert desk.build().written == 0
    assert len(indexed) == 1

    before = of_search(desk)
    page = next(path for path in sorted((desk.project / "content/explainers").glob("*.md")))
    page.write_text(page.read_text("utf-8") + "\n\nA gazebo stands there.\n", "utf-8")
    assert desk.build().is_published
    assert len(indexed) == 2
    assert of_search(desk) != before
    assert desk.clean_build()[1] == desk.published()


def test_an_index_that_somebody_has_touched_is_made_again(desk: Desk, indexed: list[list[str]]) -> None:
    desk.build()
    good = desk.published()
    (desk.output / "search/pagefind-entry.json").write_text("{}", "utf-8")
    desk.build()
    assert desk.published() == good
    assert len(indexed) == 2


def test_an_error_leaves_the_index_as_it_was(desk: Desk, indexed: list[list[str]]) -> None:
    desk.build()
    good = desk.published()
    desk.write("content/explainers/bad.md", explainer("“Nobody ever said so” [@nowhere]"))
    assert not desk.build().is_published
    assert desk.published() == good
    assert len(indexed) == 1


FAILURES = {
    "it says why": (
        "echo >&2\necho 'Error: Out of ideas.' >&2\nexit 3",
        "because Pagefind failed: Out of ideas. Nothing",
    ),
    "it says nothing": ("exit 3", "because Pagefind failed: it ended with code 3. Nothing"),
    "it is ended": ("kill -9 $$", "because Pagefind failed: it ended with code -9. Nothing"),
    "it is no program": (None, "The search index cannot be made: Permission denied. Nothing"),
}


@unix_only("scripts that start by themselves")
@pytest.mark.parametrize("how", FAILURES)
def test_when_pagefind_fails_the_desk_is_told_and_the_site_stays_as_it_was(desk: Desk, how: str) -> None:
    does, told = FAILURES[how]
    desk.build()
    good = desk.published()
    desk.write("content/pages/more.md", "---\ntitle: More\n---\nA gazebo stands there.\n")
    failing = desk.scratch.parent / "pagefind"
    failing.write_text(f"#!/bin/sh\n{does}\n", "utf-8")
    failing.chmod(0o755 if does else 0o644)
    with patch("pagefind_bin.get_executable", lambda: failing):
        result = CliRunner().invoke(commands, ["build"], obj=desk.project)
    assert result.exit_code == 1
    assert f"Error: {result.output.partition('Error: ')[2]}" == result.output, "a bug of ours"
    assert told in result.output
    assert result.output.endswith(" and build again; or take search out of site.toml.\n")
    assert desk.published() == good
    assert not list((desk.project / ".cache").glob("*/tmp*"))

    assert desk.build().is_published
    assert "more/index.html" in desk.published()
    assert desk.clean_build()[1] == desk.published()


def test_a_site_without_anything_to_find_is_published_without_an_index(desk: Desk) -> None:
    for folder in ("explainers", "glossary", "pages", "sources"):
        shutil.rmtree(desk.project / "content" / folder, ignore_errors=True)
    shutil.rmtree(desk.project / "seeds")
    (desk.project / "content/index.md").unlink(missing_ok=True)
    done = desk.build()
    assert done.is_published, done.problems
    assert of_search(desk) == set()
    assert "search/index.html" in desk.published()


def test_switched_off_the_search_leaves_nothing_behind(desk: Desk) -> None:
    desk.build()
    settings = (desk.project / "site.toml").read_text("utf-8")
    desk.write("site.toml", settings.removeprefix(WANTED))
    assert desk.build().is_published
    assert not (desk.output / "search").exists()
    assert desk.clean_build()[1] == desk.published()
    assert not [name for name in desk.published() if "search" in name]
    assert not [name for name, page in desk.published().items() if b"pagefind" in page or b"search/" in page]


def test_the_preview_has_the_page_and_no_index(desk: Desk, indexed: list[list[str]]) -> None:
    done = build(Options(desk.project, desk.scratch, is_preview=True))
    assert done.is_published
    assert [name for name in contents(desk.scratch) if name.startswith("search/")] == ["search/index.html"]
    assert indexed == []


@pytest.fixture
def on_disk() -> Iterator[Path]:
    """A folder on the disk of the checkout. Pagefind takes pages as the disk lists them, and memory lists by age."""
    with TemporaryDirectory(dir=PROJECT) as folder:
        yield Path(folder)


def test_the_same_pages_give_the_same_index_in_whatever_order_and_on_however_many_threads(on_disk: Path) -> None:
    random = Random(1)
    pages = {f"p{number}": " ".join(random.choices(WORDS, k=200)) for number in range(60)}
    made = []
    for threads in (1, 2, 4):
        names = random.sample(list(pages), len(pages))
        place = on_disk / str(threads)
        for name in names:
            (place / "site" / name).mkdir(parents=True)
            kind = f'data-pagefind-meta="kind:{name[-1]}"'
            page = f'<html lang="en"><main data-pagefind-body {kind}><h1 id="a">{name}</h1>{pages[name]}</main></html>'
            (place / "site" / name / "index.html").write_text(page, "utf-8")
        command = [get_executable(), "--silent", "--site", "site", "--output-path", "index"]
        subprocess.run(command, cwd=place, env={**os.environ, "RAYON_NUM_THREADS": str(threads)}, check=True)
        made.append(contents(place / "index"))
    assert len(made[0]) > 60
    assert made[0] == made[1] == made[2]


def test_what_is_found_says_so_only_where_there_is_a_search() -> None:
    files = {
        "content/explainers/a.md": explainer(),
        "content/explainers/b.md": explainer(more="draft: true\n"),
        "content/pages/c.md": "---\ntitle: How\n---\n",
    }
    bare = pages_of(files, with_drafts=True)
    assert not [name for name, page in bare.items() if "pagefind" in page or "/search/" in page]
    pages = pages_of(files | {"site.toml": WANTED + SETTINGS}, with_drafts=True)
    kinds = {name: page.partition('data-pagefind-meta="kind:')[2].partition('"')[0] for name, page in pages.items()}
    assert {name: kind for name, kind in kinds.items() if kind} == {
        "a/index.html": "explainer",
        "c/index.html": "page",
        "sources/story/index.html": "source",
    }
    assert {name for name, page in pages.items() if "wasm-unsafe-eval" in page} == {"search/index.html"}


def test_without_its_files_the_search_page_is_a_problem() -> None:
    site = site_of({"content/explainers/a.md": explainer(), "site.toml": WANTED + SETTINGS})
    missing = {problem.place.path for problem in checked(site) if problem.rule == "missing-asset"}
    assert {"assets/search/search.css", "assets/search/search.js"} <= missing
