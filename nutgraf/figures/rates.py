"""Rates in two numbers that are one figure: one in five, हर पाँच में से एक."""

from decimal import Decimal

from nutgraf.figures.amounts import amount_at
from nutgraf.figures.ranges import Part
from nutgraf.figures.tokens import Tokens
from nutgraf.figures.words import Tables

_OF = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000})  # others are seldom a rate: one in 2024
_WHOLE = frozenset(range(1, max(_OF) + 1))


def rate_at(tokens: Tokens, index: int, tables: Tables) -> Part | None:
    """The rate that begins with a token; None where it may be something else (“two in three days”)."""
    words = tables.words
    turned = words.rates_turned.get(tokens[index])
    first = _small(tokens, index + 1 if turned else index, tables)
    if first is None:
        return None
    for between in map(str.split, [turned] if turned else words.rates):
        second = _small(tokens, first[1] + len(between), tables) if _is(tokens, first[1], between) else None
        if second is None:
            continue
        over, under = (second[0], first[0]) if turned else (first[0], second[0])
        is_rate = over == 1 or len(between) > 1
        if is_rate and under in _OF and over < under and tokens[second[1]] not in words.spans:
            return Part(index, second[1], frozenset({Decimal(over) / under}), in_words=True)
    return None


def _is(tokens: Tokens, index: int, words: list[str]) -> bool:
    return tokens.keys[index : index + len(words)] == words


def _small(tokens: Tokens, index: int, tables: Tables) -> tuple[int, int] | None:
    """A plain whole number, and where it ends."""
    starts = tokens.is_digits(index) or tokens[index] in tables.words.numbers
    amount = amount_at(tokens, index, tables, is_money=False) if starts else None
    if amount is None or len(amount.values) != 1 or amount.is_ordinal or amount.may_be_metres:
        return None
    value = min(amount.values) * amount.times
    return (int(value), amount.end) if value in _WHOLE else None
