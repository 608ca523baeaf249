"""The workflows, the Makefile and .ci/run: what they call must exist, and in the versions that are in use."""

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as against_schema
from click.testing import CliRunner

from nutgraf import __version__
from nutgraf.cli import commands
from nutgraf.memory.place import CACHE
from tests.sites.project import PROJECT

WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
VERSIONS = {
    "actions/checkout": "v7",
    "actions/setup-python": "v6",
    "actions/configure-pages": "v6",
    "actions/upload-pages-artifact": "v5",
    "actions/deploy-pages": "v5",
    "actions/cache": "v6",
    "actions/upload-artifact": "v7",
    "actions/download-artifact": "v8",
}


def read(path: Path) -> dict[str, Any]:
    workflow: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return workflow


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


def test_a_workflow_each_checks_the_content_tests_the_program_publishes_the_sample_and_builds_a_release() -> None:
    assert [path.name for path in WORKFLOWS] == ["check.yml", "ci.yml", "pages.yml", "release.yml"]


def faults(*paths: Path) -> str:
    """What the published schema of GitHub’s workflows says against them."""
    done = CliRunner().invoke(against_schema, ["--builtin-schema", "vendor.github-workflows", *map(str, paths)])
    return "" if done.exit_code == 0 else done.output


def test_the_workflows_are_what_github_can_read(tmp_path: Path) -> None:
    assert faults(*WORKFLOWS) == ""
    (tmp_path / "wrong.yml").write_text(WORKFLOWS[0].read_text("utf-8").replace("runs-on:", "run-on:"), "utf-8")
    assert "runs-on" in faults(tmp_path / "wrong.yml")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_uses_actions_in_the_versions_in_use(path: Path) -> None:
    used = [step["uses"].split("@") for step in steps(path) if "uses" in step]
    assert used
    for action, version in used:
        assert VERSIONS[action] == version


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_asks_for_no_more_than_it_needs(path: Path) -> None:
    assert read(path)["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in path.read_text("utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_workflow_puts_what_others_wrote_into_a_shell(path: Path) -> None:
    for step in steps(path):
        assert "${{" not in step.get("run", ""), "pass it through env instead"


def test_pages_are_deployed_one_after_another_by_a_job_of_its_own() -> None:
    workflow = read(PROJECT / ".github" / "workflows" / "pages.yml")
    assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    deploy = workflow["jobs"]["deploy"]
    assert deploy["needs"] == "build"
    assert deploy["permissions"] == {"pages": "write", "id-token": "write"}
    assert deploy["environment"]["name"] == "github-pages"


def test_what_the_last_build_knows_is_there_before_the_next() -> None:
    used = [step.get("uses", step.get("run", "")) for step in steps(PROJECT / ".github" / "workflows" / "pages.yml")]
    order = [next(n for n, each in enumerate(used) if name in each) for name in ("cache@", "build", "upload-pages")]
    assert order == sorted(order)
    [cache] = [
        step["with"]
        for step in steps(PROJECT / ".github" / "workflows" / "pages.yml")
        if step.get("uses") == "actions/cache@v6"
    ]
    assert cache["path"] == CACHE
    assert cache["key"].startswith(cache["restore-keys"]), "each run saves its own and takes the newest"


def test_what_the_workflow_installs_is_there() -> None:
    [installing] = [
        step["run"]
        for step in steps(PROJECT / ".github" / "workflows" / "pages.yml")
        if "pip install" in step.get("run", "")
    ]
    for name in re.findall(r"\S+\.txt", installing):
        assert (PROJECT / name).is_file()


def test_the_address_of_the_site_on_github_reaches_the_build() -> None:
    building = next(
        step
        for step in steps(PROJECT / ".github" / "workflows" / "pages.yml")
        if "site.py build" in step.get("run", "")
    )
    assert building["env"] == {"BASE_URL": "${{ steps.pages.outputs.base_url }}"}
    assert '--base-url "$BASE_URL"' in building["run"]
    assert "--strict" in building["run"]


@pytest.mark.parametrize("path", [*WORKFLOWS, PROJECT / "Makefile"], ids=lambda path: path.name)
def test_every_command_that_is_called_exists(path: Path) -> None:
    for called in re.findall(r"site\.py ([a-z]+)", path.read_text("utf-8")):
        assert CliRunner().invoke(commands, [called, "--help"], obj=PROJECT).exit_code == 0, called
    for module in re.findall(r"-m (bench|tools\.\w+)", path.read_text("utf-8")):
        assert find_spec(module), f"there is no {module}"


def test_ci_runs_without_a_terminal_and_stops_at_the_first_failure() -> None:
    script = PROJECT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    subprocess.run(["bash", "-n", script], check=True)
    assert "set -euo pipefail" in script.read_text("utf-8")


def test_the_licence_is_mit_as_the_package_says() -> None:
    assert 'license = "MIT"' in (PROJECT / "pyproject.toml").read_text("utf-8")
    licence = (PROJECT / "LICENSE").read_text("utf-8")
    assert licence.startswith("MIT License")
    assert "The Nutgraf authors" in licence


def test_the_workflows_use_a_python_that_the_package_supports() -> None:
    told = [str(step.get("with", {}).get("python-version", "")) for path in WORKFLOWS for step in steps(path)]
    told += read(PROJECT / ".github" / "workflows" / "ci.yml")["jobs"]["test"]["strategy"]["matrix"]["python"]
    versions = [tuple(map(int, version.split("."))) for version in told if version[:1].isdigit()]
    assert (3, 11) in versions
    assert min(versions) == (3, 11)


def test_the_core_is_tested_on_windows_and_macos_without_a_shell_of_unix() -> None:
    job = read(PROJECT / ".github" / "workflows" / "ci.yml")["jobs"]["core"]
    assert job["strategy"]["matrix"]["system"] == ["windows-latest", "macos-latest"]
    assert job["strategy"]["fail-fast"] is False
    lines = [step["run"] for step in job["steps"] if "run" in step]
    assert [line.split()[0] for line in lines] == ["git", "python", "python"]
    assert '-m "not browser and not slow"' in lines[-1]
    assert [line for line in lines if re.search(r"[|;&$`\\\n]|\.venv|/bin/", line)] == []


RELEASE = PROJECT / ".github" / "workflows" / "release.yml"


def test_a_release_runs_on_tags_and_only_the_job_that_runs_none_of_our_code_may_write() -> None:
    workflow: Any = read(RELEASE)
    assert workflow[True] == {"push": {"tags": ["v*"]}}, "YAML reads “on” as true"
    build, release = workflow["jobs"]["build"], workflow["jobs"]["release"]
    assert "permissions" not in build
    assert release["permissions"] == {"contents": "write"}
    assert release["needs"] == "build"
    assert not any("checkout" in step.get("uses", "") for step in release["steps"])
    assert "secrets." not in RELEASE.read_text("utf-8")
    [attaching] = [step["run"] for step in release["steps"] if "run" in step]
    assert 'gh release create "$GITHUB_REF_NAME" dist/* --verify-tag' in attaching


@pytest.mark.parametrize(
    ("tag", "heading", "told"),
    [
        ("v{version}", "## {version}, 2026-03-05", ""),
        ("v99.0.0", "## {version}, 2026-03-05", "the tag is v99.0.0"),
        ("{version}", "## {version}, 2026-03-05", "the tag is {version}, but nutgraf/__init__.py says {version}"),
        ("v{version}", "## {version}, unreleased", "write the day of the release: ## {version}, YYYY-MM-DD"),
        ("v{version}", "## 99.0.0, 2026-03-05", "write the day of the release: ## {version}, YYYY-MM-DD"),
    ],
)
def test_a_release_is_refused_unless_tag_version_and_changelog_agree(
    tmp_path: Path, tag: str, heading: str, told: str
) -> None:
    script = next(step["run"] for step in steps(RELEASE) if "GITHUB_REF_NAME" in step.get("run", ""))
    for name in ("pyproject.toml", "nutgraf/__init__.py", "README.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((PROJECT / name).read_bytes())
    (tmp_path / "CHANGELOG.md").write_text(f"# Changes\n\n{heading.format(version=__version__)}\n", "utf-8")
    found = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PATH": found, "GITHUB_REF_NAME": tag.format(version=__version__)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, bool(done.stdout)) == (bool(told), bool(told)), done.stderr
    assert told.format(version=__version__) in done.stdout
