"""What must not be possible: tried with raw bytes, as no browser would send them."""

from pathlib import Path

import pytest

from nutgraf.preview.hosts import admits, is_loopback, name_of
from nutgraf.preview.refusals import Refusals
from tests.preview.press import Press, lay_out
from tests.preview.running import Running, running, until
from tests.preview.wire import HELLO, Socket, read, send
from tests.systems import unix_only

SECRET = "the words of a draft"


class TestHosts:
    @pytest.mark.parametrize(
        "host", ["localhost", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000", "[::1]", "Desk.local:80"]
    )
    def test_of_this_machine_and_those_allowed_are_admitted(self, host: str) -> None:
        assert admits(host, None, {"desk.local"})

    @pytest.mark.parametrize(
        "host",
        [
            "",
            "evil.example",
            "localhost.evil.example",
            "evil.example:8000",
            "localhost@evil.example",
            "localhost:8000@evil.example",
            "localhost, evil.example",
            "localhost evil.example",
            "127.0.0.1.nip.io",
            "127.0.0.2",
            "0.0.0.0:8000",
            "localhost:",
            "localhost:80a",
            "[::1]evil.example",
            "local\nhost",
            "a" * 300,
        ],
    )
    def test_of_all_others_are_not(self, host: str) -> None:
        assert not admits(host, None, {"desk.local"})

    @pytest.mark.parametrize(
        ("origin", "is_admitted"),
        [
            ("http://localhost:8000", True),
            ("https://localhost:8000", True),
            ("HTTP://LOCALHOST:8000", True),
            ("http://localhost", False),
            ("http://localhost:3000", False),
            ("http://127.0.0.1:8000", False),
            ("http://evil.example", False),
            ("http://localhost:8000.evil.example", False),
            ("null", False),
            ("", False),
        ],
    )
    def test_an_origin_must_be_the_server_s_own(self, origin: str, is_admitted: bool) -> None:
        assert admits("localhost:8000", origin, ()) == is_admitted

    def test_names_lose_their_port(self) -> None:
        assert [name_of(host) for host in ("A.b:80", "[::1]:80", "a b")] == ["a.b", "[::1]", ""]

    def test_loopback_is_what_only_this_machine_reaches(self) -> None:
        assert [is_loopback(host) for host in ("127.0.0.1", "::1", "localhost")] == [True] * 3
        assert [is_loopback(host) for host in ("0.0.0.0", "::", "192.168.1.5", "desk.local")] == [False] * 4


@pytest.fixture
def draft(desk: Running) -> Running:
    desk.write("content/draft.md", SECRET)
    desk.waits_for(SECRET, "/repo/draft/")
    return desk


class TestRequests:
    @pytest.mark.parametrize(
        "target", ["/repo/draft/", "/", "/-/problems", "/-/preview.js", "/-/livereload.js", "/nothing"]
    )
    def test_for_another_host_are_refused_everywhere(self, target: str, draft: Running) -> None:
        for headers in (
            {"Host": "evil.example"},
            {"Host": f"evil.example:{draft.port}"},
            {"Origin": "http://evil.example"},
        ):
            reply = draft.get(target, **headers)
            assert (reply.status, reply.text) == (403, "403 Forbidden\n")
            assert reply.headers["cache-control"] == "no-store"

    def test_with_two_hosts_or_none_are_refused(self, draft: Running) -> None:
        line = "GET /repo/draft/ HTTP/1.1\r\nConnection: close\r\n"
        local = f"Host: 127.0.0.1:{draft.port}\r\n"
        for head in (line, line + local + "Host: evil.example\r\n", "GET /repo/draft/ HTTP/1.0\r\n"):
            told = send(draft.port, (head + "\r\n").encode())
            assert read(told).status in {400, 403}
            assert SECRET.encode() not in told

    def test_that_name_a_host_in_their_first_line_get_nothing(self, draft: Running) -> None:
        for target in (
            "http://evil.example/repo/draft/",
            f"http://127.0.0.1:{draft.port}/repo/draft/",
            "//repo/draft/",
            "*",
        ):
            assert SECRET not in draft.get(target).text

    def test_by_an_allowed_name_are_answered(self, tmp_path: Path, press: Press) -> None:
        with running(lay_out(tmp_path / "project"), press, allowed=frozenset({"desk.local"})) as desk:
            desk.waits_for_builds(1)
            assert desk.get("/repo/", Host="desk.local").status == 200
            assert (
                desk.get("/repo/", Host=f"Desk.Local:{desk.port}", Origin=f"http://desk.local:{desk.port}").status
                == 200
            )
            assert desk.get("/repo/", Host="desk.local", Origin="http://evil.example").status == 403
            assert desk.get("/repo/", Host="evil.desk.local").status == 403


def places(secret: str) -> list[str]:
    """Targets that would lead to a file two folders up, if anything were taken at its word."""
    ways = [
        "../../",
        "..%2f..%2f",
        "%2e%2e/%2e%2e/",
        "%2e%2e%2f%2e%2e%2f",
        "%252e%252e%252f",
        "..%252f..%252f",
        "..\\..\\",
        "..%5c..%5c",
    ]
    ways += [
        "x/../../../",
        "./../../",
        "....//....//",
        "..;/..;/",
        "%c0%ae%c0%ae/%c0%ae%c0%ae/",
        "%uff0e%uff0e/",
        "..%00/../",
    ]
    return [f"/repo/{way}{secret}" for way in ways] + [f"/repo//{secret}", f"/{secret}", f"/repo/../../../{secret}"]


class TestPaths:
    @pytest.mark.parametrize("target", places("secret.txt"))
    def test_never_leave_the_folder_of_the_site(self, target: str, desk: Running) -> None:
        folder = desk.preview.desk.edition.folder
        for place in (folder.parent, folder.parent.parent, desk.project):
            (place / "secret.txt").write_text(SECRET, "utf-8")
        reply = desk.get(target)
        assert reply.status in {400, 404}
        assert SECRET not in reply.text

    def test_never_name_a_file_by_its_place_on_the_disk(self, desk: Running) -> None:
        for target in (
            "/repo//etc/passwd",
            "/repo/%2fetc%2fpasswd",
            "/repo/C:/Windows/win.ini",
            "/repo/file:///etc/passwd",
        ):
            assert desk.get(target).status == 404

    @unix_only("symbolic links for everybody")
    def test_never_follow_a_link(self, desk: Running, tmp_path: Path) -> None:
        folder = desk.preview.desk.edition.folder
        (tmp_path / "secret.html").write_text(SECRET, "utf-8")
        (tmp_path / "folder").mkdir()
        (tmp_path / "folder" / "index.html").write_text(SECRET, "utf-8")
        (folder / "file.html").symlink_to(tmp_path / "secret.html")
        (folder / "folder").symlink_to(tmp_path / "folder")
        (folder / "loop").symlink_to("loop")
        for target in ("file.html", "file", "folder/", "folder/index.html", "loop", "loop/"):
            reply = desk.get(f"/repo/{target}")
            assert reply.status == 404
            assert SECRET not in reply.text

    def test_never_reach_hidden_files(self, desk: Running) -> None:
        folder = desk.preview.desk.edition.folder
        (folder / ".nutgraf.json").write_text(SECRET, "utf-8")
        (folder / ".git").mkdir()
        (folder / ".git" / "config").write_text(SECRET, "utf-8")
        for target in (".nutgraf.json", "%2enutgraf.json", ".git/config", "./.git/config", ".git/"):
            assert desk.get(f"/repo/{target}").status == 404

    @pytest.mark.parametrize(
        "target", ["/repo/" + "a" * 5_000, "/repo/" + "a/" * 2_000, "/repo/%ff%fe", "/repo/%00", "/repo/a%0d%0ab"]
    )
    def test_that_no_disk_can_hold_are_not_found(self, target: str, desk: Running) -> None:
        assert desk.get(target).status == 404

    def test_never_make_the_server_send_somebody_elsewhere(self, desk: Running) -> None:
        (desk.preview.desk.edition.folder / "evil.example").mkdir()
        settings = (desk.project / "site.toml").read_text("utf-8")
        desk.write("site.toml", settings.replace("desk.example/repo/", "desk.example"))
        until(lambda: desk.get("/evil.example").status == 301)
        for target in ("//evil.example", "/%2fevil.example", "/\\evil.example", "///evil.example", "/.//evil.example"):
            assert "location" not in desk.get(target).headers


class TestConnections:
    @pytest.mark.parametrize(
        "headers",
        [
            {"Origin": "http://evil.example"},
            {"Origin": "null"},
            {"Origin": "http://127.0.0.1:1"},
            {"Origin": ""},
            {"Host": "evil.example", "Origin": "http://evil.example"},
        ],
    )
    def test_from_other_pages_are_refused(self, headers: dict[str, str], desk: Running) -> None:
        with Socket(desk.port, **headers) as tab:
            assert tab.status == 403
        assert not desk.preview.desk.tabs

    def test_from_this_server_s_pages_are_accepted(self, desk: Running) -> None:
        for host in (f"localhost:{desk.port}", f"[::1]:{desk.port}"):
            with Socket(desk.port, Host=host, Origin=f"http://{host}") as tab:
                assert tab.status == 101

    @pytest.mark.parametrize(
        "message",
        ["", "{", "[]", "7", '"hello"', "{}", '{"command": "reload", "path": "*"}', '{"command": []}', "[" * 9_000],
    )
    def test_that_say_nonsense_are_closed_and_nothing_is_logged(self, message: str, desk: Running) -> None:
        with Socket(desk.port) as tab:
            tab.say(message)
            assert tab.hear() is None
        assert desk.complained == []
        assert desk.get("/repo/").status == 200

    def test_from_no_page_at_all_are_harmless(self, desk: Running) -> None:
        urls: tuple[object, ...] = ("http://[", 7, None, "/../../etc/passwd", "\x00", [])
        for url in urls:
            with Socket(desk.port) as tab:
                tab.say(HELLO)
                tab.hear()
                tab.say({"command": "info", "url": url, "plugins": []})
                assert tab.hear()["path"] == "*"
        assert desk.complained == []

    def test_cannot_reload_other_tabs(self, desk: Running) -> None:
        with desk.tab() as mine, Socket(desk.port) as other:
            other.say(HELLO)
            other.hear()
            other.say({"command": "reload", "path": "*"})
            assert other.hear() is None
            desk.write("assets/site.css", "p {}")
            assert mine.hear()["path"] == "/repo/assets/site.css", "the first thing that it hears"

    def test_that_are_gone_are_forgotten(self, desk: Running) -> None:
        with desk.tab():
            until(lambda: len(desk.preview.desk.tabs) == 1)
        until(lambda: not desk.preview.desk.tabs)

    def test_say_nothing_that_is_long(self, desk: Running) -> None:
        with Socket(desk.port) as tab:
            tab.connection.sendall(b"\x81\xff" + (1 << 40).to_bytes(8) + bytes(4))
            assert tab.hear() is None


class TestTheTerminal:
    def test_says_who_was_refused_once_and_what_to_do(self, desk: Running) -> None:
        for _ in range(3):
            desk.get("/repo/", Host="192.168.1.5:8000")
            desk.get("/repo/", Origin="http://evil.example")
        assert desk.complained == [
            "Refused: a request for 192.168.1.5. If that is you, start again with --allow-host 192.168.1.5",
            "Refused: a page of another site asked for this one.",
        ]

    @pytest.mark.parametrize(
        "forged",
        [
            b"\x1b[2Jevil",
            b"x\tPreview: http://evil.example/",
            b"a\x85Built",
            "a\u2028b".encode(),
            b"\xff\xfe",
            b"a b",
            b"x" * 9_000,
        ],
    )
    def test_repeats_nothing_that_a_stranger_chose(self, forged: bytes, desk: Running) -> None:
        local = f"Host: 127.0.0.1:{desk.port}\r\n".encode()
        for request in (
            b"GET / HTTP/1.1\r\nConnection: close\r\nHost: " + forged + b"\r\n",
            b"GET /" + forged + b" HTTP/1.1\r\n" + local + b"Connection: close\r\n\r\n",
            b"GET / HTTP/1.1\r\n" + local + b"Origin: " + forged + b"\r\nConnection: close\r\n\r\n",
            forged + b" / HTTP/1.1\r\n" + local + b"Connection: close\r\n\r\n",
        ):
            try:
                send(desk.port, request + b"\r\n")
            except ConnectionError:
                continue
        known = {"Refused: a request that names no host.", "Refused: a page of another site asked for this one."}
        assert set(desk.complained) <= known

    def test_does_not_scroll_for_ever(self) -> None:
        said: list[str] = []
        refusals = Refusals(frozenset(), said.append)
        for number in range(1_000):
            refusals.add(f"host-{number}.example", None)
        assert len(said) == 20

    def test_spells_out_what_a_file_is_called(self, desk: Running) -> None:
        desk.write("content/a\x1b[31m\nPreview: evil.md", "words")
        desk.waits_for_builds(2)
        assert desk.said[-1].startswith(r"content/a\x1b[31m\nPreview: evil.md: ")


def test_a_preview_listens_on_this_machine_only(desk: Running) -> None:
    with pytest.raises(OSError, match=r"refused|unreachable|timed out"):
        ask_from_elsewhere(desk.port)


def ask_from_elsewhere(port: int) -> None:
    """A connection to another address of this machine, which a neighbour would use."""
    import socket

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # nothing is sent; the system only says from where it would
            own = probe.getsockname()[0]
        except OSError:
            own = "127.0.0.2"
    socket.create_connection((own, port), timeout=5).close()


def test_a_page_that_is_gone_from_the_disk_is_missing_and_no_fault(desk: Running) -> None:
    (desk.preview.desk.edition.folder / "index.html").unlink()
    assert desk.get("/repo/").status == 404
    assert desk.complained == []
