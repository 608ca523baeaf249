"""Numbers as they are written: digits with separators, words, and the words that multiply them."""

import re
from decimal import Decimal

_UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: number for number, word in enumerate(_UNITS)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
MULTIPLIERS = {
    "hundred": 100,
    "k": 1_000,
    "thousand": 1_000,
    "lakh": 100_000,
    "lakhs": 100_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "million": 1_000_000,
    "millions": 1_000_000,
    "crore": 10_000_000,
    "crores": 10_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
    "billions": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "trillion": 1_000_000_000_000,
}
SMALL = 13  # the desk counts in words up to twelve ("two posts"): such words are no figures
DIGITS = r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,’']\d+)*)"
WORDS = rf"(?:{'|'.join([*_TENS, *_UNITS])})(?:[\s-](?:{'|'.join(_UNITS[1:10])}))?"
ORDINALS = "|".join(_ORDINALS)
_SEPARATORS = re.compile(r"[ .,\u00a0\u202f’']")


def values_of(digits: str) -> frozenset[Decimal]:
    """What digits with separators can mean: ``1,000`` is 1000, ``1.5`` is 1.5, ``1.000`` may be either.

    digits: 0 to 9 only, as DIGITS matches them. Equal separators before groups of three (in India, of two:
    ``1,00,000``) group; a last point or comma that does not is decimal. Anything else, such as a version number, is
    read part by part. Raises decimal.InvalidOperation for what is not a number.
    """
    parts = _SEPARATORS.split(digits)
    signs = _SEPARATORS.findall(digits)
    if not signs:
        return frozenset({Decimal(digits)})
    found = set()
    is_grouped = len(set(signs)) == 1 and len(parts[-1]) == 3 and all(len(part) in {2, 3} for part in parts[1:])
    if is_grouped:
        found.add(Decimal("".join(parts)))
    is_last_alone = signs[-1] in ".," and signs[-1] not in signs[:-1]
    if is_last_alone and not (is_grouped and signs[-1] == ","):
        found.add(Decimal("".join(parts[:-1]) + "." + parts[-1]))
    return frozenset(found) or frozenset(Decimal(part) for part in parts)


def value_of_words(words: str) -> Decimal:
    """The number that English words name, zero to ninety-nine: 50 for “fifty”, 25 for “twenty-five”.

    Raises KeyError for any word that is not part of such a number.
    """
    return Decimal(sum(_WORDS[word] for word in re.split(r"[\s-]+", words.lower())))


def value_of_ordinal(word: str) -> Decimal:
    """The number that an English ordinal names, first to twelfth: 3 for “third”. Raises KeyError for any other word."""
    return Decimal(_ORDINALS[word.lower()])
