"""Which words of a source answer to those of a quotation, and in what the two differ."""

import pytest

from nutgraf.quotations.compare import compared

SAID = "is not theirs. 'We did not know about the crack until Friday night,' said Lise Holm."


@pytest.mark.parametrize(
    ("wanted", "passage", "differences"),
    [
        ("We didn't know about the crack", "'We did not know about the crack", "didn't → did not"),
        ("Didn't know about the crack", "did not know about the crack", "Didn't → did not"),
        ("the crack till Friday's night", "the crack until Friday night,'", "till → until; Friday's → Friday"),
        ("we know about the crack", "'We did not know about the crack", " → did not"),
        ("not know about a crack", "not know about the crack", "a → the"),
        ("She said that they did not know about the crack", "did not know about the crack", "She said that they → "),
        ("about the crack, which is deep", "about the crack", "crack, → crack; which is deep → "),
    ],
)  # fmt: skip
def test_words_stand_beside_those_they_answer_to(wanted: str, passage: str, differences: str) -> None:
    answer = compared(wanted.split(), SAID.split())
    assert answer is not None
    assert " ".join(SAID.split()[answer.first : answer.last]) == passage
    assert "; ".join(" → ".join(pair) for pair in answer.differences) == differences


@pytest.mark.parametrize("wanted", ["The captain knew about it", "Nobody told us of the ship until Saturday"])
def test_nothing_answers_where_fewer_than_half_of_the_words_agree(wanted: str) -> None:
    assert compared(wanted.split(), SAID.split()) is None


def test_the_nearest_of_two_small_words_begins_and_ends_the_passage() -> None:
    source = "the cost of all the ministry of defense pays and has of it".split()
    answer = compared("the ministry of defence".split(), source)
    assert answer is not None
    assert source[answer.first : answer.last] == ["the", "ministry", "of", "defense"]
    answer = compared("ministery of defense pays and".split(), [*source, "the", "and"])
    assert answer is not None
    assert source[answer.first : answer.last] == ["ministry", "of", "defense", "pays", "and"]


def test_a_word_at_the_edge_answers_to_one_word_unless_more_are_much_more_alike() -> None:
    source = "will not pay for any of it, an official said.".split()
    answer = compared("the official said".split(), source)
    assert answer is not None
    assert source[answer.first : answer.last] == ["an", "official", "said."]


def test_words_that_are_left_open_count_neither_for_nor_against_a_passage() -> None:
    answer = compared("crack […] Friday noon".split(), SAID.split())
    assert answer is not None
    assert answer.differences == (("noon", "night"),)
