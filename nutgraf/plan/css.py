"""Stylesheets made small: comments and needless blanks gone, neighbours of one layer under one roof."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

_STRING = r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'"""
_KEPT = re.compile(rf"/\*.*?\*/|({_STRING})", re.DOTALL)
_BRACE = re.compile(rf"{_STRING}|([{{}}])")
_LAYER = re.compile(r"@layer ([\w-]+)\{")
# What can go, and what stays of it. Blanks around + and - belong to calc(), one before a colon is a descendant.
_NEEDLESS = (
    (re.compile(r"\s+"), " "),
    (re.compile(r" ?([{};,>]) ?"), r"\1"),
    (re.compile(r"(?<=[\w)%\"'-]): "), ":"),
    (re.compile(r";\}"), "}"),
)


@lru_cache(maxsize=256)  # a preview asks for the same ones again and again
def squeezed(css: str) -> str:
    """The stylesheet without comments and needless blanks; what stands in quotes stays as it is."""
    strings: list[str] = []

    def keep(found: re.Match[str]) -> str:
        if not found[1]:
            return " "
        strings.append(found[1])
        return '""'

    bare = _KEPT.sub(keep, css)
    for needless, left in _NEEDLESS:
        bare = needless.sub(left, bare)
    kept = iter(strings)
    return re.sub('""', lambda _: next(kept), bare).strip()


def joined(sheets: Iterable[str]) -> str:
    """Squeezed stylesheets as one; those in a row that are whole layers of one name share it."""
    return "".join(_roof(name, list(group)) for name, group in groupby(sheets, _layer_of))


def _layer_of(css: str) -> str | None:
    """The name of the layer that the whole stylesheet is, if it is one."""
    opened = _LAYER.match(css)
    return opened[1] if opened and _end(css) == len(css) else None


def _end(css: str) -> int:
    """Where the first block of the stylesheet ends; 0 if it does not."""
    depth = 0
    for brace in _BRACE.finditer(css):
        if brace[1]:
            depth += 1 if brace[1] == "{" else -1
            if not depth:
                return brace.end()
    return 0


def _roof(layer: str | None, sheets: list[str]) -> str:
    if layer is None or len(sheets) == 1:
        return "".join(sheets)
    head = f"@layer {layer}{{"
    return head + "".join(sheet.removeprefix(head).removesuffix("}") for sheet in sheets) + "}"
