"""What comes out of a sum: as readers see it, and whether a figure says the same."""

from collections.abc import Iterator
from decimal import Decimal, localcontext
from fractions import Fraction
from math import floor

from nutgraf.dates.locales import locale_of
from nutgraf.figures.figure import Figure
from nutgraf.figures.operands import MOST_DIGITS, Operand, digits_of, unit_of
from nutgraf.figures.quantities import SHARE
from nutgraf.figures.reading import figures_in
from nutgraf.figures.sums import Sum
from nutgraf.figures.words import key, tables_of
from nutgraf.figures.words.signs import SHORT_MULTIPLIERS

_LONGEST_EXACT = 4  # decimal places of a result that is shown as it is
_ROUGHLY = 10  # a rounded figure is at most a tenth of the result away from it
_ROUNDED = 2  # decimal places of any other
_SIGNS = str.maketrans({"*": "×", "·": "×", "/": "÷", "-": "−", "–": "−"})


def written_out(worked: Sum, language: str) -> str:
    """The sum and what comes out of it, as readers see it: “25% + 25% = 50%”, and “10 ÷ 3 ≈ 3.33” where it is rounded.

    A result that the desk states is shown as written. language: of the site, a BCP 47 tag.
    """
    expression = worked.text.translate(_SIGNS)
    if worked.stated:
        return f"{expression} = {worked.stated.text.translate(_SIGNS)}"
    value = worked.value / _scale(worked)
    sign = "=" if _is_exact(value, _places(value)) else "≈"
    return f"{expression} {sign} {printed(worked, language)}"


def printed(worked: Sum, language: str, places: int | None = None) -> str:
    """The result in the site’s style of numbers, with the unit as the operands write it: “50%”, “$8m”, “1,40,000”.

    language: a BCP 47 tag, whose separators are those of Unicode CLDR. places: at most so many decimals; without, as
    many as are exact, up to 4, else 2, or as many as show two digits.
    """
    model, scale = _model(worked), _scale(worked)
    value = worked.value / scale
    rounded = _rounded(value, _places(value) if places is None else places)
    digits = _in_digits(abs(rounded), language)
    sign = "−" if rounded < 0 else ""
    if not model:
        return sign + digits + worked.unit * (worked.unit == SHARE)
    found = digits_of(figures_in(model.text)[0])
    before, after = (model.text[: found.start], model.text[found.end :]) if found else ("", "")
    if found and found.scale != scale:  # too small to be counted in millions
        after = "".join(f" {word}" for word in after.split() if key(word) not in _multipliers())
    return f"{sign}{before}{digits}{after}"


def agrees(worked: Sum, figure: Figure, *, is_rounded: bool = False) -> bool:
    """True if the figure is what comes out of the sum, to the digits that it shows, up or down.

    A ratio may be written as a percentage, and a result with a unit without it, as in a table. A figure in a text has
    no sign: “20% less” is -20%. is_rounded: the text says “about”, and zeros at its end count for nothing.
    """
    targets = [abs(target) for target in _targets(worked, unit_of(figure))]
    return any(
        abs(value - target) < step or abs(value - target) <= min(half, target / _ROUGHLY)
        for value, step, half in _readings(figure, is_rounded=is_rounded)
        for target in targets
    )


def states_rightly(worked: Sum) -> bool:
    """False if the result that the desk states behind “=” is another than comes out, or has another sign."""
    if not worked.stated:
        return True
    figure = figures_in(worked.stated.text.lstrip("-−–"))[0]
    return agrees(worked, figure) and (worked.stated.value >= 0) == (worked.value >= 0)


def _multipliers() -> frozenset[str]:
    return frozenset({*tables_of(("en", "hi")).words.multipliers, *SHORT_MULTIPLIERS})


def _targets(worked: Sum, unit: str) -> Iterator[Fraction]:
    """What a figure of this unit may say."""
    if unit in {worked.unit, ""}:
        yield worked.value
    if unit == SHARE and not worked.unit:
        yield worked.value * 100


def _readings(figure: Figure, *, is_rounded: bool) -> Iterator[tuple[Fraction, Fraction, Fraction]]:
    """What a figure can mean, each with what its last digit is worth and half of what its last digit but zeros is."""
    digits = digits_of(figure)
    for value in figure.values:
        scale = digits.scale if digits else Fraction(1)
        places = max(-int(value.as_tuple().exponent), 0)
        zeros = _zeros(value / Decimal(int(scale))) if is_rounded or not digits else 0
        yield Fraction(value), scale / 10**places, scale * 10**zeros / 2 if zeros else Fraction(0)


def _zeros(number: Decimal) -> int:
    """How many zeros a whole number ends in."""
    written = f"{number.normalize():f}" if number else ""
    return 0 if "." in written else len(written) - len(written.rstrip("0"))


def _model(worked: Sum) -> Operand | None:
    """The first operand with the unit of the result, which is written as that one is; None for a unit of no operand."""
    return next((operand for operand in worked.operands if operand.unit == worked.unit), None)


def _scale(worked: Sum) -> Fraction:
    """What the digits of the result count: millions, where the model counts millions and there are any."""
    model = _model(worked)
    found = digits_of(figures_in(model.text)[0]) if model else None
    return found.scale if found and abs(worked.value) >= found.scale else Fraction(1)


def _places(value: Fraction) -> int:
    """How many decimals are shown."""
    exact = next((places for places in range(_LONGEST_EXACT + 1) if _is_exact(value, places)), None)
    if exact is not None:
        return exact
    places = _ROUNDED
    while places < MOST_DIGITS and 0 < abs(value) * 10**places < 10:
        places += 1
    return places


def _is_exact(value: Fraction, places: int) -> bool:
    return bool((value * 10**places).denominator == 1)


def _rounded(value: Fraction, places: int) -> Fraction:
    """The value with so many decimals; a half is rounded away from zero, as in newspapers."""
    last = Fraction(floor(abs(value) * 10**places + Fraction(1, 2)), 10**places)
    return last if value >= 0 else -last


def _in_digits(value: Fraction, language: str) -> str:
    from babel.numbers import format_decimal  # 50 ms: only sites with sums pay for it

    locale = locale_of(language) or locale_of("en")
    with localcontext(prec=3 * MOST_DIGITS):
        number = Decimal(value.numerator) / Decimal(value.denominator)
        return str(format_decimal(number, locale=locale, decimal_quantization=False))
