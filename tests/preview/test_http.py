"""What is answered, and how: the addresses of the published site, their types, parts of files, and the 404 page."""

import os
import re
from pathlib import Path

import pytest

from nutgraf.preview.media_types import media_type
from nutgraf.preview.ranges import part_of
from tests.preview.press import LOST, Press, lay_out
from tests.preview.running import Running, running, until, versions
from tests.preview.wire import ask, read, send


@pytest.fixture
def page(desk: Running) -> Running:
    """A site with a page and a file."""
    desk.write("content/tariffs.md", "Tariffs" + " of all kinds" * 20_000)
    desk.write("assets/film.webm", "0123456789")
    desk.waits_for_file("/repo/assets/film.webm")
    return desk


class TestAddresses:
    @pytest.mark.parametrize("target", ["/repo/", "/repo/?q=1", "/repo/tariffs/", "/repo/tariffs/index.html"])
    def test_are_those_of_the_published_site(self, target: str, page: Running) -> None:
        assert page.get(target).status == 200

    def test_a_folder_without_its_slash_is_moved_for_good(self, page: Running) -> None:
        reply = page.get("/repo/tariffs?q=1")
        assert (reply.status, reply.headers["location"]) == (301, "/repo/tariffs/?q=1")
        assert page.get("/repo").headers["location"] == "/repo/"

    def test_the_root_of_the_host_leads_to_the_site(self, page: Running) -> None:
        reply = page.get("/")
        assert (reply.status, reply.headers["location"]) == (302, "/repo/")

    def test_a_page_answers_without_its_suffix(self, page: Running) -> None:
        assert page.get("/repo/404").status == 200

    @pytest.mark.parametrize(
        "target",
        ["/tariffs/", "/repo/nothing", "/repo/assets/", "/repo/404.html/", "/repo/assets/film.webm/", "/repox/"],
    )
    def test_everything_else_gets_the_page_for_lost_readers(self, target: str, page: Running) -> None:
        reply = page.get(target)
        assert reply.status == 404
        assert reply.text.startswith(LOST)

    def test_no_folder_is_listed(self, page: Running) -> None:
        assert "film.webm" not in page.get("/repo/assets/").text
        assert page.get("/repo/assets").headers["location"] == "/repo/assets/"
        assert "film.webm" not in page.get("/").text

    def test_a_site_at_the_root_of_its_host_is_at_the_root(self, page: Running) -> None:
        settings = (page.project / "site.toml").read_text("utf-8")
        page.write("site.toml", settings.replace("desk.example/repo/", "desk.example"))
        page.waits_for_file("/tariffs/")

    def test_a_page_called_like_the_connection_of_tabs_is_a_page(self, page: Running) -> None:
        page.write("content/livereload.md", "On livereload")
        page.waits_for("On livereload", "/repo/livereload/")
        settings = (page.project / "site.toml").read_text("utf-8")
        page.write("site.toml", settings.replace("desk.example/repo/", "desk.example"))
        until(lambda: page.get("/livereload").status == 301)


class TestPages:
    def test_carry_the_script_whatever_their_markup_and_however_long_they_are(self, page: Running) -> None:
        for target in ("/repo/", "/repo/tariffs/", "/repo/nothing/"):
            html = page.get(target).text
            assert "</head>" not in html
            assert html.count('<script src="/-/preview.js?') == 1
        assert len(page.get("/repo/tariffs/").body) > 1 << 16

    def test_say_which_version_they_are(self, page: Running) -> None:
        reply = page.get("/repo/tariffs/")
        assert reply.headers["x-page"] == versions(reply)["page"]
        assert "x-page" not in page.get("/repo/assets/film.webm").headers

    def test_are_otherwise_those_of_the_build(self, page: Running) -> None:
        built = (page.preview.desk.edition.folder / "tariffs" / "index.html").read_bytes()
        assert page.get("/repo/tariffs/").body.startswith(built)

    def test_nothing_is_kept_by_browsers(self, page: Running) -> None:
        for target in ("/repo/", "/repo/tariffs", "/repo/assets/film.webm", "/repo/nothing/", "/", "/-/problems"):
            headers = page.get(target).headers
            assert headers["cache-control"] == "no-store"
            assert not {"etag", "last-modified", "server"} & headers.keys()

    def test_no_other_site_may_take_them_in(self, page: Running) -> None:
        headers = page.get("/repo/").headers
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["x-content-type-options"] == "nosniff"

    def test_head_is_get_without_a_body(self, page: Running) -> None:
        full, head = page.get("/repo/tariffs/"), ask(page.port, "/repo/tariffs/", "HEAD")
        assert head.body == b""
        assert head.headers["content-length"] == str(len(full.body))

    @pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
    def test_nothing_but_reading_is_possible(self, method: str, page: Running) -> None:
        assert ask(page.port, "/repo/", method, Content_Length="0").status == 405

    def test_nothing_forces_a_reload(self, page: Running) -> None:
        assert page.get("/forcereload?path=*").status == 404


