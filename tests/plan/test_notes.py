"""Notes, verdicts and counts: what readers are told about each citation."""

import json
import re

from nutgraf.views.entries import TermView
from nutgraf.views.pages import ExplainerView, PageView
from nutgraf.views.parts import Calculation, Facts, Note, Notes, Prose
from tests.resolve.desk import STORY, explainer, file_in, margin_of, pages_of, source, term, views_of


def view_of(body: str, more: str = "", files: dict[str, str] | None = None) -> ExplainerView:
    view = views_of({"content/explainers/a.md": explainer(body, more=more), **(files or {})})["/a/"]
    assert isinstance(view, ExplainerView)
    return view


def note_of(body: str, source_more: str = "") -> Note:
    files = {"content/sources/story.md": source(more=source_more)} if source_more else {}
    view = view_of(body, files=files)
    (note,) = margin_of(view.introduction).notes
    return note


def verdict_of(body: str, source_more: str = "") -> tuple[str, tuple[int, ...], str | None, str | None]:
    verdict = note_of(body, source_more).verdict
    return verdict.outcome, verdict.paragraphs, verdict.href, verdict.original


URL = "url: https://press.example/a\n"


def test_found_words_are_verbatim_and_lead_to_the_passage() -> None:
    assert verdict_of("“the 50% tariff” [@story]") == ("verbatim", (3,), "../sources/story/#q3-0-14", None)


def test_found_words_lead_to_the_original_where_it_has_an_address() -> None:
    original = "https://press.example/a#:~:text=The%2050%25%20tariff,-on%20Indian%20exports"
    assert verdict_of("“the 50% tariff” [@story]", URL)[3] == original


def test_words_from_two_paragraphs_name_both() -> None:
    verdict = verdict_of("“the past few months … This was a very important discussion” [@story]")
    assert verdict[:3] == ("verbatim", (1, 2), "../sources/story/#q1-77-96")


def test_words_of_the_headline_lead_to_it() -> None:
    assert verdict_of("“Ports reopen” [@story]", URL) == (
        "verbatim", (0,), "../sources/story/#q0-0-12", "https://press.example/a",
    )  # fmt: skip


def test_a_cited_paragraph_leads_to_it() -> None:
    assert verdict_of("So [@story p2].") == ("cited", (2,), "../sources/story/#p2", None)


def test_a_sum_is_shown_worked_out_with_the_paragraph_it_is_from() -> None:
    verdict = note_of("It is 100% [@story p3 = 50% + 50%].").verdict
    assert (verdict.outcome, verdict.paragraphs, verdict.href) == ("cited", (3,), "../sources/story/#p3")
    assert verdict.calculation == Calculation("50% + 50% = 100%", is_joint=False)


def test_quoted_words_keep_their_verdict_beside_a_sum() -> None:
    verdict = note_of("It is 100%, and “the 50% tariff” [@story p3 = 50% * 2].").verdict
    assert (verdict.outcome, verdict.paragraphs) == ("verbatim", (3,))
    assert verdict.calculation == Calculation("50% × 2 = 1", is_joint=False)
    page = file_in(
        {"content/explainers/a.md": explainer("It’s “the 50% tariff” [@story p3 = 50% + 50%].")}, "a/index.html"
    )
    assert 'Calculated: <bdi>50% + 50% = 100%</bdi>.</span> <a class="verdict verdict-ok"' in page


def test_a_sum_of_several_paragraphs_belongs_to_its_own_and_says_that_it_is_not_all() -> None:
    first, second = margin_of(view_of("It is 0 [@story p1; @story p3 = 50% - 50%].").introduction).notes
    assert first.verdict.calculation is None
    assert second.verdict.calculation == Calculation("50% − 50% = 0%", is_joint=True)


def test_two_sums_of_one_paragraph_and_the_paragraph_itself_are_three_notes() -> None:
    body = (
        "It is 0% [@story p3 = 50% - 50%] or 100% [@story p3 = 50% + 50%] [@story p3], or 0% [@story p3 = 50% - 50%]."
    )
    notes = margin_of(view_of(body).introduction).notes
    told = [note.verdict.calculation for note in notes]
    assert [each and each.text for each in told] == ["50% − 50% = 0%", "50% + 50% = 100%", None]
    assert [len(note.backlinks) for note in notes] == [2, 1, 1]


def test_a_sum_that_cannot_be_worked_out_is_not_shown() -> None:
    assert note_of("It is 0 [@story p3 = 50% - ].").verdict.calculation is None


