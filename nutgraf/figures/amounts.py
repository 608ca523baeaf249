"""Numbers as they are written, in digits and in words, with the words that multiply them."""

from decimal import Decimal

from msgspec import Struct

from nutgraf.figures.fractions import and_part, fraction_at, part_behind, slashed, vulgar_value
from nutgraf.figures.multipliers import is_multiplier, times_behind
from nutgraf.figures.numerals import EXACT, MOST_TIMES, values_of
from nutgraf.figures.tokens import Tokens
from nutgraf.figures.words import Tables, signs

_ONE = Decimal(1)
_NO_PART = Decimal(0)
Group = tuple[Decimal, Decimal, Decimal]  # a number, what multiplies it, and the last word of that


class Amount(Struct, frozen=True):
    """A number of a text."""

    end: int  # the token after it
    values: frozenset[Decimal]  # what it can mean, before it is multiplied; none: it is no figure
    times: Decimal = _ONE
    in_words: bool = False
    is_ordinal: bool = False
    may_be_metres: bool = False  # 5m


def amount_at(tokens: Tokens, start: int, tables: Tables, is_money: bool) -> Amount | None:
    """The number that begins with a token; None where none does. is_money: a currency is before it."""
    if tokens.is_digits(start):
        return _in_digits(tokens, start, tables, is_money)
    word = tokens[start]
    if word in signs.VULGAR:
        return _multiplied(tokens, start + 1, frozenset({vulgar_value(word)}), tables, is_money)
    part = fraction_at(tokens, start, tables)
    if part:
        value, times, end = part
        return Amount(end, frozenset({value}), times, in_words=True)
    return _ordinal(tokens, start, tables) or _in_words(tokens, start, tables)


def _in_digits(tokens: Tokens, start: int, tables: Tables, is_money: bool) -> Amount:
    values, end = values_of(tokens[start]), start + 1
    if tokens[end] == "/" and tokens.is_glued(end) and tokens.is_digits(end + 1):
        part = slashed(tokens, start)
        values, end = (frozenset({part}) if part else frozenset()), end + 2
        return _multiplied(tokens, end, values, tables, is_money) if part else Amount(end, values)
    if tokens[end] in tables.words.ordinal_ends and (tokens.is_glued(end) or not tokens[end].isascii()):
        return Amount(end + 1, values, is_ordinal=True)
    more, end = and_part(tokens, end, tables)
    if not more and len(tokens[start]) < 4:
        more, end = part_behind(tokens, end)
    if more:
        values = frozenset(value + more for value in values)
    return _multiplied(tokens, end, values, tables, is_money)


def _multiplied(tokens: Tokens, end: int, values: frozenset[Decimal], tables: Tables, is_money: bool) -> Amount:
    """A number in digits with the multipliers behind it, and the smaller groups that follow: 1 lakh 40 thousand."""
    times, end, is_short = times_behind(tokens, end, tables, is_money)
    if times == 1 or (len(values) > 1 and not any(value % 1 for value in values)):
        return Amount(end, values, times, may_be_metres=is_short)
    if len(values) > 1:
        values = (
            frozenset(value for value in values if value % 1 or value < 1000) or values
        )  # 1.234 million has a point
    total, least = EXACT.multiply(min(values), times), times
    first = end
    while not is_short and (more := _smaller(tokens, end, tables, least)):
        total, least, end = total + more[0], more[1], more[2]
    if end > first:
        return Amount(end, frozenset({total}))
    return Amount(
        end, values, times, may_be_metres=is_short and tokens[end - 1] in signs.MAY_BE_METRES and not is_money
    )


def _smaller(tokens: Tokens, start: int, tables: Tables, least: Decimal) -> tuple[Decimal, Decimal, int] | None:
    """The next group of 1 lakh 40 thousand, what multiplies it, and where it ends."""
    if tokens.is_digits(start):
        values = values_of(tokens[start])
        times, end, _ = times_behind(tokens, start + 1, tables, is_money=False)
    else:
        words = _in_words(tokens, start, tables) if tokens[start] in tables.words.numbers else None
        if not words:
            return None
        values, times, end = words.values, words.times, words.end
    total = EXACT.multiply(min(values), times)
    return (total, times, end) if 1 < times < least and total < least else None


