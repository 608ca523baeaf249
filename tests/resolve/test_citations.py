"""Citations: which notes a page gets, and what became of the quotations they cover."""

from nutgraf.quotations import Found, NotFound
from nutgraf.resolve.citations import Citations, Note
from tests.resolve.desk import STORY, explainer, site_of, source, term

OTHER = """\
Talks in Delhi

By B. Writer

The talks were long and hard, officials in both capitals said.

They ended at noon.
"""


def citations_of(body: str, more: str = "", files: dict[str, str] | None = None) -> Citations:
    site = site_of({"content/explainers/a.md": explainer(body, more=more), **(files or {})})
    return site.bound["content/explainers/a.md"].citations


def two_sources() -> dict[str, str]:
    return {"seeds/story.txt": STORY, "seeds/other.txt": OTHER}


def told(citations: Citations) -> list[tuple[str, list[tuple[int, str, int]]]]:
    """Each group with its notes: number, source, marks."""
    return [
        (group.group.kind, [(note.number, note.source.id, note.marks) for note in group.notes])
        for group in citations.groups
        if group.notes
    ]


def only(citations: Citations) -> Note:
    (note,) = citations.notes
    return note


def test_every_source_in_one_pair_of_brackets_gets_a_note() -> None:
    citations = citations_of("It is so [@story; @other p2].", files=two_sources())
    assert told(citations) == [("section", [(1, "story", 1), (2, "other", 1)])]
    (marks,) = citations.marks.values()
    assert [mark.id for mark in marks] == ["r1", "r2"]


def test_notes_are_numbered_over_the_page_facts_first_then_sections_then_events() -> None:
    more = (
        "key_facts:\n  - {label: Tariff, value: 50%, source: story}\n"
        "timeline:\n  - {date: 2026-02, title: A meeting, source: other}\n"
    )
    body = "Intro [@story].\n\n## What?\n\nThis [@other] and that [@story p1].\n"
    assert told(citations_of(body, more, two_sources())) == [
        ("facts", [(1, "story", 1)]),
        ("section", [(2, "story", 1)]),
        ("section", [(3, "other", 1), (4, "story", 1)]),
        ("timeline", [(5, "other", 1)]),
    ]


def test_the_same_passage_twice_in_a_section_is_one_note_with_two_marks() -> None:
    citations = citations_of(
        "Both say “very important discussion” [@story]. Again: “very important discussion” [@story]."
    )
    assert told(citations) == [("section", [(1, "story", 2)])]
    assert [mark.id for marks in citations.marks.values() for mark in marks] == ["r1", "r1-2"]


def test_the_same_passage_with_other_marks_and_capitals_is_the_same_note() -> None:
    citations = citations_of(
        '“The 50% tariff on Indian exports” [@story] and "the 50% tariff on Indian exports," [@story].'
    )
    assert told(citations) == [("section", [(1, "story", 2)])]


def test_the_same_passage_in_two_sections_is_two_notes() -> None:
    citations = citations_of("## One?\n\nSo [@story p1].\n\n## Two?\n\nSo [@story p1].\n")
    assert told(citations) == [("section", [(1, "story", 1)]), ("section", [(2, "story", 1)])]


def test_two_paragraphs_of_one_source_are_two_notes() -> None:
    assert told(citations_of("So [@story p1] and so [@story p2].")) == [("section", [(1, "story", 1), (2, "story", 1)])]


def test_a_quotation_and_a_bare_citation_of_its_paragraph_are_two_notes() -> None:
    citations = citations_of("“very important discussion” [@story] and so [@story p2].")
    assert told(citations) == [("section", [(1, "story", 1), (2, "story", 1)])]


def test_the_citations_of_a_footnote_belong_to_its_section() -> None:
    citations = citations_of(
        "## One?\n\nSo.[^1]\n\n## Two?\n\nSo [@story].\n\n[^1]: They are “not in a hurry” [@story].\n"
    )
    assert told(citations) == [("section", [(1, "story", 1)]), ("section", [(2, "story", 1)])]
    assert citations.notes[0].is_verbatim


def test_two_alike_citations_in_one_text_of_the_front_matter_have_a_mark_each() -> None:
    more = "key_facts:\n  - {label: Tariff, value: 'This [@story] and that [@story]'}\n"
    citations = citations_of("", more)
    assert told(citations) == [("facts", [(1, "story", 2)])]
    assert [[mark.id for mark in marks] for marks in citations.marks.values()] == [["r1"], ["r1-2"]]


