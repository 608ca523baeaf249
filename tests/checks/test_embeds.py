"""Embeds: what check lets through, and what reaches the page. Their messages are in tests/cases/inputs/embed."""

import json
import re

import pytest

from nutgraf.problems import Severity
from nutgraf.views.pages import ExplainerView
from tests.resolve.desk import SETTINGS, explainer, file_in, problems_of, term, views_of
from tests.sites.published import Published

CHARTS = ":::{embed}\nurl: https://charts.example.com/bars\ntitle: Six bars\n:::\n"
FILM = ":::{embed}\nurl: https://film.example.org/crossing\ntitle: A crossing\n:::\n"
ALLOWED = 'embeds = ["charts.example.com", "*.example.org"]\n'
LENIENT = '[checks]\nno-box = "off"\nbroken-link = "off"\n'


def site(body: str, settings: str = ALLOWED) -> dict[str, str | bytes]:
    return {"site.toml": SETTINGS + settings, "content/explainers/a.md": explainer(body)}


def policy(page: str) -> str:
    found = re.search('<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    assert found
    return found[1]


def test_the_policy_of_a_page_names_the_hosts_of_its_embeds_and_no_others() -> None:
    bare = policy(file_in(site("Text."), "a/index.html"))
    assert "frame-src" not in bare
    assert policy(file_in(site(CHARTS), "a/index.html")) == f"{bare}; frame-src https://charts.example.com"
    both = policy(file_in(site(f"{FILM}\n## Why?\n\n{CHARTS}\n{CHARTS}"), "a/index.html"))
    assert both == f"{bare}; frame-src https://charts.example.com https://film.example.org"


def test_pages_without_an_embed_load_nothing_more(states: Published) -> None:
    with_embeds = {page.name for page in states.pages if "frame-src" in page.html}
    assert with_embeds == {"placed-boxes/index.html"}
    assert {page.name for page in states.pages if "external." in page.html} == with_embeds


def test_a_site_that_allows_none_does_not_publish_their_files(small: Published, states: Published) -> None:
    assert not [name for name in small.files if "external" in name]
    assert len([name for name in states.files if "external" in name]) == 2


@pytest.mark.parametrize("url", ["https://evil.example.net/", "https://example.org/", "https://news.example/file/"])
def test_no_level_of_a_rule_lets_another_host_in(url: str) -> None:
    body = f":::{{embed}}\nurl: {url}\ntitle: Six bars\n:::\n"
    [found] = problems_of(site(body, ALLOWED + LENIENT))
    assert (found.rule, found.severity) == ("bad-value", Severity.ERROR)


def test_an_embed_where_no_page_can_hold_one_is_not_shown_even_if_the_desk_wants_no_error() -> None:
    home = {"content/index.md": f"---\nstandfirst: Home.\n---\n{CHARTS}"}
    page = file_in({**site("Text.", ALLOWED + LENIENT), **home}, "index.html")
    assert "charts.example.com" not in page


def test_a_standing_page_and_a_glossary_entry_can_hold_one() -> None:
    pages = {
        "content/pages/about.md": f"---\ntitle: About\n---\n{CHARTS}",
        "content/glossary/bar.md": term("Bar", body=CHARTS),
    }
    files = {**site("Text."), **pages}
    assert problems_of(files) == []
    for name in ("about", "glossary/bar"):
        assert policy(file_in(files, f"{name}/index.html")).endswith("; frame-src https://charts.example.com")


def test_text_and_notes_keep_their_order_around_embeds() -> None:
    captioned = f"{CHARTS[:-4]}\nA caption [@story p2] with a word.\n:::\n"
    body = f"One [@story p1].\n\n{captioned}\nTwo [@story p3].\n\n{FILM}{FILM}"
    files = {**site(body), "content/sources/story.md": "---\nseed: story.txt\n---\n"}
    view = views_of(files)["/a/"]
    assert isinstance(view, ExplainerView)
    assert view.introduction
    kinds = [block.kind for block in view.introduction.blocks]
    assert kinds == ["prose", "notes", "embed", "notes", "prose", "notes", "embed", "embed"]


def test_nothing_of_the_other_site_stands_in_the_page_but_in_the_template_and_the_link() -> None:
    page = file_in(site(CHARTS), "a/index.html")
    shown = re.sub("<template>.*?</template>", "", page)
    assert "<iframe" in page
    assert "<iframe" not in shown
    assert re.findall(r'(\w+)="https://charts\.example\.com[^"]*"', shown) == ["href"]
    [frame] = re.findall("<iframe [^>]*>", page)
    assert 'sandbox="allow-scripts allow-same-origin allow-popups" referrerpolicy="no-referrer"' in frame


def test_programs_are_told_the_titles_and_addresses() -> None:
    told = json.loads(file_in(site(f"{CHARTS}\n## Why?\n\n{FILM}"), "a/index.json"))
    assert told["embeds"] == [
        {"title": "Six bars", "url": "https://charts.example.com/bars"},
        {"title": "A crossing", "url": "https://film.example.org/crossing"},
    ]
