"""What the pages of a site show: home, topics, timeline, glossary, records, machines."""

import re

from msgspec.structs import replace

from nutgraf.plan.outputs.glossary import initial
from nutgraf.plan.outputs.timeline import all_events
from nutgraf.resolve.lazy import Lazy
from nutgraf.resolve.traces import TimelineTrace
from nutgraf.views.entries import GlossaryView, TermView
from nutgraf.views.machines import SitemapView
from nutgraf.views.pages import (
    CorrectionsView,
    ExplainerView,
    HomeView,
    NotFoundView,
    SourcesView,
    SourceView,
    TimelineView,
    TopicView,
)
from nutgraf.views.parts import Prose
from tests.resolve.desk import SETTINGS, explainer, site_of, source, term, views_of

THREE = {
    "content/explainers/a.md": explainer("## Q?\n\n“the 50% tariff” [@story]", "Title A", "2026-01-01"),
    "content/explainers/b.md": explainer(title="Title B", date="2026-01-03"),
    "content/explainers/c.md": explainer(title="Title C", date="2026-01-02"),
}


def home_of(files: dict[str, str], *, with_drafts: bool = False) -> HomeView:
    view = views_of(files, with_drafts=with_drafts)["/"]
    assert isinstance(view, HomeView)
    return view


def order(view: HomeView) -> list[str]:
    return [view.lead.teaser.title if view.lead else "", *(teaser.title for teaser in view.more)]


def page(address: str, files: dict[str, str]) -> ExplainerView:
    view = views_of(files)[address]
    assert isinstance(view, ExplainerView)
    return view


def test_the_home_page_shows_the_newest_first() -> None:
    assert order(home_of(THREE)) == ["Title B", "Title C", "Title A"]


def test_the_home_page_shows_the_explainers_it_names_first() -> None:
    index = "---\nexplainers: [c, a]\n---\n"
    assert order(home_of(THREE | {"content/index.md": index})) == ["Title C", "Title A", "Title B"]


def test_a_named_draft_is_passed_over_until_drafts_are_asked_for() -> None:
    files = THREE | {
        "content/index.md": "---\nexplainers: [d]\n---\n",
        "content/explainers/d.md": explainer(title="Title D", more="draft: true\n"),
    }
    assert order(home_of(files))[0] == "Title B"
    assert order(home_of(files, with_drafts=True))[0] == "Title D"
    assert "/d/" not in views_of(files)
    draft = views_of(files, with_drafts=True)["/d/"]
    assert isinstance(draft, ExplainerView)
    assert (draft.frame.is_draft, draft.frame.is_indexed) == (True, False)


def test_a_site_without_content_has_a_home_page() -> None:
    view = home_of({})
    assert (view.lead, view.more, view.events, view.words) == (None, (), (), ())


def test_the_next_explainer_follows_the_order_of_the_home_page_and_the_last_leads_to_the_first() -> None:
    index = {"content/index.md": "---\nexplainers: [c, a]\n---\n"}
    following = {address: page(f"/{address}/", THREE | index).next for address in "abc"}
    assert {address: teaser and teaser.href for address, teaser in following.items()} == {
        "c": "../a/",
        "a": "../b/",
        "b": "../c/",
    }


def test_an_only_explainer_leads_nowhere() -> None:
    assert page("/a/", {"content/explainers/a.md": explainer()}).next is None


def test_a_teaser_counts_questions_and_sources() -> None:
    body = "Intro.\n\n## One?\n\nSo [@story].\n\n## Two?\n\nSo [@story p1].\n"
    more = "standfirst: The *short* of it.\nupdated: 2026-01-24\ntopics: [trade]\n"
    teaser = home_of({"content/explainers/a.md": explainer(body, more=more)}).lead
    assert teaser
    shown = teaser.teaser
    assert (shown.questions, shown.sources, shown.standfirst, shown.topic) == (2, 1, "The short of it.", "Trade")
    assert shown.is_updated
    assert "24 January 2026" in shown.updated


