"""Problems as annotations of a GitHub run, and those that are too many for it as a table of its summary."""

from collections.abc import Iterable, Sequence

from nutgraf.problems import Problem, Severity
from nutgraf.report.entries import Entry, entries, where

# GitHub shows at most 10 annotations of a level in a step and 50 in a job, and leaves out the rest without a word
# (“Limitations” in docs/problem-matchers.md of github.com/actions/toolkit). Ten in all leave room for other steps.
MOST = 10
# Bytes. A summary of more than 1 MiB is refused as a whole:
# https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-markdown-summary
_LARGEST = 900_000
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def for_github(problems: Sequence[Problem]) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The entries that become annotations, ten at most and the most severe first; and the rest."""
    levels = [*Severity]
    ordered = sorted(entries(problems), key=lambda entry: levels.index(entry.severity))
    return tuple(ordered[:MOST]), tuple(ordered[MOST:])


def as_annotations(told: Iterable[Entry], folder: str = "") -> str:
    """The entries as workflow commands of GitHub Actions, one a line, which GitHub shows beside the lines they name.

    folder: the path of the project in its repository, "" or with a slash at its end.
    """
    return "\n".join(_command(entry, folder) for entry in told)


def as_table(told: Iterable[Entry], folder: str = "") -> str:
    """The entries as a Markdown table with a heading, for the summary of a step; cut off before it is too large.

    folder: as for as_annotations.
    """
    lines = ["### More problems", "", "| Level | Place | Rule | Problem |", "|---|---|---|---|"]
    size = 0
    rest = list(told)
    for number, entry in enumerate(rest):
        row = _row(entry, folder)
        size += len(row.encode()) + 1
        if size > _LARGEST:
            lines += ["", f"And {len(rest) - number} more."]
            break
        lines.append(row)
    return "\n".join((*lines, "", ""))


def _command(entry: Entry, folder: str) -> str:
    problem = entry.problem
    place = problem.place
    told = {"file": f"{folder}{place.path}", "line": place.line, "col": place.column, "title": problem.rule}
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in told.items() if value)
    message = "\n".join((problem.message, *entry.hints(folder)))
    return f"::{_COMMANDS[entry.severity]} {properties}::{_escaped(message)}"


def _escaped(text: str, more: str = "") -> str:
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def _row(entry: Entry, folder: str) -> str:
    problem = entry.problem
    told = "<br>".join(_cell(line) for line in (problem.message, *entry.hints(folder)))
    place = f"{folder}{where(problem.place)}"
    return f"| {entry.severity.value} | {_cell(place)} | {problem.rule} | {told} |"


def _cell(text: str) -> str:
    """The text as it is, in a cell of a table: no sign of Markdown or HTML in it counts."""
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    return "".join(f"&#{ord(sign)};" if sign in "&<>|\\`*_[]()~#@!:" else sign for sign in plain)
