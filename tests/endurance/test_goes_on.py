"""The preview goes on: whatever happens to it, the last save is what is shown, and no error is left over.

Real builds of a real project, whose files really change. Each thing happens thirty times, or as often as
``NUTGRAF_TIMES`` says.
"""

import errno
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import current_thread
from typing import Any

import pytest
from msgspec.structs import replace

from nutgraf import pipeline
from nutgraf.additions import Additions
from nutgraf.build import Build, Options
from nutgraf.checks import Check
from nutgraf.commands.guarded import guarded
from nutgraf.memory import pool
from nutgraf.memory.recall import Recall
from nutgraf.preview import desk as desk_module
from nutgraf.preview.desk import Desk
from tests.preview.running import Browser, Running, running, until
from tests.sites.project import PROJECT

TIMES = int(os.environ.get("NUTGRAF_TIMES", "30"))
ABOUT = "content/pages/about.md"
SHOWN = "/desk/about/"
PROBLEMS = "/-/problems"
QUOTING = "content/explainers/sea-wall.md"


@dataclass
class Scene:
    """A preview at work, what its builds are made to do, and a browser that shows one of its pages."""

    preview: Running
    browser: Browser
    recall: Recall
    before: list[Callable[[Options], Options]] = field(default_factory=list)  # each build
    after: list[Callable[[Build], None]] = field(default_factory=list)  # and after it, before it is reported

    @property
    def project(self) -> Path:
        return self.preview.project

    def save(self, words: str) -> None:
        """Saves a page that says these words."""
        self.preview.write(ABOUT, f"---\ntitle: About\n---\nWe write. {words}.\n")

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.project / name).read_text("utf-8")
        assert old in text
        self.preview.write(name, text.replace(old, new, 1))

    def waits_for_problem(self, words: str) -> None:
        until(lambda: words in self.preview.get(PROBLEMS).text, words)

    def waits_for_another_build(self, builds: int) -> None:
        until(lambda: self.preview.builds > builds, "another build")

    def waits_for_complaints(self, words: str, number: int) -> None:
        until(lambda: sum(words in each for each in self.preview.complained) >= number, words)

    def ends_on(self, words: str, target: str = SHOWN) -> None:
        """Waits until the words are served, without a problem, and the browser has been told so."""

        def is_shown() -> bool:
            return self.preview.shows(words, target) and not self.preview.get(PROBLEMS).body

        until(is_shown, f"{words}; {self.preview.said[-3:]} {self.preview.complained[-1:]}")
        until(self.browser.is_current, "the browser was told")
        assert "problems is-" not in self.preview.get(target).text


