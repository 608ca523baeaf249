"""What each kind of edit costs: exactly the files that are parsed and the pages that are rendered again."""

import os
import time
from typing import Any

import pytest

from nutgraf.memory.engine import engine_digest
from nutgraf.memory.signatures import TICK
from nutgraf.memory.table_file import TableFile
from nutgraf.resolve.verification import Document, Verification, Verifier
from tests.memory.desk import Desk, rendered

HOME, FERRY, WALL, LIGHT = "index.html", "ferry/index.html", "wall/index.html", "light/index.html"
SITEMAP, FEED, CORRECTIONS_FEED = "sitemap.xml", "feed.xml", "corrections.xml"
LIST, FERRY_DATA, WALL_DATA, LIGHT_DATA = "index.json", "ferry/index.json", "wall/index.json", "light/index.json"
FACTS_BOX, TIMELINE_BOX = "embed/wall/key-facts/index.html", "embed/wall/timeline/index.html"
PAGES = {
    *(HOME, "404.html", "about/index.html", FERRY, WALL, LIGHT),
    *("glossary/index.html", *(f"glossary/{slug}/index.html" for slug in ("council", "ferry", "wall"))),
    *("sources/index.html", "sources/letter/index.html", "sources/notice/index.html"),
    *("timeline/index.html", "topics/harbour/index.html", "topics/money/index.html", "corrections/index.html"),
}


def glossary(*slugs: str) -> set[str]:
    return {f"glossary/{slug}/index.html" for slug in slugs}


