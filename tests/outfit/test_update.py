"""A newer engine: its files are offered, and those that the desk has changed stay as they are."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nutgraf.cli import commands
from nutgraf.outfit.lag import lagging
from nutgraf.outfit.record import RECORD, read_record, sum_at, write_record
from tests.cases.problems.case import lay_base

CAME = {
    "docs/same.md": "As it was.\n",
    "docs/old.md": "One.\nTwo.\n",
    "docs/ours.md": "One.\nTwo.\n",
    "docs/removed.md": "One.\n",
    "docs/dropped.md": "No longer brought.\n",
    "assets/share/letters.ttf": "\x01",
}
BROUGHT = CAME | {
    "docs/old.md": "One.\nThree.\n",
    "docs/ours.md": "One.\nThree.",
    "docs/removed.md": "Two.\n",
    "docs/new.md": "New.\n",
    "assets/share/letters.ttf": "\xff",
}


def lay(folder: Path, files: Mapping[str, str]) -> dict[str, Path]:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "latin-1")
    return {name: folder / name for name in files}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A microsite that has changed one of its files and removed another, and a newer engine."""
    newer = lay(tmp_path / "engine", BROUGHT)
    del newer["docs/dropped.md"]
    monkeypatch.setattr("nutgraf.outfit.lag.shipped", lambda: newer)
    project = tmp_path / "project"
    lay_base(project)
    came = lay(project, CAME)
    write_record(project, {name: sum_at(path) for name, path in came.items()})
    (project / "docs/ours.md").write_text("One.\nTwo and a half.\n", "utf-8")
    (project / "docs/removed.md").unlink()
    return project


def run(desk: Path, *arguments: str) -> Result:
    return CliRunner().invoke(commands, list(arguments), obj=desk)


def behind(desk: Path) -> list[str]:
    return [lag.path for lag in lagging(desk)]


def test_check_names_what_lags_behind_and_shows_the_difference_when_asked(desk: Path) -> None:
    listed = json.loads(run(desk, "check", "--format", "json").stdout)["problems"]
    named = [each["path"] for each in listed if each["rule"] == "outdated-file"]
    assert named == ["assets/share/letters.ttf", "docs/new.md", "docs/old.md", "docs/ours.md"]
    told = run(desk, "check", "--diff")
    assert "= and 1 more place: docs/old.md\n" in told.stderr, "what can be taken as it is, is one entry"
    assert told.exit_code == 0
    assert (
        "--- docs/old.md (yours)\n+++ docs/old.md (of Nutgraf)\n@@ -1,2 +1,2 @@\n One.\n-Two.\n+Three.\n" in told.stdout
    )
    assert "-Two and a half.\n+Three.\nChecked: " in told.stdout, "the newer one ends without a newline"
    assert "@@ -0,0 +1 @@\n+New.\n" in told.stdout
    assert "Binary files assets/share/letters.ttf and that of Nutgraf differ\n" in told.stdout


def test_the_difference_does_not_get_between_the_lines_of_json(desk: Path) -> None:
    told = run(desk, "check", "--diff", "--format", "json")
    assert told.stdout.startswith("{\n")
    assert "+Three." in told.stderr


def test_an_update_takes_what_is_newer_and_keeps_what_the_desk_has_changed(desk: Path) -> None:
    told = run(desk, "update")
    assert told.exit_code == 0
    assert "docs/ours.md: yours stays, the newer one is docs/ours.md.new" in told.stdout
    assert told.stdout.endswith("Took 3 files, put 1 beside yours.\n")
    texts = {name: (desk / "docs" / name).read_text("utf-8") for name in ("old.md", "new.md", "ours.md", "ours.md.new")}
    assert texts == {
        "old.md": "One.\nThree.\n",
        "new.md": "New.\n",
        "ours.md": "One.\nTwo and a half.\n",
        "ours.md.new": "One.\nThree.",
    }
    assert not (desk / "docs/removed.md").exists()


def test_after_an_update_nothing_lags_behind_any_more(desk: Path) -> None:
    run(desk, "update")
    assert behind(desk) == []
    assert run(desk, "update").stdout == "Everything is up to date.\n"
    assert read_record(desk)["docs/dropped.md"], "what no engine brings any more is still known to have come"


def test_one_file_is_called_one(desk: Path) -> None:
    run(desk, "update")
    (desk / "docs/new.md").unlink()
    write_record(desk, {name: each for name, each in read_record(desk).items() if name != "docs/new.md"})
    assert run(desk, "update", "--dry-run").stdout.endswith("Nothing was written. 1 file would be.\n")
    assert run(desk, "update").stdout.endswith("Took 1 file, put 0 beside yours.\n")


def test_what_has_been_taken_over_by_hand_does_not_lag_behind(desk: Path) -> None:
    (desk / "docs/old.md").write_text(BROUGHT["docs/old.md"], "utf-8")
    assert "docs/old.md" not in behind(desk)


def test_a_dry_run_writes_nothing(desk: Path) -> None:
    before = {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}
    told = run(desk, "update", "--dry-run")
    assert "docs/old.md: newer\n" in told.stdout
    assert "docs/new.md: new\n" in told.stdout
    assert told.stdout.endswith("Nothing was written. 4 files would be.\n")
    assert {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()} == before


def test_an_update_that_cannot_be_written_says_where(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "notes").write_text("a file of the desk", "utf-8")
    monkeypatch.setattr("nutgraf.outfit.lag.shipped", lambda: {"notes/new.md": desk / "docs/same.md"})
    told = run(desk, "update")
    assert told.exit_code == 1
    assert "notes cannot be written: File exists." in told.output


def test_a_site_without_a_record_is_not_guessed_about(desk: Path) -> None:
    (desk / RECORD).unlink()
    assert behind(desk) == []
    told = run(desk, "update")
    assert told.exit_code == 1
    assert f"there is no {RECORD}" in told.output


def test_what_was_put_beside_is_no_input_of_the_site(desk: Path) -> None:
    (desk / "assets/css/zz.css.new").write_text("nonsense", "utf-8")
    assert run(desk, "build").exit_code == 0
    assert b"nonsense" not in b"".join(path.read_bytes() for path in (desk / "build").rglob("*.*") if path.is_file())
