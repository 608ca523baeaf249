"""Read: the project folder → files. The only stage that looks at the disk before publish."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

SETTINGS = "site.toml"
FOLDERS = ("assets", "content", "seeds")
_BACKUPS = ("~", "#", ".bak", ".swp", ".tmp", ".orig")


@dataclass(frozen=True)
class File:
    """An input as it was read."""

    path: str  # relative to the project, with forward slashes
    data: bytes
    digest: str  # SHA-256 of data, in hexadecimal

    @property
    def name(self) -> PurePosixPath:
        """The path, to take apart."""
        return PurePosixPath(self.path)


def read(project: Path) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The project’s inputs by path, and a problem for each that cannot be one.

    Hidden and backup files are passed over; symbolic links are refused (design §2.1, §3.4).
    """
    files: list[File] = []
    problems: list[Problem] = []
    for path in sorted(_paths(project)):
        name = path.relative_to(project).as_posix()
        if path.is_symlink():
            problems.append(problem("symlink", Place(name), "symbolic links are not followed", "put a copy here"))
        elif path.is_file():
            try:
                data = path.read_bytes()
            except OSError as error:
                problems.append(problem("bad-encoding", Place(name), f"this file cannot be read: {error.strerror}"))
            else:
                files.append(File(name, data, hashlib.sha256(data).hexdigest()))
        else:
            problems.append(problem("bad-name", Place(name), "this is not a regular file", "remove it"))
    return tuple(files), tuple(problems)


def _paths(project: Path) -> Iterator[Path]:
    settings = project / SETTINGS
    if settings.exists() or settings.is_symlink():
        yield settings
    for folder in FOLDERS:
        if (project / folder).is_symlink():
            yield project / folder
            continue
        for parent, folders, names in os.walk(project / folder):
            here = Path(parent)
            folders[:] = [name for name in folders if not name.startswith(".")]
            yield from (here / name for name in folders if (here / name).is_symlink())
            yield from (here / name for name in names if not name.startswith(".") and not name.endswith(_BACKUPS))
