"""A short walk through newsrooms made up at random, the same every time; ``make fuzz`` walks on for minutes."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.fuzz.invariants import must_hold
from tests.fuzz.newsrooms import Newsroom, newsrooms

CASES = sorted((Path(__file__).parent / "cases").glob("*.json"))


@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(newsrooms)
def test_nothing_breaks_whatever_a_newsroom_holds(newsroom: Newsroom) -> None:
    must_hold(newsroom)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_was_found_once_stays_found(path: Path) -> None:
    must_hold(json.loads(path.read_text("utf-8")))
