"""Runs: the stretches of a line that are shaped by themselves, in the order in which the eye meets them.

The Unicode Bidirectional Algorithm (UAX 9) for one line of a headline: without its rules for embeddings, whose signs
are cleaned out, and for pairs of brackets. W1 and the like are its names of rules.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

_NUMBERS = ("EN", "AN")
_STRONG = ("L", "R", "AL")


class Run(Struct, frozen=True):
    """A stretch in one direction and one script, in the order in which it is read."""

    text: str
    is_rtl: bool


_Stretch = tuple[int, list[Run]]  # its level, and its runs from left to right


def runs_of(line: str, *, is_rtl: bool) -> tuple[Run, ...]:
    """The runs of a line from left to right, each in one direction and one script (UAX 9).

    The rules of UAX 9 for embeddings and bracket pairs are left out. line: without line breaks or direction marks.
    is_rtl: the direction of the page.
    """
    if not is_rtl and not any(unicodedata.bidirectional(sign) in ("R", "AL", "AN") for sign in line):
        return tuple(Run(text, is_rtl=False) for text in _by_script(line))
    levels = _levels(line, base=int(is_rtl))
    stretches: list[_Stretch] = []
    for level, places in groupby(range(len(line)), key=levels.__getitem__):
        text = "".join(line[place] for place in places)
        stretches.append((level, [Run(part, bool(level % 2)) for part in _by_script(text)][:: -1 if level % 2 else 1]))
    return tuple(run for _, runs in _reordered(stretches) for run in runs)


def _levels(line: str, base: int) -> list[int]:
    """The embedding level of each character: even ones run to the right, odd ones to the left."""
    outer = "R" if base else "L"
    kinds = _neutral_resolved(_weak_resolved([unicodedata.bidirectional(sign) or "L" for sign in line], outer), outer)
    depths = {"L": 2 * base, "R": 1, "EN": 2, "AN": 2}  # I1, I2
    return [depths[kind] for kind in kinds]


def _weak_resolved(kinds: list[str], outer: str) -> list[str]:
    """The kinds with marks, numbers and the characters around numbers settled (W1 to W7)."""
    strong = outer
    for place, kind in enumerate(kinds):
        if kind in ("NSM", "BN"):  # W1
            kinds[place] = kinds[place - 1] if place else outer
        elif kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "AL":  # W2
            kinds[place] = "AN"
    for place in range(1, len(kinds) - 1):  # W4
        before, kind, after = kinds[place - 1 : place + 2]
        if before == after and ((kind == "CS" and before in _NUMBERS) or (kind == "ES" and before == "EN")):
            kinds[place] = before
    return list(_numbers_resolved(kinds, outer))


def _numbers_resolved(kinds: list[str], outer: str) -> Iterator[str]:
    """The kinds without the characters of numbers: those next to one belong to it (W3, W5 to W7)."""
    strong, place = outer, 0
    for kind, group in groupby(kinds):
        count = len(list(group))
        ends = (kinds[place - 1] if place else "", kinds[place + count] if place + count < len(kinds) else "")
        place += count
        if kind in _STRONG:
            strong = kind
        number = "L" if strong == "L" else "EN"
        settled = {"AL": "R", "EN": number, "ES": "ON", "CS": "ON", "ET": number if "EN" in ends else "ON"}
        yield from [settled.get(kind, kind)] * count


def _neutral_resolved(kinds: list[str], outer: str) -> Iterator[str]:
    """The kinds with spaces and punctuation settled: they go with what is on both their sides (N1, N2)."""
    before, place = outer, 0
    for is_settled, group in groupby(kinds, key=lambda kind: kind in ("L", "R", *_NUMBERS)):
        stretch = list(group)
        place += len(stretch)
        if is_settled:
            yield from stretch
            before = _side(stretch[-1])
        else:
            after = _side(kinds[place]) if place < len(kinds) else outer
            yield from [before if before == after else outer] * len(stretch)


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"


def _reordered(stretches: list[_Stretch]) -> list[_Stretch]:
    """The stretches from left to right: from the deepest level up, what is together is reversed (L2)."""
    for depth in range(max((level for level, _ in stretches), default=0), 0, -1):
        turned: list[_Stretch] = []
        for is_deep, group in groupby(stretches, key=lambda stretch: stretch[0] >= depth):
            turned += list(group)[:: -1 if is_deep else 1]
        stretches = turned
    return stretches


def _by_script(text: str) -> Iterator[str]:
    """The text cut where another script begins; punctuation and digits go with the letters before them."""
    start, script = 0, ""
    for place, sign in enumerate(text):
        found = _script(sign)
        if found and script and found != script:
            yield text[start:place]
            start = place
        script = found or script
    yield text[start:]


@lru_cache(maxsize=4096)
def _script(sign: str) -> str:
    """The script of a letter, which its Unicode name begins with: LATIN, DEVANAGARI; "" for all that is no letter."""
    return unicodedata.name(sign, "").split(" ")[0] if unicodedata.category(sign).startswith("L") else ""
