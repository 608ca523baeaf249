"""One build, and what came of it: for the terminal and for the overlay, in the same words."""

import gc
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from nutgraf.additions import AdditionError
from nutgraf.build import Build
from nutgraf.memory.store import StoreError
from nutgraf.preview.plain import plain, plain_lines
from nutgraf.problems import Severity
from nutgraf.publish import OutputError
from nutgraf.read import File
from nutgraf.report import as_text, counts


class Mistake(Struct, frozen=True):
    """A problem as it is shown."""

    level: str  # error or warning
    head: str  # where, how grave, which rule, what
    excerpt: str = ""  # the line it is about, marked; or where in the program it went wrong
    hints: tuple[str, ...] = ()


class Outcome(Struct, frozen=True):
    """What a build came to."""

    mistakes: tuple[Mistake, ...]
    text: str  # the mistakes as the terminal shows them
    counts: str  # the mistakes in numbers; empty without any
    is_published: bool  # False when the pages are still those of an earlier build
    pages: int
    written: int  # files that changed
    seconds: float


class Attempts:
    """Builds, one after the other.

    What one leaves behind in memory stays for a while: on a large site it takes longer to put away than to show a page.
    """

    def __init__(self, build: Callable[[], Build], project: Path, rest: Callable[[], None] | None = None) -> None:
        """``rest`` is what a build can do later, None when there is no such thing."""
        self._build = build
        self._project = project
        self._rest = rest
        self._left: Build | None = None

    def __call__(self) -> Outcome:
        """What the next build comes to. Whatever goes wrong in it, even what would end a program, is an outcome."""
        self._left = None
        started = time.perf_counter()
        gc.disable()  # what a build makes goes by itself (commands.running); cycles of the server can wait
        try:
            done = self._left = self._build()
        except OutputError as error:
            return _stopped(f"error: {error}", "", started)
        except AdditionError as mistake:  # of the desk, with the lines of its own code
            head, _, lines = str(mistake).partition("\n")
            return _stopped(f"error: {head}", lines, started)
        except (Exception, SystemExit) as bug:  # noqa: BLE001  # a bug must not end the preview, and must be seen
            name = f"error: the program failed, which is its mistake: {type(bug).__name__}: {bug}"
            return _stopped(name, "".join(traceback.format_exception(bug)).rstrip(), started)
        return _ended(done, self._project, started)

    def tidy(self) -> None:
        """Puts away what the last build has left in memory. To be called when its page is shown."""
        self._left = None
        gc.collect()
        gc.freeze()  # what is left stays: it is not looked through again in the middle of the next save
        gc.enable()

    def write_down(self) -> None:
        """Does what builds can do later. To be called when nobody saves anything."""
        if self._rest:
            with suppress(OSError, StoreError):  # the next start remembers less
                self._rest()


def _ended(done: Build, project: Path, started: float) -> Outcome:
    shown = [problem for problem in done.problems if problem.severity is not Severity.INFO]
    named = {problem.place.path for problem in shown}
    files = [file for file in done.files if file.path in named]
    text = as_text(shown, (*files, *_templates(named, project)))
    mistakes = tuple(
        _mistake(problem.severity.value, block, len(problem.hints))
        for problem, block in zip(shown, _blocks(text), strict=True)
    )
    seconds = time.perf_counter() - started
    return Outcome(mistakes, text, counts(shown), done.is_published, done.pages, done.written, seconds)


def _stopped(head: str, trace: str, started: float) -> Outcome:
    head, trace = plain(head), plain_lines(trace)
    mistake = Mistake("error", head, trace)
    text = f"{head}\n{trace}".rstrip()
    return Outcome((mistake,), text, "1 error", False, 0, 0, time.perf_counter() - started)


def _templates(named: Iterable[str], project: Path) -> Iterator[File]:
    """The templates that problems name: a build does not hand them on, and their lines are to be shown."""
    for name in named:
        if name.startswith("templates/"):
            with suppress(OSError):
                yield File(name, (project / name).read_bytes(), digest="")


def _blocks(text: str) -> Iterator[list[str]]:
    """The report’s lines, problem by problem: all but the first of each are indented."""
    block: list[str] = []
    for line in text.splitlines():
        if block and not line.startswith(" "):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _mistake(level: str, block: list[str], hints: int) -> Mistake:
    head, *lines = (line.removeprefix("   ") for line in block)
    end = len(lines) - hints
    return Mistake(level, head, "\n".join(lines[:end]), tuple(line.lstrip(" =") for line in lines[end:]))
