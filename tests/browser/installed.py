"""What the browser tests need on the machine. What is missing fails them, and says how to get it."""

import shutil
from pathlib import Path

import pytest

_CHECKERS = Path(__file__).parent / "checkers"
_FETCH = f"npm ci --ignore-scripts --prefix {_CHECKERS.relative_to(Path(__file__).parents[2])}"


def chromium() -> Path:
    """Debian’s browser."""
    return _there(Path("/usr/bin/chromium"), "apt-get install -y --no-install-recommends chromium")


def java() -> Path:
    """The machine’s Java."""
    return _there(
        Path(shutil.which("java") or "java"), "apt-get install -y --no-install-recommends default-jre-headless"
    )


def axe() -> str:
    """axe-core, the script that a page is checked with."""
    return _there(_CHECKERS / "node_modules" / "axe-core" / "axe.min.js", _FETCH).read_text("utf-8")


def newswire_frames() -> str:
    """@newswire/frames, the script with which newsrooms show each other’s boxes."""
    return _there(_CHECKERS / "node_modules" / "@newswire" / "frames" / "dist" / "frames.umd.js", _FETCH).read_text(
        "utf-8"
    )


def nu_checker() -> Path:
    """The Nu HTML checker."""
    return _there(_CHECKERS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar", _FETCH)


def _there(path: Path, command: str) -> Path:
    if not path.exists():
        pytest.fail(f"{path.name} is missing; make test fetches what it can, and this brings it: {command}")
    return path
