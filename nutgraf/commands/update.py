"""``python site.py update``: what the engine brings in a newer form is taken, unless the desk has changed it."""

import shutil
from pathlib import Path

import click

from nutgraf.commands.context import SiteCommand
from nutgraf.outfit.lag import Lag, lagging
from nutgraf.outfit.record import RECORD, read_record, sum_at, write_record
from nutgraf.summary import counted


@click.command(cls=SiteCommand)
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.pass_obj
def update(project: Path, dry_run: bool) -> None:
    """Take over what a newer Nutgraf brings.

    Templates, styles, docs and the workflow. A file that you have changed yourself stays; the newer one is put
    beside it, with .new behind its name.

    \b
    python site.py check --diff         what would change in them
    python site.py update --dry-run     which files they are
    python site.py update
    """
    record = read_record(project)
    if not record:
        message = f"there is no {RECORD}, the list of what came with Nutgraf, so nobody can tell what is newer."
        raise click.ClickException(f"{message} Only a microsite made by init has one. Nothing was written.")
    lags = lagging(project)
    for lag in lags:
        click.echo(_told(lag))
    if dry_run:
        click.echo(f"Nothing was written. {counted(len(lags), 'file')} would be.")
        return
    try:
        for lag in lags:
            _take(project, lag)
        if lags:
            write_record(project, {**record, **{lag.path: sum_at(lag.newer) for lag in lags}})
    except OSError as error:
        raise click.ClickException(f"{error.filename or project} cannot be written: {error.strerror}.") from None
    beside = sum(lag.is_changed for lag in lags)
    taken = f"Took {counted(len(lags) - beside, 'file')}, put {beside} beside yours."
    click.echo(taken if lags else "Everything is up to date.")


def _told(lag: Lag) -> str:
    if lag.is_changed:
        return f"{lag.path}: yours stays, the newer one is {lag.path}.new"
    return f"{lag.path}: {'new' if lag.is_new else 'newer'}"


def _take(project: Path, lag: Lag) -> None:
    place = project / (f"{lag.path}.new" if lag.is_changed else lag.path)
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(lag.newer, place)
