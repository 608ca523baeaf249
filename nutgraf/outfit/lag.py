"""The lag: which files of a microsite are older than those that come with the engine now."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import unified_diff
from pathlib import Path

from msgspec import Struct

from nutgraf.outfit.record import read_record, sum_at
from nutgraf.outfit.shipped import shipped
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem


class Lag(Struct, frozen=True):
    """A file that the engine brings in another form than when it came."""

    path: str  # in the microsite
    newer: Path  # the engine’s
    is_new: bool  # it is not there yet
    is_changed: bool  # the desk has changed it too


def lagging(project: Path) -> tuple[Lag, ...]:
    """The files of a microsite that are older than those of this version, by path; () if ``init`` has not made it.

    A file that the desk has deleted is not among them.
    """
    record = read_record(project)
    return tuple(_lagging(project, record)) if record else ()


def _lagging(project: Path, record: Mapping[str, str]) -> Iterator[Lag]:
    for path, newer in sorted(shipped().items()):
        came, brought = record.get(path, ""), sum_at(newer)
        if came == brought:
            continue
        here = sum_at(project / path)
        is_gone = bool(came) and not here  # the desk does without it
        if here != brought and not is_gone:
            yield Lag(path, newer, is_new=not here, is_changed=here not in ("", came))


def problems_of(lags: Iterable[Lag]) -> tuple[Problem, ...]:
    """One problem for each of the files, with the commands that show and take the newer one."""
    return tuple(_problem(lag) for lag in lags)


def _problem(lag: Lag) -> Problem:
    message = "Nutgraf brings this file, and it is not here yet" if lag.is_new else "Nutgraf brings a newer one"
    taking = "have it beside yours, which you have changed" if lag.is_changed else "take it"
    hints = ("to see the difference: python site.py check --diff", f"to {taking}: python site.py update")
    return problem("outdated-file", Place(lag.path), message, *hints, lacks=f"{message}; {taking}")


def differences(project: Path, lags: Iterable[Lag]) -> str:
    """What the newer files would change, as ``diff -u`` shows it; of a binary file, only that it differs."""
    return "".join(line for lag in lags for line in _difference(project / lag.path, lag))


def _difference(old: Path, lag: Lag) -> Iterator[str]:
    before, after = (_text(path) for path in (old, lag.newer))
    if before is None or after is None:
        yield f"Binary files {lag.path} and that of Nutgraf differ\n"
        return
    for line in unified_diff(before, after, f"{lag.path} (yours)", f"{lag.path} (of Nutgraf)"):
        yield line if line.endswith("\n") else f"{line}\n"


def _text(path: Path) -> list[str] | None:
    """The lines; None for a file that is no text."""
    try:
        return path.read_text("utf-8").splitlines(keepends=True) if path.is_file() else []
    except UnicodeDecodeError:
        return None
