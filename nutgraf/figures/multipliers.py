"""The words that multiply the number before them: thousand, lakh, bn."""

from decimal import Decimal

from nutgraf.figures.numerals import MOST_TIMES
from nutgraf.figures.tokens import Tokens
from nutgraf.figures.words import Tables, signs

_ONE = Decimal(1)


def times_behind(tokens: Tokens, end: int, tables: Tables, is_money: bool) -> tuple[Decimal, int, bool]:
    """The product of the multipliers behind a number, where they end, and whether the last may be metres."""
    times = _ONE
    while times < MOST_TIMES and is_multiplier(tokens, at := tokens.behind(end), tables):
        times, end = times * tables.words.multipliers[tokens[at]], at + 1
    short = signs.SHORT_MULTIPLIERS.get(tokens[end])
    if times > 1 or not short or not _is_short(tokens, end, is_money):
        return times, end, False
    return Decimal(short), end + 1, tokens[end] == signs.MAY_BE_METRES and not is_money


def is_multiplier(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a word multiplies the number before it."""
    word, words = tokens[index], tables.words
    return word in words.multipliers and tokens[index + 1] not in words.not_multiplied.get(word, ())


def _is_short(tokens: Tokens, index: int, is_money: bool) -> bool:
    word = tokens[index]
    if word in signs.ONLY_OF_MONEY and not is_money:
        return False
    return tokens.is_glued(index) or (tokens.is_near(index) and word not in {"k", "b", "t"})
