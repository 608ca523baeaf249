"""What to do next in a folder: the answer to ``python site.py`` alone."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from nutgraf.publish import MANIFEST
from nutgraf.read import SETTINGS
from nutgraf.summary import counted

_NOTHING = """\
There is no microsite in this folder.

Next:
  nutgraf init FOLDER  make one
  nutgraf --help       all commands"""
_COUNTED = {"content/explainers": "explainer", "content/glossary": "term", "seeds": "seed"}


def advice(project: Path) -> str:
    """What is there and what comes next, told from the names of files alone."""
    if not (project / SETTINGS).is_file():
        return _NOTHING
    counts = {name: _count(project / name) for name in _COUNTED}
    numbers = ", ".join(counted(number, _COUNTED[name]) for name, number in counts.items())
    steps = list(_steps(project, counts))
    width = max(len(command) for command, _ in steps)
    lines = (f"  {command:{width}}  {why}" for command, why in steps)
    return "\n".join([f"{_title(project)}: {numbers}.", "", "Next:", *lines])


def _steps(project: Path, counts: dict[str, int]) -> Iterator[tuple[str, str]]:
    if not counts["seeds"]:
        yield "python site.py new source NAME --from FILE", "put in an article you work from"
    if not counts["content/explainers"]:
        yield 'python site.py new explainer "Why …?" --from NAME', "begin an explainer"
    yield "python site.py serve --open --drafts", "see the site while you write"
    yield "python site.py check", "know what is wrong"
    if (project / "build" / MANIFEST).exists():
        yield "python site.py deploy --dry-run", "publish it, or push: docs/deploying.md"
    else:
        yield "python site.py build", "make the site in build/"
    yield "python site.py --help", "all commands"


def _title(project: Path) -> str:
    """The name of the site; that of its folder while site.toml cannot be read."""
    try:
        return str(tomllib.loads((project / SETTINGS).read_text("utf-8-sig")).get("title", project.name))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return project.name


def _count(folder: Path) -> int:
    return sum(path.is_file() and not path.name.startswith(".") for path in folder.iterdir()) if folder.is_dir() else 0
