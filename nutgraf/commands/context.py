"""What every command may ask for beside the project: what the microsite adds to the engine."""

import errno
import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nutgraf.additions import NONE, AdditionError, Additions, refuse_name
from nutgraf.read import SETTINGS

if TYPE_CHECKING:
    from nutgraf.commands.guarded import Addition

PROGRAM = "nutgraf"  # which a shell can complete; python site.py is python to it
_SHOWN = 40  # characters of a name that is too long
COMPLETED_BY = "_NUTGRAF_COMPLETE"  # the variable by which a shell asks
_OTHERS = {"nutgraf", "site-packages", "dist-packages"}  # what is known by its version, or has a digest of its own


class SiteCommand(click.Command):
    """A command that needs a microsite. In any other folder it does nothing, whatever it was given, and ends with 1."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments, read. Raises what click shows where there is no microsite, unless help is asked for."""
        project: Path = ctx.obj
        if not (ctx.resilient_parsing or _is_microsite(project) or _asks_for_help(ctx, args)):
            raise click.ClickException(
                f"there is no microsite in {project.resolve()}: it has no {SETTINGS}. "
                "Go to the folder of yours, or make one: nutgraf init FOLDER. Nothing was done."
            )
        return super().parse_args(ctx, args)


def _is_microsite(project: Path) -> bool:
    """Whether it has settings, or at least the entry of one that has lost them: that is a problem of the site."""
    return any(os.path.lexists(project / name) for name in (SETTINGS, "site.py"))


def _asks_for_help(context: click.Context, arguments: list[str]) -> bool:
    return any(each in context.help_option_names for each in arguments)


class SiteContext(click.Context):
    """The context of the command line, which holds the additions."""

    def __init__(self, *arguments: Any, additions: Additions = NONE, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.additions = additions
        if os.environ.get("NO_COLOR"):  # https://no-color.org
            self.color = False


class SiteGroup(click.Group):
    """A group of commands whose context holds the additions; a name that no disk takes is an error in any of them."""

    context_class = SiteContext

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno != errno.ENAMETOOLONG:
                raise
            name = Path(os.fsdecode(error.filename or "")).name
            shown = f"“{name[:_SHOWN]}…”" if name else "a name"
            raise click.ClickException(f"{shown} is too long for the name of a file; give it a shorter one.") from None


def additions_here() -> Additions:
    """The additions of the microsite whose command is running."""
    root = click.get_current_context().find_root()
    return root.additions if isinstance(root, SiteContext) else NONE


def additions(project: Path, values: tuple[object, ...]) -> Additions:
    """The additions of a microsite, with a digest of every Python file in the project that they may be made of.

    values: what site.py gives. Raises AdditionError for anything that cannot be added.
    """
    if not values:
        return NONE
    from nutgraf.commands.guarded import guarded

    project = project.resolve()
    own = tuple(guarded(value, project) for value in _checked(values))
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(set(_files(project))):
        digest.update(f"{path}\n".encode() + hashlib.sha256(path.read_bytes()).digest())
    return Additions(own, digest.digest())


def _checked(values: tuple[object, ...]) -> Iterator["Addition"]:
    """The values. Raises AdditionError for what is none of the four, and for a name that is none or is taken."""
    from nutgraf.body import Box
    from nutgraf.checks import CHECKS, DAY, Check
    from nutgraf.kinds.documents import KINDS, Kind
    from nutgraf.plan.boxes import BOXES
    from nutgraf.plan.maker import Maker
    from nutgraf.plan.outputs import OUTPUTS

    taken: dict[type, set[str]] = {
        Box: {"note", "embed", *(box.name for box in BOXES)},
        Check: {check.name for check in (*CHECKS, DAY)},
        Kind: {kind.folder for kind in KINDS},
        Maker: {maker.name for maker in OUTPUTS},
    }
    for value in values:
        if not isinstance(value, Box | Check | Kind | Maker):
            raise AdditionError(f"site.py adds {value!r}, which is none of Box, Check, Kind, Maker")
        name = value.folder if isinstance(value, Kind) else value.name
        try:
            refuse_name(name, taken[type(value)])
        except AdditionError as why:
            raise AdditionError(f'site.py adds {type(value).__name__}("{name}", …), and {why}') from None
        taken[type(value)].add(name)
        yield value


def _files(project: Path) -> Iterator[Path]:
    """The modules of the project that are loaded, and the whole packages that they are of."""
    yield project / "site.py"
    for module in tuple(sys.modules.values()):
        path = Path(getattr(module, "__file__", None) or "/").resolve()
        if project in path.parents:
            first, *rest = path.relative_to(project).parts
            if not _OTHERS.intersection((first, *rest)) and not first.startswith("."):
                yield from (project / first).rglob("*.py") if rest else (path,)
