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
    """The SHA-256 of a file, in hexadecimal; empty when it is not there."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def read_record(project: Path) -> Mapping[str, str]:
    """The sums by path; none for a microsite that was not made by ``init``."""
    path = project / RECORD
    text = path.read_text("utf-8", "replace") if path.is_file() else ""
    return {name: told for told, name in _LINE.findall(text)}


def write_record(project: Path, sums: Mapping[str, str]) -> None:
    """Writes the sums down. Raises OSError."""
    lines = "".join(f"{told}  {name}\n" for name, told in sorted(sums.items()))
    (project / RECORD).write_text(_OPENING + lines, "utf-8", newline="\n")
