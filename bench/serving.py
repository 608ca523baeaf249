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


def measure_serving(
    generators: tuple[Generator, ...], size: int, folder: Path, tools: Tools, limit: float
) -> dict[str, tuple[float, ...]]:
    """Seconds of each of twenty edits, for each generator; nothing for one that did not answer in time."""
    originals = folder / "originals"
    corpus = lay_out(size, generators, originals)
    served = {}
    for generator in generators:
        project = fresh(generator, originals, folder / "work", tools)
        page = f"/{corpus.edited_explainer.slug}/"
        file = project / generator.explainer.format(corpus.edited_explainer.slug)
        port = _free_port()
        with _Server(generator.serve(tools, port), port, project) as server:
            served[generator.name] = times = _edits(server, page, file, limit)
        print(f"{generator.name:9}  {size:>6}  {spread(times) or server.said()}", flush=True)
    return served


def spread(times: tuple[float, ...]) -> str:
    """The median, the fastest and the slowest, in milliseconds; "" for none."""
    if not times:
        return ""
    middle, low, high = (f"{1000 * seconds:,.0f}" for seconds in (median(times), min(times), max(times)))
    return f"{middle} ms ({low} to {high})"


def _edits(server: "_Server", page: str, file: Path, limit: float) -> tuple[float, ...]:
    if server.seconds_until(page, b"round zero", limit) is None:
        return ()
    original = file.read_text("utf-8")
    times: list[float] = []
    for number in range(EDITS):
        time.sleep(REST)
        wording = f"round {number + 1}"
        file.write_text(original.replace("again in round zero.", f"again in {wording}."), "utf-8")
        seconds = server.seconds_until(page, f"again in {wording}.".encode(), limit)
        if seconds is None:
            return ()
        times.append(seconds)
    return tuple(times)


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
