"""Boxes for other people’s pages, and what they copy to show them."""

import json
import re
from html import unescape
from typing import Any

import pytest

from nutgraf.addresses import file_of
from tests.resolve.desk import SETTINGS, explainer, file_in, files_in, pages_of, source, term
from tests.sites.project import SITES

FACTS = """updated: 2026-01-24
key_facts:
  - {label: Tariff, value: 50%, source: story, quote: the 50% tariff, status: confirmed, as_of: 2026-01}
  - {label: Deal & terms, value: none, status: reported}
timeline:
  - {date: 2026-02, title: Talks, text: "They meet in the [[levy]] hall.", source: story, status: expected}
"""
FILES = {
    "content/explainers/ports.md": explainer(more=FACTS),
    "content/glossary/levy.md": term("Levy", body="More on it."),
}
KEY_FACTS, TIMELINE = "embed/ports/key-facts/index.html", "embed/ports/timeline/index.html"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return pages_of(FILES)


def boxes(pages: dict[str, str]) -> dict[str, str]:
    return {name: page for name, page in pages.items() if name.startswith("embed/") and name.endswith(".html")}


def codes(page: str) -> list[str]:
    """What the page offers to be copied."""
    return [unescape(text) for text in re.findall(r"<textarea[^>]*>([^<]*)</textarea>", page)]


