"""Names in running text, for the hint that an entry is missing."""

import pytest

from nutgraf.names import Count, names_in, recurring, without


def names(text: str, language: str = "en") -> list[str]:
    return [name.text for name in names_in(text, language)]


def certain(text: str) -> list[str]:
    return [name.text for name in names_in(text) if name.is_certain]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He met Narendra Modi’s team.", ["Narendra Modi"]),
        ("at the Ministry of External Affairs", ["Ministry of External Affairs"]),
        ("India and the US agreed.", ["India", "US"]),
        ("a US-led meeting", ["US"]),
        ("AT&T and O’Neill", ["AT&T", "O’Neill"]),
        ("told S. Jaishankar so", ["S. Jaishankar"]),
        ("the G20 and @USAmbIndia and #TAG", ["G20"]),
        ("on Monday in February, in Feb", []),
        ("no names here at all", []),
        ("नई दिल्ली में भारत", []),
        ("in Österreich and the EU", ["Österreich", "EU"]),
    ],
)
def test_capitals_make_names(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text", ["Talks stalled.", "It ended. Talks stalled.", "He said: “Talks stalled.”", "\nTalks go on"]
)
def test_the_first_word_of_a_sentence_is_not_certain_to_be_a_name(text: str) -> None:
    assert certain(text) == []


def test_a_name_at_the_start_counts_once_it_stands_inside_a_sentence_too() -> None:
    found = recurring([names_in("Quad met."), names_in("They joined the Quad.")])
    assert found == (Count("Quad", 2, 2),)


def test_a_name_must_stand_in_two_places() -> None:
    assert recurring([names_in("of the Quad, by the Quad")]) == ()


def test_the_most_frequent_name_comes_first() -> None:
    places = ["the Quad and the BRICS", "the Quad and the BRICS", "the BRICS"]
    assert [count.name for count in recurring(names_in(place) for place in places)] == ["BRICS", "Quad"]


def test_an_adjective_beside_its_country_is_not_listed() -> None:
    places = ["in India, Indian goods", "from India, Indian goods"]
    assert [count.name for count in recurring(names_in(place) for place in places)] == ["India"]


def test_what_the_glossary_has_is_left_out_with_the_title_before_it() -> None:
    text = "then President Donald Trump met the Quad"
    start = text.index("Donald")
    assert names(without(text, [(start, start + len("Donald Trump"))])) == ["Quad"]


def test_german_gives_only_acronyms_because_every_noun_has_a_capital() -> None:
    assert names("im März traf der Minister die EU", "de") == ["EU"]


def test_long_texts_take_time_in_proportion() -> None:
    assert len(names("the Quad said " * 20_000)) == 20_000
    assert names("A" * 100_000) == ["A" * 100_000]


def test_in_a_language_whose_calendar_nobody_has_written_down_days_are_names_too() -> None:
    assert names("on Monday in Ghent", "tlh") == ["Monday", "Ghent"]
    assert names("on Monday in Ghent", "en") == ["Ghent"]
