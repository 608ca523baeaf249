"""What is read out of a text: kinds, places, the words that round, and what is no figure at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.figures import figures_in, supports
from tests.effort import calls_in

BOTH = ("en", "hi")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices rose 3.4% in 2019-20", [("share", "3.4%"), ("year", "2019"), ("year", "20")]),
        ("about $60-65 a barrel", [("sum", "$60"), ("sum", "65")]),
        ("The vote was 5-4. Two dissented.", [("score", "5-4"), ("number", "Two")]),
        ("cut by 25 basis points to 6.25 per cent", [("points", "25 basis points"), ("share", "6.25 per cent")]),
        ("half of the 1,200 seats", [("number", "half"), ("number", "1,200")]),
        ("a 45-minute service", [("number", "45")]),
        ("50km and 3½ hours", [("number", "50"), ("number", "3½")]),
        ("सरकार ने 11.11 लाख करोड़ रुपये दिए", [("sum", "11.11 लाख करोड़ रुपये")]),
        ("−3% and minus 5", [("share", "−3%"), ("number", "minus 5")]),
        ("the price—$50—was named", [("sum", "$50")]),
        ("two million and three thousand", [("number", "two million"), ("number", "three thousand")]),
        ("between one hundred and two hundred", [("number", "one hundred"), ("number", "two hundred")]),
        ("25% plus 25%", [("share", "25%"), ("share", "25%")]),
        ("Rs 3 lakh crore", [("sum", "Rs 3 lakh crore")]),
        ("from two hundred thousand to fifty", [("number", "two hundred thousand"), ("number", "fifty")]),
        (
            "between two hundred thousand and fifty thousand",
            [("number", "two hundred thousand"), ("number", "fifty thousand")],
        ),
    ],
)
def test_kinds_and_words_of_figures(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(figure.kind, figure.text) for figure in figures_in(text, BOTH)] == expected


@pytest.mark.parametrize(
    ("text", "rounding"),
    [
        *(("1,400 people", "exact"), ("some 1,400 people", "about"), ("2,000-odd people", "about")),
        *(("nearly 40 people", "nearly"), ("just under 40", "nearly"), ("more than 40", "over"), ("over $5m", "over")),
        *(
            ("40+ people", "least"),
            ("no fewer than 40", "least"),
            ("40 people or more", "least"),
            ("100-plus", "least"),
        ),
        *(("fewer than 40", "under"), ("up to 40", "most"), ("not more than 40", "most"), ("25% + 25%", "exact")),
        *(("लगभग 40 लोग", "about"), ("40 से ज़्यादा लोग", "over"), ("40 से कम", "under"), ("50 साल तक", "most")),
        *(("कम से कम 40", "least"), ("ज़्यादा से ज़्यादा 40", "most"), ("3 लाख रुपये से अधिक", "over")),
        *(
            ("over two days", "exact"),
            ("over 10 years", "exact"),
            ("for over 10 years", "over"),
            ("over 2019", "exact"),
        ),
    ],
)
def test_the_words_around_a_figure_round_it(text: str, rounding: str) -> None:
    assert figures_in(text, BOTH)[0].rounding == rounding


@pytest.mark.parametrize("text", ["3 से 5 तक", "between 3 and 5", "from 3 to 5"])
def test_the_ends_of_a_range_are_exact(text: str) -> None:
    assert [figure.rounding for figure in figures_in(text, BOTH)] == ["exact", "exact"]


def test_both_ends_of_a_range_are_rounded() -> None:
    assert [figure.rounding for figure in figures_in("about $60-65")] == ["about", "about"]


@pytest.mark.parametrize(
    "text",
    [
        *("at 5:45 p.m.", "from 9 to 11 a.m.", "शाम साढ़े पाँच बजे", "p. 45", "pp. 45–48", "Section 144(2)"),
        *("Articles 14, 19 and 21", "No. 10", "Boeing 737-800", "an A320-200", "NH-44", "1990s", "v2.1.3"),
        *("+91 98765 43210", "9876543210", "1-800-555-0199", "#vote2022", "a@b2.example.org", "26/11", "24/7"),
        *("hundreds of them", "several hundred", "कई हज़ार", "आधी रात", "half an hour", "MH370"),
    ],
)
def test_names_times_and_references_are_no_figures(text: str) -> None:
    assert figures_in(text, BOTH) == ()


@pytest.mark.parametrize("text", ["two", "twelve", "third", "the third", "दो", "तीसरा"])
def test_small_numbers_in_words_and_ordinals_are_the_desks_own_counting(text: str) -> None:
    assert [figure.is_counted for figure in figures_in(text, BOTH)] == [True]


@pytest.mark.parametrize("text", ["thirteen", "a dozen", "two million", "half of them", "2", "3rd", "two dollars"])
def test_other_figures_are_not(text: str) -> None:
    assert [figure.is_counted for figure in figures_in(text, BOTH)] == [False]


def test_words_count_in_the_languages_named() -> None:
    assert figures_in("पाँच सौ", ("en",)) == ()
    assert figures_in("five hundred", ("hi",)) == ()
    assert figures_in("five hundred", ("en-GB",))[0].values == {500}
    assert figures_in("500 Menschen, 50 Prozent", ("de",))[1].kind == "share"


def test_glued_metres_may_be_millions_unless_it_is_money() -> None:
    assert figures_in("a 5m wall")[0].values == {5, 5_000_000}
    assert figures_in("$5m")[0].values == {5_000_000}
    assert figures_in("5m pounds")[0].values == {5_000_000}


def test_a_share_bears_out_the_same_fraction_to_its_last_digit() -> None:
    third = figures_in("a third of them")[0]
    assert supports(figures_in("33%")[0], third)
    assert supports(figures_in("33.3%")[0], third)
    assert not supports(figures_in("33.4%")[0], third)
    assert not supports(figures_in("34%")[0], third)


def test_a_large_sum_bears_out_a_number_that_counts_nothing() -> None:
    sum_of_money = figures_in("$5 million")[0]
    assert supports(sum_of_money, figures_in("5 million in aid")[0])
    assert not supports(sum_of_money, figures_in("5 million people")[0])
    assert not supports(figures_in("$25")[0], figures_in("25")[0])


ENDLESS = [
    *(
        "1",
        "1,",
        "111 ",
        "a-",
        "1-",
        "a.",
        "one ",
        "two hundred and ",
        "5%, ",
        "5 and ",
        "a@",
        "1/",
        "http://",
        "5(",
        "$",
    ),
    *("$5", "-5", "+1 ", "1:1:", "pp. 1, ", "lakh ", "half ", "thousand ", "1 ", "5m", " ", "सवा ", "between 5 and "),
    *(
        "1 million ",
        "www.",
        ".",
        "1.",
        "1m1 ",
        "1 lakh 1 thousand ",
        "one in ",
        "ab-cd.ef",
        "more than ",
        "😀5",
        "５",
        "\0",
    ),
    *("9" * 50 + " trillion ", "1 1/2 ", "½", "हर 5 में से ", "minus ", "से ", "\0"),
]


@pytest.mark.parametrize("part", ENDLESS)
def test_no_text_is_too_much(part: str) -> None:
    text = "5 " + part * (20_000 // len(part))
    for figure in figures_in(text, BOTH):
        assert text[figure.start : figure.end] == figure.text
        assert supports(figure, figure)


@pytest.mark.parametrize("part", ENDLESS)
def test_twice_the_text_is_twice_the_work(part: str) -> None:
    once, twice = (calls_in(lambda text=part * count: figures_in(text, BOTH)) for count in (400, 800))  # type: ignore[misc]
    assert twice <= 2.2 * once + 500


PIECES = st.sampled_from(
    "1 5 12 1,000 2022 1.5 half a third two hundred million lakh % per cent $ Rs € - – — and to between about over"
    " nearly से अधिक डेढ़ साढ़े लाख रुपये तक and ½ / . , ( ) G km th in of minus + : am p. Section बजे".split()
)


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=25))
def test_whatever_is_put_together_is_read_in_order_and_bears_itself_out(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + space for piece, space in pieces)
    figures = figures_in(text, BOTH)
    assert [figure.start for figure in figures] == sorted(figure.start for figure in figures)
    for figure in figures:
        assert text[figure.start : figure.end] == figure.text != ""
        assert supports(figure, figure)


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for figure in figures_in(text, BOTH):
        assert text[figure.start : figure.end] == figure.text


@given(st.integers(1, 10**12))
def test_numbers_with_separators_of_either_kind_are_the_same(number: int) -> None:
    assert figures_in(f"{number:,} x.")[0].values >= {Decimal(number)}
