"""One build as the commands run it: with progress, its problems, and its summary line."""

import gc
import os
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from nutgraf.additions import AdditionError
from nutgraf.build import Build, Options
from nutgraf.commands.terminal import width_of
from nutgraf.problems import Problem, Severity, in_order
from nutgraf.progress import Progress
from nutgraf.publish import OutputError
from nutgraf.read import File
from nutgraf.report.data import as_json
from nutgraf.report.entries import Entry
from nutgraf.report.github import as_annotations, as_table, for_github
from nutgraf.report.text import as_text, text_of
from nutgraf.report.wrapping import wrapped
from nutgraf.summary import summary


def run(
    options: Options,
    form: str = "text",
    *,
    explains: bool = False,
    with_infos: bool = False,
    more: tuple[Problem, ...] = (),
) -> Build:
    """The build, told to the person at the terminal; ``more`` are problems that are known beside its own."""
    started = time.perf_counter()
    with Progress(is_quiet=form != "text") as progress:
        done = _build(options, progress)
    if explains:
        from nutgraf.explain import explained

        click.echo(explained(done.rendered), err=form == "json")
    problems = in_order((*done.problems, *more))
    _show(problems, done.files, form, options.project, with_infos=with_infos)
    if form != "json":  # which carries a summary of its own
        last = summary(done, problems, options, time.perf_counter() - started)
        click.echo(wrapped(last, width_of(sys.stdout), 0, 2))
    return done


def processes(asked: int | None = None) -> int:
    """How many processes a build uses: as many as asked for, else one for each core."""
    return asked or os.cpu_count() or 1


def _build(options: Options, progress: Progress) -> Build:
    """What the last build came to, when nothing has changed since; else a new one."""
    from nutgraf.memory.glance import unchanged
    from nutgraf.memory.place import cache_folder

    done = unchanged(options, cache_folder(options))
    if done is not None:
        return done
    # What a build makes are values without cycles, which go by themselves: looking for cycles took a fifth of its time.
    gc.disable()
    from nutgraf import pipeline

    try:
        return pipeline.build(options, progress, partial(click.echo, err=True))
    except OutputError as error:
        raise click.ClickException(f"{error}.") from None
    except AdditionError as error:
        raise click.ClickException(str(error)) from None


def _show(problems: Sequence[Problem], files: Sequence[File], form: str, project: Path, *, with_infos: bool) -> None:
    if form == "json":
        is_ascii = (sys.stdout.encoding or "").lower() not in {"utf-8", "utf8"}  # as on many a Windows
        click.echo(as_json(problems, is_ascii=is_ascii))
        return
    if form == "text" and not with_infos:
        problems = [problem for problem in problems if problem.severity is not Severity.INFO]
    if not problems:
        return
    if form == "text":
        click.echo(as_text(problems, files, width_of(sys.stderr)), err=True)
        return
    folder = folder_in_repository(project)
    told, rest = for_github(problems)
    click.echo(as_annotations(told, folder))
    if rest and not _is_in_summary(rest, folder):
        click.echo(text_of(rest, files), err=True)


def _is_in_summary(rest: Sequence[Entry], folder: str) -> bool:
    """Appends the entries to the summary of this step of a GitHub run; False where there is none that takes them."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return False
    try:
        with Path(path).open("a", encoding="utf-8", newline="\n") as summary_file:
            summary_file.write(as_table(rest, folder))
    except OSError:
        return False
    click.echo(f"{len(rest)} more: see the summary of this run.", err=True)
    return True


def folder_in_repository(project: Path) -> str:
    """The path of the project in its repository, else in the workspace of the GitHub run: "" or with a slash."""
    project = project.resolve()
    around = (project, *project.parents)
    workspace = Path(os.environ.get("GITHUB_WORKSPACE") or project).resolve()
    root = next((folder for folder in around if (folder / ".git").exists()), workspace)
    path = project.relative_to(root).as_posix() if root in around else "."
    return "" if path == "." else f"{path}/"