def test_records_stand_newest_first_with_the_day_of_publication_last() -> None:
    more = (
        "corrections:\n  - {date: 2026-01-23, text: One.}\n  - {date: 2026-01-25, text: Two.}\n"
        "changes:\n  - {date: 2026-01-24, text: Three.}\n  - {date: 2026-01-25, text: Four.}\n"
    )
    files = {"content/explainers/a.md": explainer(more=more)}
    assert [(record.kind, str(record.text)) for record in page("/a/", files).records] == [
        ("correction", "Two."),
        ("change", "Four."),
        ("change", "Three."),
        ("correction", "One."),
        ("published", ""),
    ]
    corrections = views_of(files)["/corrections/"]
    assert isinstance(corrections, CorrectionsView)
    assert [record.link and record.link.href for record in corrections.records] == ["../a/"] * 4


def test_topics_gather_their_explainers_whatever_their_capitals() -> None:
    files = {
        "content/explainers/a.md": explainer(title="A", more="topics: [Critical minerals, trade]\n"),
        "content/explainers/b.md": explainer(title="B", date="2026-02-01", more="topics: [critical Minerals]\n"),
        "site.toml": SETTINGS + '[topics.trade]\ntitle = "All trade"\ntext = "What is bought."\n',
    }
    views = views_of(files)
    minerals, trade = views["/topics/critical-minerals/"], views["/topics/trade/"]
    assert isinstance(minerals, TopicView)
    assert isinstance(trade, TopicView)
    assert (minerals.title, [teaser.title for teaser in minerals.explainers]) == ("Critical Minerals", ["B", "A"])
    assert (trade.title, trade.text) == ("All trade", "What is bought.")
    topic = page("/a/", files).topic
    assert topic
    assert topic.href == "../topics/critical-minerals/"


def timeline_of(*dates: str) -> list[tuple[str, list[str]]]:
    events = "".join(f'  - {{date: "{date}", title: T}}\n' for date in dates)
    view = views_of({"content/explainers/a.md": explainer(more=f"timeline:\n{events}")})["/timeline/"]
    assert isinstance(view, TimelineView)
    return [(year.label, [re.sub(r"<[^>]*>", "", event.date) for event in year.events]) for year in view.years]


def test_the_timeline_stands_by_year_and_leaves_the_year_out() -> None:
    assert timeline_of("2026-02-04/2026-02-05", "2025-11", "2026-01-10") == [
        ("2025", ["November"]),
        ("2026", ["10 January", "4–5 February"]),
    ]


def test_open_and_wide_ranges_stand_where_they_begin() -> None:
    years = dict(timeline_of("2025/..", "../2024", "2025-12/2026-01", "199X"))
    assert list(years) == ["Earlier", "1990", "2025"]
    assert years["Earlier"] == ["until 2024"]
    assert years["2025"] == ["since 2025", "December 2025 – January 2026"]


def test_events_are_opened_explainer_by_explainer() -> None:
    more = "timeline:\n  - {date: 2026-02-04, title: T}\n"
    site = site_of({f"content/explainers/{name}.md": explainer(title=f"Title {name}", more=more) for name in "abc"})
    opened = []

    def open_one(trace: TimelineTrace) -> TimelineTrace:
        opened.append(trace.title)
        return trace

    events = all_events(replace(site, timelines=Lazy(open_one, dict(site.timelines))))
    next(events)
    assert len(opened) == 1  # a large site has more of them than memory should hold at once
    assert len(list(events)) == 2


def test_the_home_page_shows_the_last_events_in_their_order() -> None:
    days = [f"2026-02-0{number}" for number in (7, 1, 3, 9, 5, 5, 2)]
    events = "".join(f'  - {{date: {day}, title: "{number}"}}\n' for number, day in enumerate(days))
    shown = home_of({"content/explainers/a.md": explainer(more=f"timeline:\n{events}")}).events
    assert [event.title for event in shown] == ["2", "4", "5", "0", "3"]


