"""Where the article begins and ends, and what inside it stays."""

from __future__ import annotations

from nutgraf.seeds import Line, read_capture

TITLE = "Old harbour plan approved by the council"
FIRST = "The council met on Tuesday and voted on the plan for the old harbour by a clear majority."
SECOND = "Work on the quay will begin in May, the harbour master said at the end of the meeting, and last two years."
THIRD = "Two members abstained, one because she had not read the plan and the other because he had read it twice."


def fate(*lines: str) -> dict[str, Line]:
    return {line.text: line for line in read_capture("\n".join(lines), ".txt").lines}


def test_short_lines_between_paragraphs_stay() -> None:
    lines = fate(TITLE, FIRST, "“No.”", "She left", SECOND, "What next?", THIRD)
    assert all(line.kept for line in lines.values())


def test_a_menu_above_and_a_list_of_headlines_below_go_without_knowing_their_language() -> None:
    menu = ["Alku", "Maa", "Meri", "Taivas", "Sää"]
    stories = ["Uusi silta avataan", "Vanha silta suljetaan", "Silta siellä, toinen täällä"]
    lines = fate(*menu, TITLE, FIRST, SECOND, THIRD, *stories)
    assert {lines[text].rule for text in menu} == {"before-article"}
    assert {lines[text].rule for text in stories} == {"after-article"}


def test_prose_behind_a_promotion_is_not_lost() -> None:
    lines = fate(TITLE, FIRST, SECOND, "Read more:", "Bypass delayed until autumn", "The quay is from 1911.")
    assert lines["The quay is from 1911."].kept
    assert lines["Bypass delayed until autumn"].rule == "related-story"


def test_teasers_below_the_article_are_not_crossed_into() -> None:
    teasers = ["Bypass delayed", "The bypass will open in October at the earliest, the county said.", "Nov 2, 2025"] * 3
    lines = fate(TITLE, FIRST, SECOND, THIRD, "Andere Themen", *teasers)
    assert not any(lines[text].kept for text in teasers)


def test_a_list_at_the_end_belongs_to_the_article() -> None:
    lines = fate(TITLE, FIRST, SECOND, "The plan asks for:", "• a new quay", "• two cranes")
    assert lines["• two cranes"].kept


def test_a_sidebar_above_the_headline_goes() -> None:
    teaser = "Our critics choose the pots that made them stop this year."
    lines = fate("The Lantern", "The year in pots", teaser, TITLE, "Priya Nair", "Jun 14, 2018", FIRST, SECOND, THIRD)
    assert not lines[teaser].kept
    assert lines[TITLE].rule == "headline"
    assert lines[FIRST].kept


def test_buttons_between_byline_and_text_go() -> None:
    lines = fate(TITLE, "A quay for the ferries, two cranes and a bench.", "By Priya Nair", "Anhören", FIRST, SECOND)
    assert lines["Anhören"].rule == "page-head"


def test_dates_inside_a_chronicle_stay() -> None:
    lines = fate(
        TITLE, "By Priya Nair", FIRST, SECOND, "3 March 2021", THIRD, "4 April 2022", FIRST.replace("by", "in")
    )
    assert lines["3 March 2021"].kept
    assert lines["4 April 2022"].kept


def test_what_somebody_says_is_no_label() -> None:
    lines = fate(TITLE, FIRST, "“Listen.”", "“Comments?” he asked.", "— Search", SECOND)
    assert all(line.kept for line in lines.values())


def test_the_readers_comments_go_however_long_they_are() -> None:
    comment = "I have lived at the harbour for forty years and never saw anything like it, and I want to say so here."
    lines = fate(TITLE, FIRST, SECOND, "3 Comments", "Max", comment, "Eva", comment.replace("forty", "fifty"))
    assert lines[SECOND].kept
    assert not lines[comment].kept


def test_an_interviewer_who_is_the_author_keeps_her_questions() -> None:
    lines = fate(TITLE, "By Priya Nair", "Priya Nair: Is the plan any good?", f"Ed Coe: {FIRST}", f"Ed Coe: {SECOND}")
    assert lines["Priya Nair: Is the plan any good?"].kept


def test_the_biography_under_the_byline_goes() -> None:
    biography = "Priya Nair is a reporter who covers the harbour and the council for the paper."
    lines = fate(TITLE, "By Priya Nair", biography, FIRST, SECOND, THIRD)
    assert lines[biography].rule == "biography"
