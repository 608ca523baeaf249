"""Colours that site.toml or tokens.css chose, and whether they can be told apart (WCAG 1.4.3, 1.4.11)."""

import math
from collections.abc import Iterator

from msgspec import Struct

from nutgraf.colours import contrast, legible
from nutgraf.problems import Place, Problem
from nutgraf.resolve.palette import Palette, Scheme
from nutgraf.resolve.site import Site
from nutgraf.rules import problem

_SHEETS, _MARKS = ("paper", "panel"), ("mark", "mark_target")
# What stands on what, and the least contrast it needs there.
_NEEDS = (
    ("ink", (*_SHEETS, *_MARKS), 7.0),
    ("ink_2", _SHEETS, 4.5),
    ("ui", ("paper",), 4.5),
    ("accent", (*_SHEETS, *_MARKS), 4.5),
    ("link", (*_SHEETS, *_MARKS), 4.5),
    ("ok", (*_SHEETS, *_MARKS), 4.5),
    ("focus", _SHEETS, 3.0),
)


class _Pair(Struct, frozen=True):
    """A colour on a ground that it does not stand out from."""

    role: str
    ground: str
    measured: float
    needed: float


def check_contrast(site: Site) -> Iterator[Problem]:
    """A problem for each chosen colour that readers cannot tell from another, in either scheme."""
    for scheme in (site.colours.light, site.colours.dark):
        blamed: dict[str, list[_Pair]] = {}
        for pair in _faint(scheme.palette):
            culprit = next((name for name in (pair.role, pair.ground) if name in scheme.chosen), None)
            if culprit:
                blamed.setdefault(culprit, []).append(pair)
        for name, pairs in blamed.items():
            yield _problem(scheme, name, scheme.chosen[name].place, pairs)


def _faint(palette: Palette) -> Iterator[_Pair]:
    for role, grounds, needed in _NEEDS:
        for ground in grounds:
            measured = contrast(getattr(palette, role), getattr(palette, ground))
            if measured < needed:
                yield _Pair(role, ground, measured, needed)


def _problem(scheme: Scheme, name: str, place: Place, pairs: list[_Pair]) -> Problem:
    """One problem for the colour, about the pair that misses most; paper and panel first, because text is there."""
    first, *others = sorted(pairs, key=lambda pair: (pair.ground in _MARKS, pair.measured / pair.needed))
    where = " of the dark scheme" if scheme.name == "dark" else ""
    measured = f"contrast {_ratio(first)}, at least {first.needed:g} is needed"
    message = f"“{_token(first.role)}”{where} is too faint on “{_token(first.ground)}”: {measured}"
    also = ", ".join(_also(pair, first.role) for pair in others)
    return problem("low-contrast", place, message, *([f"also {also}"] if also else []), *_advice(scheme.palette, name))


def _also(pair: _Pair, role: str) -> str:
    what = "" if pair.role == role else f"“{_token(pair.role)}” "
    return f"{what}on “{_token(pair.ground)}” {_ratio(pair)}"


def _ratio(pair: _Pair) -> str:
    """The measured contrast, never rounded up to what it misses."""
    return f"{math.floor(pair.measured * 100) / 100:.2f}"


def _advice(palette: Palette, name: str) -> Iterator[str]:
    """The nearest shade that will do, where there is one; a ground has to be chosen with what stands on it."""
    shade = getattr(palette, name)
    for role, grounds, needed in _NEEDS:
        if role == name:
            against = [getattr(palette, ground) for ground in grounds]
            shade = legible(shade, against, needed)
            if all(contrast(shade, ground) >= needed for ground in against):
                yield f"the nearest shade that can be read is {shade}"
            return


def _token(role: str) -> str:
    return role.replace("_", "-")
