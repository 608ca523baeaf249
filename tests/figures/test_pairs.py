"""Labelled pairs of a claim and its evidence (tests/cases/figures): each is decided as its label says."""

from collections import Counter

import pytest

from nutgraf.figures import figures_in, supports
from tests.figures.cases import LANGUAGES, Pair, read_pairs

ALL = read_pairs()


@pytest.mark.parametrize("group", sorted({pair.group for pair in ALL}))
def test_a_claim_is_borne_out_where_its_label_says_so(group: str) -> None:
    pairs = [pair for pair in ALL if pair.group == group]
    wrong = [f"{pair.line}: {pair.claim} | {pair.evidence}" for pair in pairs if pair.found != pair.is_supported]
    assert wrong == []


def test_each_claim_has_a_figure() -> None:
    assert [pair for pair in ALL if not pair.claimed] == []


def test_half_of_the_pairs_are_near_misses() -> None:
    labels = Counter(pair.is_supported for pair in ALL)
    assert min(labels.values()) >= 200


@pytest.mark.parametrize("side", ["claim", "evidence"])
def test_every_figure_of_the_pairs_bears_itself_out(side: str) -> None:
    for text in {getattr(pair, side) for pair in ALL}:
        for figure in figures_in(text, LANGUAGES):
            assert supports(figure, figure), f"{text}: {figure.text}"


def test_figures_are_where_they_say() -> None:
    for text in {text for pair in ALL for text in (pair.claim, pair.evidence)}:
        for figure in figures_in(text, LANGUAGES):
            assert text[figure.start : figure.end] == figure.text
            assert figure.text == figure.text.strip() != ""


def swapped(pair: Pair) -> str:
    """The evidence in the digits of another script."""
    return pair.evidence.translate(str.maketrans("0123456789", "०१२३४५६७८९"))


def test_the_script_of_the_digits_changes_nothing() -> None:
    for pair in ALL:
        if not any(sign in pair.evidence for sign in ("://", "@", "#", "/a")):
            other = Pair(pair.group, pair.line, pair.claim, swapped(pair), pair.is_supported)
            assert other.found == pair.is_supported, other
