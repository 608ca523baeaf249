"""Case files of inputs from real life: the files of a site, a command, and what must come of it.

A case is one text file. It begins with a sentence that says what is right. Then come its sections, laid out as in
tests/cases/problems (``=== path``, with ``(escaped)`` for bytes and the like behind it; ``(nfd)`` means that the file’s
name is decomposed), and these:

``=== folder``    the folder of the git checkout that holds the project; the project is the checkout where there is none
``=== first``     shell commands that run in the project before
``=== run``       the arguments of ``python site.py``; ``build`` where there is none
``=== expected``  what must hold, a line each:

    exit 0 | exit 1 | exit any         any means 0 or 1
    says TEXT                          the command prints it; white space counts as one space
    says one of: A || B
    never says TEXT
    shows FILE: TEXT                   the words of the page, tags left out; a final … means that they go on
    hides FILE: TEXT                   the file may be missing
    absent FILE
    present FILE

A command never ends with a traceback, whatever the case says.
"""

import html
import os
import re
import shlex
import shutil
import subprocess
import unicodedata
from contextlib import AbstractContextManager, chdir, nullcontext
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from nutgraf.cli import commands
from tests.cases.problems.case import SECTION, Part
from tests.sites.project import PROJECT, link
from tests.sites.templates import shared_templates

CASES = Path(__file__).parent
SETTINGS = 'title = "The File"\nbase_url = "https://news.example.org/file/"\nlanguage = "en"\n'
_WORDS = ("folder", "first", "run", "expected")
_TAG = re.compile(r"<(script|style|head)\b.*?</\1>|<[^>]*>", re.DOTALL)


@dataclass(frozen=True)
class Outcome:
    """What a command came to."""

    exit_code: int
    output: str  # white space as one space
    project: Path


@dataclass(frozen=True)
class InputCase:
    """One input, with what is right."""

    file: Path
    title: str
    parts: tuple[Part, ...]
    folder: str  # "" where the project is no subfolder
    first: str  # shell commands, or ""
    arguments: tuple[str, ...]
    expected: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.file.parent.name}/{self.file.stem}"

    def run(self, around: Path) -> Outcome:
        """Lays the case out in an empty folder and runs its command there."""
        project = around / self.folder
        shutil.copytree(PROJECT / "templates", project / "templates")
        shutil.copytree(PROJECT / "assets", project / "assets", copy_function=link)
        shutil.copyfile(PROJECT / "site.py", project / "site.py")
        (project / "site.toml").write_text(SETTINGS, "utf-8")
        for part in self.parts:
            part.lay(project)
        with chdir(project), self._templates():
            if self.first:
                subprocess.run(self.first, shell=True, check=True, capture_output=True, env=_without_git(os.environ))
            done = CliRunner().invoke(
                commands,
                self.arguments,
                obj=project,
                prog_name="python site.py",
                env={"GITHUB_WORKSPACE": str(around), "COLUMNS": "200"},
                catch_exceptions=False,
            )
        return Outcome(done.exit_code, _even(done.output), project)

    def _templates(self) -> AbstractContextManager[None]:
        """Compiled templates, unless the case changes one."""
        own = any(part.path.startswith("templates/") for part in self.parts)
        return nullcontext() if own else shared_templates()

    def faults(self, outcome: Outcome) -> list[str]:
        """The expected lines that do not hold."""
        return [line for line in self.expected if not _holds(line, outcome)]


def _without_git(environment: os._Environ[str]) -> dict[str, str]:
    """The environment without what git sets for its hooks, which would lead its commands to another checkout."""
    return {name: value for name, value in environment.items() if not name.startswith("GIT_")}


def _even(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _holds(line: str, outcome: Outcome) -> bool:
    verb, _, rest = line.partition(" ")
    if verb == "exit":
        return (rest == "any" and outcome.exit_code in {0, 1}) or rest == str(outcome.exit_code)
    if line.startswith("says one of: "):
        return any(_even(each) in outcome.output for each in rest.removeprefix("one of: ").split(" || "))
    if verb == "says":
        return _even(rest) in outcome.output
    if line.startswith("never says "):
        return _even(rest.removeprefix("says ")) not in outcome.output
    file, _, words = rest.partition(": ")
    path = outcome.project / file
    if verb in {"absent", "present"}:
        return path.exists() == (verb == "present")
    if verb not in {"shows", "hides"}:
        raise ValueError(f"“{line}” is no line of === expected")
    found = path.is_file() and _even(words).removesuffix("…") in words_of(path.read_text("utf-8"))
    return found == (verb == "shows")


def words_of(page: str) -> str:
    """What a reader sees of a page, without tags."""
    return _even(html.unescape(_TAG.sub("", page)))


def read_input(file: Path) -> InputCase:
    head, *rest = SECTION.split(file.read_text(encoding="utf-8"))
    sections = list(zip(*[iter(rest)] * 3, strict=True))
    words = {path: text.strip() for path, _, text in sections if path in _WORDS}
    parts = tuple(_part(path, form or "", text) for path, form, text in sections if path not in _WORDS)
    return InputCase(
        file,
        head.strip(),
        parts,
        words.get("folder", ""),
        words.get("first", ""),
        tuple(shlex.split(words.get("run", "build"))),
        tuple(words["expected"].splitlines()),
    )


def _part(path: str, form: str, text: str) -> Part:
    if form == "nfd":
        return Part(unicodedata.normalize("NFD", path), "", text)
    return Part(path, form, text)


def read_inputs() -> list[InputCase]:
    return [read_input(file) for file in sorted(CASES.glob("*/*.txt"))]
