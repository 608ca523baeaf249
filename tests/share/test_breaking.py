"""Headlines in lines. A font of letters half as wide as high makes the sums easy."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.share.breaking import Block, clusters, fit

WIDTH = 1000
ROOMS = {100: 2, 50: 4}  # 20 letters on a line, or 40


def measure(text: str) -> float:
    return len(text) / 2


def set_in(text: str, rooms: dict[int, int] = ROOMS) -> Block:
    return fit(text, measure, WIDTH, rooms)


def test_a_short_headline_stands_on_one_line_in_the_largest_size() -> None:
    assert set_in("Pax Silica") == Block(("Pax Silica",), 100)


def test_lines_come_out_even_and_not_as_full_as_they_can_be() -> None:
    assert set_in("What they want from one another").lines == ("What they want", "from one another")


def test_no_line_in_the_middle_is_shorter_than_it_has_to_be() -> None:
    headline = "the trade deal that both governments said was in reach of all of the people who wait for it now"
    assert set_in(headline, {50: 3}).lines == (
        "the trade deal that both governments",
        "said was in reach of all of",
        "the people who wait for it now",
    )


def test_sizes_step_down_until_the_headline_has_room() -> None:
    assert set_in("What the ruling on tariffs means for exporters").size == 50


def test_a_long_word_is_kept_whole_in_a_smaller_size() -> None:
    assert set_in("Verwaltungsgerichtshof, was ist das?") == Block(("Verwaltungsgerichtshof, was ist das?",), 50)


def test_a_word_wider_than_the_smallest_line_is_broken_with_a_hyphen_as_large_as_it_goes() -> None:
    assert set_in("Donaudampfschifffahrtsgesellschaftskapitän", {100: 3, 50: 6}) == Block(
        ("Donaudampfschifffah-", "rtsgesellschaftskap-", "itän"), 100
    )


def test_what_has_no_room_at_all_ends_in_an_ellipsis_after_a_word() -> None:
    block = set_in("one two three four five six seven eight nine ten " * 5)
    assert block.size == 50
    assert len(block.lines) == 4
    assert block.lines[-1] == "five six seven eight nine ten one two…"


def test_the_sign_before_an_ellipsis_goes() -> None:
    assert set_in("Talks, and talks about talks", {100: 1}).lines == ("Talks, and talks…",)
    assert set_in("Talks on tariffs, and more", {100: 1}).lines == ("Talks on tariffs…",)


def test_a_font_without_an_ellipsis_gets_dots() -> None:
    assert fit("Talks on tariffs, and more", measure, WIDTH, {100: 1}, "...").lines == ("Talks on tariffs...",)


@pytest.mark.parametrize(
    ("headline", "lines"),
    [
        ("an Indo-Pacific-and-more word", ("an Indo-Pacific-", "and-more word")),
        ("import/export, twice over it", ("import/export,", "twice over it")),
        ("1 000 000 000 000 000 crore", ("1 000 000 000", "000 000 crore")),
        ("10\xa0000\xa0000\xa0000 rupees a year", ("10\xa0000\xa0000\xa0000", "rupees a year")),
        ("from 2019–20 until 2025–26 only", ("from 2019–20", "until 2025–26 only")),
    ],
)
def test_lines_end_at_blanks_and_behind_hyphens_before_a_letter(headline: str, lines: tuple[str, ...]) -> None:
    assert set_in(headline).lines == lines


def test_chinese_breaks_between_any_signs_but_never_before_a_stop() -> None:
    lines = set_in("印度和美国在贸易上想从对方得到什么呢，谁会先让步？", {100: 2}).lines
    assert "".join(lines) == "印度和美国在贸易上想从对方得到什么呢，谁会先让步？"
    assert not any(line.startswith(("，", "？")) for line in lines)


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("naïve", ["n", "a", "ï", "v", "e"]),
        ("e\u0301t", ["e\u0301", "t"]),
        ("क्षत्रिय", ["क्ष", "त्रि", "य"]),
        ("👩\u200d🌾a", ["👩\u200d🌾", "a"]),
    ],
)
def test_a_word_is_never_broken_inside_a_letter(word: str, letters: list[str]) -> None:
    assert clusters(word) == letters


WORDS = st.lists(st.text("abcdeA-, ", min_size=1, max_size=50), min_size=1, max_size=60).map(" ".join)


@given(WORDS)
@settings(deadline=None)
def test_no_line_is_ever_wider_than_the_picture_nor_one_too_many(headline: str) -> None:
    block = set_in(headline)
    assert len(block.lines) <= ROOMS[block.size]
    assert all(measure(line) * block.size <= WIDTH for line in block.lines)


@given(WORDS)
@settings(deadline=None)
def test_no_letter_is_lost_but_behind_an_ellipsis(headline: str) -> None:
    together = "".join(set_in(headline).lines).replace(" ", "").replace("-", "")
    whole = headline.replace(" ", "").replace("-", "")
    if together.endswith("…"):
        assert whole.startswith(together[:-1])
    else:
        assert together == whole