def test_the_sums_of_facts_and_events_are_shown_in_boxes_for_other_sites_and_in_open_data() -> None:
    facts = "key_facts:\n  - {label: A, value: 100%, source: story p3 = 50% + 50%}\n"
    events = "timeline:\n  - {date: 2026-01-01, title: All of it, source: story = 50% + 50%}\n"
    pages = pages_of({"content/explainers/a.md": explainer(more=facts + events)})
    for name in ("a/index.html", "embed/a/key-facts/index.html"):
        assert "Calculated: <bdi>50% + 50% = 100%</bdi>, from paragraph 3</a>" in pages[name]
    for name in ("a/index.html", "timeline/index.html", "embed/a/timeline/index.html"):
        assert "Calculated: <bdi>50% + 50% = 100%</bdi></a>" in pages[name]
    told = json.loads(pages["a/index.json"])
    evidence = [each["evidence"][0] for each in (told["facts"][0], told["events"][0])]
    assert [(each["paragraph"], each["calculation"]) for each in evidence] == [
        (3, "50% + 50% = 100%"),
        (None, "50% + 50% = 100%"),
    ]


def test_a_cited_source_leads_to_its_page() -> None:
    assert verdict_of("So [@story].") == ("cited", (), "../sources/story/", None)


def test_an_excerpt_shows_quoted_words_but_not_a_cited_paragraph() -> None:
    assert verdict_of("“the 50% tariff” [@story]", "rights: excerpt\n")[2] == "../sources/story/#q3-0-14"
    assert verdict_of("So [@story p2].", "rights: excerpt\n")[:3] == ("cited", (2,), "../sources/story/")


def test_words_of_a_source_that_is_only_linked_are_not_checked_for_readers() -> None:
    assert verdict_of("“the 50% tariff” [@story]", "rights: link\n" + URL) == (
        "unchecked", (), None, "https://press.example/a",
    )  # fmt: skip


def test_words_of_a_source_without_text_are_not_checked() -> None:
    files = {"content/sources/lost.md": source("gone.txt"), "seeds/story.txt": STORY}
    view = view_of("“the 50% tariff” [@lost]", files=files)
    assert margin_of(view.introduction).notes[0].verdict.outcome == "unchecked"
    assert (view.counts.quotations, view.counts.unchecked) == (0, 1)


def test_a_note_shows_each_of_its_quotations_once() -> None:
    assert note_of("“the 50% tariff”, “nobody\nexpects” and “the 50% tariff” [@story]").quotes == (
        "the 50% tariff",
        "nobody expects",
    )


def test_a_note_leads_back_to_each_of_its_marks() -> None:
    note = note_of("“the 50% tariff” [@story]. “The 50% tariff” [@story].")
    assert (note.id, note.backlinks) == ("c1", ("#r1", "#r1-2"))


def test_a_note_stands_beside_the_first_fact_that_it_serves() -> None:
    more = (
        "key_facts:\n"
        "  - {label: A, value: b}\n"
        "  - {label: A, value: 'b [@story p1]', source: story}\n"
        "  - {label: A, value: b, source: story}\n"
    )
    facts = view_of("No.", more).facts
    assert facts
    assert [(note.number, note.row, note.is_same) for note in facts.notes.notes] == [(1, 2, False), (2, 2, True)]
    assert [re.findall(r'href="#(c\d)"', fact.reference) for fact in facts.facts] == [[], ["c1"], ["c1"]]


def test_the_notes_of_a_section_start_where_the_last_ended() -> None:
    more = "key_facts:\n  - {label: A, value: b, source: story}\n"
    view = view_of("## One?\n\nNo.\n\n## Two?\n\nSo [@story p1] and so [@story p2].\n\n## Three?\n\nSo [@story].", more)
    margins = [margin_of(section) for section in view.sections]
    assert [(margin.start, len(margin.notes)) for margin in margins] == [(1, 0), (2, 2), (4, 1)]


def test_notes_stand_beside_the_text_that_marks_them_first_when_a_box_parts_it() -> None:
    body = (
        "## Q?\n\nSo [@story p1] and so [@story p2].[^a]\n\n:::{timeline}\n:::\n\n"
        "So [@story p1] and so [@story p3].[^a][^b]\n\n[^a]: See [@story p4].\n[^b]: Or not.\n"
    )
    view = view_of(body, "timeline:\n  - {date: 2026-02, title: A}\n")
    blocks = view.sections[0].blocks
    assert [block.kind for block in blocks] == ["prose", "notes", "timeline", "prose", "notes"]
    above, below = (block for block in blocks if isinstance(block, Notes))
    assert [(note.number, note.is_same) for note in above.notes] == [(1, False), (2, True)]
    assert [(note.number, note.is_same) for note in below.notes] == [(3, False), (4, True)], "a note in a footnote last"
    assert (above.start, below.start) == (1, 3)
    assert [[footnote.id for footnote in each.footnotes] for each in (above, below)] == [["f1"], ["f2"]]


