"""A scan: everything in some folders of the project, as its disk describes it, without reading a file.

Windows describes files while it lists their folder, as git for Windows trusts: without a number, and with the time they
were made instead of that of their last status change. Size and time of change must do there.
"""

import os
from collections.abc import Iterable

from nutgraf.memory.signatures import signature_in
from nutgraf.memory.table import Signature


def scan(project: str, names: Iterable[str]) -> dict[str, Signature]:
    """The signature of each file in these files and folders and below them, by its path in the project."""
    found: dict[str, Signature] = {}
    rest = list(names)
    while rest:
        name = rest.pop()
        try:
            with os.scandir(f"{project}/{name}") as entries:
                for entry in entries:
                    inside = f"{name}/{entry.name}" if name else entry.name  # entry.path has backslashes on Windows
                    if entry.is_dir(follow_symlinks=False):
                        rest.append(inside)
                    else:
                        found[inside] = signature_in(entry.stat(follow_symlinks=False))
        except NotADirectoryError:
            found[name] = signature_in(os.lstat(f"{project}/{name}"))
        except OSError:  # read has the words for it
            found[name] = (0, 0, 0, 0)
    return found
