"""Tools that a test needs and this machine may lack: the test is skipped and says so; in CI it fails."""

import os
import re
from collections import Counter
from collections.abc import Iterable
from typing import NoReturn

import pytest

_SENTENCE = re.compile(r"needs (?P<tool>.+), which is not installed: run (?P<command>.+)")


def lacks(tool: str, command: str) -> NoReturn:
    """Ends the test that needs the tool. ``command`` is what brings it.

    Raises pytest’s skip; where CI is set its failure, for there nothing may be left out.
    """
    sentence = f"needs {tool}, which is not installed: run {command}"
    if os.environ.get("CI"):
        pytest.fail(sentence, pytrace=False)
    pytest.skip(sentence)


def summary(reasons: Iterable[str]) -> str:
    """One line on the tests that were skipped for want of a tool; empty when there is none."""
    lacking = [found for found in map(_SENTENCE.search, reasons) if found]
    if not lacking:
        return ""
    tools = Counter(found["tool"] for found in lacking)
    counts = ", ".join(f"{count} need {tool}" for tool, count in tools.most_common())
    commands = " and ".join(sorted({found["command"] for found in lacking}))
    return f"{len(lacking)} tests did not run: {counts}. To run them: {commands}"
