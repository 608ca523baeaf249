"""Save to screen: from the write of a file to its words over HTTP, and to its words in the page of a real Chromium.

``python -m bench serve`` measures the sample site and one of a thousand explainers. These are seconds by the clock,
what an editor waits; the machine should have nothing else to do.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from playwright.sync_api import ConsoleMessage, Error, Page, sync_playwright

from bench.corpus.make import make
from bench.layouts.nutgraf import lay_out
from bench.serving import spread
from tests.sites.project import copy_project
from tools.chromium import find_chromium

EDITS = 20
REST = 1.0  # seconds between an answer and the next edit
POLL = 0.002  # seconds between two questions over HTTP
LIMIT = 60.0  # seconds to wait for one edit
IDLE = 10.0  # seconds of watching a preview that does nothing
ARGUMENTS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
# The page says what it shows in every frame in which that is something else.
_TELL = """
let isDue = false;
new MutationObserver(() => {
  if (!isDue) requestAnimationFrame(() => { isDue = false; console.debug(document.body?.innerText); });
  isDue = true;
}).observe(document, { childList: true, characterData: true, subtree: true });
"""

Edit = Callable[[str], None]  # writes a word into a file


@dataclass(frozen=True)
class Saves:
    """What the preview of one project came to."""

    http: tuple[float, ...]  # seconds, one per edit
    screen: tuple[float, ...]
    idle: float  # share of one processor while nothing changes

    def __str__(self) -> str:
        return f"over HTTP {spread(self.http)}; on the screen {spread(self.screen)}; idle {self.idle:.2%}"


@dataclass(frozen=True)
class Running:
    """A preview in a process of its own."""

    url: str
    process: int


@contextmanager
def serving(project: Path) -> Iterator[Running]:
    """The preview of a project, after its first build."""
    command = [sys.executable, "site.py", "serve", "--port", "0"]
    with subprocess.Popen(
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    ) as process:
        try:
            assert process.stdout
            url = re.search(r"http\S+", process.stdout.readline())
            assert url
            process.stdout.readline()  # about the first build
            yield Running(url[0], process.pid)
        finally:
            process.terminate()  # in a shell’s background it would not hear Ctrl-C


def measure(project: Path, page: str, edit: Edit, edits: int = EDITS) -> Saves:
    """Edits the project again and again; ``page`` is the address, in the site, of the page that shows it."""
    with serving(project) as running:
        idle = idle_share(running.process)
        http = tuple(over_http(running.url + page, edit, edits))
        screen = tuple(on_screen(running.url + page, edit, edits))
    return Saves(http, screen, idle)


def over_http(url: str, edit: Edit, edits: int = EDITS) -> Iterator[float]:
    """Seconds until the address answers with the word, for each edit."""
    for number in range(edits):
        time.sleep(REST)
        word = f"http-{number}"
        start = time.perf_counter()
        edit(word)
        while word.encode() not in _get(url):
            _check(start, word)
            time.sleep(POLL)
        yield time.perf_counter() - start


def _get(url: str) -> bytes:
    try:
        with urlopen(url) as reply:  # an address of this machine
            data: bytes = reply.read()
            return data
    except HTTPError as error:
        error.close()
        return b""


def _check(start: float, word: str) -> None:
    if time.perf_counter() - start > LIMIT:
        raise SystemExit(f"{word} was not shown in {LIMIT:.0f} s")


def on_screen(url: str, edit: Edit, edits: int = EDITS) -> Iterator[float]:
    """Seconds until a page in Chromium that was open all the time is about to be painted with the word, for each edit.

    The page tells it by itself: to ask it again and again would take from the preview what it needs for its build.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), chromium_sandbox=False, args=ARGUMENTS)
        tab = browser.new_page()
        tab.add_init_script(_TELL)
        tab.goto(url)
        for number in range(edits):
            _wait_for_connection(tab)
            time.sleep(REST)
            word = f"screen-{number}"
            with tab.expect_console_message(_says(word), timeout=LIMIT * 1000):
                start = time.perf_counter()
                edit(word)
            yield time.perf_counter() - start
        browser.close()


def _says(word: str) -> Callable[[ConsoleMessage], bool]:
    return lambda message: word in message.text


def _wait_for_connection(tab: Page) -> None:
    """Waits until the tab can be told to reload. It may be on its way to the page as it is now."""
    start = time.perf_counter()
    while True:
        with suppress(Error):  # the page was left while it was asked
            if tab.evaluate("window.LiveReload?.connector?.protocol == 7"):
                return
        _check(start, "the connection")
        time.sleep(0.1)


def idle_share(process: int, seconds: float = IDLE) -> float:
    """The share of one processor that the process uses while nothing changes."""
    before, start = _used(process), time.perf_counter()
    time.sleep(seconds)
    return (_used(process) - before) / (time.perf_counter() - start)


def _used(process: int) -> float:
    """Seconds of processor time so far (proc(5))."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure_sample(folder: Path, edits: int = EDITS) -> Saves:
    """The sample site of this repository."""
    project = copy_project(folder / "sample")
    file = project / "content/explainers/tariffs.md"
    original = file.read_text("utf-8")
    return measure(project, "tariffs/", lambda word: _write(file, f"{original}\n{word}\n"), edits)


def measure_corpus(folder: Path, size: int, edits: int = EDITS) -> Saves:
    """A site of that many explainers."""
    corpus, project = make(size), folder / str(size)
    lay_out(corpus, project)
    slug = corpus.edited_explainer.slug
    file = project / f"content/explainers/{slug}.md"
    original = file.read_text("utf-8")
    return measure(project, f"{slug}/", lambda word: _write(file, f"{original}\n{word}\n"), edits)


def _write(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")
