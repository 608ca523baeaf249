"""The engine’s digest: what was made by another engine, or with other libraries, is forgotten."""

import hashlib
import marshal
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

from nutgraf.memory.scan import scan
from nutgraf.memory.sealed import read_sealed, write_sealed

_MAGIC = f"nutgraf engine 1, Python {sys.version}\n".encode()  # which may have another format
_ENGINE = Path(__file__).parent.parent
_COMPILED = {"__pycache__"}


def engine_files() -> list[Path]:
    """The files of the engine, in order."""
    found = []
    for parent, folders, names in os.walk(_ENGINE):
        folders[:] = sorted(set(folders) - _COMPILED)
        found += [Path(parent, name) for name in names]
    return sorted(found)


def known_engine(folder: Path, *, keeps: bool = False) -> bytes:
    """The digest of the engine as the folder knows it; taken anew when a file of the engine is not what it was.

    ``keeps`` says whether the folder is to know it from then on; then it raises OSError when the disk refuses.
    """
    seen = _seen()
    sealed = read_sealed(folder / "engine", _MAGIC)
    known, digest = marshal.loads(sealed) if sealed else (None, b"")  # noqa: S302  # plain values, as they were written
    if known != seen:
        digest = engine_digest()
        if keeps:
            write_sealed(folder / "engine", _MAGIC, marshal.dumps((seen, digest)))
    return bytes(digest)


@cache
def engine_digest() -> bytes:
    """A digest of the engine, of Python, and of the names and versions of everything installed beside it.

    Taken once per process: the code that runs is the code that was loaded, whatever happens to its files later.
    """
    digest = hashlib.blake2b(digest_size=16)
    for path in engine_files():
        digest.update(path.relative_to(_ENGINE).as_posix().encode() + b"\n")
        digest.update(hashlib.blake2b(path.read_bytes()).digest())
    digest.update("\n".join([sys.version, *_installed()]).encode())
    return digest.digest()


@cache
def _seen() -> tuple[Any, ...]:
    """What the digest is taken of, as the disk describes it; once per process, like the digest that it stands for."""
    own = {name: each for name, each in scan(str(_ENGINE), ("",)).items() if "__pycache__" not in name}
    return tuple(_installed()), own


def _installed() -> list[str]:
    """Folders such as ``jinja2-3.1.6.dist-info``, without a look into them."""
    found = set()
    for folder in sys.path:
        if os.path.isdir(folder):  # noqa: PTH112  # a path object for each entry would cost more than the look
            found |= {name for name in os.listdir(folder) if name.endswith(".dist-info")}  # noqa: PTH208  # as above
    return sorted(found)
