"""Where each entry is mentioned: the “Appears in” of the glossary."""

from nutgraf.resolve.site import Site
from tests.resolve.desk import explainer, site_of, source, term

TARIFF = {"content/glossary/tariff.md": term("Tariff")}
STRIKE = "The port was closed for nine days in a row, and ships waited outside."
QUIET = {"seeds/story.txt": f"A strike in the harbour\n\nBy A. Writer\n\n{STRIKE}\n"}


def places(site: Site, slug: str = "tariff") -> list[tuple[str, str, str]]:
    """Address, anchor and sentence of each appearance."""
    return [
        (found.address, found.anchor, found.sentence.before + found.sentence.name + found.sentence.after)
        for found in site.appearances.get(slug, ())
    ]


def test_each_section_that_mentions_an_entry_is_listed_once_with_its_sentence() -> None:
    body = "It is so. A tariff hurts. The tariff stays.\n\n## Why?\n\nNobody knows. Tariffs do."
    site = site_of(TARIFF | QUIET | {"content/explainers/a.md": explainer(body)})
    assert places(site) == [("/a/", "", "A tariff hurts."), ("/a/", "why", "Tariffs do.")]
    assert [found.part for found in site.appearances["tariff"]] == ["", "Why?"]


def test_a_sentence_holds_no_blank_where_a_citation_stood() -> None:
    body = "They want “a long strike” [@story], said he [@story p1]. The tariff [@story], he said, stays [@story]."
    site = site_of(TARIFF | {"content/explainers/a.md": explainer(body)})
    assert places(site)[0] == ("/a/", "", "The tariff, he said, stays.")


def test_a_sentence_keeps_the_words_of_code_and_line_breaks() -> None:
    body = "The `tariff_rate` field of a\\\ntariff & *more*."
    site = site_of(TARIFF | QUIET | {"content/explainers/a.md": explainer(body)})
    assert places(site) == [("/a/", "", "The tariff_rate field of a tariff & more.")]


def test_an_explicit_link_is_listed_with_the_words_that_readers_see() -> None:
    files = TARIFF | QUIET | {"content/glossary/pax-silica.md": term("Pax Silica", "initiative")}
    site = site_of(files | {"content/explainers/a.md": explainer("They joined [[pax-silica]]. A [[tariff|levy]].")})
    assert places(site, "pax-silica") == [("/a/", "", "They joined Pax Silica.")]
    assert places(site) == [("/a/", "", "A levy.")]


def test_the_boxes_of_an_explainer_are_one_section() -> None:
    more = (
        "standfirst: All about the strike.\n"
        "key_facts:\n  - {label: A tariff, value: a tariff}\n"
        "timeline:\n  - {date: 2026-02, title: The tariff, text: A tariff and a levy}\n"
    )
    files = TARIFF | QUIET | {"content/glossary/levy.md": term("Levy")}
    site = site_of(files | {"content/explainers/a.md": explainer("No more.", more=more)})
    assert places(site) == [("/a/", "key-facts", "A tariff")]
    assert places(site, "levy") == [("/a/", "e-2026-02", "A tariff and a levy")]


def test_a_mention_in_the_standfirst_leads_to_the_page_itself() -> None:
    more = "standfirst: A tariff in one sentence.\n"
    site = site_of(TARIFF | QUIET | {"content/explainers/a.md": explainer("No.", more=more)})
    assert places(site) == [("/a/", "", "A tariff in one sentence.")]


def test_an_explicit_link_in_a_later_box_is_the_first_mention_of_the_boxes() -> None:
    more = "standfirst: A tariff.\nkey_facts:\n  - {label: What, value: '[[tariff]]'}\n"
    site = site_of(TARIFF | QUIET | {"content/explainers/a.md": explainer("No.", more=more)})
    assert places(site) == [("/a/", "key-facts", "tariff")]


def test_a_source_is_listed_for_each_paragraph() -> None:
    site = site_of({"content/glossary/tariff.md": term("Tariff", more="aliases: ['50% tariff']\n")})
    assert [(address, anchor) for address, anchor, _ in places(site)] == [("/sources/story/", "p3")]
    assert places(site)[0][2].startswith("The 50% tariff on Indian exports remains")


def test_an_entry_is_listed_on_other_entries_pages_but_not_on_its_own() -> None:
    files = QUIET | {"content/glossary/tariff.md": term("Tariff", body="A tariff is a [[tariff]].")}
    site = site_of(files | {"content/glossary/levy.md": term("Levy", body="## More\n\nA tariff and a levy.")})
    assert places(site) == [("/glossary/levy/", "more", "A tariff and a levy.")]
    assert places(site, "levy") == []


def test_a_footnote_mentions_too() -> None:
    site = site_of(TARIFF | QUIET | {"content/explainers/a.md": explainer("So.[^1]\n\n[^1]: That is a tariff.")})
    assert places(site) == [("/a/", "", "That is a tariff.")]


def test_a_draft_mentions_nothing_until_drafts_are_asked_for() -> None:
    files = TARIFF | QUIET | {"content/explainers/a.md": explainer("A tariff.", more="draft: true\n")}
    assert places(site_of(files)) == []
    assert places(site_of(files, with_drafts=True)) == [("/a/", "", "A tariff.")]


def test_drafts_are_kept_as_written_but_not_published() -> None:
    files = {"content/explainers/a.md": explainer(more="draft: true\n"), "content/explainers/b.md": explainer()}
    site = site_of(files | {"content/pages/p.md": "---\ntitle: P\ndraft: true\n---\n"})
    assert [listing.slug for listing in site.listed] == ["b"]
    assert site.drafts == {"a": "Why the ports closed"}
    everything = site_of(files | {"content/pages/p.md": "---\ntitle: P\ndraft: true\n---\n"}, with_drafts=True)
    assert [listing.slug for listing in everything.listed] == ["a", "b", "p"]


def test_explainers_come_newest_first_and_entries_by_title() -> None:
    files = {
        "content/explainers/a.md": explainer(date="2026-01-01"),
        "content/explainers/b.md": explainer(date="2026-03-01"),
        "content/explainers/c.md": explainer(date="2026-03-01"),
        "content/glossary/1.md": term("Zebra"),
        "content/glossary/2.md": term("Économie"),
        "content/glossary/3.md": term("eurozone"),
    }
    site = site_of(files)
    assert [explainer.slug for explainer in site.explainers] == ["b", "c", "a"]
    assert [entry.title for entry in site.terms] == ["Économie", "eurozone", "Zebra"]


def test_a_source_file_joins_its_seed_and_a_bare_seed_is_a_source() -> None:
    site = site_of({"content/sources/strike.md": source(more="publisher: The Gazette\n")})
    assert list(site.sources) == ["strike"]
    assert site.sources["strike"].credit.name == "The Gazette"
    assert list(site_of({}).sources) == ["story"]
    assert site_of({}).sources["story"].credit.title == "Ports reopen after a long strike"


def test_a_capture_cannot_lead_readers_off_the_web() -> None:
    text = "The port was closed for nine days in a row, and ships waited outside.\n\nThey left when it opened again.\n"
    for url in ("javascript:alert(1)", "data:text/html,x", "//evil.example/", "http://[", "file:///etc/passwd"):
        site = site_of({"seeds/s.md": f"---\ntitle: Ports reopen\nurl: '{url}'\n---\n{text}"}, is_clean=False)
        assert site.sources["s"].credit.url is None
    assert site_of({"seeds/s.md": f"---\ntitle: Ports\nurl: https://x.example/a\n---\n{text}"}).sources["s"].credit.url
