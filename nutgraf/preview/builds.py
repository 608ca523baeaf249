"""One build, and what came of it: for the terminal and for the overlay, in the same words."""

import gc
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
from nutgraf.report.entries import counts, entries
from nutgraf.report.text import Block, blocks

_AFTER_A_BUG = (
    "this is a mistake of the program, not of your text: save any file to build the whole site again",
    "if it comes back, report it with the lines above",
)


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
        """What the next build comes to. What is not meant to go wrong in it is raised: see ``failed``."""
        self._left = None
        gc.disable()  # what a build makes goes by itself (commands.running); cycles of the server can wait
        try:
            if not self._project.is_dir():  # a build would make it, with nothing in it but its own cache
                return _stopped(f"error: {self._project} is gone", "", ("put it back, or end the preview with Ctrl-C",))
            done = self._left = self._build()
        except OutputError as error:
            return _stopped(f"error: {error}")
        except AdditionError as mistake:  # of the desk, with the lines of its own code
            head, _, lines = str(mistake).partition("\n")
            return _stopped(f"error: {head}", lines)
        return _ended(done, self._project)

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


def failed(bug: BaseException) -> Outcome:
    """What a build came to that ended with a bug, even with one that would end a program."""
    name = "".join(traceback.format_exception_only(bug)).strip()
    trace = "".join(traceback.format_exception(bug)).rstrip()
    return _stopped(f"error: the program failed: {name}", trace, _AFTER_A_BUG)


def _ended(done: Build, project: Path) -> Outcome:
    shown = [problem for problem in done.problems if problem.severity is not Severity.INFO]
    named = {problem.place.path for problem in shown}
    files = [file for file in done.files if file.path in named]
    told = entries(shown)
    shown_as = list(blocks(told, (*files, *_templates(named, project))))
    mistakes = tuple(_mistake(entry.severity.value, block) for entry, block in zip(told, shown_as, strict=True))
    text = "\n".join(map(str, shown_as))
    return Outcome(mistakes, text, counts(shown), done.is_published, done.pages, done.written)


def _stopped(head: str, trace: str = "", hints: tuple[str, ...] = ()) -> Outcome:
    mistake = Mistake("error", plain(head), plain_lines(trace), hints)
    lines = (mistake.head, mistake.excerpt, *(f"   = {hint}" for hint in hints))
    return Outcome((mistake,), "\n".join(line for line in lines if line), "1 error", False, 0, 0)


def _templates(named: Iterable[str], project: Path) -> Iterator[File]:
    """The templates that problems name: a build does not hand them on, and their lines are to be shown."""
    for name in named:
        if name.startswith("templates/"):
            with suppress(OSError):
                yield File(name, (project / name).read_bytes(), digest="")


def _mistake(level: str, block: Block) -> Mistake:
    excerpt = "\n".join(line.removeprefix("   ") for line in block.excerpt)
    return Mistake(level, block.head, excerpt, block.hints)
