"""Projects for tests: a copy of this one, or one of tests/sites with this one’s templates and assets."""

import os
import shutil
from pathlib import Path

from tests.systems import borrow

PROJECT = Path(__file__).resolve().parents[2]
SITES = Path(__file__).resolve().parent
_PARTS = ("site.py", "site.toml", "nutgraf", "content", "seeds", "templates", "assets")


def copy_project(target: Path, *, backwards: bool = False) -> Path:
    """A checkout of the project; ``backwards`` makes the files in another order, as another disk would list them."""
    paths = [path for part in _PARTS for path in (PROJECT / part, *(PROJECT / part).rglob("*")) if path.is_file()]
    for path in sorted(paths, reverse=backwards):
        if path.suffix == ".pyc":
            continue
        copy = target / path.relative_to(PROJECT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    return target


def copy_site(name: str, target: Path) -> Path:
    """A site of tests/sites, dressed in the templates and assets of this project and run by its engine."""
    shutil.copytree(SITES / name, target, ignore=shutil.ignore_patterns("expected"))
    for part in ("templates", "assets"):
        shutil.copytree(PROJECT / part, target / part, dirs_exist_ok=True)
    shutil.copyfile(PROJECT / "site.py", target / "site.py")
    borrow(PROJECT / "nutgraf", target / "nutgraf")
    return target


def link(file: str, place: str) -> None:
    """The file in another place too, for tests that change none of its kind; quicker than a copy."""
    try:
        os.link(file, place)
    except OSError:  # another disk
        shutil.copyfile(file, place)


def dress(project: Path) -> Path:
    """Lays the settings and pictures of tests/sites/themed over a copy of the small site."""
    shutil.copytree(SITES / "themed", project, dirs_exist_ok=True)
    return project
