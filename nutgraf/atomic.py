"""Files in one step: a name leads to the old contents or to the new ones, and never to half of them."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from time import sleep

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


def _waits() -> Iterator[float]:
    yield from _WAITS if sys.platform == "win32" else ()
