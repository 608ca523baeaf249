"""The commands of ``python site.py`` and of ``nutgraf``."""

import datetime
import io
import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from runpy import run_path
from typing import TYPE_CHECKING, Any

import click

from nutgraf import __version__
from nutgraf.additions import NONE, AdditionError, Additions
from nutgraf.commands.context import COMPLETED_BY, PROGRAM, SiteCommand, SiteGroup, additions, additions_here
from nutgraf.problems import Problem
from nutgraf.report import FORMATS

if TYPE_CHECKING:
    from nutgraf.build import Archive

Command = Callable[..., Any]


def main(project: Path, added: tuple[object, ...] = ()) -> None:
    """Runs the command line for the microsite in ``project`` and ends the process with its exit code.

    ``added`` are content kinds, boxes, checks and outputs of the microsite’s own (docs/extending.md).
    """
    try:
        own = additions(project, added)
    except AdditionError as refused:
        sys.exit(f"Error: {refused}.")
    _start("python site.py", project, own)


def here() -> None:
    """Runs the command line for the microsite in the working folder: ``nutgraf`` is its ``python site.py``."""
    entry = Path("site.py")
    if entry.is_file() and Path("site.toml").is_file():
        sys.path.insert(0, str(Path.cwd()))  # as Python itself does for a script
        run_path(str(entry), run_name="__main__")
    else:
        _start(PROGRAM, Path.cwd(), NONE)


def _start(name: str, project: Path, own: Additions) -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # an old terminal must not end a build
    # Else pydantic looks through everything that is installed for what might want to change it, at every start.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        commands(prog_name=name, complete_var=COMPLETED_BY, obj=project, additions=own)
    except SystemExit as ended:
        _end(ended)


def _end(ended: SystemExit) -> None:
    """Ends the process at once, as mypy does: to let go of a site, value by value, takes a tenth of an edit’s time."""
    if isinstance(ended.code, str):  # which Python would print
        raise ended
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # nobody reads it any more
        os._exit(1)
    os._exit(ended.code or 0)


class Commands(SiteGroup):
    """A group whose rarer commands are imported when they are called: a build must not pay for them."""

    command_class = SiteCommand
    LATE = ("clean", "completion", "deploy", "init", "new", "serve", "source", "update")  # modules of nutgraf.commands

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the alphabet."""
        return sorted([*super().list_commands(ctx), *self.LATE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None when there is none."""
        if cmd_name not in self.LATE:
            return super().get_command(ctx, cmd_name)
        command: click.Command = getattr(import_module(f"nutgraf.commands.{cmd_name}"), cmd_name)
        return command


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="nutgraf")
@click.pass_context
def commands(context: click.Context) -> None:
    """Nutgraf builds explainer microsites and checks every quotation against its source.

    \b
    nutgraf init FOLDER                     a new microsite
    python site.py new source NAME --from FILE
    python site.py new explainer "Why the harbour closed" --from NAME
    python site.py serve --open --drafts    the site in a browser while you write
    python site.py check                    what is wrong, without writing anything
    python site.py build                    the site in build/
    python site.py deploy                   the site as a branch that a host serves

    Every command has examples: python site.py build --help. Without a command you are told what comes next.
    """
    if context.invoked_subcommand is None:
        from nutgraf.commands.advice import advice

        click.echo(advice(context.obj))


def _full_url(context: click.Context, option: click.Parameter, url: str | None) -> str | None:
    """The URL with a slash at its end; a usage error when it is not a full one."""
    del context
    if not url:
        return None
    from nutgraf.kinds.settings import full_url

    try:
        return full_url(url)
    except ValueError as error:
        raise click.BadParameter(f"{'; '.join(error.args)}.", param=option) from None


def _output(context: click.Context, option: click.Parameter, folder: Path | None) -> Path:
    """The folder to write to; a usage error when a build must never write there."""
    from nutgraf.publish import OutputError, check_output

    project: Path = context.obj
    try:
        check_output(project, folder or project / "build")
    except OutputError as error:
        raise click.BadParameter(f"{error}.", param=option) from None
    return folder or project / "build"


