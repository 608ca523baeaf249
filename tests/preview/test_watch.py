"""What is watched: inputs and nothing else, and nothing is looked at while nothing changes."""

import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from tornado.ioloop import PeriodicCallback
from watchfiles import Change

from nutgraf.preview.faults import PreviewError
from nutgraf.preview.watch import Watch, inputs, is_polled, passing
from tests.preview.press import lay_out
from tests.preview.running import Running, until
from tests.systems import unix_only


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "project")


@pytest.fixture
def told(project: Path) -> Iterator[set[str]]:
    """What the watch of the project has told so far."""
    names: set[str] = set()
    watch = Watch(project, names.update, told_nobody)
    yield names
    watch.end()


def told_nobody(error: PreviewError) -> None:
    raise error


def write(path: Path, words: str = "words") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, "utf-8")


def test_a_file_in_a_new_folder_is_told_and_so_are_its_changes(project: Path, told: set[str]) -> None:
    write(project / "content" / "pages" / "deep" / "about.md")
    until(lambda: "content/pages" in told)
    told.clear()
    write(project / "content" / "pages" / "deep" / "about.md")
    until(lambda: "content/pages/deep/about.md" in told)


def test_a_folder_of_inputs_may_come_later(tmp_path: Path) -> None:
    names: set[str] = set()
    watch = Watch(tmp_path, names.update, told_nobody)
    (tmp_path / "seeds").mkdir()
    until(lambda: "seeds" in names)
    write(tmp_path / "seeds" / "a.txt")
    until(lambda: "seeds/a.txt" in names)
    watch.end()


@unix_only("symbolic links for everybody")
def test_what_a_link_leads_to_is_not_watched(project: Path, tmp_path: Path, told: set[str]) -> None:
    (tmp_path / "elsewhere" / "deep").mkdir(parents=True)
    (project / "content" / "link").symlink_to(tmp_path / "elsewhere")
    until(lambda: "content/link" in told)
    write(tmp_path / "elsewhere" / "deep" / "page.md")
    write(project / "content" / "page.md")
    until(lambda: "content/page.md" in told)
    assert told == {"content/link", "content/page.md"}


def test_only_inputs_are_told() -> None:
    project = Path("/desk")
    names = (
        "site.toml",
        "content/a.md",
        "templates/pages/a.html",
        "assets/css/a.css",
        "seeds/a.txt",
        "content/.a.md.swp",
        "content/~$a.docx",
        "content/a.md~",
        "content/#a.md#",
        ".cache/preview/8000/index.html",
        "build/index.html",
        "content.md",
        "README.md",
    )
    paths = [str(project / name) for name in names] + ["/desk", "/elsewhere/content/a.md"]
    assert inputs(paths, project) == set(names[:5])


def test_files_that_editors_write_beside_the_file_and_take_away_are_not_told(tmp_path: Path) -> None:
    write(tmp_path / "there.md")
    there, gone = str(tmp_path / "there.md"), str(tmp_path / "4913")
    told = {(Change.added, gone), (Change.deleted, gone), (Change.added, there)}
    assert passing(told) == {gone}
    assert passing({(Change.deleted, gone)}) == set(), "it was there before"


def test_nothing_is_polled(desk: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    is_on = Event()

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if is_on.is_set() and event in {"open", "os.listdir", "os.scandir", "os.walk", "glob.glob"}:
            looked.append(f"{event} {arguments[0]!r}")

    sys.addaudithook(hear)
    monkeypatch.setattr(PeriodicCallback, "start", lambda self: pytest.fail("livereload polls"))
    with desk.tab():
        before = desk.builds
        desk.get("/-/preview.js")  # read once
        is_on.set()
        for _ in range(30):  # longer than livereload waits between two looks
            desk.get("/-/preview.js")
            Event().wait(0.04)
        is_on.clear()
    assert desk.builds == before
    assert [line for line in looked if str(desk.project) in line] == []


def test_where_the_system_tells_nothing_files_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WATCHFILES_FORCE_POLLING", raising=False)
    monkeypatch.setattr("platform.release", lambda: "6.6.87-microsoft-standard-WSL2")
    assert is_polled()
    monkeypatch.setenv("WATCHFILES_FORCE_POLLING", "false")
    assert not is_polled()
    monkeypatch.setattr("platform.release", lambda: "6.12.1")
    monkeypatch.delenv("WATCHFILES_FORCE_POLLING")
    assert not is_polled()
    monkeypatch.setenv("WATCHFILES_FORCE_POLLING", "1")
    assert is_polled()
