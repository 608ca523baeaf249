"""``make browser``: brings what the browser tests need: Chromium, Java for the HTML checker, and two checkers from npm.

With root or sudo and apt-get come Debian’s packages, else Playwright’s own download of Chromium. What cannot be brought
is named, with the reason; the exit code is then 1.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.chromium import VARIABLE, find_headless

PROJECT = Path(__file__).resolve().parents[1]
CHECKERS = PROJECT / "tests" / "browser" / "checkers"
_PACKAGES = {
    "chromium": "chromium-headless-shell",
    "java": "default-jre-headless",
    "npm": "npm",
}  # of Debian, by program


def main() -> int:
    """Brings what is missing; 1 when something still is."""
    missing = [package for program, package in _PACKAGES.items() if not _is_there(program)]
    if missing and (apt := _apt()):
        _run(*apt, "update")
        _run(*apt, "install", "-y", "--no-install-recommends", *missing)
        find_headless.cache_clear()
    if not find_headless() and VARIABLE not in os.environ:
        _run(sys.executable, "-m", "playwright", "install", "chromium")
        find_headless.cache_clear()
    if npm := shutil.which("npm"):
        quiet = ("--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts")
        _run(npm, "ci", *quiet, "--prefix", str(CHECKERS))
    lacking = list(_lacking())
    print(*lacking or [f"The browser tests have all they need; Chromium is {find_headless()}."], sep="\n")
    return 1 if lacking else 0


def _is_there(program: str) -> bool:
    return bool(find_headless() if program == "chromium" else shutil.which(program))


def _apt() -> list[str]:
    """The command that installs Debian’s packages; empty where there is none or nobody may."""
    if not shutil.which("apt-get"):
        return []
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        return ["apt-get"]
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n", "apt-get"]
    return []


def _run(*command: str) -> None:
    """Runs a command and lets it speak; what it could not bring is said at the end."""
    print(*command, flush=True)
    subprocess.run(command, check=False, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})


def _lacking() -> Iterator[str]:
    """What is still missing, a sentence each."""
    named = os.environ.get(VARIABLE)
    if not find_headless():
        why = (
            f"{VARIABLE}={named} is no file"
            if named
            else "apt-get needs root or sudo, and Playwright’s download failed (see above)"
            if shutil.which("apt-get")
            else "Playwright’s download failed (see above)"
        )
        yield f"Chromium is missing: {why}. Install Chromium or Chrome and set {VARIABLE}=/path/to/it."
    if not shutil.which("java"):
        yield "Java is missing: install a Java runtime, for instance from adoptium.net."
    if not shutil.which("npm"):
        yield "npm is missing: install Node.js, for instance from nodejs.org, then run make browser again."
    elif not (CHECKERS / "node_modules" / "axe-core").exists():
        yield "The checkers from npm are missing: npm ci failed (see above)."


if __name__ == "__main__":
    sys.exit(main())
