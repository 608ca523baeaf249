"""What editors do wrong and what they are told: every case of tests/cases/problems, word for word."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from nutgraf.build import Options
from nutgraf.cli import commands
from nutgraf.pipeline import build
from nutgraf.problems import has_errors
from nutgraf.rules import RULES
from tests.cases.problems.case import CASES, Case, lay_base, read_case, read_cases, seen

ALL = read_cases()


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in ALL])
def test_the_editor_is_told(case: Case, tmp_path: Path) -> None:
    assert seen(case.build(tmp_path)) == case.expected


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in ALL])
def test_every_case_says_in_a_sentence_what_is_wrong(case: Case) -> None:
    assert case.title.endswith(".")
    assert "\n" not in case.title
    assert "Traceback" not in case.expected


# Files at rest cannot break changed-meanwhile: tests/long/test_damage.py does. Nor is a site outdated by itself:
# tests/outfit/test_update.py has a newer engine.
@pytest.mark.parametrize("rule", sorted({rule.name for rule in RULES} - {"changed-meanwhile", "outdated-file"}))
def test_every_rule_is_broken_in_some_case(rule: str) -> None:
    assert any(f"[{rule}]: " in case.expected for case in ALL)


def test_no_case_breaks_a_rule_that_is_not_in_the_catalogue() -> None:
    names = {rule.name for rule in RULES}
    lines = [line for case in ALL for line in case.expected.split("\n") if line[:1] not in {" ", ""}]
    assert {line.partition("[")[2].partition("]")[0] for line in lines} <= names


def test_the_site_that_the_cases_are_laid_over_has_no_problem(tmp_path: Path) -> None:
    lay_base(tmp_path)
    assert build(Options(tmp_path, tmp_path / "build", publishes=False)).problems == ()


def test_all_problems_of_a_site_appear_in_one_run(tmp_path: Path) -> None:
    done = read_case(CASES / "all" / "one-run.txt").build(tmp_path)
    found = {(problem.place.path, problem.rule) for problem in done.problems}
    assert found == {
        ("content/explainers/broken.md", "front-matter"),
        ("content/explainers/harbour.md", "bad-date"),
        ("content/explainers/islands.md", "broken-link"),
        ("content/explainers/islands.md", "quote-not-found"),
        ("content/explainers/islands.md", "title-in-body"),
        ("content/explainers/islands.md", "unknown-term"),
        ("content/glossary/dry_dock.md", "bad-name"),
        ("seeds/blank.txt", "seed-unreadable"),
        ("seeds/old.txt", "bad-encoding"),
    }


def test_a_failing_build_leaves_the_published_site_as_it_was(tmp_path: Path) -> None:
    output = tmp_path / "build"
    lay_base(tmp_path)
    assert build(Options(tmp_path, output)).is_published
    before = digests(output)
    for part in read_case(CASES / "all" / "one-run.txt").parts:
        part.lay(tmp_path)
    done = build(Options(tmp_path, output))
    assert has_errors(done.problems)
    assert not done.is_published
    assert digests(output) == before


HARBOUR = "content/explainers/harbour.md"
ALONE = ("links", "templates", "changes")  # their problems lie in what is around the page


def lay_all_pages(project: Path) -> set[str]:
    """Writes the broken page of every case as a page of one site; gives the paths of those with an error."""
    broken: set[str] = set()
    for case in (each for each in ALL if each.file.parent.name not in ALONE):
        for part in case.parts:
            if part.path == HARBOUR and part.form not in {"link", "pipe", "then"}:
                path = f"content/explainers/{case.file.parent.name}-{case.file.stem}.md"
                replace(part, path=path).lay(project)
                broken |= {path} if f"{HARBOUR}:" in case.expected and ": error[" in case.expected else set()
    return broken


def test_a_hundred_broken_pages_are_told_in_one_run_and_build_is_untouched(tmp_path: Path) -> None:
    lay_base(tmp_path)
    assert build(Options(tmp_path, tmp_path / "build")).is_published
    before = digests(tmp_path / "build")
    broken = lay_all_pages(tmp_path)
    assert len(broken) > 60
    runner = CliRunner()
    result = runner.invoke(commands, ["build", "--format", "json"], obj=tmp_path)
    told = json.loads(result.output)["problems"]
    named = {each["path"] for each in told if each["severity"] == "error"}
    assert broken - named == set()
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert all(each["message"] and "Traceback" not in each["message"] for each in told)
    assert digests(tmp_path / "build") == before


SETTINGS = [
    case
    for case in ALL
    if case.file.parent.name in {"settings", "theme"} and {part.path for part in case.parts} == {"site.toml"}
]


def test_settings_that_cannot_be_used_end_every_command_in_words(tmp_path: Path) -> None:
    lay_base(tmp_path)
    assert len(SETTINGS) > 20
    for case in SETTINGS:
        case.parts[0].lay(tmp_path)
        result = CliRunner().invoke(commands, ["build"], obj=tmp_path)
        assert result.exit_code == int(": error[" in case.expected), case.name
        assert result.exception is None or isinstance(result.exception, SystemExit), case.name
        assert "Traceback" not in result.output


def test_a_warning_does_not_stop_a_build_unless_it_is_strict(tmp_path: Path) -> None:
    case = read_case(CASES / "glossary" / "unused.txt")
    assert case.build(tmp_path / "lax", output=tmp_path / "one").is_published
    project = tmp_path / "lax"
    assert not build(Options(project, tmp_path / "two", is_strict=True)).is_published


def digests(folder: Path) -> dict[str, tuple[str, int]]:
    return {
        path.relative_to(folder).as_posix(): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