def boxes(*slugs: str) -> set[str]:
    return {f"embed/term/{slug}/index.html" for slug in slugs}


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A newsroom that has been built."""
    assert desk.build().is_published
    return desk


def again(desk: Desk) -> tuple[set[str], set[str]]:
    """The files of content/ that the next build parses, and the pages that it renders."""
    done = desk.build()
    assert done.is_published, done.problems
    assert desk.published() == desk.clean_build()[1]
    return set(done.parsed), {name for name in rendered(done) if not name.startswith("assets/")}


def test_with_nothing_changed_nothing_is_done(desk: Desk) -> None:
    assert again(desk) == (set(), set())


def test_only_files_that_may_have_changed_are_looked_at_one_by_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    time.sleep(3 * TICK)  # what changed at the time of the last look is looked at once more
    desk.build()
    monkeypatch.setattr("nutgraf.read._unfit", lambda name, _: looked.append(name))
    desk.edit("content/explainers/ferry.md", "It is slow.", "It is not fast.")
    desk.build()
    assert looked == ["content/explainers/ferry.md"]


def test_touching_every_file_renders_nothing(desk: Desk) -> None:
    for path in desk.inputs():
        os.utime(desk.project / path)
    assert again(desk) == (set(), set())


def test_a_line_of_a_body_renders_its_page_alone(desk: Desk) -> None:
    desk.edit("content/explainers/ferry.md", "It is slow.", "It is not fast.")
    assert again(desk) == ({"content/explainers/ferry.md"}, {FERRY})


def test_an_edited_sum_is_worked_out_anew_and_renders_its_page_alone(desk: Desk) -> None:
    desk.edit("content/explainers/ferry.md", "It is slow.", "It is slow: 50% [@letter p1 = 25% + 25%].")
    again(desk)
    desk.edit("content/explainers/ferry.md", "25% + 25%", "20% + 30%")
    assert again(desk) == ({"content/explainers/ferry.md"}, {FERRY})
    desk.edit("content/explainers/ferry.md", "20% + 30%", "20% + 40%")
    done = desk.build()
    assert "wrong-sum" in {problem.rule for problem in done.problems}
    assert done.problems == desk.clean_build()[0].problems


def test_a_sum_is_checked_anew_when_its_source_changes(desk: Desk) -> None:
    desk.edit("content/explainers/ferry.md", "It is slow.", "It is slow: 50% [@letter p1 = 25% + 25%].")
    before = desk.build()
    desk.edit("seeds/letter.txt", "a good deal too high", "25% too high")
    after = desk.build()
    assert [sum(each.rule == "unsupported-figure" for each in done.problems) for done in (before, after)] == [1, 0]
    assert after.problems == desk.clean_build()[0].problems


def test_a_sentence_that_mentions_a_term_renders_the_page_of_the_term_too(desk: Desk) -> None:
    desk.edit("content/explainers/ferry.md", "boats carry stone", "boats carry sand")
    assert again(desk) == ({"content/explainers/ferry.md"}, {FERRY, *glossary("council")})


def test_a_definition_renders_its_entry_the_glossary_and_the_pages_that_show_it(desk: Desk) -> None:
    desk.edit("content/glossary/wall.md", "A wall between", "Stones between")
    showing = {HOME, "glossary/index.html", *glossary("wall"), *boxes("wall"), WALL, WALL_DATA, LIGHT, LIGHT_DATA, LIST}
    assert again(desk) == ({"content/glossary/wall.md"}, showing)


def test_the_body_of_an_entry_renders_its_own_page_alone(desk: Desk) -> None:
    desk.edit("content/glossary/ferry.md", "Once it had sails.", "Once it had oars.")
    assert again(desk) == ({"content/glossary/ferry.md"}, set(glossary("ferry")))


def test_a_title_renders_the_pages_that_name_it(desk: Desk) -> None:
    desk.edit("content/explainers/ferry.md", "Where the ferry goes", "Where the ferry went")
    naming = {HOME, "404.html", FERRY, WALL, "topics/harbour/index.html", "sources/letter/index.html"}
    machines = {FEED, LIST, FERRY_DATA}
    assert again(desk) == ({"content/explainers/ferry.md"}, {*naming, *machines, *glossary("council", "ferry")})


def test_the_title_of_a_standing_page_is_in_the_foot_of_every_page(desk: Desk) -> None:
    desk.edit("content/pages/about.md", "About us", "Of ourselves")
    assert again(desk) == ({"content/pages/about.md"}, PAGES)


def test_a_date_renders_the_pages_that_are_in_its_order(desk: Desk) -> None:
    desk.edit("content/explainers/ferry.md", "2025-02-01", "2025-02-02")
    naming = {HOME, "404.html", FERRY, WALL, "topics/harbour/index.html", SITEMAP, FEED, LIST, FERRY_DATA}
    assert again(desk) == ({"content/explainers/ferry.md"}, naming)


def test_an_event_renders_its_page_and_the_timelines(desk: Desk) -> None:
    desk.edit("content/explainers/wall.md", "Nine to two.", "Nine to two, they say.")
    assert again(desk) == ({"content/explainers/wall.md"}, {HOME, WALL, WALL_DATA, TIMELINE_BOX, "timeline/index.html"})


def test_a_correction_renders_its_page_and_the_corrections(desk: Desk) -> None:
    desk.edit("content/explainers/wall.md", "We gave the vote", "We had given the vote")
    telling = {HOME, WALL, WALL_DATA, "corrections/index.html", CORRECTIONS_FEED}
    assert again(desk) == ({"content/explainers/wall.md"}, telling)


def test_a_paragraph_of_a_seed_has_only_the_claims_of_pages_that_cite_it_checked_anew(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.edit("content/explainers/ferry.md", "It is slow.", "It is slow: 40 people cross [@letter p1].")
    before = desk.build()
    verify, verified = Verifier.verify, []

    def noted(verifier: Verifier, document: Document, *given: Any) -> Verification:
        verified.append(document.place.path)
        return verify(verifier, document, *given)

    monkeypatch.setattr(Verifier, "verify", noted)
    desk.edit("seeds/letter.txt", "a good deal too high", "for 40 people, too high")
    after = desk.build()
    assert {path for path in verified if "@letter" in (desk.project / path).read_text("utf-8")} == {*verified}
    assert "content/explainers/ferry.md" in verified
    assert [sum(each.rule == "unsupported-figure" for each in done.problems) for done in (before, after)] == [1, 0]
    assert after.problems == desk.clean_build()[0].problems


def test_words_of_a_seed_that_nobody_quotes_render_the_page_of_the_source_alone(desk: Desk) -> None:
    desk.edit("seeds/letter.txt", "every day, a good deal", "every day, very much")
    assert again(desk) == (set(), {"sources/letter/index.html"})


def test_the_publisher_of_a_source_renders_the_pages_that_cite_it(desk: Desk) -> None:
    desk.edit("content/sources/notice.md", "Harbour Gazette", "Harbour Times")
    citing = {
        HOME,
        *(WALL, WALL_DATA, FACTS_BOX, TIMELINE_BOX),
        *glossary("council"),
        "timeline/index.html",
        "sources/index.html",
        "sources/notice/index.html",
    }
    assert again(desk) == ({"content/sources/notice.md"}, citing)


def test_the_note_on_a_source_renders_its_page_alone(desk: Desk) -> None:
    desk.edit("content/sources/notice.md", "pinned to the door", "nailed to the door")
    assert again(desk) == ({"content/sources/notice.md"}, {"sources/notice/index.html"})


def test_a_stylesheet_renders_every_page_that_links_it(desk: Desk) -> None:
    desk.edit("assets/css/layout.css", "margin: 0", "margin: 1px")
    assert again(desk) == (set(), PAGES)


def test_a_component_renders_the_pages_that_include_it(desk: Desk) -> None:
    desk.edit("templates/components/facts.html", "facts of", "all facts of")
    assert again(desk) == (set(), {FERRY, WALL, LIGHT})


def test_a_page_template_renders_its_pages(desk: Desk) -> None:
    desk.write("templates/pages/term.html", '{% extends "base.html" %}\n{% block main %}!{% endblock %}\n')
    assert again(desk) == (set(), set(glossary("council", "ferry", "wall")))


def test_the_base_template_renders_every_page(desk: Desk) -> None:
    desk.edit("templates/base.html", "{{ view }}", "{{ view }} ")
    assert again(desk) == (set(), PAGES)


def test_a_word_of_the_interface_renders_whatever_a_template_makes(desk: Desk) -> None:
    desk.write("locale/en.po", 'msgid "Sources"\nmsgstr "Origins"\n')
    machines = {SITEMAP, "robots.txt", FEED, CORRECTIONS_FEED, FACTS_BOX, TIMELINE_BOX}
    assert again(desk) == (set(), {*PAGES, *machines, *boxes("council", "ferry", "wall")})


def test_a_picture_renders_the_pages_that_show_it(desk: Desk) -> None:
    desk.edit("assets/images/wall.svg", "<svg", "<svg ")
    assert again(desk) == (set(), {WALL})


def test_raw_html_parses_everything_again_and_renders_the_pages_that_have_some(desk: Desk) -> None:
    desk.edit("content/explainers/light.md", "Nobody does", "<b>Nobody</b> does")
    desk.build()
    desk.edit("site.toml", "[[nav]]", "raw_html = true\n[[nav]]")
    parsed, done = again(desk)
    assert (len(parsed), done & {LIGHT, FERRY}) == (9, {LIGHT})


def test_the_hosts_of_embeds_are_checked_again_when_the_settings_change(desk: Desk) -> None:
    embed = ":::{embed}\nurl: https://charts.example.com/\ntitle: The bill\n:::"
    desk.edit("content/explainers/light.md", "Nobody does", f"{embed}\n\nNobody does")
    refused = desk.build()
    assert [(found.rule, found.place.path) for found in refused.problems if found.rule == "bad-value"] == [
        ("bad-value", "content/explainers/light.md")
    ]
    desk.edit("site.toml", "[[nav]]", 'embeds = ["charts.example.com"]\n[[nav]]')
    assert again(desk) == (set(), {LIGHT, LIGHT_DATA})
    desk.edit("site.toml", "charts.example.com", "*.example.com")
    assert again(desk) == (set(), set())
    desk.edit("site.toml", "*.example.com", "example.com")
    assert not desk.build().is_published


def test_a_comment_in_the_settings_renders_nothing(desk: Desk) -> None:
    desk.edit("site.toml", "[[nav]]", "# Pages that readers look for\n[[nav]]")
    assert again(desk) == (set(), set())


def test_what_is_gone_is_forgotten(desk: Desk) -> None:
    desk.write("content/explainers/tide.md", "---\ntitle: Tide\nstandfirst: x\ndate: 2025-04-01\n---\nThe ferry.\n")
    again(desk)
    (desk.project / "content/explainers/tide.md").unlink()
    again(desk)
    table = TableFile(desk.cache).load(engine_digest())
    assert table.entries
    assert "tide" not in repr((table.entries, table.looks, table.outputs, table.files))


def test_a_page_that_was_tampered_with_is_rendered_again(desk: Desk) -> None:
    (desk.output / FERRY).write_bytes(b"!")
    (desk.output / WALL).unlink()
    assert again(desk) == (set(), {FERRY, WALL})


def test_after_a_mistake_is_put_right_nothing_is_rendered(desk: Desk) -> None:
    desk.edit("content/explainers/ferry.md", "[@letter p2]", "[@nobody]")
    failed = desk.build()
    assert (failed.is_published, failed.written) == (False, 0)
    desk.edit("content/explainers/ferry.md", "[@nobody]", "[@letter p2]")
    assert again(desk) == ({"content/explainers/ferry.md"}, set())
