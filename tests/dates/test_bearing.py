"""Whether a text bears out a claimed date: labelled cases, and what no case says."""

import datetime
import re

import pytest

from nutgraf.dates import bears_out, mentions_in, parse_date, possible_periods
from tests.dates.case_files import CASES, read_cases

DAY = datetime.date
FILES = {"english": "en", "hindi": "hi", "german": "de"}  # by the first word of the file’s name
LABELLED = [
    (FILES[path.name.partition(".")[0].partition("-")[0]], *case)
    for path in sorted(CASES.glob("*.txt"))
    if path.name != "mentions.txt"
    for case in read_cases(path.name, 4)
]


@pytest.mark.parametrize(("language", "published", "claimed", "expected", "text"), LABELLED)
def test_labelled_cases(language: str, published: str, claimed: str, expected: str, text: str) -> None:
    if other := re.match(r"\[(\w+)\] ", text):
        language, text = other[1], text[other.end() :]
    day = parse_date(published) if published else None
    found = mentions_in(text, (language,), day)
    assert bears_out(possible_periods(parse_date(claimed)), found, day) == expected


def test_there_are_cases_of_each_outcome_and_many_near_misses() -> None:
    outcomes = [expected for _, _, _, expected, _ in LABELLED]
    assert len(outcomes) > 300
    assert outcomes.count("supported") < len(outcomes) / 2


@pytest.mark.parametrize(
    ("date", "periods"),
    [
        ("2026-02-04", [(DAY(2026, 2, 4), DAY(2026, 2, 4))]),
        ("2026-02-04/2026-02-05", [(DAY(2026, 2, 4), DAY(2026, 2, 5))]),
        ("2026-02-04/..", [(DAY(2026, 2, 4), DAY(2026, 2, 4))]),
        ("../2026-02", [(DAY(2026, 2, 1), DAY(2026, 2, 28))]),
        (
            "2026-02~",
            [
                (DAY(2026, 2, 1), DAY(2026, 2, 28)),
                (DAY(2026, 1, 1), DAY(2026, 1, 31)),
                (DAY(2026, 3, 1), DAY(2026, 3, 31)),
            ],
        ),
        ("0001~", [(DAY(1, 1, 1), DAY(1, 12, 31)), (DAY(1, 1, 1), DAY(1, 12, 31)), (DAY(2, 1, 1), DAY(2, 12, 31))]),
    ],
)
def test_a_date_of_an_editor_may_mean_one_period_or_several(date: str, periods: list[tuple[DAY, DAY]]) -> None:
    assert list(possible_periods(parse_date(date))) == periods


def test_a_claim_without_meaning_is_silent() -> None:
    assert bears_out([], mentions_in("4 February", ("en",), None), None) == "silent"


def test_each_meaning_of_a_claim_must_be_contradicted() -> None:
    found = mentions_in("on 4 February 2026", ("en",), None)
    assert bears_out([(DAY(2026, 2, 4),) * 2, (DAY(2026, 4, 2),) * 2], found, None) == "supported"
    assert bears_out([(DAY(2026, 3, 4),) * 2, (DAY(2026, 4, 3),) * 2], found, None) == "contradicted"
