"""What counts as a change, beside the golden cases of tests/cases/problems/changes."""

from nutgraf.changes import silent_changes
from nutgraf.kinds.documents import parse
from tests.cases.problems.case import archive_of
from tests.resolve.desk import STORY, explainer, files_of

PATH = "content/explainers/a.md"
QUOTE = "The minister spoke of “the 50% tariff on Indian exports” [@story]."


def told(then: str, now: str) -> list[str]:
    documents, _ = parse(files_of({PATH: now, "seeds/story.txt": STORY}))
    return [problem.message for problem in silent_changes(documents, archive_of({PATH: then.encode()}))]


def body(then: str, now: str) -> list[str]:
    return told(explainer(then), explainer(now))


def fields(then: str, now: str) -> list[str]:
    return told(explainer(more=then), explainer(more=now))


def fact(value: str = "b", more: str = "") -> str:
    return f"key_facts:\n  - {{label: A, value: {value}, source: story{more}}}\n"


def test_other_words_are_no_change() -> None:
    assert body("They met in 2026.", "In 2026 they met, and went.") == []
    assert body("Two met first.", "Three met second.") == []  # the desk’s own counting
    assert body("G20 met.", "G7 met.") == []  # names


def test_what_has_only_moved_is_no_change() -> None:
    assert body(f"## A\n\n{QUOTE}\n\n## B\n\n5 km.", f"## B\n\n5 km.\n\n## A\n\n{QUOTE}") == []
    facts = [fact(), "  - {label: C, value: d, source: story}\n"]
    assert fields("".join(facts), f"key_facts:\n{facts[1]}{facts[0].removeprefix('key_facts:')[1:]}") == []


def test_how_words_are_set_is_no_change() -> None:
    assert body(QUOTE, QUOTE.replace("“", '"').replace("”", '"').replace(" tariff", "\ntariff")) == []
    assert body("It cost 1,000 euros.", "It cost €1000.") == []
    assert told(explainer("5 km."), explainer("5 km.").replace("\n", "\r\n")) == []


def test_what_a_source_is_called_is_no_change() -> None:
    assert fields(fact(), fact().replace("source: story", "source: story p3")) == []


def test_a_quotation_that_is_another_version_of_one_is_told_as_one_change() -> None:
    assert body(QUOTE, QUOTE.replace("50%", "25%")) == [
        "a quotation was “the 50% tariff on Indian exports” at main, and is “the 25% tariff on Indian exports”"
    ]
    assert body(QUOTE, "“Nobody” said “we are not in a hurry” [@story].") == [
        "a quotation is gone: “the 50% tariff on Indian exports”, in line 6 at main",
        "a quotation was not here at main: “we are not in a hurry”",
    ]


def test_status_and_as_of_are_part_of_a_fact() -> None:
    assert fields(fact(more=", status: expected"), fact(more=", as_of: 2026-02")) == [
        "the key fact “A” was “b” (expected) at main, and is “b” (as of 2026-02)"
    ]


def test_a_figure_counts_each_time_it_stands_there() -> None:
    assert body("It is 5 km, and 5 km.", "It is 5 km.") == ["a figure is gone: “5”, in line 6 at main"]
    assert body("It is 50% of €3.", "It is 60% of €4.") == [
        "a figure was “50%” at main, and is “60%”",
        "a figure was “€3” at main, and is “€4”",
    ]


def test_headlines_questions_and_footnotes_hold_figures_too() -> None:
    assert told(explainer(title="In 2025"), explainer(title="In 2026")) == [
        "a figure was “2025” at main, and is “2026”"
    ]
    assert body("## Why 5?", "## Why 6?") == ["a figure was “5” at main, and is “6”"]
    assert body("So.[^1]\n\n[^1]: 5 km.", "So.[^1]\n\n[^1]: 6 km.") == ["a figure was “5” at main, and is “6”"]


def test_a_correction_that_is_only_reworded_answers_for_nothing() -> None:
    then, now = (f"corrections:\n  - {{date: 2026-01-22, text: {text}}}\n" for text in ("One.", "Other."))
    assert len(told(explainer("5 km.", more=then), explainer("6 km.", more=now))) == 1
    assert len(told(explainer("5 km.", more="updated: 2026-01-23\n"), explainer("6 km."))) == 1


def test_drafts_and_new_pages_have_said_nothing_yet() -> None:
    draft = "draft: true\n"
    assert told(explainer("5 km.", more=draft), explainer("6 km.")) == []
    documents, _ = parse(files_of({PATH: explainer("6 km.")}))
    assert list(silent_changes(documents, archive_of({}))) == []
