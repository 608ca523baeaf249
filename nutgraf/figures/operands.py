"""The numbers of a sum, read one by one as figures_in reads them, but each with one meaning alone."""

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from nutgraf.figures.figure import Figure
from nutgraf.figures.numerals import values_of
from nutgraf.figures.quantities import SHARE, UnworkableError
from nutgraf.figures.reading import figures_in

MOST_DIGITS = 30  # of a number, and of what comes out of a sum
NUMBER_HINT = "write it as 25, 1,40,000, 25%, $5m or 3 lakh"
_DIGITS = re.compile(r"\d(?:[\d .,\u00a0\u202f’']*\d)?")
_NUMERIC_KINDS = frozenset({"number", "share", "sum", "year"})


class Operand(Struct, frozen=True):
    """A number that goes into a sum, or that is said to come out of it."""

    text: str  # as written
    value: Fraction  # of a percentage, 25 for 25%
    unit: str  # "" of a bare number, "%" of a percentage, else the name of a currency, as in Figure.currency
    start: int = 0  # where it begins in the sum, 0-based
    is_own: bool = False  # a factor or divisor up to twelve, or 100: the desk’s own, which no source need have


class Digits(Struct, frozen=True):
    """The digits of a written number, and what they count."""

    start: int  # where they are in the text
    end: int
    value: Decimal  # of the digits alone: 1.4 of “1.4bn”
    scale: Fraction  # what one of them is worth: 1,000,000,000 for “bn”


def unit_of(figure: Figure) -> str:
    """The unit of a figure, as an Operand has it."""
    return SHARE if figure.kind == "share" else figure.currency or ""


def read_operand(text: str) -> Operand:
    """The number that the text is.

    A point is decimal where it could also group digits. Raises UnworkableError for anything but one number.
    """
    figure = _figure(text)
    digits = digits_of(figure) if figure else None
    if not figure or not digits:
        raise UnworkableError(f"“{_short(text)}” is not a number that can be worked with", NUMBER_HINT)
    value = Fraction(digits.value) * digits.scale
    if value >= 10**MOST_DIGITS or len(text) > 3 * MOST_DIGITS:
        raise UnworkableError(f"“{_short(text)}” is too large", f"a number has at most {MOST_DIGITS} digits")
    return Operand(text, value, unit_of(figure))


def digits_of(figure: Figure) -> Digits | None:
    """The digits of a figure; None for one in words, or whose digits make no single number, such as 1.2.3."""
    match = _DIGITS.search(figure.text)
    if not match or not figure.values:
        return None
    plain = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in match[0])
    value = min(values_of(plain))
    if _digits_alone(str(value)) != _digits_alone(plain):
        return None
    worth = max(figure.values) if figure.text[-1].isalpha() else min(figure.values)  # 30m: millions, not metres
    scale = Fraction(worth) / Fraction(value) if value else Fraction(1)
    return Digits(match.start(), match.end(), value, scale)


def _figure(text: str) -> Figure | None:
    """The figure that the text is; None if it is none, several, or has words beside it."""
    figures = figures_in(text)
    if len(figures) != 1 or figures[0].text != text or figures[0].kind not in _NUMERIC_KINDS:
        return None
    return figures[0]


def _digits_alone(number: str) -> str:
    return re.sub(r"\D", "", number).lstrip("0")


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
