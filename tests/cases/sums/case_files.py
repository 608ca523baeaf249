"""Case files of sums: a line each, ``sum → what comes of it``. A line that begins with # is a heading.

What comes of it is what readers see on an English page, or ``character N: message``. ``{90:(}`` stands for 90 brackets,
``{U+200B}`` for a character that nobody could see.
"""

import re
from pathlib import Path
from typing import NamedTuple

from nutgraf.figures import SumError, parse_sum, written_out

CASES = Path(__file__).parent
_REPEATED = re.compile(r"\{(\d+):(.+?)\}")
_UNSEEN = re.compile(r"\{U\+([0-9A-F]{4})\}")


class Case(NamedTuple):
    """One line."""

    file: str
    line: int
    text: str
    expected: str


def read_cases() -> list[Case]:
    return [case for file in sorted(CASES.glob("*.txt")) for case in _cases(file)]


def _cases(file: Path) -> list[Case]:
    lines = enumerate(file.read_text("utf-8").splitlines(), 1)
    parts = [(number, line.partition(" → ")) for number, line in lines if " → " in line and not line.startswith("#")]
    return [Case(file.stem, number, _full(text), expected) for number, (text, _, expected) in parts]


def _full(text: str) -> str:
    repeated = _REPEATED.sub(lambda match: match[2] * int(match[1]), text)
    return _UNSEEN.sub(lambda match: chr(int(match[1], 16)), repeated)


def outcome(text: str) -> str:
    try:
        return written_out(parse_sum(text), "en")
    except SumError as fault:
        return f"character {fault.start + 1}: {fault.message}"
