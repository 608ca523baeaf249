"""Watch: which inputs change, told by the system itself. Nothing is looked at while nothing changes.

The folders are watched one by one: a recursive watch would follow links out of the project, and one of the project
folder would have to look through .git and .venv.
"""

import logging
import os
import platform
from collections.abc import Callable, Container, Iterable
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
AGAIN = 0.5  # seconds after which what has broken off is tried again
_LONGEST = 1_000  # milliseconds that changes are gathered here
_IDLE = CALM, 0
_REFUSALS = (OSError, RuntimeError, ValueError)  # of the system, of the package, and of a name that is no Unicode

Tell = Callable[[frozenset[str]], object]
_LOG = logging.getLogger(__name__)


class Watch:
    """Tells which inputs of a project change, from the moment it is made, in a thread of its own.

    Raises PreviewError when the system refuses. When watching breaks off later it begins again, as often as need be,
    and tells that the project has changed: nobody knows what has changed meanwhile.
    """

    def __init__(self, project: Path, tell: Tell) -> None:
        self._project = project.resolve()
        self._tell = tell
        self._ends = Event()
        self._pace = _IDLE
        self._folders: frozenset[str] = frozenset()
        self._files: set[str] = set()  # that are there, as far as is known
        try:
            self._notify: RustNotify | None = self._renewed()
        except _REFUSALS as error:
            raise PreviewError(f"changes of files cannot be watched: {error}") from None
        self._thread = Thread(target=self._run, name="preview: changes", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Stops watching and waits until that is done, a few milliseconds."""
        self._ends.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._ends.is_set():
            try:
                self._step()
            except Exception as error:  # noqa: BLE001  # an unwatched project would look as if nothing changed any more
                if not isinstance(error, _REFUSALS):
                    _LOG.exception("the program failed while it watched files; it watches them again")
                self._notify = None
                self._ends.wait(AGAIN)

    def _step(self) -> None:
        """Waits for a moment, and tells what has changed in it."""
        if self._notify is None:
            self._notify = self._renewed()
            self._tell(frozenset({self._project.name}))
            return
        told = self._notify.watch(_LONGEST, *self._pace, self._ends)
        if isinstance(told, str):  # nothing has changed for a while, or it is to end
            self._pace = _IDLE
            return
        paths = {path for _, path in told} - passing(told, self._files)
        self._note(paths)
        names = inputs(paths, self._project)
        if paths & self._folders or any((self._project / name).is_dir() for name in names):
            try:
                self._notify = self._renewed()  # before anyone builds: what changes from here on is told
            except _REFUSALS:  # the project itself is gone: a build says so, and the next step looks for it
                self._notify = None
            names = names or frozenset({self._project.name})  # what changed while it was renewed may not be
        if names:
            self._pace = BRISK, CALMS_DOWN
            self._tell(names)

    def _note(self, paths: set[str]) -> None:
        there = {path for path in paths if os.path.lexists(path)}
        self._files |= there
        self._files -= paths - there

    def _renewed(self) -> RustNotify:
        """Watches the folders that are there now. Raises one of the refusals."""
        listed = _listed(self._project)
        while True:
            notify = _notify([*listed])
            before, listed = listed, _listed(self._project)
            if listed.keys() == before.keys():  # else a folder came before the one around it was watched
                break
        self._folders = frozenset(listed)
        self._files = {f"{folder}{os.sep}{name}" for folder, names in listed.items() for name in names}
        return notify


def _notify(folders: list[str]) -> RustNotify:
    rest = (300, False, True)  # the package’s own order
    try:
        return RustNotify(folders, False, is_polled(), *rest)
    except _REFUSALS:  # there are more folders than the system watches, or one has just gone
        return RustNotify(folders, False, True, *rest)


def _listed(project: Path) -> dict[str, list[str]]:
    """The project, the folders of inputs and those in them, without links and hidden ones, each with its files.

    A folder comes after the one around it. One whose name is no Unicode cannot be watched; reading the project reports
    what lies in it. Raises FileNotFoundError when the project is gone.
    """
    listed: dict[str, list[str]] = {str(project): []}
    if not project.is_dir():
        raise FileNotFoundError(f"{project} is gone")
    for name in WATCHED:
        if not (project / name).is_symlink():
            for parent, folders, names in os.walk(project / name):
                folders[:] = [each for each in folders if not each.startswith(".") and _is_unicode(each)]
                listed[parent] = names
    return listed


def _is_unicode(name: str) -> bool:
    return name.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in name)


def passing(told: Iterable[tuple[int, str]], known: Container[str]) -> set[str]:
    """The files that came and went at once: editors write beside the file first, and try what they may.

    A ``known`` file was there before: it has gone.
    """
    return {path for change, path in told if change == Change.added and path not in known and not os.path.lexists(path)}


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
