"""Read: the project folder → files. The only stage that looks at the disk before publish."""

import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

SETTINGS = "site.toml"
FOLDERS = ("assets", "content", "locale", "seeds")
LARGEST = 10_000_000  # bytes of a text: thousands of pages
LARGEST_ASSET = 100_000_000  # bytes: GitHub takes no larger file
# Controls, line breaks, what turns text around, and bytes that are no UTF-8 (PEP 383).
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
BACKUPS = ("~", "#", ".bak", ".new", ".orig", ".swp", ".tmp")


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
        try:
            unfit = _unfit(name, path.lstat())
            if unfit:
                problems.append(unfit)
            else:
                files.append(File(name, path, digest(path, name)))
        except FileNotFoundError:  # it has vanished since it was listed
            continue
        except OSError as error:
            problems.append(_unread(name, error))
    problems += [_link(path.relative_to(project).as_posix()) for path in sorted(_links(project / "templates"))]
    problems += [_unread(Path(error.filename).relative_to(project).as_posix(), error) for error in closed]
    return tuple(files), tuple(problems)


def _links(folder: Path) -> Iterator[Path]:
    """The links in the folder of the templates, which Jinja would follow wherever they lead."""
    yield from (folder,) if folder.is_symlink() else (path for path in _files(folder, []) if path.is_symlink())


def _link(name: str) -> Problem:
    return problem("symlink", Place(name), "symbolic links are not followed", "put a copy here")


def _unfit(name: str, status: os.stat_result) -> Problem | None:
    """Why something that lies among the inputs cannot be one. A pipe or a device would never end."""
    most = LARGEST_ASSET if name.startswith("assets/") else LARGEST
    if stat.S_ISLNK(status.st_mode):
        return _link(name)
    if not stat.S_ISREG(status.st_mode):
        return problem("unreadable-file", Place(name), "this is not a regular file", "remove it")
    if _UNSEEN.search(name):
        return problem("bad-name", Place(name), "a sign that nobody can see stands in this name", "give it another")
    if status.st_size > most:
        message = f"this file is larger than {most // 1_000_000} MB, and larger ones are not read"
        hint = "put it where pages can link to it" if most == LARGEST_ASSET else "cut it into several"
        return problem("too-large", Place(name), message, hint)
    return None


def _unread(name: str, error: OSError) -> Problem:
    hint = "give yourself the right to read it" if isinstance(error, PermissionError) else "look at it, or remove it"
    return problem("unreadable-file", Place(name), f"this cannot be read: {error.strerror}", hint)


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
    """The files in a folder and below it, and the links among its folders, which may lie any number of folders deep."""
    rest = [folder]
    while rest:
        try:
            with os.scandir(rest.pop()) as entries:
                shown = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            closed.append(error)
            continue
        rest += [Path(entry) for entry in shown if entry.is_dir(follow_symlinks=False)]
        yield from (
            Path(entry)
            for entry in shown
            if not entry.is_dir(follow_symlinks=False) and not entry.name.endswith(BACKUPS)
        )
