"""The feeds, as feed readers read them; the sitemap and robots.txt, as search engines do."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.robotparser import RobotFileParser

import feedparser
import pytest
from usp.tree import sitemap_from_str

from tests.resolve.desk import SETTINGS, explainer, file_in, pages_of, term

INDIA = SETTINGS + 'timezone = "Asia/Kolkata"\ntagline = "From the record"\n'
NOTICES = (
    "corrections:\n  - {date: 2026-01-23, text: The *price* was wrong.}\n"
    "changes:\n  - {date: 2026-01-25, text: A table was added.}\n  - {date: 2026-01-23, text: A link was mended.}\n"
)
FILES = {
    "site.toml": INDIA,
    "content/explainers/ports.md": explainer(more=f"updated: 2026-02-01\ntopics: [trade]\n{NOTICES}"),
    "content/explainers/tea.md": explainer(title="Tea & <toast>", date="2026-01-30", more="author: A. Writer\n"),
}


def feed(name: str, files: Mapping[str, str], *, with_drafts: bool = False) -> Any:
    """The feed as feedparser has it, which complains of everything that is not as it should be."""
    found = feedparser.parse(file_in(files, name, with_drafts=with_drafts).encode())
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def ids(name: str, files: Mapping[str, str]) -> list[str]:
    return [entry.id for entry in feed(name, files).entries]


def test_what_was_changed_last_stands_first() -> None:
    entries = feed("feed.xml", FILES).entries
    assert [entry.title for entry in entries] == ["Why the ports closed", "Tea & <toast>"]
    assert entries[0].summary == "All of it in one sentence."
    assert entries[0].link == "https://news.example/file/ports/"
    assert [tag.term for tag in entries[0].tags] == ["Trade"]


def test_a_day_begins_in_the_time_zone_of_the_site() -> None:
    entry = feed("feed.xml", FILES).entries[0]
    assert (entry.published, entry.updated) == ("2026-01-22T00:00:00+05:30", "2026-02-01T00:00:00+05:30")
    files = FILES | {"site.toml": INDIA.replace("Asia/Kolkata", "America/New_York")}
    assert feed("feed.xml", files).feed.updated == "2026-02-01T00:00:00-05:00"


def test_an_entry_has_its_own_author_or_that_of_the_feed() -> None:
    found = feed("feed.xml", FILES)
    assert found.feed.author == "The File"
    assert [entry.get("author") for entry in found.entries] == [None, "A. Writer"]


def test_a_feed_says_who_it_is() -> None:
    both = [feed(name, FILES).feed for name in ("feed.xml", "corrections.xml")]
    assert [each.title for each in both] == ["The File", "The File: corrections and changes"]
    assert [each.id for each in both] == [
        "https://news.example/file/feed.xml",
        "https://news.example/file/corrections.xml",
    ]
    links = {link.rel: link.href for link in both[1].links}
    assert links == {"self": both[1].id, "alternate": "https://news.example/file/corrections/"}
    assert (both[0].subtitle, both[0].language) == ("From the record", "en")


def test_corrections_and_changes_stand_newest_first() -> None:
    entries = feed("corrections.xml", FILES).entries
    assert [(entry.title, entry.summary, entry.updated[:10]) for entry in entries] == [
        ("Change: Why the ports closed", "A table was added.", "2026-01-25"),
        ("Correction: Why the ports closed", "The price was wrong.", "2026-01-23"),
        ("Change: Why the ports closed", "A link was mended.", "2026-01-23"),
    ]
    assert {entry.link for entry in entries} == {"https://news.example/file/ports/#corrections"}


@pytest.mark.parametrize("name", ["feed.xml", "corrections.xml"])
def test_a_renamed_page_that_names_its_earlier_address_is_no_news(name: str) -> None:
    moved = dict(FILES)
    text = moved.pop("content/explainers/ports.md")
    moved["content/explainers/harbours.md"] = text.replace("date:", "aliases: [/ports/]\ndate:", 1)
    again = dict(moved)
    text = again.pop("content/explainers/harbours.md")
    again["content/explainers/quays.md"] = text.replace("[/ports/]", "[/ports/, /harbours/]")
    assert ids(name, FILES) == ids(name, moved) == ids(name, again)
    assert len({*ids(name, FILES)}) == len(ids(name, FILES))


def test_one_more_correction_changes_the_id_of_no_other() -> None:
    before = ids("corrections.xml", FILES)
    text = FILES["content/explainers/ports.md"]
    more = text.replace("changes:\n", "changes:\n  - {date: 2026-01-23, text: A name was mended.}\n")
    after = ids("corrections.xml", FILES | {"content/explainers/ports.md": more})
    assert [each for each in after if each in before] == before
    assert len(after) == len(before) + 1


def test_two_notices_of_one_day_with_the_same_words_are_two() -> None:
    twice = "changes:\n  - {date: 2026-01-25, text: Again.}\n  - {date: 2026-01-25, text: Again.}\n"
    assert len({*ids("corrections.xml", {"content/explainers/a.md": explainer(more=twice)})}) == 2


def test_a_feed_without_entries_is_valid() -> None:
    assert [feed(name, {}).entries for name in ("feed.xml", "corrections.xml")] == [[], []]


def test_a_feed_holds_no_draft_and_no_more_than_its_length() -> None:
    many = {f"content/explainers/e{day}.md": explainer(date=f"2026-01-{day:02}") for day in range(1, 32)}
    draft = {"content/explainers/draft.md": explainer(title="Draft", date="2026-01-15", more="draft: true\n")}
    entries = feed("feed.xml", many | draft, with_drafts=True).entries
    assert len(entries) == 29
    assert "Draft" not in {entry.title for entry in entries}
    assert entries[-1].published.startswith("2026-01-03")


def test_every_page_names_the_feeds_and_the_foot_leads_to_one() -> None:
    page = file_in(FILES, "ports/index.html")
    found = re.findall(r'<link rel="alternate" type="application/atom\+xml" title="([^"]*)" href="([^"]*)">', page)
    assert found == [("The File", "../feed.xml"), ("The File: corrections and changes", "../corrections.xml")]
    assert '<li><a href="../feed.xml">Feed</a></li>' in page


def test_the_sitemap_lists_what_may_be_found_with_the_day_of_its_last_change() -> None:
    files = FILES | {
        "content/glossary/दिल्ली.md": term("दिल्ली", "place"),
        "content/explainers/draft.md": explainer(title="Draft", more="draft: true\n"),
    }
    sitemap = sitemap_from_str(file_in(files, "sitemap.xml", with_drafts=True))
    found = {page.url: page.last_modified and page.last_modified.date().isoformat() for page in sitemap.all_pages()}
    base = "https://news.example/file/"
    days = {f"{base}ports/": "2026-02-01", f"{base}tea/": "2026-01-30"}
    plain = ["", "corrections/", "glossary/", "sources/", "timeline/", "topics/trade/"]
    plain.append("glossary/%E0%A4%A6%E0%A4%BF%E0%A4%B2%E0%A5%8D%E0%A4%B2%E0%A5%80/")
    assert found == {**{base + path: None for path in plain}, **days}


@pytest.mark.parametrize("more", ["", "draft: true\n"])
def test_a_feed_without_entries_is_as_old_as_the_site(more: str) -> None:
    """There is nothing to correct yet; readers of feeds would show a year long before there was any."""
    files = {
        "site.toml": INDIA,
        "content/explainers/ports.md": explainer(date="2026-01-22", more="updated: 2026-02-01\n"),
        "content/explainers/tea.md": explainer(title="Tea", date="2026-01-30"),
        "content/explainers/old.md": explainer(title="Old", date="2025-12-01", more=more),
    }
    found = feed("corrections.xml", files, with_drafts=True)
    assert found.entries == []
    assert found.feed.updated == ("2026-01-22T00:00:00+05:30" if more else "2025-12-01T00:00:00+05:30")


def test_robots_are_let_in_and_told_of_the_sitemap() -> None:
    robots = RobotFileParser()
    robots.parse(file_in({}, "robots.txt").splitlines())
    assert robots.can_fetch("Anybody", "https://news.example/file/ports/")
    assert robots.site_maps() == ["https://news.example/file/sitemap.xml"]


def test_pages_say_to_robots_whether_they_may_be_listed_and_how() -> None:
    pages = pages_of(FILES)
    robots = {name: re.findall(r'<meta name="robots" content="([^"]*)">', page) for name, page in pages.items()}
    assert robots["ports/index.html"] == ["max-image-preview:large"]
    assert robots["404.html"] == robots["sources/story/index.html"] == ["noindex"]
    assert [name for name, found in robots.items() if name.endswith(".html") and len(found) != 1] == []
