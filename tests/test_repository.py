"""The files beside the program: what editors of code, contributors and GitHub read of this repository."""

import re
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as against_schema
from click.testing import CliRunner

from tests.sites.project import PROJECT

GITHUB = PROJECT / ".github"
FORMS = [path for path in sorted((GITHUB / "ISSUE_TEMPLATE").iterdir()) if path.name != "config.yml"]


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def faults(schema: str, *paths: Path) -> str:
    done = CliRunner().invoke(against_schema, ["--builtin-schema", f"vendor.{schema}", *map(str, paths)])
    return "" if done.exit_code == 0 else done.output


def test_the_issue_forms_are_what_github_can_read() -> None:
    assert [path.name for path in FORMS] == ["bug.yml", "capture.yml", "quotation.yml"]
    assert faults("github-issue-forms", *FORMS) == ""
    assert faults("github-issue-config", GITHUB / "ISSUE_TEMPLATE/config.yml") == ""


def test_a_form_that_github_cannot_read_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "bug.yml").write_text(FORMS[0].read_text("utf-8").replace("type: input", "type: inputs", 1), "utf-8")
    assert faults("github-issue-forms", tmp_path / "bug.yml")


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_asks_for_the_version_and_leads_vulnerabilities_and_foreign_text_elsewhere(path: Path) -> None:
    form = read(path)
    ids = [part["id"] for part in form["body"] if "id" in part]
    assert "version" in ids
    assert len(ids) == len(set(ids))
    told = path.read_text("utf-8")
    assert "SECURITY.md" in told or "Do not paste an article of somebody else" in told


def test_dependabot_is_what_github_can_read_and_knows_every_list_of_packages() -> None:
    assert faults("dependabot", GITHUB / "dependabot.yml") == ""
    asked = {
        each["package-ecosystem"]: set(each.get("directories", [each.get("directory")]))
        for each in read(GITHUB / "dependabot.yml")["updates"]
    }
    assert asked == {
        "pip": {"/", "/bench/peers"},
        "npm": set(_folders("package-lock.json")),
        "github-actions": {"/"},
    }
    assert {"/", *_folders("requirements.txt")} - {"/nutgraf/starters/desk"} == asked["pip"]


def _folders(name: str) -> Iterator[str]:
    for path in PROJECT.rglob(name):
        parts = path.relative_to(PROJECT).parts[:-1]
        if not any(part.startswith(".") or part in {"node_modules", "build", "dist"} for part in parts):
            yield "/" + "/".join(parts)


def test_a_commit_is_held_against_make_lint_and_nothing_else() -> None:
    [repository] = read(PROJECT / ".pre-commit-config.yaml")["repos"]
    [hook] = repository["hooks"]
    assert repository["repo"] == "local", "a hook of another repository would bring a version of its own"
    assert (hook["entry"], hook["language"]) == ("make lint", "system")
    assert (hook["pass_filenames"], hook["always_run"]) == (False, True), "make lint looks at every file"
    assert re.search(r"^lint:", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_security_is_reported_in_private_and_says_what_is_promised() -> None:
    text = (PROJECT / "SECURITY.md").read_text("utf-8")
    assert "Report a vulnerability" in text
    assert "docs/security.md" in text
    assert not re.search(r"\S+@\S+", text), "no address is invented"


def sections() -> dict[str, dict[str, str]]:
    config = ConfigParser(default_section="")
    config.read_string("[preamble]\n" + (PROJECT / ".editorconfig").read_text("utf-8"))
    return {name: dict(config[name]) for name in config.sections()}


def ours() -> Iterator[Path]:
    """The files that people write, as far as no test needs them as they are."""
    kinds = {".py", ".toml", ".yml", ".yaml", ".css", ".js", ".html", ".md"}
    yield from (PROJECT / "Makefile", PROJECT / ".ci/run", *sorted(PROJECT.glob("*.*")), *GITHUB.rglob("*.*"))
    for folder in ("assets", "bench", "content", "docs", "nutgraf", "templates", "tests", "tools"):
        for path in sorted((PROJECT / folder).rglob("*.*")):
            is_kept = (folder == "tests" and path.suffix != ".py") or "bench/projects/" in path.as_posix()
            if path.suffix in kinds and not is_kept and "node_modules" not in path.parts:
                yield path


def test_files_are_as_editorconfig_says() -> None:
    rules = sections()
    assert rules["*"] == {
        "charset": "utf-8",
        "end_of_line": "lf",
        "insert_final_newline": "true",
        "trim_trailing_whitespace": "true",
        "indent_style": "space",
        "indent_size": "2",
    }
    wrong = []
    for path in ours():
        if not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8")
        if "\r" in text or (text and not text.endswith("\n")) or re.search(r"[ \t]$", text, re.MULTILINE):
            wrong.append(path.relative_to(PROJECT).as_posix())
    assert wrong == []


def test_captures_keep_every_byte_in_an_editor() -> None:
    [name] = [name for name in sections() if "seeds/**" in name]
    assert set(sections()[name].values()) == {"unset"}
