"""The commands: python site.py build, check, clean, new, serve, source (design §4.3)."""

import io
import os
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nutgraf import __version__
from nutgraf.problems import Problem, Severity
from nutgraf.read import File
from nutgraf.report import FORMATS, as_github, as_json, as_text

if TYPE_CHECKING:
    from nutgraf.build import Build, Options
    from nutgraf.progress import Progress

Command = Callable[..., Any]


def main(project: Path) -> None:
    """Runs the command line for the microsite in ``project`` and ends the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # an old terminal must not end a build
    commands(prog_name="python site.py", obj=project)


class Commands(click.Group):
    """A group whose rarer commands are imported when they are called: a build must not pay for them."""

    LATE = ("new", "serve", "source")  # modules of nutgraf.commands

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the alphabet."""
        return sorted([*super().list_commands(ctx), *self.LATE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None when there is none."""
        if cmd_name not in self.LATE:
            return super().get_command(ctx, cmd_name)
        command: click.Command = getattr(import_module(f"nutgraf.commands.{cmd_name}"), cmd_name)
        return command


@click.group(cls=Commands, no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="nutgraf")
def commands() -> None:
    """Nutgraf builds explainer microsites and checks every quotation against its source.

    \b
    python site.py build                    make the site in build/
    python site.py serve                    the site in a browser while you write
    python site.py check                    everything but writing
    python site.py new source NAME --from FILE
    python site.py source ID                how a seed was read
    """


def _full_url(context: click.Context, option: click.Parameter, url: str | None) -> str | None:
    """The URL with a slash at its end; a usage error when it is not a full one."""
    del context
    if not url:
        return None
    from nutgraf.kinds.settings import full_url

    try:
        return full_url(url)
    except ValueError as error:
        raise click.BadParameter("; ".join(error.args), param=option) from None


def _output(context: click.Context, option: click.Parameter, folder: Path | None) -> Path:
    """The folder to write to; a usage error when a build must never write there."""
    from nutgraf.publish import OutputError, check_output

    project: Path = context.obj
    try:
        check_output(project, folder or project / "build")
    except OutputError as error:
        raise click.BadParameter(str(error), param=option) from None
    return folder or project / "build"


def _shared(command: Command) -> Command:
    """The options that build and check have in common."""
    options = [
        click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How problems are shown."),
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
@_shared
@click.pass_obj
def check(project: Path, drafts: bool, strict: bool, form: str) -> None:
    """Check everything and write nothing.

    \b
    python site.py check
    python site.py check --strict --format github
    """
    options = {"with_drafts": drafts, "is_strict": strict, "publishes": False}
    _run(project, form, output=project / "build", **options)


@commands.command()
@click.pass_obj
def clean(project: Path) -> None:
    """Remove the site from build/, and .cache/; both are made anew."""
    from nutgraf.publish import OutputError, unpublish

    started = time.perf_counter()
    try:
        removed, has_more = unpublish(project / "build")
        has_cache = (project / ".cache").exists()
        if has_cache:
            shutil.rmtree(project / ".cache")
    except (OutputError, OSError) as error:
        raise click.ClickException(f"{error}. Nothing else was removed.") from None
    gone = [f"{removed:,} file{'s' * (removed != 1)} from build/"] if removed else []
    gone += [".cache/"] if has_cache else []
    told = f"Removed {' and '.join(gone)}" if gone else "There was nothing to remove"
    left = "; build/ also holds files that are not ours, which stay" if has_more else ""
    click.echo(f"{told}{left}. {time.perf_counter() - started:.2f} s")


def _run(project: Path, form: str, *, output: Path, explains: bool = False, **asked: Any) -> None:
    """One build, its problems and its summary line; exits with 1 when there are errors."""
    from nutgraf.build import Options
    from nutgraf.problems import has_errors
    from nutgraf.progress import Progress
    from nutgraf.summary import summary

    started = time.perf_counter()
    asked["jobs"] = asked.get("jobs") or os.cpu_count() or 1
    options = Options(project=project, output=output, **asked)
    with Progress(is_quiet=form != "text") as progress:
        done = _build(options, progress)
    if explains:
        from nutgraf.explain import explained

        click.echo(explained(done.rendered), err=form == "json")
    _show(done.problems, done.files, form, with_infos=not options.publishes)
    if form != "json":  # which carries a summary of its own
        click.echo(summary(done, options, time.perf_counter() - started))
    sys.exit(1 if has_errors(done.problems) else 0)


def _build(options: "Options", progress: "Progress") -> "Build":
    """What the last build came to, when nothing has changed since; else a new one."""
    from nutgraf.memory.glance import unchanged
    from nutgraf.memory.place import cache_folder
    from nutgraf.publish import OutputError

    done = unchanged(options, cache_folder(options))
    if done is not None:
        return done
    from nutgraf import pipeline

    try:
        return pipeline.build(options, progress, partial(click.echo, err=True))
    except OutputError as error:
        raise click.ClickException(str(error)) from None


def _show(problems: Sequence[Problem], files: Sequence[File], form: str, *, with_infos: bool) -> None:
    if form == "text" and not with_infos:
        problems = [problem for problem in problems if problem.severity is not Severity.INFO]
    if form == "json":
        click.echo(as_json(problems))
    elif problems:
        click.echo(as_github(problems) if form == "github" else as_text(problems, files), err=form == "text")
