"""What every command may ask for beside the project: what the microsite adds to the engine."""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from nutgraf.additions import NONE, Additions

PROGRAM = "nutgraf"  # which a shell can complete; python site.py is python to it
COMPLETED_BY = "_NUTGRAF_COMPLETE"  # the variable by which a shell asks
_OTHERS = {"nutgraf", "site-packages", "dist-packages"}  # what is known by its version, or has a digest of its own


class SiteContext(click.Context):
    """The context of the command line, which holds the additions."""

    def __init__(self, *arguments: Any, additions: Additions = NONE, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.additions = additions


def additions_here() -> Additions:
    """The additions of the microsite whose command is running."""
    root = click.get_current_context().find_root()
    return root.additions if isinstance(root, SiteContext) else NONE


def additions(project: Path, values: tuple[object, ...]) -> Additions:
    """The additions, with the digest of every file of Python in the project that they may be made of.

    Raises TypeError for anything that cannot be added.
    """
    if not values:
        return NONE
    _refuse_others(values)
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(set(_files(project.resolve()))):
        digest.update(f"{path}\n".encode() + hashlib.sha256(path.read_bytes()).digest())
    return Additions(values, digest.digest())


def _refuse_others(values: tuple[object, ...]) -> None:
    from nutgraf.body import Box
    from nutgraf.checks import Check
    from nutgraf.parse.documents import Kind
    from nutgraf.plan.maker import Maker

    for value in values:
        if not isinstance(value, Box | Check | Kind | Maker):
            raise TypeError(f"site.py adds {value!r}, which is none of Box, Check, Kind, Maker")


def _files(project: Path) -> Iterator[Path]:
    """The modules of the project that are loaded, and the whole packages that they are of."""
    yield project / "site.py"
    for module in tuple(sys.modules.values()):
        path = Path(getattr(module, "__file__", None) or "/").resolve()
        if project in path.parents:
            first, *rest = path.relative_to(project).parts
            if not _OTHERS.intersection((first, *rest)) and not first.startswith("."):
                yield from (project / first).rglob("*.py") if rest else (path,)
