"""Publish: rendered contents → the output folder, all or nothing."""

import json
import os
import shutil
from collections.abc import Collection, Iterable
from contextlib import suppress
from itertools import accumulate
from pathlib import Path

from nutgraf.atomic import replace, way_out
from nutgraf.journal import Journal, read_journal, remove_journal, write_journal
from nutgraf.read import FOLDERS

MANIFEST = ".nutgraf.json"  # which files are ours; dot files are not uploaded
_STAGING = ".nutgraf-new"  # where files wait until all of them are written
_VERSION = 1
_INPUTS = (*FOLDERS, "templates", "nutgraf", ".git", ".github")


class OutputError(Exception):
    """The site cannot be written where it was asked for; the message says why and what to do."""


class ForeignError(OutputError):
    """The folder is not as builds have left it: what is in it is not ours, or nothing proves that it is."""


def check_output(project: Path, folder: Path) -> None:
    """Raises OutputError for a folder that a build must never write to, whatever is in it; it need not exist.

    That is the project, the home folder and every folder around one of them, and the folders of the inputs. Folders
    are compared by device and inode: a link or another spelling of a name leads to the same one.
    """
    asked = _identity(folder)
    around = "name a folder for the site alone, such as build"
    if asked in {_identity(each) for each in (project, *project.resolve().parents)}:
        raise OutputError(f"{folder} holds the project itself; {around}")
    if asked in {_identity(each) for each in (Path.home(), *Path.home().resolve().parents)}:
        raise OutputError(f"{folder} holds everything that is yours; {around}")
    inside = {_identity(each) for each in (folder, *folder.resolve().parents)}
    for name in _INPUTS:
        if _identity(project / name) in inside:
            raise OutputError(f"{folder} is among the inputs ({name}); {around}")


def _identity(folder: Path) -> object:
    """What a folder is to its disk; of one that is not there, or on a disk that does not number its files, the path."""
    try:
        status = folder.stat()
    except OSError:
        return folder.resolve()
    return (status.st_dev, status.st_ino) if status.st_ino else folder.resolve()


def stage(name: str, data: bytes, folder: Path) -> bool:
    """True once the file waits in the stage; False, and nothing is written, if the published one has the same bytes.

    name: relative to the folder, with forward slashes. Raises OutputError if the disk refuses.
    """
    try:
        if _holds(folder / name, data):
            return False
        _write(folder / _STAGING / name, data)
    except OSError as error:
        raise refused(error, folder) from None
    return True


def coming(name: str, folder: Path) -> Path:
    """The path at which the file of that name is now: in the stage if it is staged, else where it is published."""
    staged = folder / _STAGING / name
    return staged if staged.exists() else folder / name


def finish(folder: Path) -> None:
    """Completes an interrupted publication if its journal is there, else drops what was staged.

    The stage is empty then.
    Raises OutputError for a folder that is not ours, and if the disk refuses.
    """
    try:
        ours = _ours(folder)
        journal = read_journal(folder / _STAGING)
        if journal:
            _move(journal, folder, ours or set())
    except OSError as error:
        raise refused(error, folder) from None
    shutil.rmtree(folder / _STAGING, ignore_errors=True)


def abandon(folder: Path) -> None:
    """Removes the stage, unless a journal says that its files are being moved.

    A folder that this empties goes as well.
    """
    if read_journal(folder / _STAGING) is None:
        shutil.rmtree(folder / _STAGING, ignore_errors=True)
        with suppress(OSError):  # there is something else in it: then it was not made for the stage
            folder.rmdir()


def is_cut_off(folder: Path) -> bool:
    """True if an earlier build was interrupted and has left its stage in the folder."""
    return os.path.lexists(folder / _STAGING)


def publish(staged: Collection[str], files: Collection[str], folder: Path) -> None:
    """Moves the staged files into place and removes what the manifest lists and `files` does not.

    Names are relative to the folder; `files` has the staged ones too. Raises OutputError for a folder with files of
    others and no manifest, for anything in the way, and if the disk refuses; then nothing has moved, or ``finish``
    moves the rest (docs/decisions/journal-beside-the-stage.md).
    """
    try:
        old = _ours(folder) or set()
        _check_places(staged, folder, old)
        if staged or old.symmetric_difference(files):
            write_journal(folder / _STAGING, staged, files)
            _move(Journal(tuple(staged), tuple(files)), folder, old)
    except OSError as error:
        raise refused(error, folder) from None
    finally:
        abandon(folder)


