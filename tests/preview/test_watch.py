"""What is watched: inputs and nothing else, and nothing is looked at while nothing changes."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from tornado.ioloop import PeriodicCallback
from watchfiles import Change
from watchfiles._rust_notify import RustNotify

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
    watch = Watch(project, names.update)
    yield names
    watch.end()


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
    watch = Watch(tmp_path, names.update)
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
    assert passing(told, set()) == {gone}
    assert passing({(Change.deleted, gone)}, set()) == set(), "it was there before"
    assert passing({(Change.deleted, gone), (Change.added, gone)}, {gone}) == set(), "it was there before that"


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


def test_when_watching_breaks_off_it_begins_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Event()

    class Breaking:
        def __init__(self, *asked: Any) -> None:
            self.notify = RustNotify(*asked)

        def watch(self, *given: Any) -> Any:
            if broken.is_set():
                broken.clear()
                raise RuntimeError("error in underlying watcher")
            return self.notify.watch(*given)

    monkeypatch.setattr("nutgraf.preview.watch.RustNotify", Breaking)
    names: set[str] = set()
    watch = Watch(project, names.update)
    for number in range(3):
        broken.set()
        write(project / "content" / f"before-{number}.md")  # after which it waits again
        until(lambda: project.name in names, "the project has changed, nobody knows how")
        write(project / "content" / f"after-{number}.md")
        until(partial(names.__contains__, f"content/after-{number}.md"))
        names.clear()
    watch.end()


def test_a_name_that_is_no_unicode_does_not_end_it(project: Path) -> None:
    write(project / "content" / "caf\udce9" / "page.md")
    names: set[str] = set()
    watch = Watch(project, names.update)
    write(project / "content" / "th\udce9.md")
    until(lambda: project.name in names)
    write(project / "content" / "page.md")
    until(lambda: "content/page.md" in names)
    watch.end()


def test_where_the_system_watches_no_more_folders_they_are_looked_at(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(folders: list[str], debug: bool, polls: bool, *more: Any) -> RustNotify:
        if not polls:
            raise OSError("OS file watch limit reached")
        return RustNotify(folders, debug, polls, *more)

    monkeypatch.setattr("nutgraf.preview.watch.RustNotify", refusing)
    names: set[str] = set()
    watch = Watch(project, names.update)
    write(project / "content" / "page.md")
    until(lambda: "content/page.md" in names)
    watch.end()


def test_a_file_that_was_there_and_comes_and_goes_is_told(project: Path, told: set[str]) -> None:
    page = project / "content" / "page.md"
    write(page)
    until(lambda: "content/page.md" in told)
    for _ in range(3):
        told.clear()
        page.unlink()
        write(page)
        page.unlink()
        until(lambda: "content/page.md" in told)
        told.clear()
        write(page)
        until(lambda: "content/page.md" in told)


def test_a_project_that_is_moved_away_and_back_is_watched_again(project: Path, told: set[str]) -> None:
    for number in range(3):
        project.rename(project.with_name("elsewhere"))
        project.with_name("elsewhere").rename(project)
        write(project / "content" / f"page-{number}.md")
        until(partial(told.intersection, {project.name, f"content/page-{number}.md"}))
        told.clear()
        write(project / "content" / "last.md", str(number))
        until(lambda: "content/last.md" in told)
        told.clear()


def test_a_project_that_is_not_there_is_not_previewed(tmp_path: Path) -> None:
    with pytest.raises(PreviewError, match="cannot be watched"):
        Watch(tmp_path / "gone", print)
