"""What a microsite adds reaches every command that builds it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from nutgraf.additions import NONE, AdditionError, Additions
from nutgraf.body import Box
from nutgraf.build import Options
from nutgraf.checks import Check
from nutgraf.cli import commands
from nutgraf.commands.context import additions
from nutgraf.kinds.documents import Kind
from nutgraf.plan.maker import Maker

OWN = Additions((), b"the code of the site")


class AskedError(Exception):
    """Raised in place of a build."""


def refuse(options: Options, *_: object, **__: object) -> None:
    raise AskedError(options.additions)


class OneBuild:
    """A preview that builds once and ends."""

    is_building = False

    def __init__(self, order: object, build: Callable[[Options], object], *_: object) -> None:
        self.build = build

    async def run(self) -> None:
        self.build(Options(Path(), Path()))


@pytest.mark.parametrize("command", ["build", "check", "deploy", "serve"])
def test_a_command_builds_with_them(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for asked in (("init", "-q"), ("remote", "add", "origin", "."), ("add", "site.toml"), ("commit", "-qm", "A")):
        (tmp_path / "site.toml").touch()
        name = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org")
        subprocess.run(["git", *name, *asked], cwd=tmp_path, check=True)
    for variable in ("GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"):
        monkeypatch.setenv(variable, "desk@example.org")
    monkeypatch.setattr("nutgraf.pipeline.build", refuse)
    monkeypatch.setattr("nutgraf.preview.server.Preview", OneBuild)
    with ThreadPoolExecutor(1) as thread:  # a test in a browser may have left its event loop running in this one
        done = thread.submit(CliRunner().invoke, commands, [command], obj=tmp_path, additions=OWN).result()
    assert isinstance(done.exception, AskedError), done.output
    assert done.exception.args == (OWN,)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A site whose site.py has imported a module and a package that lie beside it."""
    for name in (
        "site.py",
        "single_addition.py",
        "our_additions/__init__.py",
        "our_additions/deep/later.py",
        "other.py",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("A = 1\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("single_addition", "our_additions"):
        import_module(name)
    yield tmp_path
    for name in ("single_addition", "our_additions"):
        del sys.modules[name]


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("site.py", True),
        ("single_addition.py", True),
        ("our_additions/__init__.py", True),
        ("our_additions/deep/later.py", True),
        ("other.py", False),
    ],
)
def test_another_code_of_the_site_has_another_digest(site: Path, name: str, counts: bool) -> None:
    box = Box("a", lambda explainer, prose: None)
    before = additions(site, (box,))
    assert [each.name for each in before.of(Box)] == ["a"]
    assert additions(site, (box,)).code == before.code
    (site / name).write_text("A = 2\n", "utf-8")
    assert (additions(site, (box,)).code != before.code) is counts


def test_a_site_that_adds_nothing_reads_nothing(tmp_path: Path) -> None:
    assert additions(tmp_path / "nowhere", ()) is NONE


def test_anything_else_that_a_site_adds_is_refused_by_name(site: Path) -> None:
    with pytest.raises(AdditionError, match=r"site\.py adds 'a box', which is none of Box, Check, Kind, Maker"):
        additions(site, ("a box",))


def nothing(*_: object) -> Any:
    """No function of any kind is called here."""


TAKEN = "there is one called “{}” already; give yours another name"


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ((Box("key-facts", nothing),), 'Box("key-facts", …), and ' + TAKEN.format("key-facts")),
        ((Box("note", nothing),), 'Box("note", …), and ' + TAKEN.format("note")),
        ((Box("a", nothing), Box("a", nothing)), 'Box("a", …), and ' + TAKEN.format("a")),
        ((Check("site", nothing, nothing),), 'Check("site", …), and ' + TAKEN.format("site")),
        ((Kind("pages", nothing),), 'Kind("pages", …), and ' + TAKEN.format("pages")),
        ((Maker("home", nothing),), 'Maker("home", …), and ' + TAKEN.format("home")),
        ((Box("By the numbers", nothing),), "“By the numbers” is no name for it; write “by-the-numbers”"),
        ((Box("…", nothing),), "“…” is no name for it; write “a-short-name”"),
    ],
)
def test_a_name_that_is_taken_or_cannot_be_written_is_refused(site: Path, added: tuple[object, ...], told: str) -> None:
    with pytest.raises(AdditionError, match=r"^site\.py adds ") as refused:
        additions(site, added)
    assert told in str(refused.value)


def test_additions_of_different_sorts_may_share_a_name(site: Path) -> None:
    assert len(additions(site, (Box("a", nothing), Kind("a", nothing), Maker("a", nothing))).values) == 3