@pytest.fixture
def scene(project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Iterator[Scene]:
    """A preview that also writes its memory down, as soon as there is a moment."""
    monkeypatch.setattr(desk_module, "SHOWN_BY", 0.02)
    monkeypatch.setattr(desk_module, "CALM", 0.05)
    recall = Recall()
    before: list[Callable[[Options], Options]] = []
    after: list[Callable[[Build], None]] = []

    def build(options: Options) -> Build:
        for change in before:
            options = change(options)
        done = pipeline.build(options, recall=recall)
        for act in after:
            act(done)
        return done

    with ExitStack() as stack:
        preview = stack.enter_context(running(project, build, recall.rest))
        until(lambda: preview.builds)
        browser = stack.enter_context(Browser(preview, SHOWN))
        yield Scene(preview, browser, recall, before, after)
    assert "Traceback" not in "".join(capfd.readouterr()), "no thread has ended with one"


def has_failed(scene: Scene) -> bool:
    """Whether it has shown a mistake of the program."""
    return any("Traceback" in words for words in scene.preview.complained)


def test_ten_files_saved_twelve_times_while_a_page_has_an_error(scene: Scene) -> None:
    for number in range(TIMES):
        scene.edit(QUOTING, "quote: ", "quote: no such words ")
        for save in range(12):
            for page in range(10):
                words = f"---\ntitle: Page {page}\n---\nRound {number}, save {save}.\n"
                scene.preview.write(f"content/pages/page-{page}.md", words)
            time.sleep(0.1)
        scene.save(f"Round {number}")
        scene.edit(QUOTING, "quote: no such words ", "quote: ")
        scene.ends_on(f"Round {number}")
        for page in range(10):
            scene.ends_on(f"Round {number}, save 11", f"/desk/page-{page}/")
    assert not has_failed(scene)


def test_another_branch_is_checked_out(scene: Scene) -> None:
    lay_out_branches(scene.project)
    for number in range(TIMES):
        branch = ("one", "two")[number % 2]
        git(scene.project, "checkout", "-q", branch)
        scene.ends_on(f"On branch {branch}")
        for page in (0, 149, 299):
            scene.ends_on(f"Page {page} of branch {branch}", f"/desk/page-{page}/")
        scene.ends_on(f"Only in {branch}", f"/desk/{branch}/")
        assert scene.preview.get(f"/desk/{('two', 'one')[number % 2]}/").status == 404
    assert not has_failed(scene)


def test_a_branch_is_checked_out_to_and_fro(scene: Scene) -> None:
    lay_out_branches(scene.project, pages=40)
    for number in range(TIMES):
        for branch in ("one", "two", "one", "two"):
            git(scene.project, "checkout", "-q", branch)
        scene.save(f"Round {number}")
        scene.ends_on(f"Round {number}")
        scene.ends_on("Page 39 of branch two", "/desk/page-39/")
        assert scene.preview.get("/desk/one/").status == 404
        git(scene.project, "checkout", "-q", "--", ".")
    assert not has_failed(scene)


@pytest.mark.parametrize("folder", ["content", "content/pages", "templates", "assets", "."])
def test_a_folder_is_deleted_and_restored(folder: str, scene: Scene, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    for number in range(TIMES):
        builds = scene.preview.builds
        place = scene.project / folder
        shutil.copytree(place, kept, ignore=shutil.ignore_patterns(".cache"))
        remove(place)
        if number % 2:  # else it is back before anyone has looked
            scene.waits_for_another_build(builds)
        shutil.copytree(kept, place, dirs_exist_ok=True)
        shutil.rmtree(kept)
        scene.save(f"Round {number}")
        scene.ends_on(f"Round {number}")
        scene.save(f"After round {number}")
        scene.ends_on(f"After round {number}")


def test_a_template_has_a_mistake_and_is_mended(scene: Scene) -> None:
    name = "templates/pages/page.html"
    good = (scene.project / name).read_text("utf-8")
    mistakes = ("{% if %}", "{{ view.no_such_thing }}", '{% include "gone.html" %}', "{% block")
    for number in range(TIMES):
        for mistake in mistakes:
            scene.preview.write(name, good.replace("{% block main %}", "{% block main %}" + mistake))
            scene.waits_for_problem("bad-template")
            mended = f"<i>Mended {number} {mistakes.index(mistake)}</i>"
            scene.preview.write(name, good.replace("{% block main %}", "{% block main %}" + mended))
            scene.ends_on(mended)
    assert not has_failed(scene)


class Disk:
    """A disk that is full from its n-th write of the cache or the pages on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.writes = 0
        self.room: int | None = None  # writes that it has room for; None when it is not full
        for place, name in ((os, "write"), (os, "replace"), (os, "fsync"), (Path, "write_bytes"), (Path, "mkdir")):
            monkeypatch.setattr(place, name, self._asked(getattr(place, name)))

    @property
    def has_refused(self) -> bool:
        return self.room is not None and self.writes > self.room

    def _asked(self, write: Callable[..., Any]) -> Callable[..., Any]:
        def asked(*given: Any, **named: Any) -> Any:
            if current_thread().name == "preview: builds":
                self.writes += 1
                if self.has_refused:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return write(*given, **named)

        return asked


def test_the_disk_is_full(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Disk(monkeypatch)
    until(lambda: not scene.preview.preview.is_building)
    refused = 0
    for number in range(TIMES * 2):
        disk.writes, disk.room = 0, number * 20 // TIMES
        builds = scene.preview.builds
        scene.save(f"While it was full {number}")
        scene.waits_for_another_build(builds)
        refused += disk.has_refused
        disk.room = None
        scene.save(f"Room again {number}")
        scene.ends_on(f"Room again {number}")
    assert refused > TIMES // 2
    assert any("No space left on device" in words for words in scene.preview.complained)
    assert not has_failed(scene)


def test_the_disk_is_full_while_the_memory_is_written_down(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Disk(monkeypatch)
    monkeypatch.setattr("nutgraf.memory.compaction.FILES", 0)  # everything is copied every time
    room = 0

    def fill(_: Build) -> None:
        scene.after.clear()
        disk.writes, disk.room = 0, room

    for number in range(TIMES):
        room = number % 4  # writing it down takes five writes or more
        scene.after.append(fill)  # published, and not yet written down
        scene.save(f"Round {number}")
        scene.ends_on(f"Round {number}")
        until(lambda: disk.has_refused, "the disk was full")
        disk.room = None
        scene.save(f"Room again {number}")
        scene.ends_on(f"Room again {number}")
    assert not has_failed(scene)


def test_a_child_of_the_pool_is_killed(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(pool.PAYS, pool.METHOD, 1)
    monkeypatch.setattr(pool, "_start", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    for number in range(TIMES):
        scene.before.append(lambda options: replace(options, jobs=2))
        scene.save(f"Killed {number}")
        scene.waits_for_problem("BrokenProcessPool")
        scene.before.clear()
        scene.save(f"Round {number}")
        scene.ends_on(f"Round {number}")


@pytest.mark.parametrize("is_mended", [True, False])
def test_a_file_changes_while_its_error_is_reported(is_mended: bool, scene: Scene) -> None:
    good = (scene.project / QUOTING).read_text("utf-8")
    wrong = good.replace("quote: ", "quote: no such words ", 1)

    def change(done: Build) -> None:
        if any(problem.place.path == QUOTING for problem in done.problems):
            scene.after.clear()
            scene.preview.write(QUOTING, good if is_mended else wrong + "\nMore.\n")

    for number in range(TIMES):
        scene.save(f"Round {number}")
        scene.after.append(change)
        scene.preview.write(QUOTING, wrong)
        until(lambda: not scene.after)
        if not is_mended:
            scene.waits_for_problem("quote-not-found")
            scene.preview.write(QUOTING, good)
        scene.ends_on(f"Round {number}")
    assert not has_failed(scene)


class UnshownError(BaseException):
    """Not even an Exception."""

    def __str__(self) -> str:
        raise ValueError("it cannot be shown")


@pytest.mark.parametrize(
    "place",
    [
        "nutgraf.pipeline.read",
        "nutgraf.pipeline.resolve",
        "nutgraf.pipeline.print_all",
        "nutgraf.publish._move",
        "nutgraf.memory.session.Session.save",
        "nutgraf.preview.builds.entries",
        "nutgraf.preview.desk.assets_in",
    ],
)
def test_a_bug_is_shown_as_ours_and_the_next_save_is_built_from_nothing(
    place: str, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    bugs = (KeyError("a <bug>"), SystemExit(3), StopIteration(), MemoryError(), RecursionError(), UnshownError())
    for number in range(max(TIMES, len(bugs))):
        bug = bugs[number % len(bugs)]
        with monkeypatch.context() as patch:
            patch.setattr(place, partial(fail, bug))
            scene.save(f"With the bug {number}")
            scene.waits_for_problem("the program failed")
            shown = scene.preview.get(PROBLEMS).text
            assert type(bug).__name__ in shown
            assert "test_goes_on.py" in shown, "where it happened"
            assert "save any file to build the whole site again" in shown
            until(scene.browser.is_current)
        scene.save(f"Round {number}")
        scene.ends_on(f"Round {number}")


def fail(bug: BaseException, *_: object, **__: object) -> None:
    raise bug


def test_a_bug_while_tidying_up_is_said_and_the_preview_goes_on(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(TIMES):
        with monkeypatch.context() as patch:
            patch.setattr("nutgraf.memory.session.compact", partial(fail, KeyError("a bug")))
            scene.save(f"With the bug {number}")
            scene.waits_for_complaints("KeyError", number + 1)
        assert scene.recall.is_lost
        scene.save(f"Round {number}")
        scene.ends_on(f"Round {number}")
        assert not scene.recall.is_lost
    assert "the program failed while it tidied up; the preview goes on" in scene.preview.complained


def test_a_tab_that_fails_keeps_nothing_from_the_others(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    update = Desk.update
    failed: list[Any] = []

    def fail_once(desk: Desk, tab: Any) -> None:
        if not failed:
            failed.append(tab)
            raise KeyError("a bug")
        update(desk, tab)

    monkeypatch.setattr(Desk, "update", fail_once)
    for number in range(TIMES):
        failed.clear()
        with Browser(scene.preview, SHOWN) as other:
            failed.clear()
            scene.save(f"Round {number}")
            scene.ends_on(f"Round {number}")
            until(other.is_current)


@pytest.mark.parametrize(
    "folder", [".cache", ".cache/preview", ".cache/preview/*/about", ".cache/preview/*/.nutgraf.json"]
)
def test_what_the_preview_has_made_is_deleted(folder: str, scene: Scene) -> None:
    for number in range(TIMES):
        (place,) = scene.project.glob(folder)
        remove(place) if place.is_dir() else place.unlink()
        scene.save(f"Round {number}")
        scene.ends_on(f"Round {number}")
        scene.ends_on("sea wall", "/desk/")
        assert scene.preview.get("/desk/sea-wall/").status == 200


def test_the_code_of_the_desk_fails_and_is_told_as_its_own(scene: Scene) -> None:
    def look(*_: object) -> Iterator[Any]:
        import no_such_module  # type: ignore[import-not-found]  # as a desk may

        yield no_such_module

    own = guarded(Check("ours", lambda site: ["a"], look), PROJECT)
    for number in range(TIMES):
        scene.before.append(lambda options: replace(options, additions=Additions((own,))))
        scene.save(f"With the mistake {number}")
        scene.waits_for_problem("No module named")
        scene.before.clear()
        scene.save(f"Round {number}")
        scene.ends_on(f"Round {number}")
    assert not has_failed(scene)


def remove(folder: Path) -> None:
    """Removes the folder; while a build is writing into it, that takes more than one attempt."""

    def is_gone() -> bool:
        shutil.rmtree(folder, ignore_errors=True)
        return not folder.exists()

    until(is_gone)


def lay_out_branches(project: Path, pages: int = 300) -> None:
    """Two branches of the project, which have hundreds of pages, one template and one folder otherwise."""
    (project / ".gitignore").write_text(".cache/\n", "utf-8")
    git(project, "init", "-q", "-b", "start")
    template = (project / "templates/pages/page.html").read_text("utf-8")
    for branch in ("one", "two"):
        git(project, "checkout", "-q", "-b", branch)
        for number in range(pages):
            page = f"---\ntitle: Page {number}\n---\nPage {number} of branch {branch}.\n"
            (project / f"content/pages/page-{number}.md").write_text(page, "utf-8")
        for other in ("one", "two"):
            (project / f"content/pages/{other}.md").unlink(missing_ok=True)
        (project / f"content/pages/{branch}.md").write_text(f"---\ntitle: It\n---\nOnly in {branch}.\n", "utf-8")
        (project / ABOUT).write_text(f"---\ntitle: About\n---\nOn branch {branch}.\n", "utf-8")
        (project / "templates/pages/page.html").write_text(f"{template}{{# {branch} #}}\n", "utf-8")
        for other in ("one", "two"):
            shutil.rmtree(project / "assets" / other, ignore_errors=True)
        (project / "assets" / branch).mkdir()
        (project / "assets" / branch / "words.txt").write_text(branch, "utf-8")
        git(project, "add", "-A")
        git(project, "commit", "-q", "-m", branch)


def git(project: Path, *command: str) -> None:
    who = ("-c", "user.name=Desk", "-c", "user.email=desk@desk.example", "-c", "core.hooksPath=/dev/null")
    subprocess.run(["git", *who, *command], cwd=project, check=True, timeout=60)
