"""The journal: what is about to be moved into place, so that a publication that was cut off can be finished.

It lies in the folder of what is staged and shares its fate: the cache may be deleted at any time, and then nobody would
know what the staged files were for (docs/decisions/journal-beside-the-stage.md).
"""

import json
import os
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from nutgraf.atomic import replace

_NAME = ".journal.json"
_VERSION = 1


class Journal(Struct, frozen=True):
    """A publication."""

    staged: tuple[str, ...]  # files to be moved into place
    files: tuple[str, ...]  # everything that the site consists of then


def write_journal(stage: Path, staged: Collection[str], files: Collection[str]) -> None:
    """Writes the journal; from here on the publication will be finished, whatever happens."""
    told = json.dumps([_VERSION, sorted(staged), sorted(files)])
    text = f'["{_sum(told)}", {told}]'
    new = stage / f"{_NAME}.new"
    stage.mkdir(parents=True, exist_ok=True)
    with new.open("w", encoding="utf-8", newline="\n") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    replace(new, stage / _NAME)


def read_journal(stage: Path) -> Journal | None:
    """The journal of a publication that was cut off; None where none had begun, so that nothing has moved."""
    try:
        told_sum, told = json.loads((stage / _NAME).read_text("utf-8"))
        version, staged, files = told
    except (OSError, ValueError, TypeError):
        return None
    return Journal(tuple(staged), tuple(files)) if told_sum == _sum(json.dumps(told)) and version == _VERSION else None


def remove_journal(stage: Path) -> None:
    """Says that everything has been moved."""
    (stage / _NAME).unlink()


def _sum(told: str) -> str:
    return sha256(told.encode()).hexdigest()
