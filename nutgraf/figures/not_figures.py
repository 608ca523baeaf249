"""Digits that are no figures: names, codes, and the numbers of pages, sections, versions and telephones."""

import re

from nutgraf.figures.numerals import MOST_DIGITS, is_version
from nutgraf.figures.tokens import Tokens
from nutgraf.figures.words import Tables, signs

_POINT_NOUGHT = re.compile(r"\d\.0")
_MOBILE = re.compile(r"[6-9]\d{9}")
_HALF_MOBILE = re.compile(r"[6-9]\d{4}")
_CAPITALS = frozenset("kmbtcf")  # 5K, 5M, 35C


def end_of_none(tokens: Tokens, index: int, tables: Tables, is_in_range: bool) -> int | None:
    """The token after digits that are no figure, with all that hangs on them; None if they may be a figure.

    is_in_range: what is before is a figure, so a hyphen makes no code.
    """
    after = _end_of_reference(tokens, index, tables)
    if after is None and _is_code(tokens, index, tables, is_in_range):
        after = index + 1
    if after is None:
        return None
    while tokens.is_glued(after) and (
        tokens.is_word(after) or tokens.is_digits(after) or tokens.is_joining(after) or tokens[after] == "_"
    ):
        after += 1
    return after


def _is_code(tokens: Tokens, index: int, tables: Tables, is_in_range: bool) -> bool:
    digits = tokens[index]
    if len(digits) > MOST_DIGITS:
        return True
    if tokens.is_glued(index) and not is_in_range and _is_tail(tokens, index, tables):
        return True
    if tokens.is_glued(index + 1) and _is_head(tokens, index + 1, tables):
        return True
    is_name = tokens.is_word(index - 1) and tokens.is_capital(index - 1)
    return (
        (digits[0] == "0" and digits[1:2].isdigit())
        or is_version(digits)
        or bool(_MOBILE.fullmatch(digits))
        or (bool(_HALF_MOBILE.fullmatch(digits)) and bool(re.fullmatch(r"\d{5}", tokens[index + 1])))
        or (is_name and bool(_POINT_NOUGHT.fullmatch(digits)))
        or _is_chain(tokens, index)
        or _is_of_name(tokens, index, tables)
    )


def _is_of_name(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a short number ends a name that is in no list: the Borling 737, which nothing follows that is counted."""
    is_short = bool(re.fullmatch(r"\d{2,3}", tokens[index]))
    is_inside = tokens.is_word(index - 1) and tokens.is_capital(index - 1) and tokens.is_word(index - 2)
    if not (is_short and is_inside) or tokens.phrase_before(index, tables.money_before):
        return False
    behind = tokens[index + 1]
    is_measured = behind in tables.units or behind in tables.after or behind in tables.words.multipliers
    return not is_measured and (behind in {"", ",", ".", ";"} or behind in tables.words.loose or behind.endswith("ing"))


def _is_tail(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether letters are right before the digits: G20, COVID-19."""
    before = tokens[index - 1]
    if tokens.is_word(index - 1) or before == "_":
        return tokens.phrase_before(index, tables.money_before) is None
    is_hung = tokens.is_glued(index - 1) and tokens.is_word(index - 2)
    if before == "/":
        return is_hung
    is_name = tokens.is_capital(index - 2) and tokens.is_word(index - 3)  # the Under-21s
    return before == "-" and is_hung and (is_name or tokens[index - 2] not in tables.words.prefixes)


def _is_head(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether letters that are no unit are right behind the digits: 5G, 1990s."""
    word, words = tokens[index], tables.words
    if word == "_" or (tokens.is_word(index) and tokens.is_glued(index + 1) and tokens.is_digits(index + 1)):
        return True
    if not tokens.is_word(index):
        return False
    if len(word) == 1 and tokens.is_capital(index) and word not in _CAPITALS:
        return True  # 5G, 2D
    known = word in words.ordinal_ends or word in words.multipliers or word in signs.SHORT_MULTIPLIERS
    return not (known or word in words.measures or word in tables.units or word in tables.after or word in tables.to)


def _is_chain(tokens: Tokens, index: int) -> bool:
    """Whether three numbers hang together: 1-800-555, 2-3-1."""
    return all(tokens.is_joining(at) and tokens.is_digits(at + 1) for at in (index + 1, index + 3))


def _end_of_reference(tokens: Tokens, index: int, tables: Tables) -> int | None:
    """The token after the number of a page, a section or a ward, with the numbers listed behind it."""
    at = index - 2 if tokens[index - 1] in {".", ":", "-"} else index - 1
    word, words = tokens[at], tables.words
    is_many = word in words.many_references
    is_plain_word = word in words.plain_references and at == index - 1 and not tokens.is_capital(at)
    is_one = word in words.references and not is_plain_word
    is_name = word in words.names and tokens.is_capital(at)
    is_group = (tokens[at - 1], word) in words.groups and tokens.is_capital(at - 1)
    if not (is_many or is_one or is_name or is_group):
        return None
    if is_name and re.fullmatch(r"(?:19|20)\d\d", tokens[index]):
        return None  # Bill 2024
    after = index + 1
    while tokens[after] == "(" and tokens.is_glued(after) and tokens[after + 2] == ")":
        after += 3
    while ((is_many and _is_link(tokens[after], tables)) or tokens.is_joining(after)) and tokens.is_digits(after + 1):
        after += 2
    return after


def _is_link(word: str, tables: Tables) -> bool:
    """Whether it is between two numbers of a list: Articles 14, 19 and 21."""
    return word == "," or word in tables.to or word in tables.words.listing