def test_two_events_of_one_day_have_anchors_of_their_own_on_every_page() -> None:
    more = "timeline:\n  - {date: 2026-02-04, title: T}\n  - {date: 2026-02-04, title: U}\n"
    files = {f"content/explainers/{slug}.md": explainer(more=more) for slug in "ab"}
    view = views_of(files)["/timeline/"]
    assert isinstance(view, TimelineView)
    ids = [event.id for year in view.years for event in year.events]
    assert len(ids) == len(set(ids)) == 4
    origins = [event.origin.href for year in view.years for event in year.events if event.origin]
    assert sorted(origins) == [
        "../a/#e-2026-02-04",
        "../a/#e-2026-02-04-2",
        "../b/#e-2026-02-04",
        "../b/#e-2026-02-04-2",
    ]


def glossary_of(*titles: str) -> GlossaryView:
    files = {f"content/glossary/t{number}.md": term(f'"{title}"') for number, title in enumerate(titles)}
    view = views_of(files)["/glossary/"]
    assert isinstance(view, GlossaryView)
    return view


def test_the_letters_of_a_latin_glossary_are_all_there() -> None:
    view = glossary_of("tariff", "Économie", "Eurozone", "50% tariff", "‘Quad’")
    assert [(letter.letter, [word.title for word in letter.words]) for letter in view.letters] == [
        ("#", ["50% tariff"]),
        ("E", ["Économie", "Eurozone"]),
        ("Q", ["‘Quad’"]),
        ("T", ["tariff"]),
    ]
    assert len(view.alphabet) == 27
    assert [each.letter for each in view.alphabet if each.href] == ["#", "E", "Q", "T"]


def test_the_letters_of_another_script_are_those_that_are_used() -> None:
    view = glossary_of("दिल्ली", "भारत", "Tariff")
    assert [each.letter for each in view.alphabet] == ["T", "द", "भ"]
    assert len({letter.id for letter in view.letters}) == 3


def test_initials() -> None:
    titles = ("é", "Øre", "йод", "ё", "한국", "印度", "أمن", "ǆ", "ß", "$50", "₹", "ﬁn", "ქ", "“Quad”", "")
    assert [initial(title) for title in titles] == [
        "E", "Ø", "Й", "Ё", "ㅎ", "印", "أ", "D", "S", "#", "#", "F", "ქ", "Q", "#",
    ]  # fmt: skip


def test_an_entry_named_like_a_part_of_the_page_keeps_its_anchor_apart() -> None:
    files = {f"content/glossary/{slug}.md": term(slug.title()) for slug in ("main", "figures", "letter-m")}
    view = views_of(files)["/glossary/"]
    assert isinstance(view, GlossaryView)
    words = {word.id for letter in view.letters for word in letter.words}
    assert words == {"t-main", "t-figures", "t-letter-m"}
    assert [link.href for kind in view.kinds for link in kind.words] == ["#t-figures", "#t-letter-m", "#t-main"]


def test_an_entrys_page_shows_where_it_appears_but_no_sentence_of_a_source_that_is_not_published() -> None:
    files = {
        "content/glossary/tariff.md": term("Tariff", more="see_also: [gone]\naliases: [50% tariff]\n"),
        "content/explainers/a.md": explainer("## Why?\n\nA tariff & more."),
    }
    for rights, count in (("full", 2), ("excerpt", 1), ("link", 1)):
        view = views_of(files | {"content/sources/story.md": source(more=f"rights: {rights}\n")})["/glossary/tariff/"]
        assert isinstance(view, TermView)
        assert len(view.appearances) == count
        first = view.appearances[0]
        assert (first.link.title, first.link.href, first.context) == ("Why?", "../../a/#why", "Why the ports closed")
        assert first.sentence == "A <b>tariff</b> &amp; more."
        assert view.see_also == ()


