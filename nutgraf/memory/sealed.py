"""Sealed files: bytes behind a head and their digest, written in one step. What was damaged is as good as gone."""

from pathlib import Path

from nutgraf.atomic import replace
from nutgraf.digests import SIZE, sum_of


def read_sealed(path: Path, head: bytes) -> bytes | None:
    """What was sealed; None when the file is gone or damaged, or has another head."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    start = len(head) + SIZE
    sealed = data[start:]
    return sealed if data[:start] == head + sum_of(sealed) else None


def write_sealed(path: Path, head: bytes, contents: bytes) -> None:
    """Writes the file. Raises OSError."""
    new = path.with_suffix(".new")
    new.write_bytes(head + sum_of(contents) + contents)
    replace(new, path)
