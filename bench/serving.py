"""Preview: from writing a file to the new bytes over HTTP."""

import http.client
import os
import signal
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from statistics import median

from bench.generators import Generator
from bench.tools import Tools
from bench.workplace import fresh, lay_out

EDITS = 20
POLL = 0.004  # seconds between two questions
REST = 1.0  # seconds between an answer and the next edit


def measure_serving(generators: tuple[Generator, ...], size: int, folder: Path, tools: Tools, limit: float) -> None:
    """Prints the median, the fastest and the slowest of twenty edits for each generator."""
    originals = folder / "originals"
    corpus = lay_out(size, generators, originals)
    for generator in generators:
        project = fresh(generator, originals, folder / "work", tools)
        page = f"/{corpus.edited_explainer.slug}/"
        file = project / generator.explainer.format(corpus.edited_explainer.slug)
        port = _free_port()
        with _Server(generator.serve(tools, port), port, project) as server:
            print(f"{generator.name:9}  {size:>6}  {_edits(server, page, file, limit)}", flush=True)


def _edits(server: "_Server", page: str, file: Path, limit: float) -> str:
    if server.seconds_until(page, b"round zero", limit) is None:
        return f"gave no page in {limit:.0f} s:\n{server.said()}"
    original = file.read_text("utf-8")
    times = []
    for number in range(EDITS):
        time.sleep(REST)
        wording = f"round {number + 1}"
        file.write_text(original.replace("again in round zero.", f"again in {wording}."), "utf-8")
        seconds = server.seconds_until(page, f"again in {wording}.".encode(), limit)
        if seconds is None:
            return f"did not show edit {number + 1} in {limit:.0f} s"
        times.append(seconds * 1000)
    return f"median {median(times):6.0f} ms  ({min(times):.0f} to {max(times):.0f})"


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


class _Server:
    """A preview server, ended with all it started."""

    def __init__(self, command: tuple[str, ...], port: int, folder: Path) -> None:
        self._port = port
        self._log = folder.parent / "server.txt"
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(  # the commands are those of generators.py
                command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )

    def __enter__(self) -> "_Server":
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def said(self) -> str:
        return self._log.read_text("utf-8", "replace")[-2_000:]

    def seconds_until(self, page: str, words: bytes, limit: float) -> float | None:
        """Seconds until the page has the words; None if it never has."""
        start = time.perf_counter()
        while (passed := time.perf_counter() - start) < limit:
            if words in self._get(page):
                return passed
            time.sleep(POLL)
        return None

    def _get(self, page: str) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=10)
        try:
            connection.request("GET", page)
            return connection.getresponse().read()
        except (OSError, http.client.HTTPException):
            return b""  # not there yet
        finally:
            connection.close()
