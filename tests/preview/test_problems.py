"""Problems: the last good pages stay, with all that is wrong over them; the terminal says the same."""

import gc
import html
import logging
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from nutgraf.additions import AdditionError
from nutgraf.build import Build
from nutgraf.memory.store import StoreError
from nutgraf.pipeline import build
from nutgraf.preview import handlers
from nutgraf.preview.builds import Attempts, Mistake, Outcome, failed
from nutgraf.preview.overlay import overlay
from nutgraf.preview.terminal import while_open
from nutgraf.publish import OutputError
from tests.preview.press import Press
from tests.preview.running import Running, running, until

Edit = Callable[[str, str, str], None]
INDEX = "content/index.md"
PROBLEMS = "/-/problems"


@pytest.fixture
def real(project: Path) -> Iterator[Running]:
    """A preview of the small site, built by the real pipeline."""
    with running(project, build) as preview:
        until(lambda: preview.builds)
        yield preview


def words_of(markup: str) -> str:
    """The text of a piece of HTML, on one line."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", markup)))


class TestWithAnError:
    def test_the_last_good_pages_stay_under_the_overlay(self, desk: Running) -> None:
        with desk.tab() as tab:
            desk.write(INDEX, "MISTAKE")
            assert tab.hear()["path"] == PROBLEMS, "the page itself is not reloaded"
        reply = desk.get("/repo/")
        assert reply.status == 200
        assert reply.text.startswith("<!doctype html><p>The first words")
        assert "error[quote-not-found]" in words_of(reply.text)
        assert "This is the last good build." in words_of(reply.text)

    def test_the_overlay_goes_away_when_it_is_fixed(self, desk: Running) -> None:
        desk.write(INDEX, "MISTAKE")
        desk.waits_for("quote-not-found")
        with desk.tab() as tab:
            desk.write(INDEX, "The first words")
            assert tab.hear()["path"] == PROBLEMS, "the page is what it was"
        assert "quote-not-found" not in desk.get("/repo/").text
        assert desk.get(PROBLEMS).body == b""

    def test_other_problems_take_the_place_of_those_before(self, desk: Running) -> None:
        desk.write(INDEX, "MISTAKE one")
        desk.waits_for("MISTAKE one")
        before = desk.get(PROBLEMS).headers["x-problems"]
        with desk.tab() as tab:
            desk.write(INDEX, "MISTAKE two")
            assert tab.hear()["path"] == PROBLEMS
        assert desk.shows("MISTAKE two", PROBLEMS)
        assert not desk.shows("MISTAKE one", PROBLEMS)
        assert desk.get(PROBLEMS).headers["x-problems"] != before

    def test_every_page_has_it_the_page_for_lost_readers_too(self, desk: Running) -> None:
        desk.write("content/page.md", "Page")
        desk.waits_for_file("/repo/page/")
        desk.write(INDEX, "MISTAKE")
        desk.waits_for_builds(3)
        for target, status in (("/repo/page/", 200), ("/repo/nothing/", 404)):
            reply = desk.get(target)
            assert (reply.status, "quote-not-found" in reply.text) == (status, True)

    def test_all_problems_are_listed_with_place_excerpt_and_what_to_do(self, real: Running, edit: Edit) -> None:
        edit("content/explainers/sea-wall.md", "quote: ", "quote: no such <i>words</i> ")
        edit("content/pages/about.md", "title:", "titel:")
        until(lambda: all(name in real.get(PROBLEMS).text for name in ("sea-wall.md", "about.md")))
        told = real.get(PROBLEMS).text
        assert re.search(r"content/explainers/sea-wall\.md:\d+:\d+: error\[quote-not-found\]", told)
        assert "quote: no such &lt;i&gt;words&lt;/i&gt; " in told
        assert "^^^^" in told
        assert "did you mean “title”?" in words_of(told)
        terminal = "\n".join(real.complained)
        for line in terminal.splitlines()[-5:]:
            assert re.sub(r"\s+", " ", line.strip(" =")) in words_of(told)

    def test_problems_of_one_cause_are_one_with_the_other_places(self, real: Running, edit: Edit) -> None:
        edit("content/pages/about.md", "\n---\n", "\n---\n\nThey met [@gone].\n\nThey met [@gone].\n\n")
        real.waits_for("unknown-source", PROBLEMS)
        told = words_of(real.get(PROBLEMS).text)
        assert "2 errors" in told
        assert told.count("error[unknown-source]") == 1
        assert re.search(r"and 1 more place: content/pages/about\.md:\d+", told)

    def test_a_mistake_in_a_template_names_it_its_line_and_what_was_being_made(self, real: Running, edit: Edit) -> None:
        edit("templates/pages/explainer.html", "{% block main %}", "{% block main %}\n{{ view.no_such_thing }}")
        real.waits_for("bad-template", PROBLEMS)
        told = words_of(real.get(PROBLEMS).text)
        assert re.search(r"templates/pages/explainer\.html:\d+: error\[bad-template\]: .*no_such_thing", told)
        assert re.search(r"while making content/explainers/\S+\.md", told)
        assert "{{ view.no_such_thing }}" in told, "the line itself"

    def test_one_that_is_mended_before_its_build_is_over_is_not_shown(self, desk: Running, press: Press) -> None:
        with desk.tab() as tab:
            press.may_end.clear()
            press.is_at_work.clear()
            desk.write(INDEX, "MISTAKE")
            assert press.is_at_work.wait(60)
            desk.write(INDEX, "Mended")
            until(lambda: desk.preview.desk.batches.waiting)
            press.may_end.set()
            assert tab.hear()["path"] == "/-/page"
        assert desk.shows("Mended")
        assert desk.complained == []

    def test_the_terminal_does_not_say_again_what_it_said_last(self, desk: Running) -> None:
        desk.write(INDEX, "MISTAKE")
        desk.waits_for_builds(2)
        said = len(desk.complained)
        desk.write("content/page.md", "Another page")
        desk.waits_for_builds(3)
        assert len(desk.complained) == said
        assert "1 error" in desk.said[-1]
        desk.write(INDEX, "MISTAKE here too")
        desk.waits_for_builds(4)
        assert "MISTAKE here too" in desk.complained[-1]

    def test_nothing_is_written_to_build(self, real: Running, edit: Edit) -> None:
        edit("content/pages/about.md", "title: ", "title: Newly ")
        real.waits_for("Newly", "/desk/about/")
        assert not (real.project / "build").exists()
        assert (real.project / ".cache" / "preview" / str(real.port) / "index.html").is_file()


class TestWhateverABuildDoes:
    @pytest.mark.parametrize("fault", [ZeroDivisionError("a <bug>"), SystemExit(3), RecursionError(), MemoryError()])
    def test_the_preview_goes_on_and_shows_it(self, fault: BaseException, desk: Running, press: Press) -> None:
        press.fault = fault
        with desk.tab() as tab:
            desk.write(INDEX, "Other words")
            assert tab.hear()["path"] == PROBLEMS
        told = words_of(desk.get("/repo/").text)
        assert f"the program failed: {type(fault).__name__}" in told
        assert "tests/preview/press.py" in told, "where it happened"
        until(lambda: type(fault).__name__ in "\n".join(desk.complained))
        press.fault = None
        desk.write(INDEX, "Mended")
        desk.waits_for("Mended")

    def test_a_folder_that_cannot_be_written_is_shown(self) -> None:
        outcome = outcome_of(raises(OutputError("the disk is full")))
        assert outcome.text == "error: the disk is full"
        assert not outcome.is_published

    def test_what_a_desk_has_added_fails_as_its_own(self) -> None:
        lines = "  ours/long.py, line 6, in check_long\n    return [announcement.titel]"
        outcome = outcome_of(raises(AdditionError(f"the check “long” of ours/long.py failed on a.md:\n{lines}")))
        assert outcome.text == f"error: the check “long” of ours/long.py failed on a.md:\n{lines}"
        assert [mistake.excerpt for mistake in outcome.mistakes] == [lines]

    def test_what_it_says_is_printed_and_nothing_in_it_acted_upon(self) -> None:
        outcome = failed(ValueError("\x1b[2J\nPreview: http://evil.example/"))
        assert "\x1b" not in outcome.text
        assert r"ValueError: \x1b[2J\nPreview: http://evil.example/" in outcome.text.splitlines()[0]


def test_memory_is_tidied_when_the_page_is_shown_and_not_before() -> None:
    attempts = Attempts(lambda: Build((), (), None), Path())
    attempts()
    assert not gc.isenabled()
    attempts.tidy()
    assert gc.isenabled()


@pytest.mark.parametrize("fault", [OSError("the disk is full"), StoreError("damaged")])
def test_what_cannot_be_written_down_is_left(fault: Exception) -> None:
    Attempts(raises(fault), Path(), rest=raises(fault)).write_down()


def test_there_is_time_to_tidy_when_nothing_is_to_be_built(desk: Running) -> None:
    until(gc.isenabled)
    desk.write(INDEX, "Other words")
    desk.waits_for("Other words")
    until(gc.isenabled)


def outcome_of(build: Callable[..., Any]) -> Outcome:
    attempts = Attempts(build, Path())
    outcome = attempts()
    attempts.tidy()
    return outcome


def raises(error: Exception) -> Callable[..., Any]:
    def build(*asked: object) -> Any:
        raise error

    return build


class TestTheOverlay:
    def test_is_empty_without_a_problem(self) -> None:
        assert overlay(None) == overlay(outcome()) == ""

    def test_escapes_everything(self) -> None:
        hostile = "</template></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&"
        shown = overlay(outcome(Mistake("error", hostile, hostile, (hostile, hostile))))
        assert shown.count("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img") == 4
        assert not re.search(r"<(script|img|/template)", shown)

    def test_is_unfolded_for_errors_and_folded_for_warnings(self) -> None:
        assert "<details open>" in overlay(outcome(Mistake("error", "a"), is_published=False))
        shown = overlay(outcome(Mistake("warning", "a"), is_published=True))
        assert "<details>" in shown
        assert "last good build" not in shown

    def test_lists_however_many_there_are(self) -> None:
        shown = overlay(outcome(*(Mistake("error", f"problem {number}") for number in range(2_000))))
        assert shown.count("<li ") == 2_000


def outcome(*mistakes: Mistake, is_published: bool = False) -> Outcome:
    return Outcome(mistakes, "", f"{len(mistakes)} problems", is_published, 1, 1)


def test_a_project_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    attempts = Attempts(raises(AssertionError("not to be built")), tmp_path / "gone")
    outcome = attempts()
    attempts.tidy()
    assert outcome.text.startswith(f"error: {tmp_path / 'gone'} is gone\n   = put it back")
    assert not (tmp_path / "gone").exists()


def test_a_terminal_that_is_closed_does_not_end_the_preview() -> None:
    for closed in (BrokenPipeError(), ValueError("I/O operation on closed file")):
        while_open(raises(closed))("words")
    said: list[str] = []
    while_open(said.append)("words")
    assert said == ["words"]


class TestLogs:
    def test_of_a_fault_of_the_server_say_it_once(self, desk: Running, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(handlers, "answer", raises(ZeroDivisionError("forged\x1b[2J")))
        assert desk.get("/repo/%1b[2J").status == 500
        told = "\n".join(desk.complained)
        assert told.count("ZeroDivisionError") == 1
        assert "\x1b" not in told

    def test_leave_no_handler_behind(self, tmp_path: Path, press: Press) -> None:
        from tests.preview.press import lay_out

        names = (
            "livereload",
            "tornado",
            "watchfiles",
            "tornado.access",
            "tornado.general",
            "tornado.application",
            None,
        )
        before = [list(logging.getLogger(name).handlers) for name in names]
        for number in range(2):
            with running(lay_out(tmp_path / str(number)), press) as desk:
                desk.waits_for_builds(1)
                assert len(logging.getLogger("livereload").handlers) == 1
        assert [logging.getLogger(name).handlers for name in names] == before

    def test_say_nothing_of_requests(self, desk: Running, capfd: pytest.CaptureFixture[str]) -> None:
        for target in ("/repo/", "/repo/nothing/", "/repo/%00"):
            desk.get(target)
        assert desk.complained == []
        assert capfd.readouterr() == ("", "")


def test_livereload_is_imported_by_the_preview_alone() -> None:
    import subprocess

    code = (
        "import sys; from nutgraf.cli import commands; import click; context = click.Context(commands);"
        "[commands.get_command(context, name) for name in commands.list_commands(context)];"
        "sys.exit(bool({'livereload', 'tornado', 'watchfiles'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
