"""Case files of broken sites: a title, the files that are laid over base/, and the problems that the editor sees.

A file begins with a sentence that says what is wrong. Then come its sections: ``=== path`` and the file’s text, and
last ``=== expected``. Behind the path may stand how the file is written: ``(utf-16)``, ``(utf-8-sig)``,
``(windows-1252)``, ``(crlf)``, ``(escaped)`` with Python’s backslash escapes, ``(link)`` for a symbolic link to the
path in the section, ``(removed)`` for a file of base/ that is not there.

``python -m tests.cases.problems`` writes the expected problems anew; read the difference before you keep it.
"""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest.mock import patch

from jinja2 import Environment

from nutgraf.build import Build, Options
from nutgraf.interface import Interface
from nutgraf.pipeline import build
from nutgraf.render import make_environment
from nutgraf.report import as_text
from nutgraf.work import Runner

CASES = Path(__file__).parent
PROJECT = CASES.parent.parent.parent
EXPECTED = "expected"
_SECTION = re.compile(r"^=== (?P<path>.+?)(?: \((?P<form>[a-z0-9-]+)\))?\n", re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """One file of a case."""

    path: str
    form: str  # "" is UTF-8 as it stands
    text: str

    def lay(self, project: Path) -> None:
        """Writes the file into the project."""
        place = project / self.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        if self.form == "link":
            place.symlink_to(self.text.strip())
        elif self.form != "removed":
            place.write_bytes(self._bytes())

    def _bytes(self) -> bytes:
        if self.form == "escaped":
            return self.text.encode("ascii").decode("unicode_escape").encode("latin-1")
        if self.form == "crlf":
            return self.text.replace("\n", "\r\n").encode()
        return self.text.encode(self.form or "utf-8")


@dataclass(frozen=True)
class Case:
    """A broken site."""

    file: Path
    title: str
    parts: tuple[Part, ...]
    expected: str

    @property
    def name(self) -> str:
        return f"{self.file.parent.name}/{self.file.stem}"

    def build(self, project: Path, *, output: Path | None = None) -> Build:
        """Lays the case out in an empty folder, with the project’s templates and assets, and checks or builds it."""
        lay_base(project)
        for part in self.parts:
            part.lay(project)
        options = Options(project, output or project / "build", publishes=output is not None)
        if any(part.path.startswith("templates/") for part in self.parts):
            return build(options)
        with (
            patch("nutgraf.press.make_environment", _shared_environment),
            patch("nutgraf.press.closures_of", _closures),
        ):
            return build(options)


@cache
def _environment() -> Environment:
    return make_environment(PROJECT / "templates")


def _shared_environment(_: Path, interface: Interface, compiled: Path | None) -> Environment:
    """The project’s templates, compiled once: a hundred sites show through them."""
    del compiled
    return _environment() if interface.language == "en" else make_environment(PROJECT / "templates", interface)


def _closures(environment: Environment, folder: Path, runner: Runner) -> Mapping[str, bytes]:
    """The project’s templates, which no case of these changes."""
    del folder, runner
    return dict.fromkeys(environment.list_templates(), b"-")


def lay_base(project: Path) -> None:
    """The site without a mistake that every case is laid over."""
    shutil.copytree(CASES / "base", project, dirs_exist_ok=True)
    shutil.copytree(PROJECT / "templates", project / "templates")
    shutil.copytree(PROJECT / "assets", project / "assets", ignore=shutil.ignore_patterns("*.woff2", "*.ttf"))
    for font in (PROJECT / "assets" / "fonts").glob("*.woff2"):
        (project / "assets" / "fonts" / font.name).write_bytes(b"-")  # the stylesheet names it, and nobody reads it


def seen(done: Build) -> str:
    """The problems as the editor sees them."""
    return as_text(done.problems, done.files) + "\n"


def read_case(file: Path) -> Case:
    head, *rest = _SECTION.split(file.read_text(encoding="utf-8"))
    parts = [Part(path, form or "", text) for path, form, text in zip(*[iter(rest)] * 3, strict=True)]
    expected = parts.pop().text if parts and parts[-1].path == EXPECTED else ""
    return Case(file, head.strip(), tuple(parts), expected)


def read_cases() -> list[Case]:
    return [read_case(file) for file in sorted(CASES.glob("*/*.txt")) if file.parent.name != "base"]
