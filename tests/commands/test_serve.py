"""The real command in a process of its own: python site.py serve."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import IO

import pytest

from tests.preview.running import until
from tests.preview.wire import Reply, ask

Edit = Callable[[str, str, str], None]


class Serve:
    """The process and what it has said so far."""

    def __init__(self, command: list[str], project: Path, **environment: str) -> None:
        self.process = subprocess.Popen(
            command,
            cwd=project,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **environment},
            encoding="utf-8",
        )
        self.said: list[str] = []
        self.complained: list[str] = []
        pairs = ((self.process.stdout, self.said), (self.process.stderr, self.complained))
        self._ears = [Thread(target=_hear, args=pair, daemon=True) for pair in pairs]
        for ear in self._ears:
            ear.start()

    @property
    def url(self) -> str:
        """Where the preview is, as soon as it has said so."""
        first = until(lambda: next((line for line in self.said if line.startswith("Preview: ")), None))
        return first.split()[1]

    @property
    def port(self) -> int:
        return int(re.search(r":(\d+)/", self.url)[1])

    @property
    def is_built(self) -> bool:
        return any(line.endswith(" s") for line in self.said)

    def get(self, target: str) -> Reply:
        return ask(self.port, target)

    def interrupt(self) -> int:
        """Ctrl-C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.end()

    def end(self) -> int:
        """Waits until it has ended and all it said is heard; the exit code."""
        code = self.process.wait(timeout=60)
        for ear in self._ears:
            ear.join()
        return code


def _hear(stream: IO[str], said: list[str]) -> None:
    with stream:
        for line in stream:
            said.append(line.rstrip("\n"))


@contextmanager
def serving(project: Path, *arguments: str, **environment: str) -> Iterator[Serve]:
    """The command with every warning an error."""
    with started([sys.executable, "-W", "error", "site.py", "serve", *arguments], project, **environment) as serve:
        yield serve


@contextmanager
def started(command: list[str], project: Path, **environment: str) -> Iterator[Serve]:
    serve = Serve(command, project, **environment)
    try:
        yield serve
    finally:
        if serve.process.poll() is None:
            serve.process.kill()
        serve.end()


def test_it_serves_says_where_and_ends_at_ctrl_c_without_a_word_more(project: Path, edit: Edit) -> None:
    with serving(project, "--port", "0") as serve:
        until(lambda: serve.is_built)
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/desk/", serve.url)
        assert serve.get("/desk/").status == 200
        edit("content/pages/about.md", "title: ", "title: Newly ")
        until(lambda: "Newly" in serve.get("/desk/about/").text)
        until(lambda: len(serve.said) == 3)
        assert serve.interrupt() == 0
    assert re.fullmatch(r"\d+ pages, no warnings\. \d+\.\d\d s", serve.said[1])
    assert re.fullmatch(r"content/pages/about\.md: \d+ files? changed, no warnings\. \d+\.\d\d s", serve.said[2])
    assert serve.complained == []
    assert not (project / "build").exists()


def test_an_error_on_start_starts_it_all_the_same_and_is_on_the_terminal_too(project: Path, edit: Edit) -> None:
    edit("content/explainers/sea-wall.md", "quote: ", "quote: no such words ")
    with serving(project, "--port", "0") as serve:
        until(lambda: serve.is_built)
        assert "quote-not-found" in serve.get("/desk/").text
        assert serve.interrupt() == 0
    assert re.match(r"content/explainers/sea-wall\.md:\d+:\d+: error\[quote-not-found\]: ", serve.complained[0])


def test_a_port_in_use_leads_to_the_next_free_one(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with serving(project, "--port", str(port)) as serve:
            assert serve.port > port
            assert serve.said[0] == f"Port {port} is in use, so this preview has port {serve.port}."
            assert serve.interrupt() == 0


# A build that never ends, in place of the real one.
_ENDLESS = """
import sys, time, nutgraf.pipeline
from pathlib import Path
from nutgraf.cli import main
nutgraf.pipeline.build = lambda *asked: time.sleep(3600)
sys.argv[1:] = ["serve", "--port", "0"]
main(Path.cwd())
"""


def test_ctrl_c_does_not_wait_for_a_build(project: Path) -> None:
    with started([sys.executable, "-W", "error", "-c", _ENDLESS], project) as serve:
        assert serve.get("/desk/").status == 503
        assert serve.interrupt() == 0
    assert serve.complained == []


def test_drafts_are_shown_when_asked_for_and_badged(project: Path) -> None:
    draft = project / "content" / "explainers" / "draft.md"
    draft.write_text("---\ntitle: A draft\nstandfirst: S.\ndate: 2026-01-22\ndraft: true\n---\nWords.\n", "utf-8")
    with serving(project, "--port", "0", "--drafts") as serve:
        until(lambda: serve.is_built)
        reply = serve.get("/desk/draft/")
        assert reply.status == 200
        assert '<b class="kicker-draft">Draft</b>' in reply.text
        assert '<p class="drafts">With drafts</p>' in serve.get("/desk/").text
    with serving(project, "--port", "0") as serve:
        until(lambda: serve.is_built)
        assert serve.get("/desk/draft/").status == 404
        assert "With drafts" not in serve.get("/desk/").text


def test_open_opens_the_site_in_a_browser(project: Path, tmp_path: Path) -> None:
    browser, opened = tmp_path / "browser", tmp_path / "opened"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{opened}.new" && mv "{opened}.new" "{opened}"\n', "utf-8")
    browser.chmod(0o755)
    with serving(project, "--port", "0", "--open", BROWSER=f"{browser} %s") as serve:
        until(opened.exists)
        assert opened.read_text("utf-8").strip() == serve.url
        assert serve.interrupt() == 0


def test_where_others_can_reach_it_it_warns(project: Path) -> None:
    with serving(project, "--port", "0", "--host", "0.0.0.0", "--allow-host", "desk.local") as serve:
        assert serve.url.startswith("http://127.0.0.1:")
        until(lambda: serve.complained)
        assert ask(serve.port, "/desk/", Host="desk.local").status != 403
        assert ask(serve.port, "/desk/", Host="0.0.0.0").status != 403
        assert ask(serve.port, "/desk/", Host="evil.example").status == 403
    assert serve.complained[0].startswith("Warning: this preview listens on 0.0.0.0: whoever reaches this machine")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--allow-host", "http://desk.local/"], 2, "is not a name alone"),
        (["--allow-host", "desk.local:8000"], 2, "is not a name alone"),
        (["--port", "70000"], 2, "--port"),
        (["--host", "nowhere.invalid"], 1, "nowhere.invalid is no address of this machine"),
        (["--host", "192.0.2.1"], 1, "192.0.2.1, port 8000 cannot be opened"),
    ],
)
def test_what_cannot_be_is_said_plainly(arguments: list[str], code: int, told: str, project: Path) -> None:
    with serving(project, *arguments) as serve:
        assert serve.end() == code
    assert told in " ".join(serve.complained)
    assert not any("Traceback" in line for line in serve.complained)
