"""Saves of every kind: the browser always ends on the last state."""

import time

import pytest

from tests.preview.press import Press
from tests.preview.running import Running, until, versions
from tests.preview.wire import Socket

INDEX = "content/index.md"
RELOAD = "*"  # the whole page
PAGE = "/-/page"  # what has changed in it


def test_a_save_is_built_and_the_tab_told(desk: Running) -> None:
    with desk.tab() as tab:
        desk.write(INDEX, "Other words")
        assert tab.hear()["path"] == PAGE
        assert desk.shows("Other words")


def test_a_message_is_sent_however_soon_after_the_last(desk: Running) -> None:
    for number in range(4):  # livereload drops those of the next three seconds
        with desk.tab() as tab:
            desk.write(INDEX, f"Words {number}")
            assert tab.hear()["path"] == PAGE
            assert desk.shows(f"Words {number}")


def test_two_saves_300_ms_apart_both_arrive(desk: Running) -> None:
    with desk.tab() as tab:
        desk.write(INDEX, "First")
        time.sleep(0.3)
        desk.write(INDEX, "Second")
        assert tab.hear()["path"] == PAGE
        desk.waits_for("Second")
    assert desk.builds <= 3


def test_a_save_by_rename_is_a_save(desk: Running) -> None:
    new = desk.project / "content" / ".index.md.new"
    for number in range(3):
        new.write_text(f"Renamed {number}", "utf-8")
        new.replace(desk.project / INDEX)
        desk.waits_for(f"Renamed {number}")


def test_the_settings_are_watched_too_even_when_saved_by_rename(desk: Running) -> None:
    for number in (2, 3):
        new = desk.project / "site.toml.new"
        new.write_text(f"# {number}\n" + (desk.project / "site.toml").read_text("utf-8"), "utf-8")
        new.replace(desk.project / "site.toml")
        desk.waits_for_builds(number)
    assert desk.said[-1].startswith("site.toml: ")


def test_a_switch_of_branch_ends_on_its_last_file_with_few_builds(desk: Running) -> None:
    with desk.tab("/repo/page-499/") as tab:
        for number in range(500):
            desk.write(f"content/page-{number}.md", f"On the branch {number}")
        assert tab.hear()["path"] == PAGE
    desk.waits_for("On the branch 499", "/repo/page-499/")
    desk.waits_for("On the branch 0", "/repo/page-0/")
    assert desk.builds < 25


def test_a_file_that_is_deleted_and_comes_back_is_there(desk: Running) -> None:
    desk.write("content/page.md", "Here")
    desk.waits_for("Here", "/repo/page/")
    with desk.tab("/repo/page/") as tab:
        (desk.project / "content/page.md").unlink()
        assert tab.hear()["path"] == PAGE
        assert desk.get("/repo/page/").status == 404
    with desk.tab("/repo/page/") as tab:
        desk.write("content/page.md", "Here")
        assert tab.hear()["path"] == PAGE
        assert desk.get("/repo/page/").status == 200


def test_a_folder_that_is_deleted_and_comes_back_is_watched_again(desk: Running) -> None:
    desk.write("content/inner/one.md", "One")
    desk.waits_for("One", "/repo/one/")
    (desk.project / "content").rename(desk.project / "elsewhere")
    until(lambda: desk.get("/repo/one/").status == 404)
    (desk.project / "elsewhere").rename(desk.project / "content")
    desk.waits_for("One", "/repo/one/")
    desk.write("content/inner/one.md", "Two")
    desk.waits_for("Two", "/repo/one/")


def test_what_is_saved_while_a_build_runs_is_one_batch_of_its_own(desk: Running, press: Press) -> None:
    press.may_end.clear()
    press.is_at_work.clear()
    desk.write(INDEX, "First")
    assert press.is_at_work.wait(60)
    for number in range(5):
        desk.write(f"content/page-{number}.md", "While it ran")
    desk.write(INDEX, "Last")
    batches = desk.preview.desk.batches
    until(lambda: len(batches.waiting) == 6, "all are waiting")
    press.may_end.set()
    desk.waits_for_builds(3)
    assert desk.shows("Last")
    assert press.builds == 3
    assert "5 others" in desk.said[-1]


def test_pages_are_served_while_a_build_runs(desk: Running, press: Press) -> None:
    press.may_end.clear()
    press.is_at_work.clear()
    desk.write(INDEX, "Later")
    assert press.is_at_work.wait(60)
    assert desk.shows("The first words")
    press.may_end.set()
    desk.waits_for("Later")


def test_a_tab_is_told_only_of_what_it_shows(desk: Running) -> None:
    with desk.tab() as tab:
        desk.write("content/page.md", "Another page")
        desk.waits_for("Another page", "/repo/page/")
        desk.write(INDEX, "This page")
        assert tab.hear()["path"] == PAGE
        assert "Another page" not in desk.get("/repo/").text, "the message was not about the page before"


def test_a_tab_that_was_loaded_before_a_build_ended_is_told_when_it_connects(desk: Running) -> None:
    with Socket(desk.port) as tab:
        tab.join(f"http://127.0.0.1:{desk.port}/repo/", page="0123", assets="0123", problems="0123")
        assert tab.hear()["path"] == RELOAD


def test_a_tab_of_another_edition_of_the_styles_is_told_when_it_connects(desk: Running) -> None:
    desk.write("assets/site.css", "p { color: red }")
    desk.waits_for_file("/repo/assets/site.css")
    with Socket(desk.port) as tab:
        shown = versions(desk.get("/repo/")) | {"assets": "0123"}
        tab.join(f"http://127.0.0.1:{desk.port}/repo/", **shown)
        assert tab.hear()["path"] == RELOAD


def test_styles_and_pictures_are_exchanged_in_the_page(desk: Running) -> None:
    for name in ("site.css", "port.png"):
        desk.write(f"assets/{name}", "old")
        desk.waits_for_file(f"/repo/assets/{name}")
        with desk.tab() as tab:
            desk.write(f"assets/{name}", "new")
            told = tab.hear()
            assert (told["path"], told["liveCSS"], told["liveImg"]) == (f"/repo/assets/{name}", True, True)


def test_a_script_reloads_the_page(desk: Running) -> None:
    with desk.tab() as tab:
        desk.write("assets/site.js", "1")
        assert tab.hear()["path"] == RELOAD


@pytest.mark.parametrize(
    "name", ["content/.hidden.md", ".cache/x", "build/index.html", "README.md", "content/.git/x.md"]
)
def test_files_that_no_build_reads_start_none(name: str, desk: Running) -> None:
    desk.write(name, "Nothing")
    desk.write(INDEX, "Other words")
    desk.waits_for_builds(2)
    assert desk.said[-1].startswith(f"{INDEX}: ")
