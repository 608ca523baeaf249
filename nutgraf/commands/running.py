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
from nutgraf.problems import Problem, Severity, in_order
from nutgraf.progress import Progress
from nutgraf.publish import OutputError
from nutgraf.read import File
from nutgraf.report import as_github, as_json, as_text
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
    _show(in_order((*done.problems, *more)), done.files, form, options.project, with_infos=with_infos)
    if form != "json":  # which carries a summary of its own
        click.echo(summary(done, options, time.perf_counter() - started))
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
    if form == "text" and not with_infos:
        problems = [problem for problem in problems if problem.severity is not Severity.INFO]
    if form == "json":
        is_ascii = (sys.stdout.encoding or "").lower() not in {"utf-8", "utf8"}  # as on many a Windows
        click.echo(as_json(problems, is_ascii=is_ascii))
    elif problems:
        told = as_github(problems, folder_in_repository(project)) if form == "github" else as_text(problems, files)
        click.echo(told, err=form == "text")


def folder_in_repository(project: Path) -> str:
    """The path of the project in its repository, else in the workspace of the GitHub run: "" or with a slash."""
    project = project.resolve()
    around = (project, *project.parents)
    workspace = Path(os.environ.get("GITHUB_WORKSPACE") or project).resolve()
    root = next((folder for folder in around if (folder / ".git").exists()), workspace)
    path = project.relative_to(root).as_posix() if root in around else "."
    return "" if path == "." else f"{path}/"
