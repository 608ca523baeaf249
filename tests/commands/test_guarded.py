"""A mistake in the code of a desk is told as the desk’s: what failed, on what, in which line of its own."""

import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from nutgraf.additions import AdditionError
from nutgraf.body import Box
from nutgraf.checks import Check
from nutgraf.commands.guarded import guarded
from nutgraf.kinds.documents import Kind
from nutgraf.memory.store import StoreError
from nutgraf.plan.maker import Maker
from nutgraf.read import ChangedError
from tests.cases.problems.case import lay_base
from tests.resolve.desk import site_of
from tests.sites.project import PROJECT

CHECK = """\
from nutgraf.checks import Check


def check_long(site, path):
    \"\"\"A headline.\"\"\"
    yield from measured(site.announcements[path])


def measured(announcement):
    \"\"\"A problem.\"\"\"
    return [announcement.titel]


ADDED = Check("long-headline", lambda site: site.announcements, check_long)
"""
KEYS = """\
from nutgraf.checks import Check

ADDED = Check("long-headline", lambda site: site.nothing, None)
"""
BOX = """\
from nutgraf.body import Box

ADDED = Box("figure", lambda explainer, prose: explainer.facts[99])
"""
MAKER = """\
from nutgraf.plan.maker import Maker


def page(site, assets, key):
    \"\"\"A page.\"\"\"
    yield 1 / 0


ADDED = Maker("contacts", page)
"""
KIND = """\
from nutgraf.kinds.documents import Kind

ADDED = Kind("contacts", lambda slug, front, body: {}["name"])
"""
SITE = """\
from pathlib import Path

from nutgraf.cli import main
from ours.added import ADDED

main(Path(__file__).resolve().parent, (ADDED,))
"""
PAGE = "content/explainers/harbour.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    lay_base(tmp_path)
    (tmp_path / "site.py").write_text(SITE, "utf-8")
    (tmp_path / "ours").mkdir()
    (tmp_path / PAGE).write_text(
        "---\ntitle: Harbour\nstandfirst: A harbour.\ndate: 2026-01-02\n---\n\n:::{figure}\n:::\n", "utf-8"
    )
    (tmp_path / "content/contacts").mkdir()
    (tmp_path / "content/contacts/anna.md").write_text("---\nname: Anna\n---\n", "utf-8")
    return tmp_path


def line(number: int, name: str, text: str) -> str:
    return f"  ours/added.py, line {number}, in {name}\n    {text}\n"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (
            CHECK,
            "the check “long-headline” of ours/added.py failed on content/explainers/ferries.md:\n"
            + line(6, "check_long", "yield from measured(site.announcements[path])")
            + line(11, "measured", "return [announcement.titel]")
            + "AttributeError: 'Announcement' object has no attribute 'titel'",
        ),
        (
            KEYS,
            "the check “long-headline” of ours/added.py failed:\n"
            + line(3, "<lambda>", 'ADDED = Check("long-headline", lambda site: site.nothing, None)')
            + "AttributeError: 'Site' object has no attribute 'nothing'",
        ),
        (
            BOX,
            f"the box “figure” of ours/added.py failed on {PAGE}:\n"
            + line(3, "<lambda>", 'ADDED = Box("figure", lambda explainer, prose: explainer.facts[99])')
            + "IndexError: tuple index out of range",
        ),
        (
            MAKER,
            "the output “contacts” of ours/added.py failed:\n"
            + line(6, "page", "yield 1 / 0")
            + "ZeroDivisionError: division by zero",
        ),
        (
            KIND,
            "the kind “contacts” of ours/added.py failed on content/contacts/anna.md:\n"
            + line(3, "<lambda>", 'ADDED = Kind("contacts", lambda slug, front, body: {}["name"])')
            + "KeyError: 'name'",
        ),
    ],
    ids=["check", "keys", "box", "output", "kind"],
)
def test_it_is_told_in_a_few_lines(project: Path, code: str, told: str) -> None:
    (project / "ours/added.py").write_text(code, "utf-8")
    if code != KIND:
        (project / "content/contacts/anna.md").unlink()
    command = [sys.executable, "site.py", "build", "--jobs", "2"]
    env = {"PYTHONPATH": str(PROJECT), "PATH": ""}
    done = subprocess.run(command, cwd=project, env=env, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert (done.returncode, done.stderr) == (1, f"Error: {told}\n")
    assert not (project / "build/index.html").exists()


@pytest.mark.parametrize("error", [StoreError("damaged"), ChangedError("content/a.md")])
def test_what_a_build_looks_after_itself_passes_through(error: Exception) -> None:
    def fail(*_: object) -> Any:
        raise error

    box, check = guarded(Box("a", fail), PROJECT), guarded(Check("a", fail, fail), PROJECT)
    assert isinstance(box, Box)
    assert isinstance(check, Check)
    with pytest.raises(type(error)):
        box.make(None, None)
    with pytest.raises(type(error)):
        list(check.keys(site_of({})))


def test_what_a_site_adds_can_be_handed_to_another_process(tmp_path: Path) -> None:
    """Where a system cannot copy a process, everything that the work needs is pickled."""
    added = (Check("long", len, failing), Box("figure", failing), Kind("contacts", failing), Maker("contacts", failing))  # type: ignore[arg-type]
    for each in pickle.loads(pickle.dumps([guarded(one, tmp_path) for one in added])):
        [work] = [getattr(each, name) for name in ("check", "make", "reader") if hasattr(each, name)]
        with pytest.raises(AdditionError, match="failed on harbour"):
            list(work(None, "harbour") or ())


def failing(*_: object) -> object:
    raise ValueError("a mistake of the desk")
