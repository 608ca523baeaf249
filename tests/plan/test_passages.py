"""Quoted passages on a source’s page: merged, lettered, and led back to where they are used."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from nutgraf.plan.passages import Stretch, marked, merged
from nutgraf.quotations import Span
from nutgraf.views.pages import SourceView, Usage
from tests.resolve.desk import explainer, pages_of, source, term, views_of


def view_of(*bodies: str, more: str = "", files: dict[str, str] | None = None) -> SourceView:
    """The page of the source, quoted by one explainer after the other (the newest first)."""
    texts = {
        f"content/explainers/e{number}.md": explainer(body, f"Title {number}", f"2026-01-{28 - number}", more)
        for number, body in enumerate(bodies)
    }
    view = views_of(texts | (files or {}))["/sources/story/"]
    assert isinstance(view, SourceView)
    return view


def hrefs(uses: Iterable[Usage]) -> list[str]:
    """Where the uses lead, notes before events."""
    return [
        href for use in uses for href in (*(note.href for note in use.notes), *(event.href for event in use.events))
    ]


def quoted(text: Markup) -> list[str]:
    """The marked words, with an anchor in them as |."""
    return [re.sub(r"<span[^>]*></span>", "|", words) for words in re.findall(r"<mark[^>]*>(.*?)</mark>", text)]


def test_overlapping_quotations_are_one_passage_with_one_letter() -> None:
    view = view_of("“a very important discussion” [@story]. “important discussion for both” [@story].")
    row = view.rows[1]
    assert quoted(row.text) == ["a very |important discussion for both"]
    assert [(passage.letter, len(hrefs(passage.uses))) for passage in row.passages] == [("a", 2)]
    assert view.passages == 1


def test_quotations_that_touch_are_one_passage() -> None:
    assert merged([Span(1, 5, 9), Span(1, 0, 5)]) == ((Span(1, 0, 5), Span(1, 5, 9)),)
    assert merged([Span(1, 6, 9), Span(1, 0, 5)]) == ((Span(1, 0, 5),), (Span(1, 6, 9),))


def test_a_quotation_inside_another_keeps_its_own_anchor() -> None:
    text = view_of("“a very important discussion for both of us” [@story]. “very important” [@story].").rows[1].text
    assert quoted(text) == ["a |very important discussion for both of us"]
    assert re.findall(r' id="(q[^"]*)"', text) == ["q2-10-52", "q2-12-26"]


def test_passages_of_one_paragraph_that_do_not_touch_have_a_letter_each() -> None:
    row = view_of("“The 50% tariff” [@story]. “nobody expects” [@story].").rows[2]
    assert quoted(row.text) == ["The 50% tariff", "nobody expects"]
    assert [passage.letter for passage in row.passages] == ["a", "b"]


def test_passages_of_two_paragraphs_are_never_merged() -> None:
    assert merged([Span(1, 0, 9), Span(2, 0, 9)]) == ((Span(1, 0, 9),), (Span(2, 0, 9),))


def test_letters_go_on_after_z() -> None:
    def letter(number: int) -> str:
        return Stretch(number, 1, 0, 1, (Span(1, 0, 1),), ()).letter

    assert [letter(number) for number in (1, 2, 26, 27, 52, 53, 702, 703)] == [
        "a", "b", "z", "aa", "az", "ba", "zz", "aaa",
    ]  # fmt: skip


def test_letters_follow_the_text_from_the_headline_on() -> None:
    view = view_of("“nobody expects” [@story], “The 50% tariff” [@story], “Ports reopen” [@story].")
    assert [passage.letter for passage in view.headline_passages] == ["a"]
    assert [[passage.letter for passage in row.passages] for row in view.rows] == [[], [], ["b", "c"], []]
    assert quoted(view.headline) == ["Ports reopen"]


def test_hostile_words_of_a_capture_stay_words() -> None:
    stretch = Stretch(1, 1, 0, 8, (Span(1, 0, 8),), ())
    assert marked("<script>&</script>", [stretch], Markup).startswith('<mark id="q1-0-8">&lt;script&gt;</mark>')


def test_used_in_leads_back_to_the_exact_note_event_fact_and_entry() -> None:
    more = (
        "key_facts:\n  - {label: A, value: b, source: story, quote: the 50% tariff}\n"
        "timeline:\n  - {date: 2026-02, title: A, source: story, quote: the 50% tariff}\n"
    )
    files = {"content/glossary/levy.md": term("Levy", more="source: story\nquote: the 50% tariff\n")}
    row = view_of(
        "Intro “the 50% tariff” [@story].\n\n## Why?\n\n“The 50% tariff” [@story].", more=more, files=files
    ).rows[2]
    page, entry = row.passages[0].uses
    assert (page.title, entry.title) == ("Title 0", "Levy")
    assert [(note.number, note.label, note.href) for note in page.notes] == [
        (1, "Title 0: Key facts, note 1", "../../e0/#c1"),
        (2, "Title 0: Title 0, note 2", "../../e0/#c2"),
        (3, "Title 0: Why?, note 3", "../../e0/#c3"),
    ]
    assert [(event.title, event.href) for event in page.events] == [("February 2026", "../../e0/#e-2026-02")]
    assert [note.href for note in entry.notes] == ["../../glossary/levy/#c1"]


def test_each_page_is_named_once() -> None:
    more = "key_facts:\n  - {label: A, value: b, source: story, quote: the 50% tariff}\n"
    body = "## Why?\n\n“The 50% tariff” [@story].\n\n## Only here?\n\n“The 50% tariff” [@story].\n"
    row = view_of(body, body, more=more).rows[2]
    assert [(use.title, [note.number for note in use.notes]) for use in row.passages[0].uses] == [
        ("Title 0", [1, 2, 3]),
        ("Title 1", [1, 2, 3]),
    ]


def test_one_event_note_of_two_events_leads_to_both() -> None:
    event = "{date: 2026-0%s, title: A, source: story, quote: the 50%% tariff}"
    more = f"timeline:\n  - {event % 2}\n  - {event % 3}\n"
    uses = view_of("No.", more=more).rows[2].passages[0].uses
    assert [event.href for use in uses for event in use.events] == ["../../e0/#e-2026-02", "../../e0/#e-2026-03"]


def test_a_cited_paragraph_and_a_cited_source_have_no_mark() -> None:
    view = view_of("So [@story p3]. So [@story].")
    assert [hrefs(row.uses) for row in view.rows] == [[], [], ["../../e0/#c1"], []]
    assert hrefs(view.uses) == ["../../e0/#c2"]
    assert view.passages == 0


def test_a_cited_headline_is_listed_with_the_source() -> None:
    assert hrefs(view_of("So [@story p0].").uses) == ["../../e0/#c1"]


def test_the_share_is_in_per_cent() -> None:
    assert view_of("No.").share == 0
    words = "Tensions over a trade deal between India and the US are key to understanding the past few months."
    assert 20 < view_of(f"“{words}” [@story].").share < 30


def test_the_share_is_never_nothing_for_a_little_nor_everything_for_nearly_all() -> None:
    sentences = " ".join(
        f"On day {number} the port was closed, and {number} ships waited outside." for number in range(90)
    )
    files = {"seeds/story.txt": f"Ports reopen\n\nBy A. Writer\n\n{sentences}\n\nThey left when it opened again.\n"}
    assert view_of("“On day 7” [@story].", files=files).share == 1
    assert view_of(f"“{sentences}” [@story]. “They left when it opened” [@story].", files=files).share == 99
    assert view_of(f"“{sentences}” [@story]. “They left when it opened again.” [@story].", files=files).share == 100


def test_an_excerpt_shows_only_quoted_paragraphs() -> None:
    files = {"content/sources/story.md": source(more="rights: excerpt\n")}
    view = view_of("“The 50% tariff” [@story]. So [@story p1].", files=files)
    assert [row.number for row in view.rows] == [3]
    assert hrefs(view.uses) == ["../../e0/#c2"]
    page = pages_of({"content/explainers/e.md": explainer("“The 50% tariff” [@story].")} | files)
    assert not any("very important discussion" in text for text in page.values())


def test_a_source_that_is_only_linked_shows_nothing_but_where_it_is_used() -> None:
    files = {"content/sources/story.md": source(more="rights: link\n")}
    view = view_of("“The 50% tariff” [@story]. So [@story p1]. “Ports reopen” [@story].", files=files)
    assert view.rows == ()
    assert hrefs(view.uses) == ["../../e0/#c1", "../../e0/#c2"]
    assert hrefs(view.headline_passages[0].uses) == ["../../e0/#c3"]


def test_a_headline_that_the_desk_gives_is_marked_in_the_right_place() -> None:
    files = {"content/sources/story.md": source(more="title: The harbours open again after a strike\n")}
    assert quoted(view_of("“harbours open” [@story].", files=files).headline) == ["harbours open"]
