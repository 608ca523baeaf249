"""Which figure a sum is to give, and which numbers of a source bear it out: beside the golden cases of sums."""

from functools import partial

import pytest

from tests.effort import calls_in
from tests.resolve.desk import explainer, problems_of

SHIPS = (
    "More ships call at Westport\n\nBy A. Writer\n\nA tax of 25% came in March, and a further 25% in May.\n\n"
    "The port counted 40 ships on 7 March 2024 and 50 in 2025, of which 2,022 had grain or nothing at all on board.\n\n"
    "It spent $5 million on cranes, $3m on ropes and 6,000,000 on people, said the harbour master on Monday.\n"
)


def rules(body: str, more: str = "") -> list[str]:
    files = {"seeds/ships.txt": SHIPS, "content/explainers/a.md": explainer(body, more=more)}
    return [problem.rule for problem in problems_of(files)]


@pytest.mark.parametrize(
    "words",
    [
        "It is 50%",
        "It is fifty per cent",
        "In May it was 50%",
        "It was 50% in 2025",
        "It was 50% on 4 March",
        "It was 50% of the cargo on 40 ships",
        "It was 50% in two rounds",
        "Of the 40 ships none paid less",
        "It doubled",
        "About 50%",
        "It was *half*, or `50%`",
        "It went from 25% to [50%](https://example.org/a)",
    ],
)
def test_the_last_percentage_in_the_block_is_what_a_sum_of_percentages_gives(words: str) -> None:
    assert rules(f"Tax was 70%.\n\n{words} [@ships = 25% + 25%].") == []


@pytest.mark.parametrize(
    "words", ["It is 51%", "It is 5%", "It is fifty-one per cent", "It is 50% and not 25%", "About 60%"]
)
def test_another_percentage_is_wrong(words: str) -> None:
    assert rules(f"{words} [@ships p1 = 25% + 25%].") == ["wrong-sum"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("In 2025 there were 90 ships", []),
        ("There were 90 ships in 2025", []),
        ("Ninety ships came", []),
        ("There were 91 ships", ["wrong-sum"]),
        ("There were nearly 100 ships", ["wrong-sum"]),
        ("There were nearly 90 ships", []),
    ],
)
def test_years_and_days_are_not_what_a_sum_gives(words: str, expected: list[str]) -> None:
    assert rules(f"{words} [@ships p2 = 40 + 50].") == expected


def test_what_a_sum_of_years_gives_is_a_number() -> None:
    assert rules("It took one year [@ships p2 = 2025 - 2024]. It took 2 years [@ships p2 = 2025 - 2024].") == [
        "wrong-sum"
    ]


def test_a_citation_covers_nothing_beyond_its_block() -> None:
    assert rules("It is 60%.\n\n- This [@ships p1 = 25% + 25%].\n- That is 40%.").count("wrong-sum") == 0


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("p1 = 25% + 25 per cent", 0),
        ("p1 = 25 + 25", 1),  # a number is no percentage
        ("p2 = 40 + 50", 0),
        ("p2 = 7 + 50", 1),  # nor a day of March
        ("p2 = 2,024 + 50", 1),  # nor a year
        ("p3 = $5m + 3 million", 1),  # cannot be added
        ("p3 = $5m + $3,000,000", 0),
        ("p3 = $6m + $3m", 0),  # the source counts it without its sign
        ("p3 = €5m + €6m", 1),
        ("= 50 / 40", 0),  # of the whole source
        ("p1 = 25% * 9", 0),  # factors up to twelve are the desk’s own
        ("p1 = 25% * 13", 1),
        ("p1; @ships p2 = 25% of 40", 0),
        ("p0 = 40 + 50", 2),  # nor are they in the headline
    ],
)
def test_a_number_counts_for_what_it_is(written: str, expected: int) -> None:
    found = rules(f"So it is [@ships {written}].")
    assert len(found) == expected
    assert set(found) <= {"unsupported-figure", "bad-citation"}


def test_a_fact_gives_its_value_even_where_the_sum_is_in_its_label() -> None:
    fact = "key_facts:\n  - {label: 'Tax [@ships p1 = 25% + 25%]', value: 60 %, source: ships}\n"
    assert rules("", fact).count("wrong-sum") == 1
    assert rules("", fact.replace("60 %", "50%")).count("wrong-sum") == 0


def test_a_figure_that_a_sum_gives_need_not_be_in_the_source_and_one_that_it_does_not_give_is_wrong() -> None:
    fact = "key_facts:\n  - {label: Tax, value: 50%, source: ships p1 = 25% + 25%}\n"
    assert rules("", fact) == []
    assert rules("", fact.replace("50%", "'60% [@ships p1 = 25% + 25% = 50%]'", 1)).count("wrong-sum") == 2


def test_an_event_gives_its_title_or_its_text() -> None:
    event = "timeline:\n  - {date: 2025, title: Tax is 50%, text: It was 25% first., source: ships p1 = 25% + 25%}\n"
    assert rules("", event).count("wrong-sum") == 0
    assert rules("", event.replace("50%", "60%")).count("wrong-sum") == 1


def test_many_sums_in_one_paragraph_are_work_in_line_with_their_number() -> None:
    rules("50% [@ships p1 = 25% + 25%]")  # patterns are compiled
    once, twice = (calls_in(partial(rules, "50% [@ships p1 = 25% + 25%] " * many)) for many in (200, 400))
    assert twice < 2.4 * once
