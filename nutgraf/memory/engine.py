"""The engine’s digest: what was made by another engine, or with other libraries, is forgotten."""

import hashlib
import os
import sys
from pathlib import Path

_ENGINE = Path(__file__).parent.parent
_COMPILED = {"__pycache__"}


def engine_files() -> list[Path]:
    """The files of the engine, in order."""
    found = []
    for parent, folders, names in os.walk(_ENGINE):
        folders[:] = sorted(set(folders) - _COMPILED)
        found += [Path(parent, name) for name in names]
    return sorted(found)


def engine_digest() -> bytes:
    """A digest of the engine, of Python, and of the names and versions of everything installed beside it."""
    digest = hashlib.blake2b(digest_size=16)
    for path in engine_files():
        digest.update(path.relative_to(_ENGINE).as_posix().encode() + b"\n")
        digest.update(hashlib.blake2b(path.read_bytes()).digest())
    digest.update("\n".join([sys.version, *_installed()]).encode())
    return digest.digest()


def _installed() -> list[str]:
    """Folders such as ``jinja2-3.1.6.dist-info``, without a look into them."""
    found = set()
    for folder in sys.path:
        if os.path.isdir(folder):  # noqa: PTH112  # a path object for each entry would cost more than the look
            found |= {name for name in os.listdir(folder) if name.endswith(".dist-info")}  # noqa: PTH208  # as above
    return sorted(found)
