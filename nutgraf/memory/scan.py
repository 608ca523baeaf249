"""A scan: everything in some folders of the project, as its disk describes it, without reading a file."""

import os
from collections.abc import Iterable

from nutgraf.memory.table import Signature


def scan(project: str, names: Iterable[str]) -> dict[str, Signature]:
    """The signature of each file in these files and folders and below them, by its path in the project."""
    found: dict[str, Signature] = {}
    rest = [f"{project}/{name}" for name in names]
    start = len(project) + 1
    while rest:
        path = rest.pop()
        try:
            with os.scandir(path) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        rest.append(entry.path)
                    else:
                        found[entry.path[start:]] = _signature(entry.stat(follow_symlinks=False))
        except NotADirectoryError:
            found[path[start:]] = _signature(os.lstat(path))
        except OSError:  # read has the words for it
            found[path[start:]] = (0, 0, 0, 0)
    return found


def _signature(status: os.stat_result) -> Signature:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
