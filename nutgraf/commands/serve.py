"""``python site.py serve``: the site in a browser while it is being written."""

import asyncio
import os
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from nutgraf.additions import Additions
from nutgraf.commands.context import SiteCommand, additions_here

if TYPE_CHECKING:
    from nutgraf.build import Build, Options
    from nutgraf.memory.recall import Recall


@click.command(cls=SiteCommand)
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=8000, show_default=True, help="The port; if in use, the next."
)
@click.option("--open", "opens", is_flag=True, help="Open the site in a browser.")
@click.option("--drafts", is_flag=True, help="Include drafts, marked as such.")
@click.option("--allow-host", metavar="NAME", multiple=True, help="Another name this machine is called by.")
@click.option(
    "--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="Where to listen: 0.0.0.0 is everywhere."
)
@click.pass_obj
def serve(project: Path, port: int, opens: bool, drafts: bool, allow_host: tuple[str, ...], host: str) -> None:
    """Show the site in a browser while you write.

    What you save is there a moment later. With an error the last good pages stay, with the problems over them.
    Nothing is written to build/.

    \b
    python site.py serve --open
    python site.py serve --port 4000 --drafts
    """
    from nutgraf.memory.recall import Recall
    from nutgraf.memory.store import StoreError

    # Imported only here: on Windows livereload changes how the whole process waits for events when it is imported.
    from nutgraf.preview.faults import PreviewError
    from nutgraf.preview.server import Order, Preview

    order = Order(project, port, host, frozenset(_name(name) for name in allow_host), drafts, opens)
    recall = Recall()
    build = partial(_build, additions_here(), recall)
    try:
        preview = Preview(order, build, click.echo, partial(click.echo, err=True), recall.rest)
        with suppress(KeyboardInterrupt):
            asyncio.run(preview.run())
    except PreviewError as error:
        raise click.ClickException(f"{error}.") from None
    if preview.is_building:  # nobody waits for it; what it has half written, the next build repairs
        sys.stdout.flush()
        os._exit(0)
    with suppress(OSError, StoreError):  # the next start remembers less
        recall.rest()


def _name(name: str) -> str:
    from nutgraf.preview.hosts import name_of

    if name_of(name) != name.lower():
        raise click.BadParameter(f"“{name}” is not a name alone; write it as desk.local.", param_hint="--allow-host")
    return name.lower()


def _build(additions: Additions, recall: "Recall", options: "Options") -> "Build":
    from nutgraf.pipeline import build
    from nutgraf.progress import Progress

    with Progress(is_quiet=False) as progress:
        return build(replace(options, additions=additions), progress, recall=recall)
