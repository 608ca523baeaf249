"""Problems gathered by their causes: what one repair puts right is one entry."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from nutgraf.problems import Place, Problem, Severity

_MOST_PLACES = 20  # lines that are listed


class Entry(Struct, frozen=True):
    """Problems that come from one thing."""

    problem: Problem  # the cause; without one, the first of those that lack the same thing
    others: tuple[Problem, ...] = ()  # of the same rule, that lack the same thing
    effects: tuple[tuple[Problem, ...], ...] = ()  # what the problem causes, a tuple for each rule

    @property
    def severity(self) -> Severity:
        """The most severe level among them."""
        levels = {self.problem.severity, *(each.severity for effect in self.effects for each in effect)}
        return next(level for level in Severity if level in levels)

    def hints(self, folder: str = "") -> tuple[str, ...]:
        """The hints of the problem; then what it causes, and where else the same is wrong.

        folder: what paths begin with, "" or with a slash at its end.
        """
        told = [*self.problem.hints, *(line for effect in self.effects for line in _effect(effect, folder))]
        if self.others:
            number = len(self.others)
            told.append(f"and {number} more place{'s' * (number != 1)}: {places(self.others, folder)}")
        return tuple(told)


def entries(problems: Sequence[Problem]) -> tuple[Entry, ...]:
    """The problems as entries: first those that cause others, then the rest in the order given.

    What a problem causes is folded under it. Other problems of one rule that lack the same thing are one entry.
    """
    causes: dict[str, Problem] = {}
    for problem in problems:
        for name in problem.cause_of:
            causes.setdefault(name, problem)
    heads: dict[object, list[Problem]] = {}
    effects: dict[Problem, dict[str, list[Problem]]] = {}
    for problem in problems:
        first = _first_cause(problem, causes)
        if first is not problem:
            effects.setdefault(first, {}).setdefault(problem.rule, []).append(problem)
        else:
            key = (problem.rule, problem.lacks) if problem.lacks else problem
            heads.setdefault(key, []).append(problem)
    found = [
        Entry(head, tuple(others), tuple(tuple(each) for each in effects.get(head, {}).values()))
        for head, *others in heads.values()
    ]
    return tuple(sorted(found, key=lambda entry: not entry.effects))


def _first_cause(problem: Problem, causes: Mapping[str, Problem]) -> Problem:
    """The problem at the beginning of a chain of causes; the problem itself when nothing causes it, or a ring does."""
    seen = [problem]
    while cause := causes.get(seen[-1].lacks):
        if cause in seen:
            return problem
        seen.append(cause)
    return seen[-1]


def counts(problems: Iterable[Problem]) -> str:
    """The numbers of problems by level, in words: “2 errors, 1 warning, 3 infos”; "" for none."""
    found = Counter(problem.severity for problem in problems)
    return ", ".join(_counted(found[level], level) for level in Severity if found[level])


def where(place: Place) -> str:
    """The place as path, line and column, without those that are not known."""
    return ":".join(str(part) for part in (place.path, place.line, place.column) if part)


def places(problems: Sequence[Problem], folder: str = "") -> str:
    """Where the problems are, file by file: “content/a.md:4, 9; content/b.md:7”; at most 20 lines, then a number."""
    lines: dict[str, dict[int, None]] = {}
    for problem in problems[:_MOST_PLACES]:
        lines.setdefault(problem.place.path, {})[problem.place.line] = None
    listed = [
        f"{folder}{path}:{', '.join(map(str, each))}" if any(each) else f"{folder}{path}"
        for path, each in lines.items()
    ]
    if len(problems) > _MOST_PLACES:
        listed.append(f"and {len(problems) - _MOST_PLACES} more")
    return "; ".join(listed)


def _effect(problems: Sequence[Problem], folder: str) -> tuple[str, ...]:
    first = problems[0]
    number = _counted(len(problems), first.severity)
    return (f"this causes {number} [{first.rule}]: {first.message}", *first.hints, f"in {places(problems, folder)}")


def _counted(number: int, level: Severity) -> str:
    return f"{number} {level.value}{'s' * (number != 1)}"