def _day(context: click.Context, option: click.Parameter, day: str | None) -> datetime.date:
    """The day, else today; a usage error when it is none."""
    del context
    try:
        return datetime.date.fromisoformat(day) if day else datetime.datetime.now().astimezone().date()
    except ValueError:
        raise click.BadParameter(f"“{day}” is not a day; write it as 2026-02-04.", param=option) from None


def _archive(context: click.Context, option: click.Parameter, commit: str | None) -> "Archive | None":
    """The explainers as they were at the commit; a usage error when that cannot be told."""
    if commit is None:
        return None
    from nutgraf.commands.archive import ArchiveError, read_archive

    try:
        return read_archive(context.obj, commit)
    except ArchiveError as error:
        raise click.BadParameter(f"{error}.", param=option) from None


def _shared(command: Command) -> Command:
    """The options that build and check have in common."""
    options = [
        click.option(
            "--format",
            "form",
            type=click.Choice(FORMATS),
            default="text",
            show_default=True,
            help="How problems are shown.",
        ),
        click.option("--strict", is_flag=True, help="Treat warnings as errors."),
        click.option("--drafts", is_flag=True, help="Include drafts, marked as such."),
    ]
    for option in options:
        command = option(command)
    return command


@commands.command()
@click.option(
    "--base-url", metavar="URL", callback=_full_url, help="The address of the site, instead of base_url in site.toml."
)
@click.option(
    "--output",
    metavar="DIR",
    type=click.Path(path_type=Path),
    callback=_output,
    help="Where to write.  [default: build/]",
)
@click.option("--force", "forgets", is_flag=True, help="Make everything anew, whatever is known from the last build.")
@click.option("--explain", "explains", is_flag=True, help="Say of every page that is made again what has changed.")
@click.option("--jobs", metavar="N", type=click.IntRange(1), help="Processes to work with.  [default: one a core]")
@_shared
@click.pass_obj
def build(project: Path, /, output: Path, drafts: bool, strict: bool, form: str, explains: bool, **asked: Any) -> None:
    """Build the site. With an error nothing is written: the last good build stays.

    \b
    python site.py build
    python site.py build --explain
    python site.py build --drafts --output preview
    python site.py build --base-url https://example.org/story/ --strict
    """
    _run(project, form, output=output, with_drafts=drafts, is_strict=strict, explains=explains, **asked)


@commands.command()
@click.option(
    "--today",
    metavar="DAY",
    callback=_day,
    help="The day by which things are old.  [default: the day it is]",
)
@click.option("--since", metavar="REF", callback=_archive, help="Compare with a commit, branch or tag of git.")
@click.option("--diff", "shows_diff", is_flag=True, help="Show what is newer in files that came with Nutgraf.")
@_shared
@click.pass_obj
def check(project: Path, /, shows_diff: bool, drafts: bool, strict: bool, form: str, **asked: Any) -> None:
    """Check everything and write nothing.

    \b
    python site.py check
    python site.py check --today 2026-12-24
    python site.py check --since v1
    python site.py check --strict --format github
    """
    from nutgraf.outfit.lag import differences, lagging, problems_of

    lags = lagging(project)
    if shows_diff:
        click.echo(differences(project, lags), nl=False, err=form == "json")
    asked |= {"with_drafts": drafts, "is_strict": strict, "publishes": False, "more": problems_of(lags)}
    _run(project, form, output=project / "build", **asked)


def _run(
    project: Path, form: str, *, output: Path, explains: bool = False, more: tuple[Problem, ...] = (), **asked: Any
) -> None:
    """One build, its problems and its summary line; exits with 1 when there are errors."""
    from nutgraf.build import Options
    from nutgraf.commands.running import processes, run
    from nutgraf.problems import has_errors

    asked["jobs"] = processes(asked.get("jobs"))
    options = Options(project=project, output=output, additions=additions_here(), **asked)
    done = run(options, form, explains=explains, with_infos=not options.publishes, more=more)
    sys.exit(1 if has_errors(done.problems) else 0)
