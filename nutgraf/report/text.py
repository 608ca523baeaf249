"""Problems as editors read them on a terminal, and in a file that a terminal’s output goes to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import click
from msgspec import Struct

from nutgraf.problems import Place, Problem, Severity
from nutgraf.read import ChangedError, File
from nutgraf.report.entries import Entry, entries, where
from nutgraf.report.wrapping import cells, fitting, plain, wrapped

_WIDEST = 160  # columns of an excerpt; a paragraph can be one long line
_NARROWEST = 20  # columns of an excerpt, however narrow the terminal is
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


class Block(Struct, frozen=True):
    """One entry as it is shown."""

    head: str  # where, how grave, which rule, what
    excerpt: tuple[str, ...]  # the line it is about, with the words underlined; () when it is not at hand
    hints: tuple[str, ...]
    margin: str  # spaces before a hint

    def __str__(self) -> str:
        """All its lines."""
        return "\n".join((self.head, *self.excerpt, *(f"{self.margin}= {hint}" for hint in self.hints)))


def as_text(problems: Sequence[Problem], files: Iterable[File], width: int | None = None) -> str:
    """The text to print: for every entry its place, the line it is about with the words underlined, and its hints.

    files, width: as for blocks().
    """
    return text_of(entries(problems), files, width)


def text_of(told: Iterable[Entry], files: Iterable[File], width: int | None = None) -> str:
    """The same as as_text for entries."""
    return "\n".join(map(str, blocks(told, files, width)))


def blocks(told: Iterable[Entry], files: Iterable[File], width: int | None = None) -> Iterator[Block]:
    """The entries, each as it is shown.

    files: the inputs; a problem whose file is not among them, or has changed, comes without its line. width: columns
    of the terminal, for which lines are wrapped and levels coloured; None for plain text. Line feeds are only between
    lines, and nothing from a file can act upon a terminal. Columns are those of UAX 11.
    """
    lines = _Lines(files)
    return (_block(entry, lines, width) for entry in told)


class _Lines:
    """The lines of the files that problems name, decoded when they are asked for."""

    def __init__(self, files: Iterable[File]) -> None:
        self.files: Mapping[str, File] = {file.path: file for file in files}
        self.read: dict[str, list[str]] = {}

    def line(self, path: str, number: int) -> str | None:
        if path not in self.read:
            text = self._text(path).replace("\r\n", "\n").replace("\r", "\n")
            self.read[path] = text.split("\n") if text else []
        lines = self.read[path]
        return lines[number - 1] if 0 < number <= len(lines) else None

    def _text(self, path: str) -> str:
        """The text of a file; empty when it is not at hand, or no longer the one that the problems are about."""
        try:
            return self.files[path].read().decode("utf-8-sig", "replace")
        except (KeyError, ChangedError):
            return ""


def _block(entry: Entry, lines: _Lines, width: int | None) -> Block:
    problem = entry.problem
    line = lines.line(problem.place.path, problem.place.line)
    margin = " " * (4 + len(str(problem.place.line)))
    hints = (wrapped(plain(hint), width, len(margin) + 2, len(margin) + 2) for hint in entry.hints())
    excerpt = () if line is None else tuple(_excerpt(line, problem, width))
    return Block(_head(problem, width), excerpt, tuple(hints), margin)


def _head(problem: Problem, width: int | None) -> str:
    place, label = plain(where(problem.place)), f"{problem.severity.value}[{problem.rule}]:"
    head = wrapped(f"{place}: {label} {plain(problem.message)}", width, 0, 4)
    if width is None:
        return head
    before, _, after = head.partition(label)
    return f"{before}{click.style(label, fg=_COLOURS[problem.severity], bold=True)}{after}"


def _excerpt(line: str, problem: Problem, width: int | None) -> Iterator[str]:
    """The line with its number, and carets under the words that are meant."""
    place = problem.place
    gutter = len(f"   {place.line} | ")
    room = _WIDEST if width is None else min(_WIDEST, max(width - gutter - 2, _NARROWEST))  # 2 for dots
    shown, column = _cut(line, place, room)
    yield f"   {place.line} | {shown}".rstrip()
    if column:
        before, meant = shown[: column - 1], shown[column - 1 : column - 1 + place.length]
        carets = "^" * max(cells(meant), 1)
        if width is not None:
            carets = click.style(carets, fg=_COLOURS[problem.severity])
        yield f"{' ' * (gutter - 2)}| {' ' * cells(before)}{carets}"


def _cut(line: str, place: Place, room: int) -> tuple[str, int]:
    """The part of a line around the column that fits into the room, and the column in it; dots are for what is cut."""
    if len(line) <= room and cells(line) <= room:
        return plain(line).rstrip(), place.column
    before = line[: max(place.column - 1, 0)][-room:]
    start = max(place.column - 1, 0) - fitting(before[::-1], room // 4)
    shown = line[start : start + 4 * room]
    shown = shown[: fitting(shown, room)]
    lead = "…" if start else ""
    tail = "…" if start + len(shown) < len(line) else ""
    return f"{lead}{plain(shown).rstrip()}{tail}", (place.column - start + len(lead) if place.column else 0)
