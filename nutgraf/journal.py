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
    """Writes the journal to disk for good (fsync); from here on the publication will be finished, whatever happens.

    staged, files: names relative to the output folder. Raises OSError.
    """
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
    """The journal of an interrupted publication.

    None if there is none or it is damaged, so that nothing has been moved.
    """
    try:
        told_sum, told = json.loads((stage / _NAME).read_text("utf-8"))
        version, staged, files = told
    except (OSError, ValueError, TypeError):
        return None
    return Journal(tuple(staged), tuple(files)) if told_sum == _sum(json.dumps(told)) and version == _VERSION else None


def remove_journal(stage: Path) -> None:
    """Removes the journal, as everything has been moved. Raises OSError, also if there is none."""
    (stage / _NAME).unlink()


def _sum(told: str) -> str:
    return sha256(told.encode()).hexdigest()
