"""What a test needs of the system it runs on, and a link to a folder where the system has one."""

import shutil
import sys
from pathlib import Path

import pytest


def unix_only(reason: str) -> pytest.MarkDecorator:
    """For a test of what Windows does not have; the reason says what. On Linux and macOS it always runs."""
    return pytest.mark.skipif(sys.platform == "win32", reason=f"Windows has no {reason}")


def needs_unix(reason: str) -> None:
    """The same in the midst of a test, for one of many cases."""
    if sys.platform == "win32":
        pytest.skip(f"Windows has no {reason}")


def linux_only(reason: str) -> pytest.MarkDecorator:
    """For a test of what only Linux has; the reason says what."""
    return pytest.mark.skipif(sys.platform != "linux", reason=f"only Linux has {reason}")


def borrow(folder: Path, place: Path) -> None:
    """Makes the folder appear in another place: as a link, or as a copy where not everybody may make links."""
    if sys.platform == "win32":
        shutil.copytree(folder, place, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        place.symlink_to(folder)
