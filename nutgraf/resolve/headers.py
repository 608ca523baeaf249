"""The headers of all pictures in assets/: read once, and again when a file has changed."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct

from nutgraf.images import SUFFIXES, UNSAFE_SUFFIXES, Flaw, FlawedImageError, Header, read_header
from nutgraf.read import File
from nutgraf.work import Keep, Runner, Scene

Read = Header | tuple[Flaw, ...]  # the header, or why there is none


class Pile(Struct, frozen=True):
    """What reading a header may look at."""

    files: Mapping[str, File]  # by path


def is_picture(path: str) -> bool:
    """Whether a file of assets/ is published as a picture, or would be if it were safe."""
    name = PurePosixPath(path)
    return name.parts[1] not in {"css", "js"} and name.suffix.lower() in SUFFIXES.keys() | UNSAFE_SUFFIXES


def read_headers(assets: Iterable[File], runner: Runner) -> Mapping[str, Read]:
    """The header of each picture by its path, or its flaws."""
    files = {file.path: file for file in assets if is_picture(file.path)}
    scene = Scene("pictures", Pile(files), {"files": lambda path: _digest(files.get(path))})
    read = runner.run("headers", files, _read, scene)
    return {path: _unpacked(*packed) for path, packed in read.items()}


def _digest(file: File | None) -> bytes:
    return bytes.fromhex(file.digest) if file else b""


def _read(path: str, keep: Keep, pile: Pile) -> tuple[bool, tuple[Any, ...]]:
    """Whether the file has a header, and its fields; else those of its flaws."""
    del keep
    file = pile.files[path]
    try:
        header = read_header(file.name, file.read())
    except FlawedImageError as error:
        return False, tuple((flaw.message, flaw.hint, flaw.line, flaw.column) for flaw in error.flaws)
    return True, (header.format, header.width, header.height, header.orientation, header.is_animated)


def _unpacked(is_sound: bool, fields: tuple[Any, ...]) -> Read:
    return Header(*fields) if is_sound else tuple(Flaw(*each) for each in fields)
