"""Files in one step: a name leads to the old contents or to the new ones, and never to half of them."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from time import sleep

_LONGEST_PATH = 259  # characters that Windows takes: MAX_PATH without the zero at its end
_WAITS = (0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.4)  # seconds; a virus scanner or an indexer lets go within one


def replace(source: Path, target: Path) -> None:
    """Moves a file into the place of another. Raises OSError.

    Windows refuses while any program has one of the two open, as virus scanners, indexers and sync programs have for a
    moment after a file was written. There it is tried again for a second.
    """
    for wait in _waits():
        try:
            os.replace(source, target)  # noqa: PTH105  # Path.replace does the same
        except PermissionError:
            sleep(wait)
        else:
            return
    os.replace(source, target)  # noqa: PTH105  # as above


def way_out(error: OSError, place: str) -> str:
    """What to do when a file could not be written, where Windows says less than it knows; else ""."""
    if sys.platform != "win32":
        return ""
    if len(place) > _LONGEST_PATH:
        most = f"this path has {len(place)} characters, and Windows takes {_LONGEST_PATH} unless long paths are enabled"
        return f"; {most}. Move the project to a folder with a shorter path"
    return "; close the program that has it open, and try again" if isinstance(error, PermissionError) else ""


def _waits() -> Iterator[float]:
    yield from _WAITS if sys.platform == "win32" else ()
