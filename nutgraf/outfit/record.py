"""The record: what each file of the outfit was when it came, in the form that ``sha256sum`` reads."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

RECORD = "outfit.sums"
_OPENING = f"""\
# What the files below were when they came with Nutgraf; by this, an update tells what you have changed.
# sha256sum --check {RECORD} tells it too.
"""
_LINE = re.compile(r"^([0-9a-f]{64})  (.+)$", re.MULTILINE)


def sum_at(path: Path) -> str:
    """The SHA-256 of the file, in hexadecimal; "" if there is no file. Raises OSError if it cannot be read."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def read_record(project: Path) -> Mapping[str, str]:
    """The SHA-256 of each file as it came with ``init`` or ``update``, by path.

    Empty if ``init`` has not made the microsite.
    """
    path = project / RECORD
    text = path.read_text("utf-8", "replace") if path.is_file() else ""
    return {name: told for told, name in _LINE.findall(text)}


def write_record(project: Path, sums: Mapping[str, str]) -> None:
    """Writes the record as ``sha256sum --check`` reads it, sorted by path. Raises OSError."""
    lines = "".join(f"{told}  {name}\n" for name, told in sorted(sums.items()))
    (project / RECORD).write_text(_OPENING + lines, "utf-8", newline="\n")
