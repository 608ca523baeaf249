"""Editors’ mistakes as values: where, what, and what to do about it."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace


class Severity(StrEnum):
    """How much a problem weighs: an error stops the build, a warning is shown, an info is for those who look."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Place(Struct, frozen=True, order=True):
    """A place in a file as the editor sees it."""

    path: str  # relative to the project, with forward slashes
    line: int = 0  # from 1; 0 is the whole file
    column: int = 0  # from 1, in characters; 0 is the whole line
    length: int = 0  # of the words meant, on that line


class Problem(Struct, frozen=True):
    """One mistake, ready to be shown."""

    rule: str  # a name of nutgraf.rules
    severity: Severity
    place: Place
    message: str
    hints: tuple[str, ...] = ()  # what to do, the nearest name, the words that differ
    lacks: str = ""  # the one thing that this and other problems come from, such as “source harbour”; "" for none
    cause_of: tuple[str, ...] = ()  # what others lack because of this one

    @property
    def order(self) -> tuple[Place, str, str]:
        """The key that sorts problems by path, line, column, then rule and message."""
        return (self.place, self.rule, self.message)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems sorted by file, line and column, equal ones once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.order))


def with_levels(
    problems: Iterable[Problem], levels: Mapping[str, str], fixed: frozenset[str], *, strict: bool
) -> tuple[Problem, ...]:
    """The problems at the levels that ``[checks]`` in site.toml sets, in their order, without those that are off.

    levels: “error”, “warning”, “info” or “off” by rule. fixed: rules that keep the level they have.
    strict: a warning becomes an error. Raises ValueError for any other level.
    """
    kept = []
    for problem in problems:
        level = problem.severity.value if problem.rule in fixed else levels.get(problem.rule, problem.severity.value)
        if level == "off":
            continue
        severity = Severity.ERROR if strict and level == "warning" else Severity(level)
        kept.append(replace(problem, severity=severity))
    return tuple(kept)


def has_errors(problems: Iterable[Problem]) -> bool:
    """True if any of the problems is an error, which stops the build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name most like ``word``, case aside; None if none is at least 0.6 alike (difflib)."""
    by_case = {name.casefold(): name for name in names}
    close = get_close_matches(word.casefold(), by_case, n=1, cutoff=0.6)
    return by_case[close[0]] if close else None


def did_you_mean(word: str, names: Iterable[str]) -> tuple[str, ...]:
    """One hint with the nearest of the names, or () if none is close."""
    name = nearest(word, names)
    return (f"did you mean “{name}”?",) if name else ()
