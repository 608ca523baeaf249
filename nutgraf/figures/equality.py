"""Whether one figure bears another out: equal in value, of one kind, and rounded in the right direction."""

import re
from collections.abc import Iterator
from decimal import Decimal

from nutgraf.figures.figure import Figure
from nutgraf.figures.words import Rounding

# What the words of the evidence must not say where the claim has these: “up to 45” is not more than 40.
_AGAINST: dict[Rounding, frozenset[Rounding]] = {
    "over": frozenset({"under", "most"}),
    "least": frozenset({"under", "most"}),
    "nearly": frozenset({"over", "least", "under"}),
    "under": frozenset({"over", "least"}),
    "most": frozenset({"over", "least"}),
}
# Evidence with the same number, rounded, that says as much as the claim: “nearly 40” is under 40.
_IMPLIES: dict[Rounding, frozenset[Rounding]] = {
    "over": frozenset({"over"}),
    "least": frozenset({"over", "least", "exact"}),
    "nearly": frozenset({"nearly", "exact"}),
    "under": frozenset({"under", "nearly"}),
    "most": frozenset({"under", "nearly", "most", "exact"}),
}
_TIMES = 2  # “more than 40” may be 80 at most, “up to 40” 20 at least: else a rounder number would have been given
_UNITS = 5  # and at most so many units of the last digit away: “at least 12” is not 19
_NEAR = Decimal("0.1")  # the most that “nearly” and “about” may be off
_ABOUT = Decimal("0.05")  # what “about” may be off where the digits shown are round enough
_ENDLESS = 15  # digits: a third is not written with that many
_NTH = re.compile(r"\d+\w+")


def supports(evidence: Figure, claimed: Figure) -> bool:
    """Whether the evidence bears out what is claimed, in whatever form either is written.

    Kinds do not mix. A claim without a rounding word needs the same value, whatever rounds the evidence. With one, the
    unit of its last digit that is not zero (of 5, if that is a 5) says how far it reaches: “about” half a unit, or a
    whole one within 5 %; “nearly” one unit below or equal, “more than”, “at least”, “under” and “up to” five in their
    direction. That is 10 % at most for the first two, twice or half the number for the others.
    """
    if evidence.kind == "date" or claimed.kind == "date":
        return _is_same_day(evidence, claimed)
    if evidence.kind == "score" or claimed.kind == "score":
        return evidence.kind == claimed.kind and evidence.values == claimed.values
    return any(_bears_out(evidence, claimed, one, other) for one, other in _pairs(evidence, claimed))


def _is_same_day(evidence: Figure, claimed: Figure) -> bool:
    named = evidence.day
    if named is None:
        return False
    if claimed.kind == "year":
        return named.year in claimed.values
    if claimed.is_ordinal and named.day and _NTH.fullmatch(claimed.text):
        return named.day in claimed.values  # “the 4th” for “February 4”
    day = claimed.day
    if day is None or day.month != named.month or (day.day and day.day != named.day):
        return False
    return day.year is None or day.year == named.year


def _pairs(evidence: Figure, claimed: Figure) -> Iterator[tuple[Decimal, Decimal]]:
    """The values to compare, of the evidence and of the claim; none if the kinds do not mix."""
    scales = _scales(evidence, claimed)
    if scales:
        for one in evidence.values:
            for other in claimed.values:
                yield one * scales[0], other * scales[1]


def _scales(evidence: Figure, claimed: Figure) -> tuple[int, int] | None:
    """What makes the values comparable: 1 and 1, or 100 for a fraction beside a share; None if nothing does."""
    kinds = evidence.kind, claimed.kind
    if kinds == ("share", "number"):
        return (1, 100) if _is_fraction(claimed) else None
    if kinds == ("number", "share"):
        return (100, 1) if _is_fraction(evidence) else None
    if kinds == ("sum", "number"):
        return (1, 1) if claimed.is_alone and _is_large(claimed) else None
    if kinds == ("number", "sum"):
        return (1, 1) if evidence.is_alone and _is_large(evidence) else None
    if kinds[0] != kinds[1] or evidence.currency != claimed.currency or evidence.is_ordinal != claimed.is_ordinal:
        return None
    return 1, 1


def _is_fraction(figure: Figure) -> bool:
    """Whether it is a part of a whole, such as half, 1/3, one in five."""
    return all(0 < value < 1 for value in figure.values) and not re.search(r"\d[.,]\d", figure.text)


def _is_large(figure: Figure) -> bool:
    """Whether it is so large that no two things are likely to have the same number."""
    return min(figure.values) >= 1000


def _bears_out(evidence: Figure, claimed: Figure, one: Decimal, other: Decimal) -> bool:
    rounding = claimed.rounding
    if rounding == "exact":
        return _is_equal(evidence, claimed, one, other)
    if rounding == "about":
        return abs(one - other) <= _reach_of_about(other)
    if one == other or _is_equal(evidence, claimed, one, other):
        return evidence.rounding in _IMPLIES[rounding] or (
            evidence.rounding == "about" and rounding in {"least", "most"}
        )
    if evidence.rounding in _AGAINST[rounding] or (evidence.rounding == rounding and rounding in {"least", "most"}):
        return False  # of two limits, “at least 60” and “at least 65”, neither bears the other out
    low, high = _bounds(rounding, other)
    return low <= one <= high


def _is_equal(evidence: Figure, claimed: Figure, one: Decimal, other: Decimal) -> bool:
    """Whether the values are the same; a share beside a fraction is rounded: 67 % is two-thirds."""
    if one == other or evidence.kind == claimed.kind:
        return one == other or (one < 0 < other and -one == other)
    if "share" not in {evidence.kind, claimed.kind}:
        return False
    share = one if evidence.kind == "share" else other
    exponent = share.as_tuple().exponent
    return isinstance(exponent, int) and abs(one - other) <= Decimal(5).scaleb(min(exponent, 0) - 1)


def _unit(number: Decimal) -> Decimal:
    """The unit of the last digit shown: 100 of 1,400, 1 of 1,403, 5 of 25; the number itself where it has no end."""
    _, digits, exponent = number.normalize().as_tuple()
    if not isinstance(exponent, int) or len(digits) > _ENDLESS:
        return abs(number)
    return Decimal(5 if digits[-1] == 5 and len(digits) > 1 else 1).scaleb(exponent)


def _reach_of_about(number: Decimal) -> Decimal:
    size, exponent = abs(number), number.normalize().as_tuple().exponent
    half = Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)
    return max(min(half, size * _NEAR), min(_unit(number), size * _ABOUT))


def _bounds(rounding: Rounding, number: Decimal) -> tuple[Decimal, Decimal]:
    """The values that bear the number out, but for itself."""
    unit = _unit(number)
    if rounding in {"over", "least"}:
        return number, min(number * _TIMES, number + _UNITS * unit)
    if rounding == "nearly":
        return number - min(unit, number * _NEAR), number
    return max(number / _TIMES, number - _UNITS * unit), number
