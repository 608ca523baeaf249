"""Where the program comes from: every package and action is bounded, pinned and asked for as little as possible."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import distribution
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.sites.project import PROJECT

PYTHONS = ("3.11.0", "3.12.0", "3.13.0")
PACKAGE = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
ASKED = [
    Requirement(line)
    for lines in (PACKAGE["project"]["dependencies"], *PACKAGE["project"]["optional-dependencies"].values())
    for line in lines
]
PINS = {
    canonicalize_name(name): Version(version)
    for name, version in re.findall(
        r"^([\w.-]+)==(\S+)$", (PROJECT / "constraints.txt").read_text("utf-8"), re.MULTILINE
    )
}
RENEW = "make constraints"
# What each job of a workflow may do, beside looking at the code.
MAY = {
    ("check.yml", "check"): {},
    ("ci.yml", "test"): {},
    ("ci.yml", "core"): {},
    ("pages.yml", "build"): {"contents": "read", "pages": "read"},
    ("pages.yml", "deploy"): {"pages": "write", "id-token": "write"},
    ("release.yml", "build"): {},
    ("release.yml", "release"): {"contents": "write"},
}


def needed() -> dict[str, Requirement]:
    """Everything that pyproject.toml asks for, and everything that asks for in turn, by name."""
    found: dict[str, Requirement] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = list(ASKED)
    while waiting:
        wanted = waiting.pop()
        name, extras = canonicalize_name(wanted.name), frozenset(wanted.extras)
        found.setdefault(name, wanted)
        if (name, extras) not in seen:
            seen.add((name, extras))
            waiting += _asked_by(name, extras)
    return found


def _asked_by(name: str, extras: frozenset[str]) -> Iterator[Requirement]:
    for line in distribution(name).requires or ():
        wanted = Requirement(line)
        if any(wanted.marker is None or wanted.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield wanted


@pytest.mark.parametrize("wanted", [*ASKED, *map(Requirement, PACKAGE["build-system"]["requires"])], ids=str)
def test_every_package_is_bounded_by_a_version_that_may_break_us(wanted: Requirement) -> None:
    (bound,) = (Version(each.version) for each in wanted.specifier if each.operator == "<")
    assert bound.release[1:] == () or bound.major == 0, f"{wanted.name}: an upper bound is a major version"


def test_what_is_installed_is_pinned_and_nothing_else_is() -> None:
    assert sorted(PINS) == sorted(needed()), RENEW


def test_every_pin_fits_what_is_asked_for() -> None:
    assert [str(wanted) for wanted in ASKED if PINS[canonicalize_name(wanted.name)] not in wanted.specifier] == []


def test_what_is_installed_here_is_what_is_pinned() -> None:
    assert {name: Version(distribution(name).version) for name in PINS} == PINS


@pytest.mark.parametrize("name", PINS)
def test_a_pin_can_be_installed_with_every_python_that_we_support(name: str) -> None:
    python = distribution(name).metadata.json.get("requires_python", "")
    assert all(version in Requirement(f"{name}{python}").specifier for version in PYTHONS), python


@pytest.mark.parametrize("path", ["Makefile", "README.md", ".github/workflows/ci.yml", ".github/workflows/pages.yml"])
def test_packages_are_installed_as_they_are_pinned(path: str) -> None:
    text = (PROJECT / path).read_text("utf-8")
    installing = re.findall(r".*pip install .*(?:-e|--editable|--requirement) .*", text)
    assert installing
    assert [line for line in installing if not re.search(r"(-c|--constraint) constraints\.txt |/peers/", line)] == []


def test_what_is_only_measured_or_tested_with_is_pinned_too() -> None:
    lines = (PROJECT / "bench/peers/requirements.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"#.*|[\w.-]+==\S+", line)] == []
    assert not re.search(r"^\t.*npm install|npx ", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_make_lint_asks_whether_the_packages_fit_together() -> None:
    assert re.search(r"^lint:.*\n(\t.+\n)*\t.+pip check", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE)


def jobs() -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
    for path in sorted((PROJECT / ".github/workflows").glob("*.yml")):
        for name, job in yaml.safe_load(path.read_text("utf-8"))["jobs"].items():
            yield (path.name, name), job


def test_a_job_may_do_no_more_than_it_does() -> None:
    assert {name: job.get("permissions", {}) for name, job in jobs()} == MAY


def test_only_github_s_own_actions_are_used_each_with_its_major_version() -> None:
    used = [step["uses"] for _, job in jobs() for step in job["steps"] if "uses" in step]
    assert [action for action in used if not re.fullmatch(r"actions/[\w-]+@v\d+", action)] == []


def test_no_job_leaves_its_token_in_the_checkout() -> None:
    checkouts = [step for _, job in jobs() for step in job["steps"] if "checkout" in step.get("uses", "")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
