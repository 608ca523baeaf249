"""``python site.py clean``: the site and the cache go; both are made anew."""

import shutil
import time
from pathlib import Path

import click

from nutgraf.commands.context import SiteCommand
from nutgraf.publish import OutputError, unpublish
from nutgraf.summary import counted


@click.command(cls=SiteCommand)
@click.pass_obj
def clean(project: Path) -> None:
    """Remove build/ and .cache/, which are made anew.

    \b
    python site.py clean
    """
    started = time.perf_counter()
    try:
        removed, has_more = unpublish(project / "build")
        has_cache = (project / ".cache").exists()
        if has_cache:
            shutil.rmtree(project / ".cache")
    except OutputError as error:
        raise click.ClickException(f"{error}. Nothing was removed.") from None
    except OSError as error:
        raise click.ClickException(f"{error.filename} cannot be removed: {error.strerror}.") from None
    gone = [f"{counted(removed, 'file')} from build/"] if removed else []
    gone += [".cache/"] if has_cache else []
    told = f"Removed {' and '.join(gone)}" if gone else "There was nothing to remove"
    left = "; build/ also holds files that are not ours, which stay" if has_more else ""
    click.echo(f"{told}{left}. {time.perf_counter() - started:.2f} s")