def test_the_notes_of_the_timeline_are_its_verdict_links_and_move_no_number() -> None:
    more = "timeline:\n  - {date: 2026-02, title: A, text: 'b [@story p1] c', source: story, quote: the 50% tariff}\n"
    view = view_of("So [@story p2].", more)
    assert view.timeline
    (event,) = view.timeline.events
    assert [verdict.outcome for verdict in event.verdicts] == ["verbatim", "cited"]
    assert event.text == "b c"
    assert [cited.notes for cited in view.sources] == [(1,)]


def test_each_source_is_listed_once_with_the_passages_used() -> None:
    body = "“a very important discussion” [@story], “important discussion for both” [@story], “the 50% tariff” [@story]"
    view = view_of(body)
    assert [(cited.title, cited.notes, cited.passages) for cited in view.sources] == [
        ("Ports reopen after a long strike", (1, 2, 3), 2)
    ]


def test_a_footnote_stands_with_the_notes_of_the_section_that_marks_it_first() -> None:
    view = view_of("So.[^a]\n\n## Two?\n\nSo.[^a]\n\n[^a]: It is “the 50% tariff” [@story].")
    (footnote,) = margin_of(view.introduction).footnotes
    assert (footnote.id, footnote.backlinks) == ("f1", ("#fr1", "#fr1-2")), "back to every section that marks it"
    assert 'href="#c1"' in footnote.text
    assert margin_of(view.sections[0]).footnotes == ()


def test_each_footnote_has_a_mark_of_its_own() -> None:
    numbers = range(1, 8)
    body = " ".join(f"So.[^{number}]" for number in numbers) + "\n\n"
    view = view_of(body + "\n".join(f"[^{number}]: Note {number}." for number in numbers))
    assert view.introduction
    signs = [footnote.sign for footnote in margin_of(view.introduction).footnotes]
    assert signs == ["*", "†", "‡", "§", "¶", "**", "††"]
    text = view.introduction.blocks[0]
    assert isinstance(text, Prose)
    assert re.findall(r">([*†‡§¶]+)</a>", text.markup) == signs


def test_a_question_shows_no_links_of_its_own() -> None:
    files = {"content/glossary/levy.md": term("Levy")}
    view = view_of("## Why a [[levy]], *now*, [here](../glossary/levy.md)?\n\nNo.", files=files)
    assert view.sections[0].question == "Why a levy, <em>now</em>, here?"


def test_counts_tell_what_was_checked() -> None:
    more = "key_facts:\n  - {label: A, value: b, source: story, quote: the 50% tariff}\n  - {label: A, value: b}\n"
    counts = view_of("“very important” [@story] and [@story p1].", more).counts
    assert (counts.quotations, counts.verbatim, counts.unchecked) == (2, 2, 0)
    assert (counts.facts, counts.sourced_facts, counts.sources) == (2, 1, 1)


def test_pages_and_entries_cite_too() -> None:
    page = "---\ntitle: About\n---\n“the 50% tariff” [@story]\n"
    views = views_of({"content/pages/about.md": page, "content/glossary/levy.md": term("Levy", body="So [@story p1].")})
    about, levy = views["/about/"], views["/glossary/levy/"]
    assert isinstance(about, PageView)
    assert isinstance(levy, TermView)
    assert [cited.notes for cited in (*about.sources, *levy.sources)] == [(1,), (1,)]
    assert isinstance(about.introduction.blocks[0] if about.introduction else None, Prose)


def test_a_box_of_another_page_shows_no_marks_and_leads_its_words_to_their_entries() -> None:
    more = "key_facts:\n  - {label: 'A levy [@story]', value: b, source: story}\n"
    files = {
        "content/glossary/levy.md": term("Levy"),
        "content/explainers/b.md": explainer("## Q?\n\nNo.\n\n:::{key-facts} a\n:::\n"),
    }
    view = views_of({"content/explainers/a.md": explainer(more=more), **files})["/b/"]
    assert isinstance(view, ExplainerView)
    _, facts = view.sections[0].blocks
    assert isinstance(facts, Facts)
    assert facts.facts[0].label == 'A <a class="term" href="../glossary/levy/">levy</a>'
    assert facts.facts[0].reference == ""
    assert (facts.id, facts.origin and facts.origin.href) == ("key-facts-a", "../a/#key-facts")