def test_two_alike_citations_in_a_table_row_have_a_mark_each() -> None:
    citations = citations_of("| a | b |\n|---|---|\n| x [@story] | y [@story] |\n")
    assert [[mark.id for mark in marks] for marks in citations.marks.values()] == [["r1"], ["r1-2"]]


def test_a_quotation_counts_for_the_second_source_when_only_that_has_it() -> None:
    citations = citations_of("They were “long and hard” [@story; @other].", files=two_sources())
    first, second = citations.notes
    assert (first.findings, first.is_verbatim) == ((), False)
    assert second.is_verbatim
    assert citations.missed == ()


def test_two_quotations_before_one_citation_count_for_the_sources_that_have_them() -> None:
    body = "“very important discussion”, and “long and hard” [@story; @other]."
    assert [note.is_verbatim for note in citations_of(body, files=two_sources()).notes] == [True, True]


def test_a_quotation_that_no_source_has_names_the_source_that_comes_nearest() -> None:
    citations = citations_of("They were “long and soft, officials” [@story; @other].", files=two_sources())
    (miss,) = citations.missed
    assert [searched.id for searched in miss.sources] == ["story", "other"]
    assert miss.source.id == "other"
    assert isinstance(miss.result, NotFound)


def test_a_quotation_may_stand_in_a_source_whose_seed_is_missing() -> None:
    files = two_sources() | {"content/sources/lost.md": source("gone.txt")}
    citations = citations_of("It was “never seen anywhere” [@lost; @other].", files=files)
    assert citations.missed == ()
    assert [[finding.result for finding in note.findings] for note in citations.notes] == [[None], []]


def test_a_source_without_text_does_not_hide_the_one_that_has_the_words() -> None:
    files = two_sources() | {"content/sources/lost.md": source("gone.txt")}
    lost, other = citations_of("They were “long and hard” [@lost; @other].", files=files).notes
    assert lost.findings == ()
    assert other.is_verbatim


def test_words_found_in_another_paragraph_are_found() -> None:
    note = only(citations_of("They said “very important discussion” [@story p1]."))
    assert note.is_verbatim
    assert [span.paragraph for span in note.spans] == [2]


def test_a_quotation_over_two_paragraphs_has_a_span_in_each() -> None:
    note = only(citations_of("“the past few months … This was a very important discussion” [@story]."))
    assert [span.paragraph for span in note.spans] == [1, 2]


def test_the_headline_can_be_quoted() -> None:
    note = only(citations_of("“Ports reopen” [@story]."))
    assert [span.paragraph for span in note.spans] == [0]


def test_the_headline_that_the_desk_gives_is_the_one_that_can_be_quoted() -> None:
    files = {"content/sources/ports.md": source(more="title: Harbours open again after strike\n")}
    note = only(citations_of("“Harbours open” [@ports].", files=files))
    assert isinstance(note.findings[0].result, Found)


def test_words_of_a_source_that_is_only_linked_are_found_but_not_verbatim_for_readers() -> None:
    files = {"content/sources/story.md": source(more="rights: link\n")}
    note = only(citations_of("“very important discussion” [@story].", files=files))
    assert isinstance(note.findings[0].result, Found)
    assert not note.is_verbatim


def test_the_headline_of_a_source_that_is_only_linked_is_open_to_readers() -> None:
    files = {"content/sources/story.md": source(more="rights: link\n")}
    assert only(citations_of("“Ports reopen” [@story].", files=files)).is_verbatim


def test_an_unknown_source_gets_no_note() -> None:
    citations = citations_of("So [@nowhere; @story].")
    assert [reference.source for reference in citations.unknown] == ["nowhere"]
    assert told(citations) == [("section", [(1, "story", 1)])]


def test_the_source_field_of_a_fact_covers_what_its_words_quote() -> None:
    more = "key_facts:\n  - {label: They call it, value: “very important discussion”, source: story}\n"
    assert only(citations_of("", more)).is_verbatim


def test_a_definition_is_sourced_like_a_fact() -> None:
    more = "source: story p3\nquote: the 50% tariff on Indian exports\n"
    site = site_of({"content/glossary/tariff.md": term("Tariff", more=more)})
    citations = site.bound["content/glossary/tariff.md"].citations
    assert told(citations) == [("definition", [(1, "story", 1)])]
    assert only(citations).is_verbatim
