from __future__ import annotations

from statistics import mean
from typing import TYPE_CHECKING

import pytest

from tests.seeds.scorer import expected_reading, labelled_captures, read_case, score

if TYPE_CHECKING:
    from pathlib import Path

CAPTURES = labelled_captures()


def test_the_quality_set_is_large_and_in_many_languages() -> None:
    languages = {capture.name.split("-")[0] for capture in CAPTURES}
    assert len(CAPTURES) >= 40
    assert len(languages) >= 20


def test_the_cleaner_reaches_its_target_on_the_quality_set() -> None:
    scores = [score(read_case(capture), expected_reading(capture)) for capture in CAPTURES]
    assert mean(result.f1 for result in scores) >= 0.985
    assert mean(result.recall for result in scores) >= 0.99


@pytest.mark.parametrize("capture", CAPTURES, ids=lambda path: path.stem)
def test_no_single_capture_is_read_badly(capture: Path) -> None:
    result = score(read_case(capture), expected_reading(capture))
    assert result.recall >= 0.9
    assert result.f1 >= 0.85


def test_the_fields_are_found_and_dates_are_never_invented() -> None:
    pairs = [(read_case(capture), expected_reading(capture)) for capture in CAPTURES]
    assert mean(reading.title == expected.title for reading, expected in pairs) >= 0.95
    assert mean(reading.author == expected.author for reading, expected in pairs) >= 0.95
    assert all(reading.published in (expected.published, None) for reading, expected in pairs)
    assert mean(reading.published == expected.published for reading, expected in pairs) >= 0.95


@pytest.mark.parametrize("capture", CAPTURES, ids=lambda path: path.stem)
def test_every_line_of_a_capture_is_accounted_for_by_a_named_rule(capture: Path) -> None:
    text = capture.read_bytes().decode()
    lines = read_case(capture).lines
    numbers = [line.number for line in lines]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(1, text.count("\n") + 1))
    assert all(line.rule for line in lines)
