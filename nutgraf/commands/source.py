"""``python site.py source``: how a seed was read."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from nutgraf.commands.captures import capture_called, documents_of, names_for_shell, sources_told, told_of
from nutgraf.commands.context import SiteCommand
from nutgraf.commands.found import doubts, warn
from nutgraf.commands.terminal import width_of
from nutgraf.kinds.capture import Capture
from nutgraf.kinds.source import SourceFile
from nutgraf.problems import did_you_mean
from nutgraf.report.wrapping import cut, plain, wrapped
from nutgraf.seeds import LeftOut, Line, Paragraph, Reading
from nutgraf.summary import counted

_FIELDS = ("title", "author", "publisher", "published", "url", "language", "dateline")
_WIDEST = 100  # columns of a dropped line where there is no terminal
_LONGEST = 10  # dropped lines that are shown


@click.command(cls=SiteCommand)
@click.argument("name", metavar="ID|SEED", shell_complete=names_for_shell)
@click.option("--all", "shows_all", is_flag=True, help="Show every line, kept or dropped, and the rule that decided.")
@click.pass_obj
def source(project: Path, name: str, *, shows_all: bool) -> None:
    """Show how a seed was read.

    The numbered paragraphs that you cite, what was found out about it, and what was dropped and why.

    \b
    python site.py source harbour-report
    python site.py source seeds/harbour.txt
    python site.py source harbour-report --all
    """
    documents = documents_of(project)
    capture = capture_called(name, documents)
    if capture is None:
        known = [each.source for each in documents.captures]
        hint = "; ".join(did_you_mean(name, known)) or sources_told(known)
        raise click.ClickException(f"there is no source “{name}”: {hint}.")
    _show(capture, told_of(capture, documents), shows_all=shows_all)


def _show(capture: Capture, told: SourceFile | None, *, shows_all: bool) -> None:
    reading, width = capture.reading, width_of(sys.stdout)
    click.secho(f"{capture.path} → source “{capture.source}”", bold=True)
    parts = [
        _paragraphs(reading, width),
        (_field(field, getattr(reading, field), getattr(told, field, None), width) for field in _FIELDS),
        _lines(reading, width) if shows_all else _dropped(capture, width),
    ]
    for part in parts:
        click.echo()
        for line in part:
            click.echo(line)
    click.echo(f"\n{_counts(reading)}")
    for doubt in doubts(reading, told, capture.source, capture.path):
        warn(doubt)


def _paragraphs(reading: Reading, width: int | None) -> Iterator[str]:
    """Every paragraph whole, with the number that a citation names."""
    margin = len(f"p{len(reading.paragraphs)}") + 2
    for number, paragraph in enumerate(reading.paragraphs, 1):
        mark = click.style(f"{f'p{number}':{margin - 2}}", bold=True)
        yield f"{mark}  {wrapped(_text(paragraph), width, margin, margin)}"
    if not reading.paragraphs:
        yield "No paragraph was found."


def _text(paragraph: Paragraph) -> str:
    kind = "" if paragraph.kind == "text" else f"({paragraph.kind.replace('-', ' ')}) "
    return f"{kind}{plain(paragraph.text)}"


def _dropped(capture: Capture, width: int | None) -> Iterator[str]:
    """How many lines were dropped by each rule, and the longest of them."""
    dropped = capture.reading.left_out
    if not dropped:
        yield "Nothing was dropped."
        return
    yield click.style("Dropped, by reason", bold=True)
    for rule, number in Counter(line.rule for line in dropped).most_common():
        yield f"{number:5}  {rule}"
    is_more = len(dropped) > _LONGEST
    yield ""
    yield click.style(f"The {_LONGEST} longest lines dropped" if is_more else "The lines dropped", bold=True)
    longest = sorted(dropped, key=lambda line: -len(line.text))[:_LONGEST]
    for line in longest:
        yield _dropped_line(line, width)
    yield ""
    yield f"All lines: python site.py source {capture.source} --all"


def _dropped_line(line: LeftOut, width: int | None) -> str:
    start = f"{line.line:5}  {line.rule}: "
    return f"{start}{click.style(cut(plain(line.text), (width or _WIDEST) - len(start)), dim=True)}"


def _lines(reading: Reading, width: int | None) -> Iterator[str]:
    """Every line of the capture, kept or dropped, with the rule that decided."""
    rules = max((len(line.rule) for line in reading.lines), default=0)
    return (_line(line, rules, width) for line in reading.lines)


def _line(line: Line, rules: int, width: int | None) -> str:
    if not line.text.strip():
        return ""
    mark = click.style("keep", fg="green") if line.kept else click.style("drop", fg="red")
    margin = len(f"{line.number:5}  keep  ") + rules + 2
    text = wrapped(plain(line.text), width, margin, margin)
    return f"{line.number:5}  {mark}  {line.rule:{rules}}  {click.style(text, dim=not line.kept)}".rstrip()


def _counts(reading: Reading) -> str:
    paragraphs = counted(len(reading.paragraphs), "paragraph")
    return f"{paragraphs} kept, {counted(len(reading.left_out), 'line')} dropped."


def _field(name: str, detected: object, said: object, width: int | None) -> str:
    """A field as detected, and what the desk says instead."""
    text = getattr(said, "text", said)
    if text and text != detected:
        told = f"{text}  (source file; detected: {detected or 'nothing'})"
    else:
        told = str(detected) if detected else click.style("not detected", dim=True)
    return f"{name:10}  {wrapped(told, width, 12, 12)}"