def _ordinal(tokens: Tokens, start: int, tables: Tables) -> Amount | None:
    words, word = tables.words, tokens[start]
    if word in words.ordinals:
        return Amount(start + 1, frozenset({Decimal(words.ordinals[word])}), in_words=True, is_ordinal=True)
    last = words.ordinals.get(tokens[start + 2], 10)
    if word in words.tens and last < 10 and tokens.is_joining(start + 1):
        value = Decimal(words.numbers[word] + last)
        return Amount(start + 3, frozenset({value}), in_words=True, is_ordinal=True)
    return None


def _in_words(tokens: Tokens, start: int, tables: Tables) -> Amount | None:
    """Two hundred and fifty thousand: each small number is smaller than what multiplies the one before it."""
    groups: list[Group] = []
    end = start
    while small := _small(tokens, end, tables, groups):
        value, at = small
        if groups and not 0 < value < groups[-1][2]:
            break
        tried, at = _grouped([*groups, (value, _ONE, _ONE)], tokens, at, tables)
        if len(tried) > 1 and tried[-1][0] * tried[-1][1] >= tried[-2][2]:
            break
        groups, end = tried, at
    if not groups:
        return None
    if len(groups) == 1:
        value, times, _ = groups[0]
        more, end = and_part(tokens, end, tables) if times > 1 else (_NO_PART, end)
        return Amount(end, frozenset({value + more}), times, in_words=True)
    return Amount(end, frozenset({Decimal(sum(value * times for value, times, _ in groups))}), in_words=True)


def _grouped(groups: list[Group], tokens: Tokens, end: int, tables: Tables) -> tuple[list[Group], int]:
    """The groups, the last of them multiplied by the words that follow; and where these end."""
    while groups[-1][1] < MOST_TIMES and is_multiplier(tokens, at := tokens.behind(end), tables):
        times = Decimal(tables.words.multipliers[tokens[at]])
        under = len(groups)
        while under and groups[under - 1][0] * groups[under - 1][1] < times:
            under -= 1
        taken = groups[under:]
        if not taken:
            break
        one = (taken[0][0], taken[0][1] * times, times)
        groups = [*groups[:under], one if len(taken) == 1 else (Decimal(sum(v * t for v, t, _ in taken)), times, times)]
        end = at + 1
    return groups, end


def _small(tokens: Tokens, end: int, tables: Tables, groups: list[Group]) -> tuple[Decimal, int] | None:
    """The number below a hundred that comes next, and where it ends."""
    words, at = tables.words, tokens.behind(end) if groups else end
    if groups and tokens[at] in words.ands and groups[-1][2] <= 1000:
        at = tokens.behind(at + 1)
    word, after = tokens[at], tokens.behind(at + 1)
    if word in words.numbers:
        value, end = Decimal(words.numbers[word]), at + 1
        if word in words.tens and 0 < words.numbers.get(tokens[after], 0) < 10:
            value, end = value + words.numbers[tokens[after]], after + 1
        more, end = and_part(tokens, end, tables)
        return value + more, end
    if word in words.wholes and tokens[at + 1] not in words.not_beside_half:
        return words.wholes[word], at + 1
    if word in words.shifts:
        number = words.numbers.get(tokens[at + 1], 1)
        is_number = tokens[at + 1] in words.numbers
        return (
            (number + words.shifts[word], at + 2 if is_number else at + 1)
            if _has_number(tokens, at + 1, tables)
            else None
        )
    is_first = not groups and tokens[at - 1] not in words.vague
    if is_first and word in words.articles and is_multiplier(tokens, after, tables):
        return _ONE, at + 1
    return (_ONE, at) if is_first and word in words.alone else None


def _has_number(tokens: Tokens, index: int, tables: Tables) -> bool:
    return tokens[index] in tables.words.numbers or is_multiplier(tokens, index, tables)
