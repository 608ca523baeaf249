"""What templates include, while somebody works on them."""

from pathlib import Path

import pytest

from nutgraf.build import Options
from nutgraf.pipeline import build

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
    read = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "page.html":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    assert build(Options(project, project / "build")).contents
