"""Reads case files: Markdown files with a title, a dot, and fields ended by a dot each, as markdown-it-py has them."""

import re
from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).parent.parent / "cases" / "quotations"

# Signs that nobody could see in a case file are written by name, or as {U+00AD}.
_NAMED = {"NBSP": "\u00a0", "NNBSP": "\u202f", "THSP": "\u2009", "TAB": "\t", "SHY": "\u00ad", "ZWSP": "\u200b"}
_NAMED |= {"ZWNJ": "\u200c", "ZWJ": "\u200d"}
_SIGN = re.compile(r"\{(?:U\+([0-9A-F]{4,6})|([A-Z]{2,5}))\}")


class Case(NamedTuple):
    """One case of a file."""

    file: str
    line: int  # of the title
    title: str
    fields: tuple[str, ...]


def read_cases(name: str, fields: int) -> list[Case]:
    lines = (CASES / name).read_text(encoding="utf-8").split("\n")
    cases: list[Case] = []
    at = 0
    while at < len(lines):
        if lines[at] != ".":
            at += 1
            continue
        title_line, title = at, lines[at - 1]
        values = []
        for _ in range(fields):
            end = lines.index(".", at + 1)
            values.append(_shown("\n".join(lines[at + 1 : end])))
            at = end
        cases.append(Case(name, title_line, title, tuple(values)))
        at += 1
    return cases


def _shown(text: str) -> str:
    return _SIGN.sub(lambda sign: chr(int(sign[1], 16)) if sign[1] else _NAMED[sign[2]], text)
