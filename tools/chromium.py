"""Where Chromium is on this machine: for the browser tests, the pictures of the docs, the audit and the bench."""

import os
import shutil
import sys
from functools import cache
from pathlib import Path

VARIABLE = "CHROMIUM"  # a path in it is taken before all others
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_APPLICATIONS = (  # where macOS keeps programs that are on no PATH
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
_DOWNLOADED = (  # in Playwright’s folder, by system; the newest folder wins
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium-*/chrome-win*/chrome.exe",
)
_SHELL = "chromium-headless-shell"  # Debian’s package and program: Chromium without windows, 2.6 times as fast a page
_DEBIAN = (Path("/usr/bin", _SHELL), Path("/usr/bin/chromium"))


@cache
def find_chromium() -> Path | None:
    """The browser named by CHROMIUM=, else the first on PATH, of macOS, or in Playwright’s folder; None: there is none.

    A CHROMIUM= that names no file finds nothing: whoever sets it means that browser and no other.
    """
    if named := os.environ.get(VARIABLE):
        return Path(named) if Path(named).is_file() else None
    on_path = (shutil.which(name) for name in _NAMES)
    applications = (path for path in _APPLICATIONS if Path(path).is_file())
    found = next((path for path in (*on_path, *applications) if path), None)
    return Path(found) if found else _downloaded()


@cache
def find_headless() -> Path | None:
    """The browser for tests, which nobody looks at: Chromium without windows where it is installed, else Chromium.

    None: there is neither. CHROMIUM= is obeyed as by ``find_chromium``.
    """
    shell = None if os.environ.get(VARIABLE) else shutil.which(_SHELL)
    return Path(shell) if shell else find_chromium()


def is_debian(browser: Path) -> bool:
    """Whether it is a browser that drew the pictures which the tests compare with."""
    return browser in _DEBIAN and Path("/etc/debian_version").exists()


def _downloaded() -> Path | None:
    found = [path for shape in _DOWNLOADED for path in _downloads().glob(shape) if path.is_file()]
    return max(found, key=lambda path: path.stat().st_mtime, default=None)


def _downloads() -> Path:
    """Playwright’s folder of browsers (playwright.dev, “Managing browser binaries”)."""
    if named := os.environ.get("PLAYWRIGHT_BROWSERS_PATH"):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData/Local"), "ms-playwright")
    caches = "Library/Caches" if sys.platform == "darwin" else ".cache"
    return Path.home() / caches / "ms-playwright"
