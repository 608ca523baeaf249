"""What templates include, while somebody works on them."""

from pathlib import Path
from typing import Any

import pytest
from jinja2 import FileSystemLoader

from nutgraf import pipeline
from nutgraf.build import Options
from nutgraf.memory.recall import Recall
from nutgraf.pipeline import build
from nutgraf.press import print_all

NAME = "templates/components/ours.html"


def test_a_template_that_goes_while_the_site_is_built_is_no_bug(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / NAME).write_text("Ours", "utf-8")
    read = Path.read_bytes

    def gone(path: Path) -> bytes:
        if path.name == "ours.html":
            path.unlink()
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", gone)
    done = build(Options(project, project / "build"))
    assert [(each.rule, each.place.path) for each in done.problems] == [("changed-meanwhile", NAME)]
    assert build(Options(project, project / "build")).is_published


def test_a_template_that_may_not_be_read_is_reported(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, *_: object) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: refused(path) if path.name == "page.html" else read(path))
    monkeypatch.setattr(FileSystemLoader, "get_source", lambda *given: refused(Path(given[2])))
    done = build(Options(project, project / "build"))
    (problem,) = (each for each in done.problems if each.rule == "bad-template")
    assert (problem.place.path, problem.message) == (
        "templates/pages/page.html",
        "page.html cannot be read: Permission denied",
    )


def test_a_template_that_changes_to_and_fro_while_the_site_is_built_leaves_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "templates/pages/page.html"
    good = path.read_bytes()
    recall, output = Recall(), project / "build"

    def print_late(*given: Any) -> Any:
        path.write_bytes(good.replace(b"{% block main %}", b"{% block main %}ANOTHER BRANCH"))
        yield from print_all(*given)
        path.write_bytes(good)

    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "print_all", print_late)
        build(Options(project, output), recall=recall)
    build(Options(project, output), recall=recall)
    assert "ANOTHER BRANCH" not in (output / "about/index.html").read_text("utf-8")
