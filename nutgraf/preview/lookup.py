"""Look up: the path of a request → the file that GitHub Pages would answer it with."""

import os
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes

from msgspec import Struct

_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f\\]")  # no address of a site holds one, and Windows reads \ as /


class Moved(Struct, frozen=True):
    """The page answers at another path of this server."""

    path: str  # percent-encoded, from the root
    is_permanent: bool = True


def look_up(path: str, base: str, folder: Path) -> Path | Moved | None:
    """The file for a path as the request has it, where to go instead, or None when nothing is there.

    ``base`` is the path of the site on its host, with a slash at both ends. Nothing outside the folder is ever found:
    not by dots, however they are encoded, nor by a link, and no file or folder that begins with a dot.
    """
    name, root = _decoded(path), _decoded(base)
    if name is None or root is None:
        return None
    if f"{name}/" == root:
        return Moved(base)
    if name == "/" and root != "/":
        return Moved(base, is_permanent=False)
    if not name.startswith(root):
        return None
    *parts, last = name.removeprefix(root).split("/")
    steps = (*parts, last) if last else tuple(parts)
    if any(not step or step.startswith(".") for step in steps):
        return None
    return _found(path, folder.joinpath(*steps), folder)


def _decoded(path: str) -> str | None:
    """The path without percent signs, decoded once; None when it cannot name a page."""
    try:
        name = unquote_to_bytes(path).decode()
    except UnicodeDecodeError:
        return None
    return None if _FORBIDDEN.search(name) else name


def _found(path: str, asked: Path, folder: Path) -> Path | Moved | None:
    if os.path.isdir(asked):  # noqa: PTH112  # unlike Path.is_dir, says no to a name too long for the disk
        if not path.endswith("/"):
            return Moved(f"{path}/")
        file = asked / "index.html"
    elif path.endswith("/"):
        return None
    else:
        file = asked if os.path.isfile(asked) else asked.with_name(f"{asked.name}.html")  # noqa: PTH113  # likewise
    return file if os.path.isfile(file) and _is_inside(file, folder) else None  # noqa: PTH113  # likewise


def _is_inside(file: Path, folder: Path) -> bool:
    """Whether no link leads away from the folder on the way to the file."""
    return os.path.realpath(file) == os.path.join(os.path.realpath(folder), file.relative_to(folder))  # noqa: PTH118