def without_tags(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


def test_an_explainer_and_an_entry_have_boxes(pages: dict[str, str]) -> None:
    assert boxes(pages).keys() == {KEY_FACTS, TIMELINE, "embed/term/levy/index.html"}


def test_what_an_explainer_does_not_have_it_does_not_offer() -> None:
    made = pages_of({"content/explainers/e.md": explainer()})
    assert [name for name in made if name.startswith("embed/")] == []
    assert codes(made["e/index.html"]) == []
    assert "oembed" not in made["e/index.html"]


def test_key_facts_show_what_was_found_for_them(pages: dict[str, str]) -> None:
    told = without_tags(pages[KEY_FACTS])
    assert "Tariff 50% Confirmed As of January 2026 Ports reopen after a long strike . Verbatim, paragraph 3" in told
    assert 'href="../../../sources/story/#q3-0-14"' in pages[KEY_FACTS]
    assert "Deal & terms none Why the ports closed" in told
    assert told.endswith("Why the ports closed The File. Updated 24 January 2026 .")


def test_a_timeline_shows_its_events(pages: dict[str, str]) -> None:
    assert "February 2026 Expected Talks They meet in the levy hall." in without_tags(pages[TIMELINE])
    assert 'href="../../../glossary/levy/"' in pages[TIMELINE]


def test_a_long_timeline_shows_its_last_events_and_leads_to_the_others() -> None:
    events = "".join(f"  - {{date: 2026-01-{day:02}, title: Day {day}}}\n" for day in range(1, 31))
    box = file_in({"content/explainers/ports.md": explainer(more=f"timeline:\n{events}")}, TIMELINE)
    assert len(re.findall("<h2>", box)) == 20
    assert '<a href="../../../ports/#timeline">10 earlier dates</a>' in box
    assert "Day 30" in box


def test_a_box_belongs_to_its_page_and_opens_it_in_place_of_the_one_around_it(pages: dict[str, str]) -> None:
    for name, page in boxes(pages).items():
        canonical = "glossary/levy/" if "term" in name else "ports/"
        assert f'<link rel="canonical" href="https://news.example/file/{canonical}">' in page
        assert '<meta name="robots" content="noindex">' in page
        assert '<base target="_top">' in page
        assert "frame-ancestors" not in page  # a policy in a page cannot say it


def test_a_box_loads_its_styles_and_its_script_and_nothing_else() -> None:
    made = pages_of(files_in(SITES / "small"))
    styles = [text for name, text in made.items() if re.match(r"assets/embed\.\w+\.css", name)]
    assert len(styles) == 1
    assert "url(" not in styles[0]
    assert "@font-face" not in styles[0]
    assert "prefers-color-scheme:dark" in styles[0]
    for page in boxes(made).values():
        loaded = re.findall(r'(?:<link rel="(?:stylesheet|preload)" href|src)="([^"]*)"', page)
        assert [re.sub(r"\.\w{10}\.", ".#.", each) for each in loaded] == [
            "../../../assets/embed.#.css",
            "../../../assets/embed.#.js",
        ]


def test_a_box_wears_the_colours_of_the_site() -> None:
    files = files_in(SITES / "small")
    settings = files["site.toml"].decode() + '\n[colours]\naccent = "#0B5D3B"\n'
    made = pages_of(files | {"site.toml": settings.encode()}, is_clean=False)
    assert any("0b5d3b" in text.lower() for name, text in made.items() if re.match(r"assets/embed\.\w+\.css", name))


def test_an_explainer_offers_a_frame_and_plain_html_for_each_of_its_boxes(pages: dict[str, str]) -> None:
    facts, plain_facts, timeline, plain_timeline = codes(pages["ports/index.html"])
    assert facts == (
        '<iframe src="https://news.example/file/embed/ports/key-facts/" title="Key facts: Why the ports closed" '
        'width="100%" height="300" loading="lazy" style="border:0;max-width:40rem"></iframe>\n'
        '<script src="https://news.example/file/assets/embed/frames.js" async></script>'
    )
    assert "/embed/ports/timeline/" in timeline
    assert plain_facts == (
        '<p><b><a href="https://news.example/file/ports/#key-facts">Key facts: Why the ports closed</a></b></p>\n<ul>\n'
        '<li>Tariff: 50%, January 2026 (<a href="https://news.example/file/sources/story/">'
        "Ports reopen after a long strike</a>)</li>\n"
        "<li>Deal &amp; terms: none</li>\n</ul>"
    )
    assert "<li><b>February 2026</b> Talks</li>" in plain_timeline


def test_a_box_of_a_page_that_has_not_changed_says_when_it_was_published() -> None:
    more = FACTS.replace("updated: 2026-01-24\n", "")
    told = without_tags(file_in({"content/explainers/ports.md": explainer(more=more)}, KEY_FACTS))
    assert told.endswith("Published 22 January 2026 .")


def test_an_entry_offers_its_box(pages: dict[str, str]) -> None:
    frame, plain = codes(pages["glossary/levy/index.html"])
    assert "https://news.example/file/embed/term/levy/" in frame
    assert (
        plain == '<p><b>Levy</b> What it means. (<a href="https://news.example/file/glossary/levy/">The File</a>)</p>'
    )


def test_code_can_be_read_without_script_and_copied_with_it(pages: dict[str, str]) -> None:
    page = pages["ports/index.html"]
    areas = re.findall(r'<textarea id="([^"]*)"[^>]* readonly', page)
    assert len(areas) == 4
    assert re.findall(r'<label for="([^"]*)"', page) == areas
    assert re.findall(r'<button type="button" data-copy="([^"]*)" data-done="Copied." hidden>', page) == areas


def test_nothing_that_a_desk_writes_can_break_out_of_the_code() -> None:
    hostile = "</textarea><script>alert(1)</script>"
    more = f"key_facts:\n  - {{label: {json.dumps(hostile)}, value: {json.dumps(hostile)}}}\n"
    made = pages_of({"content/explainers/e.md": explainer(title=json.dumps(hostile), more=more)}, is_clean=False)
    for name in ("e/index.html", "embed/e/key-facts/index.html"):
        assert "<script>alert" not in made[name]
    frame, plain = codes(made["e/index.html"])
    assert "<script>alert" not in frame + plain
    assert "&lt;/textarea&gt;" in plain


def oembed(files: dict[str, str]) -> dict[str, Any]:
    found = json.loads(file_in(files, "embed/ports/oembed.json"))
    assert isinstance(found, dict)
    return found


def test_a_system_that_knows_oembed_finds_the_first_box(pages: dict[str, str]) -> None:
    link = re.search(
        r'<link rel="alternate" type="application/json\+oembed"[^>]* href="([^"]*)"', pages["ports/index.html"]
    )
    assert link
    assert link[1] == "../embed/ports/oembed.json"
    found = oembed(FILES)
    # https://oembed.com, 2.3.4.4: what a rich response must have
    assert (found["version"], found["type"]) == ("1.0", "rich")
    assert found["html"] == codes(pages["ports/index.html"])[0]
    assert all(isinstance(found[name], int) for name in ("width", "height"))
    assert (found["author_name"], found["provider_name"]) == ("The File", "The File")


def test_without_key_facts_the_first_box_is_the_timeline() -> None:
    only = FACTS.partition("key_facts")[0] + "timeline:" + FACTS.partition("timeline:")[2]
    assert "/embed/ports/timeline/" in oembed(FILES | {"content/explainers/ports.md": explainer(more=only)})["html"]


def test_words_that_no_reader_can_open_lead_nowhere() -> None:
    files = FILES | {"content/sources/story.md": source(more="rights: link\n")}
    assert "Not checked: no text published" in without_tags(file_in(files, KEY_FACTS))


def test_a_box_runs_as_its_language_does() -> None:
    files = FILES | {"site.toml": SETTINGS.replace('"en"', '"ar"')}
    assert '<html lang="ar" dir="rtl">' in pages_of(files, is_clean=False)[KEY_FACTS]


def test_every_link_of_a_box_leads_to_a_page(pages: dict[str, str]) -> None:
    for name, page in boxes(pages).items():
        depth = name.count("/")
        for path, anchor in re.findall(r'<a href="([^"#]*)#?([^"]*)"', page):
            assert path.startswith("../" * depth)
            target = pages[file_of("/" + path.removeprefix("../" * depth))]
            assert not anchor or f'id="{anchor}"' in target, path
