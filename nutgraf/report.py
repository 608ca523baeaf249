"""Problems as editors read them: on a terminal, as JSON, or as annotations of a GitHub run."""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from nutgraf.problems import Problem, Severity
from nutgraf.read import ChangedError, File

FORMATS = ("text", "json", "github")
_WIDEST = 160  # characters of an excerpt; a paragraph can be one long line
_JOINERS = "\u200c\u200d"  # they shape Indic, Persian and emoji words
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def counts(problems: Iterable[Problem]) -> str:
    """The numbers of errors and warnings as words: “2 errors, 1 warning”; "" if there are only infos or nothing."""
    found = Counter(problem.severity for problem in problems)
    told = [(Severity.ERROR, "error"), (Severity.WARNING, "warning")]
    return ", ".join(f"{found[level]} {word}{'s' * (found[level] != 1)}" for level, word in told if found[level])


def as_text(problems: Sequence[Problem], files: Iterable[File]) -> str:
    """The text to print: for every problem its place, the line it is about with the words underlined, and its hints.

    files: the inputs; a problem whose file is not among them, or has changed, comes without its line. Line
    feeds are only between lines, and nothing in it can act upon a terminal. Columns are those of UAX 11.
    """
    lines = _Lines(files)
    return "\n".join(line for problem in problems for line in _block(problem, lines))


def as_json(problems: Sequence[Problem], *, is_ascii: bool = False) -> str:
    """A JSON object with the list `problems` and a `summary` of their severities, for programs.

    Lines and columns start at 1; 0 is the whole file or line. is_ascii: for an output that can write nothing else.
    """
    found = Counter(problem.severity for problem in problems)
    entries = [
        {
            "rule": problem.rule,
            "severity": problem.severity.value,
            "path": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "message": problem.message,
            "hint": "\n".join(problem.hints),
        }
        for problem in problems
    ]
    summary = {f"{level.value}s": found[level] for level in Severity}
    return json.dumps({"problems": entries, "summary": summary}, ensure_ascii=is_ascii, indent=2)


def as_github(problems: Sequence[Problem], folder: str = "") -> str:
    """The problems as workflow commands of GitHub Actions, one a line, which GitHub shows beside the lines they name.

    folder: the path of the project in its repository, "" or with a slash at its end.
    """
    return "\n".join(_command(problem, folder) for problem in problems)


def _command(problem: Problem, folder: str) -> str:
    place = problem.place
    told = {"file": f"{folder}{place.path}", "line": place.line, "col": place.column, "title": problem.rule}
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in told.items() if value)
    message = "\n".join((problem.message, *problem.hints))
    return f"::{_COMMANDS[problem.severity]} {properties}::{_escaped(message)}"


def _escaped(text: str, more: str = "") -> str:
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


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


def _block(problem: Problem, lines: _Lines) -> Iterator[str]:
    place = problem.place
    where = ":".join(str(part) for part in (place.path, place.line, place.column) if part)
    yield f"{_plain(where)}: {problem.severity.value}[{problem.rule}]: {_plain(problem.message)}"
    line = lines.line(place.path, place.line)
    gutter = " " * len(str(place.line))
    if line is not None and place.line:
        shown, column = _excerpt(line, place.column)
        yield f"   {place.line} | {shown}".rstrip()
        if column:
            before, meant = shown[: column - 1], shown[column - 1 : column - 1 + place.length]
            yield f"   {gutter} | {' ' * _width(before)}{'^' * max(_width(meant), 1)}"
    for hint in problem.hints:
        yield f"   {gutter} = {_plain(hint)}"


def _excerpt(line: str, column: int) -> tuple[str, int]:
    """The part of a line around the column, without control characters, and the column in it."""
    if len(line) <= _WIDEST:
        return _plain(line).rstrip(), column
    start = max(0, column - 1 - _WIDEST // 4)
    cut = _plain(line[start : start + _WIDEST]).rstrip()
    lead = "…" if start else ""
    tail = "…" if start + _WIDEST < len(line) else ""
    return f"{lead}{cut}{tail}", (column - start + len(lead) if column else 0)


def _plain(text: str) -> str:
    """The text on one line, with a space for what a terminal would act upon and nobody could see."""
    return "".join(sign if sign.isprintable() or sign in _JOINERS else " " for sign in text)


def _width(text: str) -> int:
    """How many columns of a terminal the text takes (Unicode UAX #11); combining characters take none."""
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
