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
from click.testing import CliRunner

from nutgraf.cli import commands
from tests.preview.running import until
from tests.preview.wire import Reply, Socket, ask
from tests.systems import unix_only

Edit = Callable[[str, str, str], None]


class Serve:
    """The process and what it has said so far."""

    def __init__(self, command: list[str], project: Path, **environment: str) -> None:
        if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # in a shell’s background; the process would inherit it
            signal.signal(signal.SIGINT, signal.default_int_handler)
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
        first: str = until(lambda: next((line for line in self.said if line.startswith("Preview: ")), None))
        return first.split()[1]

    @property
    def port(self) -> int:
        return int(self.url.split("/")[2].rpartition(":")[2])

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
def started(project: Path, *command: str, **environment: str) -> Iterator[Serve]:
    """A process in which every warning is an error."""
    serve = Serve([sys.executable, "-W", "error", *command], project, **environment)
    try:
        yield serve
    finally:
        if serve.process.poll() is None:
            serve.process.kill()
        serve.end()


@unix_only("Ctrl-C for a single process")
def test_it_serves_says_where_and_ends_at_ctrl_c_without_a_word_more(project: Path, edit: Edit) -> None:
    draft = project / "content" / "explainers" / "draft.md"
    draft.write_text("---\ntitle: A draft\nstandfirst: S.\ndate: 2026-01-22\ndraft: true\n---\nWords.\n", "utf-8")
    with started(project, "site.py", "serve", "--port", "0", "--drafts") as serve:
        until(lambda: serve.is_built)
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/desk/", serve.url)
        assert '<p class="drafts">With drafts</p>' in serve.get("/desk/").text
        assert '<b class="kicker-draft">Draft</b>' in serve.get("/desk/draft/").text
        edit("content/pages/about.md", "title: ", "title: Newly ")
        until(lambda: "Newly" in serve.get("/desk/about/").text)
        until(lambda: len(serve.said) == 3)
        assert serve.interrupt() == 0
    assert re.fullmatch(r"\d+ pages, no warnings\. \d+\.\d\d s", serve.said[1])
    assert re.fullmatch(r"content/pages/about\.md: \d+ files? changed, no warnings\. \d+\.\d\d s", serve.said[2])
    assert [line for line in serve.complained if not re.fullmatch(r"[\w ]+: \d+ of \d+", line)] == []
    assert not (project / "build").exists()


@unix_only("Ctrl-C for a single process")
def test_what_a_preview_has_learned_is_written_down_when_it_ends(project: Path) -> None:
    with started(project, "site.py", "serve", "--port", "0") as serve:
        until(lambda: serve.is_built)
        assert serve.interrupt() == 0
    assert len(list((project / ".cache").glob("*/table"))) == 1


# The command with another build in place of the real one.
_INSTEAD = """
import sys, time, nutgraf.pipeline
from pathlib import Path
from nutgraf.cli import main
nutgraf.pipeline.build = lambda *asked, **more: {build}
sys.argv[1:] = ["serve", *{arguments!r}]
main(Path.cwd())
"""


def instead(build: str, *arguments: str) -> tuple[str, str]:
    return "-c", _INSTEAD.format(build=build, arguments=arguments)


@unix_only("Ctrl-C for a single process")
def test_ctrl_c_does_not_wait_for_a_build(project: Path) -> None:
    with started(project, *instead("time.sleep(3600)", "--port", "0")) as serve:
        assert serve.get("/desk/").status == 503
        with Socket(serve.port) as tab:
            tab.join(serve.url, page="", assets="", problems="")
            assert tab.hear()["command"] == "reload"
            assert serve.interrupt() == 0
    assert serve.complained == []


@unix_only("scripts that start by themselves")
def test_a_port_in_use_leads_to_the_next_and_where_others_reach_it_it_warns(project: Path, tmp_path: Path) -> None:
    browser, opened = tmp_path / "browser", tmp_path / "opened"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{opened}.new" && mv "{opened}.new" "{opened}"\n', "utf-8")
    browser.chmod(0o755)
    with socket.create_server(("0.0.0.0", 0)) as taken:
        port = taken.getsockname()[1]
        arguments = ("--port", str(port), "--host", "0.0.0.0", "--allow-host", "Desk.local", "--open")
        with started(project, *instead("sys.exit(3)", *arguments), BROWSER=f"{browser} %s") as serve:
            assert serve.port > port
            assert serve.said[0] == f"Port {port} is in use, so this preview has port {serve.port}."
            assert serve.url == f"http://127.0.0.1:{serve.port}/desk/"
            for name, status in (("desk.local", 503), ("0.0.0.0", 503), ("evil.example", 403)):
                assert ask(serve.port, "/desk/", Host=name).status == status
            until(opened.exists)
            assert opened.read_text("utf-8").strip() == serve.url
            assert serve.interrupt() == 0
    warning, *rest = serve.complained  # the first build may fail before a request is refused, or after
    assert warning.startswith("Warning: this preview listens on 0.0.0.0: whoever reaches this machine can read it")
    assert any("SystemExit" in line for line in rest)
    assert any("evil.example" in line for line in rest)


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
    done = CliRunner().invoke(commands, ["serve", *arguments], obj=project)
    assert done.exit_code == code
    assert told in done.output


@unix_only("symbolic links for everybody")
def test_a_cache_that_leads_into_the_inputs_is_refused(project: Path) -> None:
    (project / ".cache").symlink_to("content")
    done = CliRunner().invoke(commands, ["serve", "--port", "0"], obj=project)
    assert (done.exit_code, "is among the inputs" in done.output) == (1, True)
