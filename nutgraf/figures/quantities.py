"""Arithmetic with units: numbers, percentages and money, and what of it means something."""

from collections.abc import Callable
from fractions import Fraction

from msgspec import Struct

SHARE = "%"
_PERCENT_OF = "write what it is a percentage of: 15% of 200"


class Quantity(Struct, frozen=True):
    """An exact value with its unit."""

    value: Fraction  # of a percentage, 25 for 25%
    unit: str  # "" of a bare number, SHARE of a percentage, else the name of a currency, such as “dollar”

    @property
    def name(self) -> str:
        """What it is, for a message: “a number”, “a percentage”, “an amount in dollar”."""
        names = {"": "a number", SHARE: "a percentage"}
        return names.get(self.unit) or f"an amount of money ({self.unit})"


class UnworkableError(ValueError):
    """What cannot be worked with: no number, or arithmetic that has no result or means nothing."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint  # what to do


def plus(one: Quantity, other: Quantity) -> Quantity:
    """The sum of two quantities of one unit. Raises UnworkableError where the units differ."""
    _same_unit(one, other, "cannot be added")
    return Quantity(one.value + other.value, one.unit)


def minus(one: Quantity, other: Quantity) -> Quantity:
    """The difference of two quantities of one unit. Raises UnworkableError where the units differ."""
    _same_unit(one, other, "cannot be subtracted from each other")
    return Quantity(one.value - other.value, one.unit)


def times(one: Quantity, other: Quantity) -> Quantity:
    """The product: a percentage takes its share of the other. Raises UnworkableError for money times money."""
    for share, whole in ((one, other), (other, one)):
        if share.unit == SHARE:
            return Quantity(share.value * whole.value / 100, whole.unit)
    if one.unit and other.unit:
        raise UnworkableError("money cannot be multiplied by money", "multiply it by a number or a percentage")
    return Quantity(one.value * other.value, one.unit or other.unit)


def over(one: Quantity, other: Quantity) -> Quantity:
    """The quotient: of two quantities of one unit a bare number, by a percentage the whole that it is a share of.

    Raises UnworkableError for a division by zero, and for one by money that does not divide money of its currency.
    """
    if not other.value:
        raise UnworkableError("this divides by zero", "divide by another number")
    if one.unit == other.unit:
        return Quantity(one.value / other.value, "")
    if other.unit == SHARE:
        return Quantity(one.value * 100 / other.value, one.unit)
    if other.unit:
        raise UnworkableError(f"{one.name} cannot be divided by {other.name}", "divide money by money of one currency")
    return Quantity(one.value / other.value, one.unit)


def share_of(share: Quantity, whole: Quantity) -> Quantity:
    """So many per cent of the whole. Raises UnworkableError if the share is no percentage."""
    if share.unit != SHARE:
        raise UnworkableError(f"{share.name} stands where a percentage must", "write 15% of 200")
    return times(share, whole)


def of_which(whole: Quantity, share: Quantity) -> Quantity:
    """What share_of gives, said the other way round: “200 का 15%”. Raises UnworkableError as it does."""
    return share_of(share, whole)


def change(before: Quantity, after: Quantity) -> Quantity:
    """The change from one quantity to another, in per cent of the first; negative if it falls.

    Raises UnworkableError where the units differ or the first is zero.
    """
    _same_unit(before, after, "cannot be compared")
    if not before.value:
        raise UnworkableError("a change from 0 has no percentage", "say how much it was before, or give the difference")
    return Quantity((after.value - before.value) / abs(before.value) * 100, SHARE)


Operation = Callable[[Quantity, Quantity], Quantity]


def _same_unit(one: Quantity, other: Quantity, wrong: str) -> None:
    if one.unit == other.unit:
        return
    hint = _PERCENT_OF if SHARE in {one.unit, other.unit} else "give both the same unit"
    raise UnworkableError(f"{one.name} and {other.name} {wrong}", hint)
