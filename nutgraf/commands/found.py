"""What the commands say of a capture that was read: what was found in it, and what may be wrong with it."""

import sys
from collections.abc import Iterator

import click

from nutgraf.commands.terminal import width_of
from nutgraf.kinds.capture import Capture
from nutgraf.kinds.source import SourceFile
from nutgraf.report.wrapping import wrapped
from nutgraf.seeds import Reading
from nutgraf.seeds.losses import is_mostly_lost
from nutgraf.summary import counted

_MOSTLY_LOST = "more than half of what reads like prose was dropped."
# What readers are told of a source; each with its name in a sentence.
_CREDITS = {"title": "title", "publisher": "publisher", "author": "author", "published": "date"}


def tell_of(capture: Capture, source: str) -> None:
    """Prints in one line what was found in a capture, and a warning if that is hardly the article.

    source: the id of the source that it was read for.
    """
    click.echo(wrapped(_found_in(capture.reading), width_of(sys.stdout), 0, 2))
    if is_mostly_lost(capture.reading):
        warn(f"{_MOSTLY_LOST} Look at it: python site.py source {source}")


def warn(text: str) -> None:
    """Prints a warning where errors go."""
    label = click.style("Warning:", fg="yellow", bold=True)
    click.echo(f"{label} {wrapped(text, width_of(sys.stderr), len('Warning: '), 2)}", err=True)


def _found_in(reading: Reading) -> str:
    known = [f"{name} {_quoted(field, reading)}" for field, name in _CREDITS.items() if getattr(reading, field)]
    missing = [f"no {_CREDITS[field]}" for field in unknown(reading, None)]
    kept, dropped = counted(len(reading.paragraphs), "paragraph"), counted(len(reading.left_out), "line")
    return f"Found: {', '.join((*known, *missing))}; {kept} kept, {dropped} dropped."


def unknown(reading: Reading, told: SourceFile | None) -> list[str]:
    """The fields of title, publisher, author and published that neither the capture nor the desk tells."""
    return [field for field in _CREDITS if not (getattr(told, field, None) or getattr(reading, field))]


def doubts(reading: Reading, told: SourceFile | None, source: str, path: str) -> Iterator[str]:
    """Sentences on what an editor should look at: text that was left out, and what nobody has told.

    source: its id. path: of the seed.
    """
    if is_mostly_lost(reading):
        yield f"{_MOSTLY_LOST} Read the lines above; name those to have back in “keep” of the source file."
    missing = [f"{_CREDITS[field]} (published)" if field == "published" else field for field in unknown(reading, told)]
    if missing:
        command = f"python site.py new source {source} --from {path}"
        remedy = f"write what you know into {told.place.path}" if told else f"write a source file: {command}"
        yield f"not known: {', '.join(missing)}. Readers are told these; {remedy}"


def _quoted(field: str, reading: Reading) -> str:
    value: str = getattr(reading, field)
    return f"“{value}”" if field == "title" else value
