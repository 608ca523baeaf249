"""Case files of broken sites: a title, the files that are laid over base/, and the problems that the editor sees.

A file begins with a sentence that says what is wrong. Then come its sections: ``=== path`` and the file’s text, and
last ``=== expected``. Behind the path may stand how the file is written: ``(utf-16)``, ``(utf-8-sig)``,
``(windows-1252)``, ``(crlf)``, ``(escaped)`` with Python’s backslash escapes, ``(link)`` for a symbolic link to the
path in the section, ``(removed)`` for a file of base/ that is not there, ``(then)`` for a file of an earlier commit,
``(pipe)`` for what is no file, ``(times-9000)`` for a text that stands so many times.

``python -m tests.cases.problems`` writes the expected problems anew; read the difference before you keep it.
"""

import datetime
import os
import re
import shutil
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

from nutgraf.build import Archive, Build, Options
from nutgraf.pipeline import build
from nutgraf.read import File
from nutgraf.report.text import as_text
from tests.sites.templates import shared_templates
from tests.systems import needs_unix

CASES = Path(__file__).parent
PROJECT = CASES.parent.parent.parent
EXPECTED = "expected"
PAGED = ("templates", "images", "theme", "assets")  # the folders of cases whose problems come from making pages
TODAY = datetime.date(2026, 1, 20)
SECTION = re.compile(r"^=== (?P<path>.+?)(?: \((?P<form>[a-z0-9-]+)\))?\n", re.MULTILINE)


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
        if self.form != "then":
            place.unlink(missing_ok=True)
        if self.form == "link":
            needs_unix("symbolic links for everybody")
            place.symlink_to(self.text.strip())
        elif self.form == "pipe":
            needs_unix("named pipes")
            os.mkfifo(place)
        elif self.form not in {"removed", "then"}:
            place.write_bytes(self._bytes())

    def _bytes(self) -> bytes:
        if self.form == "escaped":
            return self.text.encode("ascii").decode("unicode_escape").encode("latin-1")
        if self.form == "crlf":
            return self.text.replace("\n", "\r\n").encode()
        if self.form.startswith("times-"):
            return self.text.encode() * int(self.form.removeprefix("times-"))
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
        folder, publishes = output or project / "build", output is not None
        options = Options(project, folder, publishes=publishes, today=TODAY, since=self._archive())
        if any(part.path.startswith("templates/") for part in self.parts):
            return build(options)
        with (
            shared_templates(),
            nullcontext() if publishes or self.needs_pages else patch("nutgraf.pipeline.print_all", _no_pages),
            patch("nutgraf.checks.search.find_spec", lambda _: None),  # Pagefind is installed for the tests
        ):
            return build(options)

    @property
    def needs_pages(self) -> bool:
        """Whether making the pages may find a problem: of a template, or of what a page is drawn from."""
        return self.file.parent.name in PAGED

    def _archive(self) -> Archive | None:
        """The files of the earlier commit, called main; None where the case has none."""
        then = [(part.path, part.text.encode()) for part in self.parts if part.form == "then"]
        return archive_of(dict(then)) if then else None


def archive_of(files: Mapping[str, bytes]) -> Archive:
    """Files as they were at main, by path."""
    return Archive("main", tuple(File(path, data, sha256(data).hexdigest()) for path, data in files.items()))


def _no_pages(*_: object) -> tuple[()]:
    """Nothing, in the place of the pages that a case does not need."""
    return ()


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
    head, *rest = SECTION.split(file.read_text(encoding="utf-8"))
    parts = [Part(path, form or "", text) for path, form, text in zip(*[iter(rest)] * 3, strict=True)]
    expected = parts.pop().text if parts and parts[-1].path == EXPECTED else ""
    return Case(file, head.strip(), tuple(parts), expected)


def read_cases() -> list[Case]:
    return [read_case(file) for file in sorted(CASES.glob("*/*.txt")) if file.parent.name != "base"]
