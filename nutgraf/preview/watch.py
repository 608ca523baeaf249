"""Watch: which inputs change, told by the system itself. Nothing is looked at while nothing changes.

The folders are watched one by one: a recursive watch would follow links out of the project, and one of the project
folder would have to look through .git and .venv.
"""

import os
import platform
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Event, Thread

from watchfiles import Change
from watchfiles._rust_notify import RustNotify  # its documented backend: the one way to wait in steps of one’s choice

from nutgraf.preview.faults import PreviewError
from nutgraf.read import FOLDERS, SETTINGS, is_litter

WATCHED = (*FOLDERS, "templates")
# Milliseconds between two looks at what the system has told. A save is over when nothing came in between.
CALM = 25
BRISK = 2  # while somebody writes
CALMS_DOWN = 60_000  # milliseconds after the last change
_LONGEST = 1_000  # milliseconds that changes are gathered here


Tell = Callable[[frozenset[str]], object]
Fail = Callable[[PreviewError], object]


class Watch:
    """Tells which inputs of a project change, from the moment it is made, in a thread of its own.

    Raises PreviewError when the system refuses, and hands it to ``fail`` when that happens later.
    """

    def __init__(self, project: Path, tell: Tell, fail: Fail) -> None:
        self._project = project.resolve()
        self._tell = tell
        self._fail = fail
        self._ends = Event()
        self._folders: frozenset[str] = frozenset()
        self._notify = self._renewed()
        self._thread = Thread(target=self._run, name="preview: changes", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Stops watching and waits until that is done, a few milliseconds."""
        self._ends.set()
        self._thread.join()

    def _renewed(self) -> RustNotify:
        """Watches the folders that are there now."""
        folders = [str(self._project), *_folders(self._project)]
        self._folders = frozenset(folders)
        try:
            return RustNotify(folders, False, is_polled(), 300, False, True)  # the package’s own order
        except (OSError, RuntimeError) as error:  # of the system, and of the package
            raise PreviewError(f"changes of files cannot be watched: {error}") from None

    def _run(self) -> None:
        try:
            for paths, names in self._batches():
                if paths & self._folders or any((self._project / name).is_dir() for name in names):
                    self._notify = self._renewed()  # before anyone builds: what changes from here on is told
                if names:
                    self._tell(names)
        except PreviewError as error:
            self._fail(error)

    def _batches(self) -> Iterator[tuple[set[str], frozenset[str]]]:
        """What has changed, and what of it is an input by its name."""
        step, patience = CALM, 0
        while True:
            try:
                told = self._notify.watch(_LONGEST, step, patience, self._ends)
            except RuntimeError as error:  # the package’s own are of this kind
                raise PreviewError(f"changes of files are no longer told: {error}") from None
            if told == "stop":
                return
            if isinstance(told, str):
                step, patience = CALM, 0
                continue
            paths = {path for _, path in told} - passing(told)
            names = inputs(paths, self._project)
            if names:
                step, patience = BRISK, CALMS_DOWN
            yield paths, names


def _folders(project: Path) -> Iterator[str]:
    """The folders of inputs and those in them, without links and hidden ones."""
    for name in WATCHED:
        if not (project / name).is_symlink():
            for parent, folders, _ in os.walk(project / name):
                folders[:] = [folder for folder in folders if not folder.startswith(".")]
                yield parent


def passing(told: Iterable[tuple[int, str]]) -> set[str]:
    """The files that came and went at once: editors write beside the file first, and try what they may."""
    return {path for change, path in told if change == Change.added and not os.path.lexists(path)}


def inputs(paths: Iterable[str], project: Path) -> frozenset[str]:
    """The names of those files that a build reads, relative to the project."""
    names = (Path(path).relative_to(project) for path in paths if Path(path).is_relative_to(project))
    return frozenset(
        name.as_posix()
        for name in names
        if name.parts and (name.parts[0] in WATCHED or name.as_posix() == SETTINGS) and not _is_passed_over(name)
    )


def _is_passed_over(name: Path) -> bool:
    return any(part.startswith(".") or is_litter(part) for part in name.parts)


def is_polled() -> bool:
    """Whether files have to be looked at: under WSL, whose Windows folders tell nothing, or when asked for.

    The rule and the variable are those of watchfiles.
    """
    asked = os.environ.get("WATCHFILES_FORCE_POLLING", "").lower()
    if asked:
        return asked not in {"false", "disable", "disabled"}
    return "microsoft-standard" in platform.release().lower()
