"""Problems as JSON, for programs (docs/writing.md, docs/schemas/problems.schema.json)."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from nutgraf.problems import Problem, Severity

VERSION = 1  # of the format: it rises when a program that reads the one before would fail


def as_json(problems: Sequence[Problem], *, is_ascii: bool = False) -> str:
    """A JSON object with the `version` of the format, the list `problems`, and a `summary` of their severities.

    Lines and columns start at 1; 0 is the whole file or line. is_ascii: for an output that can write nothing else.
    """
    found = Counter(problem.severity for problem in problems)
    summary = {f"{level.value}s": found[level] for level in Severity}
    told = {"version": VERSION, "problems": [_record(problem) for problem in problems], "summary": summary}
    return json.dumps(told, ensure_ascii=is_ascii, indent=2)


def _record(problem: Problem) -> dict[str, Any]:
    place = problem.place
    return {
        "rule": problem.rule,
        "severity": problem.severity.value,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "length": (place.length or None) if place.column else None,
        "message": problem.message,
        "hints": list(problem.hints),
    }