class TestTypes:
    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("a.html", "text/html; charset=utf-8"),
            ("a.css", "text/css; charset=utf-8"),
            ("a.js", "text/javascript; charset=utf-8"),
            ("feed.xml", "application/xml"),
            ("index.json", "application/json; charset=utf-8"),
            ("A.SVG", "image/svg+xml"),
            ("a.woff2", "font/woff2"),
            ("a.webp", "image/webp"),
            ("noext", "application/octet-stream"),
            ("wasm.en.pagefind", "application/octet-stream"),
        ],
    )
    def test_are_those_of_the_host(self, name: str, expected: str) -> None:
        assert media_type(name) == expected

    def test_are_sent(self, page: Running) -> None:
        for name in ("a.svg", "a.woff2", "a.xml", "a.json"):
            page.write(f"assets/{name}", "x")
            page.waits_for_file(f"/repo/assets/{name}")
            assert page.get(f"/repo/assets/{name}").headers["content-type"] == media_type(name)


class TestParts:
    @pytest.mark.parametrize(
        ("asked", "part"),
        [
            (None, None),
            ("bytes=0-3", range(4)),
            ("bytes=8-", range(8, 10)),
            ("bytes=-3", range(7, 10)),
            ("bytes=-30", range(10)),
            ("bytes=4-99", range(4, 10)),
            ("bytes=0-0", range(1)),
            ("bytes=10-", range(10, 10)),
            ("bytes=-0", range(10, 10)),
            ("bytes=5-4", None),
            ("bytes=-", None),
            ("bytes=0-1,3-4", None),
            ("lines=0-1", None),
            ("bytes=²-3", None),
            (f"bytes={'9' * 5000}-", None),
        ],
    )
    def test_are_read_as_the_rfc_says(self, asked: str | None, part: range | None) -> None:
        found = part_of(asked, 10)
        assert (found is None) == (part is None)
        assert list(found or ()) == list(part or ())

    def test_of_a_file_are_sent(self, page: Running) -> None:
        reply = page.get("/repo/assets/film.webm", Range="bytes=2-4")
        assert (reply.status, reply.body) == (206, b"234")
        assert reply.headers["content-range"] == "bytes 2-4/10"
        assert reply.headers["content-length"] == "3"
        assert page.get("/repo/assets/film.webm").headers["accept-ranges"] == "bytes"

    def test_of_a_page_are_parts_of_what_is_sent(self, page: Running) -> None:
        assert page.get("/repo/tariffs/", Range="bytes=-9").body == page.get("/repo/tariffs/").body[-9:]

    def test_beyond_the_end_are_refused(self, page: Running) -> None:
        reply = page.get("/repo/assets/film.webm", Range="bytes=10-")
        assert (reply.status, reply.headers["content-range"], reply.body) == (416, "bytes */10", b"")

    def test_of_a_large_file_arrive_whole(self, page: Running) -> None:
        data = os.urandom(1 << 22)
        (page.project / "assets" / "large.mp4").write_bytes(data)
        # A build may come while it is being written; another follows.
        until(lambda: page.get("/repo/assets/large.mp4").body == data)
        assert page.get("/repo/assets/large.mp4", Range="bytes=100-3000000").body == data[100:3_000_001]


class TestBeforeThereIsAPage:
    def test_every_address_says_that_the_first_build_is_under_way(self, tmp_path: Path, press: Press) -> None:
        press.may_end.clear()
        with running(lay_out(tmp_path / "project"), press) as desk:
            reply = desk.get("/repo/tariffs/")
            assert (reply.status, "under way" in reply.text) == (503, True)
            with desk.tab() as tab:
                press.may_end.set()
                assert tab.hear()["path"] == "/-/page"
            desk.waits_for("The first words")

    def test_an_error_on_start_starts_the_server_all_the_same(self, tmp_path: Path, press: Press) -> None:
        project = lay_out(tmp_path / "project")
        (project / "content" / "index.md").write_text("MISTAKE", "utf-8")
        with running(project, press) as desk:
            desk.waits_for_builds(1)
            reply = desk.get("/repo/")
            assert reply.status == 503
            assert "quote-not-found" in reply.text
            with desk.tab() as tab:
                desk.write("content/index.md", "Mended")
                assert tab.hear()["path"] == "/-/page"
            assert desk.shows("Mended")

    def test_without_a_page_for_lost_readers_a_note_stands_in(self, desk: Running) -> None:
        (desk.preview.desk.edition.folder / "404.html").unlink()
        reply = desk.get("/repo/nothing/")
        assert (reply.status, "no page at this address" in reply.text) == (404, True)


def test_many_requests_on_one_connection_are_answered_in_turn(desk: Running) -> None:
    line = f"GET /repo/ HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\n"
    told = send(desk.port, (line + "\r\n" + line + "Connection: close\r\n\r\n").encode())
    assert len(re.findall(rb"HTTP/1.1 200 OK", told)) == 2
    assert read(told).status == 200
