"""What the browser tests need on the machine. ``make browser`` brings it."""

import shutil
from pathlib import Path

from tests.missing import lacks
from tools.chromium import find_headless, is_debian

_MODULES = Path(__file__).parent / "checkers" / "node_modules"
_BRING = "make browser"


def chromium() -> Path:
    """A Chromium of this machine."""
    return find_headless() or lacks("Chromium", _BRING)


def debian_chromium() -> Path:
    """The browser that drew the pictures which tests compare with; another draws letters in its own way."""
    browser = chromium()
    return browser if is_debian(browser) else lacks("Debian’s Chromium", f"{_BRING} on Debian")


def java() -> str:
    """The machine’s Java."""
    return shutil.which("java") or lacks("Java", _BRING)


def axe() -> str:
    """axe-core, the script that a page is checked with."""
    return _module("axe-core/axe.min.js").read_text("utf-8")


def newswire_frames() -> str:
    """@newswire/frames, the script with which newsrooms show each other’s boxes."""
    return _module("@newswire/frames/dist/frames.umd.js").read_text("utf-8")


def nu_checker() -> Path:
    """The Nu HTML checker."""
    return _module("vnu-jar/build/dist/vnu.jar")


def _module(name: str) -> Path:
    path = _MODULES / name
    return path if path.exists() else lacks("the checkers from npm", _BRING)