def refused(error: OSError, folder: Path) -> OutputError:
    """The error to raise instead, with what the disk said, the place (the folder if it named none) and what to do."""
    place = str(error.filename2 or error.filename or folder)
    return OutputError(f"{place} cannot be written: {error.strerror}{way_out(error, place)}")


def unpublish(folder: Path) -> tuple[int, bool]:
    """How many files of the site were removed, and whether files of others are still in the folder.

    Raises OutputError for a folder that holds files but no site of ours, and OSError if the disk refuses.
    """
    ours = _ours(folder) or set()
    there = {name for name in ours if _is_inside(folder / name, folder) and (folder / name).is_file()}
    shutil.rmtree(folder / _STAGING, ignore_errors=True)
    _remove(folder, ours)
    (folder / MANIFEST).unlink(missing_ok=True)
    has_more = folder.exists() and any(folder.iterdir())
    if folder.exists() and not folder.is_symlink() and not has_more:
        folder.rmdir()
    return len(there), has_more


def _move(journal: Journal, folder: Path, old: set[str]) -> None:
    """Does what the journal says to the ``old`` files that are ours; what it has done already is left alone."""
    is_listed = old == set(journal.files)
    if not is_listed:
        _list(folder, old.union(journal.files))  # an interrupted build leaves no file that nobody owns
        _remove(folder, old.difference(journal.files))
    made: set[Path] = set()
    for name in journal.staged:
        source, target = folder / _STAGING / name, folder / name
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        with suppress(FileNotFoundError):  # it has been moved before
            replace(source, target)
    if not is_listed:
        _list(folder, journal.files)
    remove_journal(folder / _STAGING)  # before anything else is staged beside it


def _ours(folder: Path) -> set[str] | None:
    """The files that the manifest lists; None for a folder that is empty or not there."""
    try:
        read = json.loads((folder / MANIFEST).read_text("utf-8"))
        if read["version"] == _VERSION:
            return {str(name) for name in read["files"]}
        raise ValueError("another version")
    except (ValueError, KeyError, TypeError):
        hint = f"remove {folder} and build again"
        raise ForeignError(f"{folder / MANIFEST}, the list of what is ours, cannot be read; {hint}") from None
    except FileNotFoundError:
        if folder.exists() and any(path.name != _STAGING for path in folder.iterdir()):
            raise ForeignError(f"{folder} holds files that are not ours; name an empty folder") from None
        return None
    except NotADirectoryError:
        raise ForeignError(f"{folder} is a file; name a folder") from None


def _check_places(names: Iterable[str], folder: Path, ours: set[str]) -> None:
    """Raises OutputError where a file of somebody else, or a link that leads elsewhere, is in the way."""
    looked: set[str] = set()
    for name in names:
        for part in accumulate(name.split("/"), "{}/{}".format):
            if part not in looked and os.path.lexists(folder / part):
                _check_place(part, folder, ours)
            looked.add(part)
        path = folder / name
        if path.is_dir() and any(_name(each, folder) not in ours for each in path.rglob("*") if not each.is_dir()):
            raise ForeignError(f"{path} is in the way and holds files that are not ours; move it away")


def _check_place(part: str, folder: Path, ours: set[str]) -> None:
    path = folder / part
    if path.is_symlink():
        raise ForeignError(f"{path} is a symbolic link; remove it, the site is not written through links")
    if not path.is_dir() and part not in ours:
        raise ForeignError(f"{path} is in the way and is not ours; move it away")


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _list(folder: Path, names: Iterable[str]) -> None:
    """The manifest, written when it says something new, and in one step: without it nothing is ours."""
    data = json.dumps({"version": _VERSION, "files": sorted(names)}, indent=1).encode()
    if not _holds(folder / MANIFEST, data):
        _write(folder / _STAGING / MANIFEST, data)
        replace(folder / _STAGING / MANIFEST, folder / MANIFEST)


def _is_inside(path: Path, folder: Path) -> bool:
    """Whether the path stays in the folder, links and dots followed; a manifest may have been tampered with."""
    return folder.resolve() in path.resolve().parents


def _remove(folder: Path, names: Iterable[str]) -> None:
    """Removes files, and the folders that this empties."""
    for name in sorted(names):
        path = folder / name
        if not _is_inside(path, folder) or path.is_dir():
            continue
        with suppress(FileNotFoundError, NotADirectoryError):
            path.unlink()
        for parent in path.parents:
            if parent == folder or not parent.is_dir() or any(parent.iterdir()):
                break
            parent.rmdir()