def test_words_used_list_each_linked_entry_once() -> None:
    files = {
        "content/glossary/tariff.md": term("Tariff"),
        "content/glossary/levy.md": term("Levy", more="aliases: [duty]\n"),
        "content/glossary/other.md": term("Other thing"),
        "content/explainers/a.md": explainer("A tariff, a [[duty]].\n\n## Q?\n\nA tariff."),
    }
    words = page("/a/", files).words
    assert [(word.id, word.title, word.href) for word in words] == [
        ("t-levy", "Levy", "../glossary/levy/"),
        ("t-tariff", "Tariff", "../glossary/tariff/"),
    ]


def test_words_used_leave_out_what_only_a_question_names() -> None:
    files = {
        "content/glossary/levy.md": term("Levy"),
        "content/explainers/a.md": explainer("## Why a [[levy]]?\n\nNo."),
    }
    assert page("/a/", files).words == ()


def test_questions_on_the_home_page_and_in_a_desks_note_are_headings() -> None:
    files = {
        "content/index.md": "---\nstandfirst: S.\n---\nFirst.\n\n## The desk\n\nSecond.\n",
        "content/sources/story.md": source(body="## The *desk*\n\nNote."),
    }
    (home,) = home_of(files).body
    assert isinstance(home, Prose)
    assert '<h2 id="the-desk">The desk</h2>' in home.markup
    story = views_of(files)["/sources/story/"]
    assert isinstance(story, SourceView)
    (note,) = story.note
    assert isinstance(note, Prose)
    assert note.markup.startswith('<h2 id="the-desk">The <em>desk</em></h2>')


def test_the_page_that_is_not_there_links_from_the_root_of_the_host() -> None:
    view = views_of(THREE)["/404.html"]
    assert isinstance(view, NotFoundView)
    assert (view.explainers, view.timeline, view.glossary) == ("/file/", "/file/timeline/", "/file/glossary/")
    assert [teaser.href for teaser in view.newest] == ["/file/b/", "/file/c/", "/file/a/"]


def test_the_sitemap_leaves_out_what_is_not_indexed() -> None:
    files = THREE | {
        "content/explainers/d.md": explainer(more="draft: true\n"),
        "content/sources/story.md": source(),
    }
    view = views_of(files, with_drafts=True)["/sitemap.xml"]
    assert isinstance(view, SitemapView)
    addresses = dict(view.addresses)
    assert addresses["https://news.example/file/a/"] == "2026-01-01"
    assert "https://news.example/file/d/" not in addresses
    assert "https://news.example/file/sources/story/" not in addresses


def test_the_list_of_sources_counts_passages() -> None:
    view = views_of(THREE)["/sources/"]
    assert isinstance(view, SourcesView)
    assert [(cited.href, cited.passages) for cited in view.sources] == [("story/", 1)]


def test_the_home_page_announces_six_explainers_below_the_first_and_names_the_rest() -> None:
    files = {
        f"content/explainers/{slug}.md": explainer(title=slug, date=f"2026-01-1{9 - n}")
        for n, slug in enumerate("abcdefghi")
    }
    view = home_of(files)
    assert order(view) == list("abcdefg")
    assert [(link.title, link.href) for link in view.headlines] == [("h", "h/"), ("i", "i/")]
    assert home_of(THREE).headlines == ()


def test_a_byline_leads_to_the_page_of_its_writer_if_there_is_one() -> None:
    files = {
        "content/explainers/a.md": explainer(more="author: [Ann <Marsh>, Bob]\n"),
        "content/pages/ann.md": "---\ntitle: Ann <Marsh>\n---\nShe writes.\n",
    }
    assert page("/a/", files).authors == ('<a rel="author" href="../ann/">Ann &lt;Marsh&gt;</a>', "Bob")


def test_a_source_is_printed_with_the_address_of_its_publisher_or_else_with_ours() -> None:
    files = {"content/explainers/a.md": explainer("So [@story]."), "content/sources/story.md": source()}
    assert [cited.printed for cited in page("/a/", files).sources] == ["https://news.example/file/sources/story/"]
    files["content/sources/story.md"] = source(more="url: https://press.example/a\n")
    assert [cited.printed for cited in page("/a/", files).sources] == ["https://press.example/a"]
