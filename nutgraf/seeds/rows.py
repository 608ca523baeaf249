"""A capture cut into rows: the lines an editor sees, trimmed, with the white space around them noted."""

from __future__ import annotations

import re
from typing import NamedTuple

# Not str.splitlines(): that also cuts at form feeds and other marks which editors show inside a line.
_LINE_END = re.compile(r"\r\n|\r|\n")
_INDENTS = ("  ", "\t", "\u3000", "\xa0\xa0")
_INVISIBLE = "\ufeff\u200b\u2060"


class Row(NamedTuple):
    """One line of the capture."""

    number: int  # 1-based
    captured: str  # without the line end
    text: str  # without white space at its edges; "" for a line without any other
    indented: bool  # starts with two or more columns of white space: the old mark of a new paragraph


def split_rows(capture: str) -> tuple[Row, ...]:
    """Every line of the capture in order, numbered from 1.

    A form feed inside a line starts another row of the same number.
    """
    lines = _LINE_END.split(capture)
    if lines and not lines[-1]:
        lines.pop()
    return tuple(
        _row(number, piece)
        for number, line in enumerate(lines, start=1)
        for piece in (line.split("\f") if "\f" in line else (line,))
    )


def _row(number: int, captured: str) -> Row:
    text = captured.strip()
    if text and (text[0] in _INVISIBLE or text[-1] in _INVISIBLE):
        text = text.strip(_INVISIBLE + " \t\xa0")
    return Row(number, captured, text, captured.startswith(_INDENTS))
