"""Numbers in words mean what the same numbers in digits mean, whichever way they are written."""

import random
from decimal import Decimal

import pytest

from nutgraf.figures import figures_in, supports
from tests.figures.cases import CASES

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
_ONES += "sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_HINDI = [line.split(" ", 1)[1] for line in (CASES / "words/hindi.txt").read_text("utf-8").splitlines()]
SOME = [*range(1, 1001), *random.Random(4).sample(range(1001, 10**6), 1500), 10**6]


def english(number: int, link: str = " and ", hyphen: str = "-") -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        rest = number % 10
        return _TENS[number // 10 - 2] + (hyphen + _ONES[rest] if rest else "")
    for size, word in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            behind = (link if rest < 100 else " ") + english(rest, link, hyphen) if rest else ""
            return f"{english(number // size, link, hyphen)} {word}{behind}"
    raise AssertionError


def hindi(number: int) -> str:
    if number < 100:
        return _HINDI[number]
    for size, word in ((10**7, "करोड़"), (10**5, "लाख"), (1000, "हज़ार"), (100, "सौ")):
        if number >= size:
            rest = number % size
            return f"{hindi(number // size)} {word}" + (f" {hindi(rest)}" if rest else "")
    raise AssertionError


def indian(number: int) -> str:
    """12,34,567"""
    written = str(number)
    groups = [written[-3:]] if len(written) > 3 else [written]
    rest = written[:-3]
    while rest:
        groups.insert(0, rest[-2:])
        rest = rest[:-2]
    return ",".join(groups)


def only(text: str, language: str) -> Decimal:
    figure, *others = figures_in(f"({text})", (language,))
    assert not others, text
    assert figure.text == text
    assert len(figure.values) == 1
    return min(figure.values)


@pytest.mark.parametrize(("link", "hyphen"), [(" and ", "-"), (" ", "-"), (" and ", " ")])
def test_english_words_mean_their_number(link: str, hyphen: str) -> None:
    for number in SOME:
        assert only(english(number, link, hyphen), "en") == number


def test_hindi_words_mean_their_number_with_and_without_nukta() -> None:
    for number in SOME:
        assert only(hindi(number), "hi") == number
        assert only(hindi(number).replace("\u093c", "").replace("ँ", "ं"), "hi") == number


def test_all_ways_of_writing_a_number_bear_each_other_out() -> None:
    for number in random.Random(5).sample(SOME, 200):
        if 1000 <= number < 3000:
            continue  # without a separator it is a year
        ways = [
            f"{number:,}",
            indian(number),
            str(number),
            f"{number:,}".replace(",", "\u202f"),
            english(number),
            hindi(number),
        ]
        figures = [figures_in(f"{way}.", ("en", "hi"))[0] for way in ways]
        assert all(supports(one, other) for one in figures for other in figures), ways
        assert not any(supports(one, figures_in(f"{number + 1:,}")[0]) for one in figures)


@pytest.mark.parametrize("number", range(1, 100))
def test_ordinals_in_words_and_digits_are_the_same(number: int) -> None:
    end = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    in_digits, in_hindi = figures_in(f"the {number}{end} time"), figures_in(f"{number}वीं बार", ("hi",))
    assert in_digits[0].is_ordinal
    assert in_hindi[0].is_ordinal
    assert supports(in_digits[0], in_hindi[0])


def test_there_is_a_word_for_every_number_below_a_hundred() -> None:
    assert len(_HINDI) == 100
    assert [only(word, "hi") for word in _HINDI] == [*range(100)]
