"""The figures of a text, each with what it means, however it is written."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from math import prod
from typing import Literal

from msgspec import Struct

from nutgraf.figures.days import Day, days_in
from nutgraf.figures.numerals import (
    DIGITS,
    MULTIPLIERS,
    ORDINALS,
    SMALL,
    WORDS,
    value_of_ordinal,
    value_of_words,
    values_of,
)

Kind = Literal["number", "share", "sum", "year", "date"]
_PER_CENT = r"(?:\s*[%٪％]|[\s-]*(?:per\s*cents?|pct|prozent|pour\s*cent|por\s*ciento|प्रतिशत|फीसदी)(?!\w))"
_CURRENCIES = {
    "$": "dollar", "us$": "dollar", "usd": "dollar", "dollar": "dollar", "dollars": "dollar",
    "€": "euro", "eur": "euro", "euro": "euro", "euros": "euro",
    "£": "pound", "gbp": "pound", "pound": "pound", "pounds": "pound",
    "₹": "rupee", "rs": "rupee", "inr": "rupee", "rupee": "rupee", "rupees": "rupee",
    "¥": "yen", "yen": "yen", "yuan": "yuan", "rmb": "yuan",
}  # fmt: skip
_MONEY_BEFORE = r"(?:us\$|usd|eur|gbp|inr|rmb|rs\.?|[$€£₹¥])\s?"
_MONEY_AFTER = r"\s+(?:dollars?|euros?|pounds?|rupees?|yen|yuan)(?!\w)|\s?[€£₹$¥]"
_TIMES = rf"[\s-]*(?:{'|'.join(sorted(MULTIPLIERS, key=len, reverse=True))})(?!\w)"
_FIGURE = re.compile(
    rf"(?P<before>(?<!\w){_MONEY_BEFORE})?"
    rf"(?:(?<![\w.,])(?P<digits>{DIGITS})(?P<nth>st|nd|rd|th)?|(?<!\w)(?P<words>{WORDS})(?!\w)"
    rf"|(?<!\w)(?P<ordinal>{ORDINALS})(?!\w))"
    rf"(?P<times>(?:{_TIMES})+)?"
    rf"(?:(?P<share>{_PER_CENT})|(?P<after>{_MONEY_AFTER}))?"
    rf"(?P<range>(?=\s*(?:-|to|and|or)\s*{DIGITS}{_PER_CENT}))?",
    re.IGNORECASE,
)
# G20, F-35, COVID-19, 5G: names, not figures.
_CODE = re.compile(r"(?<![\w.,])(?:[^\W\d_]+-?\d[\w-]*|\d[\d.,]*[^\W\d_][\w-]*)")
_AMOUNT = re.compile(rf"\d[\d.,]*(?:st|nd|rd|th|{'|'.join(MULTIPLIERS)})", re.IGNORECASE)


class Figure(Struct, frozen=True):
    """One figure."""

    kind: Kind
    text: str  # as written
    values: frozenset[Decimal]  # what it can mean; empty for dates
    currency: str | None = None  # of a sum
    day: Day | None = None  # of a date
    is_counted: bool = False  # a small number in words, or an ordinal: the desk's own counting


def figures_in(text: str, languages: tuple[str, ...] = ("en",)) -> tuple[Figure, ...]:
    """The figures of a text, in its order: numbers, shares, sums of money, years and dates.

    text: plain text, digits of any script. languages: BCP 47 tags whose month names count; number words are English.
    Names with digits (G20, COVID-19) are no figures.
    """
    plain = _plain(text)
    days = [*days_in(plain, languages)]
    found = [(start, Figure("date", text[start:end], frozenset(), day=day)) for start, end, day in days]
    taken = bytearray(len(plain))  # a 1 for each character of a day or a code
    for start, end in (*((start, end) for start, end, _ in days), *_codes(plain)):
        taken[start:end] = b"\1" * (end - start)
    for match in _FIGURE.finditer(plain):
        start, end = match.span()
        if not any(taken[start:end]):
            found.append((start, _figure(match, text[start:end].strip())))
    return tuple(figure for _, figure in sorted(found, key=lambda pair: pair[0]))


def _plain(text: str) -> str:
    """The text, one character for each, with plain digits, hyphens and spaces."""
    signs = []
    for sign in text:
        digit = unicodedata.decimal(sign, None) if sign.isdigit() else None
        signs.append(str(digit) if digit is not None else "-" if sign in "‐‑‒–—−" else sign)
    return "".join(signs)


def _codes(plain: str) -> Iterator[tuple[int, int]]:
    """The places (0-based, end exclusive) of names with digits."""
    for match in _CODE.finditer(plain):
        if not _AMOUNT.fullmatch(match[0].rstrip("-")) and not re.match(_MONEY_BEFORE + r"\d", match[0], re.IGNORECASE):
            yield match.span()


def _figure(match: re.Match[str], text: str) -> Figure:
    times = prod(MULTIPLIERS[word.lower()] for word in re.findall(r"\w+", match["times"] or ""))
    values = frozenset(value * times for value in _values(match))
    money = (match["before"] or match["after"] or "").strip().lower().rstrip(".")
    if match["share"] or match["range"] is not None:
        return Figure("share", text, values)
    if money:
        return Figure("sum", text, values, _CURRENCIES[money])
    is_counted = bool(match["ordinal"]) or (bool(match["words"]) and times == 1 and min(values) < SMALL)
    is_year = bool(match["digits"]) and times == 1 and re.fullmatch(r"[12]\d{3}", match["digits"]) and not match["nth"]
    return Figure("year" if is_year else "number", text, values, is_counted=is_counted)


def _values(match: re.Match[str]) -> frozenset[Decimal]:
    if match["digits"]:
        return values_of(match["digits"])
    if match["ordinal"]:
        return frozenset({value_of_ordinal(match["ordinal"])})
    return frozenset({value_of_words(match["words"])})
