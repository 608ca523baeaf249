"""Read: the project folder → files. The only stage that looks at the disk before publish."""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

SETTINGS = "site.toml"
FOLDERS = ("assets", "content", "locale", "seeds")
BACKUPS = ("~", "#", ".bak", ".swp", ".tmp", ".orig")


class ChangedError(Exception):
    """A file that changed or vanished while the site was built; the message is its path."""


@dataclass(frozen=True)
class File:
    """An input as it was read."""

    path: str  # relative to the project, with forward slashes
    contents: bytes | Path = field(repr=False)  # or where they still lie
    digest: str  # SHA-256 of the contents, in hexadecimal

    @property
    def data(self) -> bytes:
        """The contents. Raises ChangedError when they are not what they were at the beginning of the build."""
        if isinstance(self.contents, bytes):
            return self.contents
        try:
            data = self.contents.read_bytes()
        except OSError:
            raise ChangedError(self.path) from None
        if hashlib.sha256(data).hexdigest() != self.digest:
            raise ChangedError(self.path)
        return data

    @property
    def name(self) -> PurePosixPath:
        """The path, to take apart."""
        return PurePosixPath(self.path)


def digest_in(files: Mapping[str, File], path: str) -> bytes:
    """The digest of the file of that path; b"" when there is none."""
    return bytes.fromhex(files[path].digest) if path in files else b""


def sha256_of(path: Path, name: str) -> str:
    """The digest of a file, in hexadecimal. Raises OSError."""
    del name
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read(project: Path, digest: Callable[[Path, str], str] = sha256_of) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The project’s inputs by path, and a problem for each that cannot be one.

    ``digest`` gives that of a file by its path and its name in the project; it need not read what it knows.
    Hidden and backup files are passed over; symbolic links are refused (design §2.1, §3.4).
    """
    files: list[File] = []
    problems: list[Problem] = []
    closed: list[OSError] = []
    for path in sorted(_paths(project, closed)):
        name = path.relative_to(project).as_posix()
        if path.is_symlink():
            problems.append(problem("symlink", Place(name), "symbolic links are not followed", "put a copy here"))
        elif path.is_file():
            try:
                files.append(File(name, path, digest(path, name)))
            except OSError as error:
                problems.append(_unread(name, error))
        else:
            problems.append(problem("bad-name", Place(name), "this is not a regular file", "remove it"))
    problems += [_unread(Path(error.filename).relative_to(project).as_posix(), error) for error in closed]
    return tuple(files), tuple(problems)


def _unread(name: str, error: OSError) -> Problem:
    return problem("bad-encoding", Place(name), f"this cannot be read: {error.strerror}")


def _paths(project: Path, closed: list[OSError]) -> Iterator[Path]:
    """Everything that may be an input; what refuses to be listed is added to ``closed``."""
    settings = project / SETTINGS
    if settings.exists() or settings.is_symlink():
        yield settings
    for name in FOLDERS:
        folder = project / name
        if folder.is_symlink():
            yield folder
        elif folder.exists():
            yield from _files(folder, closed)


def _files(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    """The files in a folder and below it, and the links among its folders."""
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        here = Path(parent)
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (here / name for name in folders if (here / name).is_symlink())
        yield from (here / name for name in names if not name.startswith(".") and not name.endswith(BACKUPS))
