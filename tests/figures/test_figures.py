"""Whether a source bears a figure out, however either of them writes it."""

import pytest

from nutgraf.figures import figures_in, supports

ARTICLE = [
    "Jaishankar’s visit to the US on February 4-5, ahead of talks next month.",
    "Trump’s 50% tariff on Indian exports came after a 25% reciprocal tariff.",
    "The deal is worth $1,234.5 million, or Rs 500 crore; 1,000 people and 12 000 tonnes are concerned.",
    "Between 5-10% of the G20’s trade; fifty-five per cent in 1998, 3.5 million euros on 12 March 2024.",
    "It was the 21st round, of three.",
]


def supported(claim: str, *texts: str) -> list[bool]:
    evidence = [figure for text in texts or ARTICLE for figure in figures_in(text)]
    figures = [figure for figure in figures_in(claim) if figure.kind not in {"date", "year"}]
    return [figure.is_counted or any(supports(each, figure) for each in evidence) for figure in figures]


@pytest.mark.parametrize(
    "claim",
    [
        "50%",
        "50 percent",
        "fifty per cent",
        "50 per cent",
        "५०%",
        "25% + 25%",
        "55%",
        "5%",
        "10 per cent",
        "$1,234.5 million",
        "US$1.2345 billion",
        "$1.2345bn",
        "Rs 5 billion",
        "500 crore rupees",
        "₹500 crore",
        "1000 people",
        "1,000",
        "12,000 tonnes",
        "12\N{NARROW NO-BREAK SPACE}000",
        "€3.5m",
        "3,500,000 euros",
        "the 21st",
        "3 rounds",
        "three",
    ],
)
def test_what_the_source_says_in_other_signs_is_supported(claim: str) -> None:
    assert supported(claim)
    assert all(supported(claim))


@pytest.mark.parametrize(
    "claim",
    [
        "60%",
        "5.5%",
        "150%",
        "7 per cent",
        "1,234%",
        "$500 crore",
        "€1,234.5 million",
        "Rs 1,234.5 million",
        "35 million euros",
        "10,000 people",
        "100 people",
        "1,001",
        "the 22nd",
        "thirteen",
        "twenty-five thousand",
    ],
)
def test_what_the_source_does_not_say_is_not_supported(claim: str) -> None:
    assert supported(claim)
    assert not all(supported(claim))


@pytest.mark.parametrize(
    "claim",
    [
        *("Not yet agreed", "F-35", "COVID-19", "G20", "5G", "Hundreds of days"),
        *("They may meet", "They march on", "It would mar the deal"),
    ],
)
def test_names_and_words_are_no_figures(claim: str) -> None:
    assert figures_in(claim) == ()


@pytest.mark.parametrize("claim", ["Two tariffs, and talks stall", "The first such meeting", "One side", "Both"])
def test_the_desks_own_counting_needs_no_support(claim: str) -> None:
    assert all(supported(claim, "Nothing is counted here."))


def test_a_share_is_not_supported_by_a_bare_number() -> None:
    assert supported("50%", "There were 50 of them.") == [False]
    assert supported("50", "It was 50%.") == [False]


def test_three_and_a_half_is_not_thirty_five() -> None:
    assert supported("3.5", "There were 35.") == [False]
    assert supported("35", "There were 3.5.") == [False]


def test_a_thousand_is_not_one() -> None:
    assert supported("1", "There were 1,000.") == [False]


def test_indian_and_continental_separators_are_read() -> None:
    assert supported("100,000", "Rs 1,00,000 was paid.") == [True]
    assert supported("1,000 people", "Es waren 1.000 Menschen.") == [True]


def test_long_texts_take_time_in_proportion() -> None:
    assert figures_in("1" * 100_000) == ()
    assert len(figures_in("1,000 " * 20_000)) == 20_000
    assert figures_in("a-" * 50_000) == ()
