"""A command with all its processes: how long it took, what it used, and an end if it takes too long."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

PAUSE = 0.01  # seconds between two looks at the memory
LAST_WORDS = 2_000  # characters of what the command said


@dataclass(frozen=True)
class Run:
    """What a command came to."""

    wall: float  # seconds
    cpu: float  # seconds of all its processes that had ended
    peak: int | None  # bytes of all its processes at once; None when nobody looked
    code: int | None  # None when it ran into the limit
    said: str


def run(command: tuple[str, ...], folder: Path, limit: float, *, weighs: bool = False) -> Run:
    """Runs the command in the folder; after ``limit`` seconds it and its children are ended.

    Looking at the memory takes processor time, so a run that ``weighs`` is no run to be timed.
    """
    with (folder.parent / "output.txt").open("w+b") as said:
        start = time.perf_counter()
        process = subprocess.Popen(  # the commands are those of generators.py
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said, start_new_session=True
        )
        scale = Scale(process.pid) if weighs else None
        wall, cpu, code = _wait(process, start, limit)
        peak = scale.read() if scale else None
        said.seek(0)
        return Run(wall, cpu, peak, code, said.read().decode("utf-8", "replace")[-LAST_WORDS:])


def _wait(process: subprocess.Popen[bytes], start: float, limit: float) -> tuple[float, float, int | None]:
    """Seconds, seconds of processor time, and the exit code."""
    over = Event()

    def end() -> None:
        if not over.wait(limit):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)

    guard = Thread(target=end, daemon=True)
    guard.start()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    over.set()
    guard.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    is_late = process.returncode == -signal.SIGKILL and wall >= limit
    return wall, used.ru_utime + used.ru_stime, None if is_late else process.returncode


class Scale:
    """Weighs all processes of a session again and again, and keeps the most.

    What a program has made itself counts by its proportional share, so that memory shared after a fork counts
    once. Files it has mapped, its own code first of all, count once per program, however many other programs of the
    machine happen to have them mapped as well.
    """

    def __init__(self, session: int) -> None:
        self._session = session
        self._most = 0
        self._over = Event()
        self._thread = Thread(target=self._watch, daemon=True)
        self._thread.start()

    def read(self) -> int:
        """The most that was seen, in bytes."""
        self._over.set()
        self._thread.join()
        return self._most

    def _watch(self) -> None:
        while not self._over.wait(PAUSE):
            self._most = max(self._most, _weight(_processes(self._session)))


def _processes(session: int) -> Iterator[Path]:
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            with suppress(OSError):
                fields = (folder / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
                if int(fields[3]) == session:
                    yield folder


def _weight(processes: Iterator[Path]) -> int:
    made, mapped = 0, dict[str, int]()
    for process in processes:
        with suppress(OSError):
            lines = (process / "smaps_rollup").read_text("ascii").splitlines()[1:]
            kilobytes = {name: int(value.split()[0]) for name, _, value in (line.partition(":") for line in lines)}
            program = (process / "exe").readlink().name
            made += kilobytes["Pss_Anon"]
            mapped[program] = max(mapped.get(program, 0), kilobytes["Rss"] - kilobytes["Anonymous"])
    return (made + sum(mapped.values())) * 1024
