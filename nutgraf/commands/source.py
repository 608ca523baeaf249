"""``python site.py source``: how a seed was read."""

from pathlib import Path

import click

from nutgraf.commands.captures import capture_called, documents_of, names_for_shell, sources_told, told_of
from nutgraf.commands.context import SiteCommand
from nutgraf.kinds.capture import Capture
from nutgraf.kinds.source import SourceFile
from nutgraf.problems import did_you_mean
from nutgraf.seeds import Line
from nutgraf.summary import counted

_WIDEST = 100  # characters of a line


@click.command(cls=SiteCommand)
@click.argument("name", metavar="ID|SEED", shell_complete=names_for_shell)
@click.pass_obj
def source(project: Path, name: str) -> None:
    """Show how a seed was read.

    Each of its lines, kept or dropped, and by which rule; then what was found out about it.

    \b
    python site.py source harbour-report
    python site.py source seeds/harbour.txt
    """
    documents = documents_of(project)
    capture = capture_called(name, documents)
    if capture is None:
        known = [each.source for each in documents.captures]
        hint = "; ".join(did_you_mean(name, known)) or sources_told(known)
        raise click.ClickException(f"there is no source “{name}”: {hint}.")
    _show(capture, told_of(capture, documents))


def _show(capture: Capture, told: SourceFile | None) -> None:
    lines = capture.reading.lines
    width = max((len(line.rule) for line in lines), default=0)
    click.secho(f"{capture.path} → source “{capture.source}”\n", bold=True)
    for line in lines:
        click.echo(_line(line, width))
    click.echo()
    for field in ("title", "author", "publisher", "published", "url", "language", "dateline"):
        click.echo(_field(field, getattr(capture.reading, field), getattr(told, field, None) if told else None))
    written = [line for line in lines if line.text.strip()]
    kept = sum(line.kept for line in written)
    paragraphs, lines_written = counted(len(capture.reading.paragraphs), "paragraph"), counted(len(written), "line")
    click.echo(f"\n{paragraphs}. {lines_written}: {kept} kept, {len(written) - kept} dropped.")


def _line(line: Line, width: int) -> str:
    if not line.text.strip():
        return ""
    text = "".join(sign if sign.isprintable() else " " for sign in line.text)
    shown = text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"
    mark = click.style("keep", fg="green") if line.kept else click.style("drop", fg="red")
    return f"{line.number:5}  {mark}  {line.rule:{width}}  {click.style(shown, dim=not line.kept)}".rstrip()


def _field(name: str, detected: object, said: object) -> str:
    """A field as detected, and what the desk says instead."""
    text = getattr(said, "text", said)
    if text and text != detected:
        return f"{name:10}  {text}  (source file; detected: {detected or 'nothing'})"
    return f"{name:10}  {detected or click.style('not detected', dim=True)}"
