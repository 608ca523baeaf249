"""Quoted words without a source, wherever they stand; and what the reader is told when the desk lets a miss pass."""

import pytest

from nutgraf.views.pages import ExplainerView
from tests.resolve.desk import SETTINGS, explainer, margin_of, pages_of, problems_of, source, views_of

SAID = "“We are never in a hurry”"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/explainers/a.md", explainer(f"## Why?\n\nThey said {SAID}.")),
        ("content/explainers/a.md", explainer(f"## Why?\n\nSo.[^1]\n\n[^1]: They said {SAID}.")),
        ("content/explainers/a.md", explainer(more=f"corrections:\n  - {{date: 2026-01-23, text: We had {SAID}.}}\n")),
        ("content/explainers/a.md", explainer(more=f"standfirst: They said {SAID}.\n")),
        ("content/index.md", f"---\nstandfirst: They said {SAID}.\n---\n"),
        ("content/index.md", f"---\n---\nThey said {SAID}.\n"),
        ("content/pages/about.md", f"---\ntitle: About\n---\nThey said {SAID}.\n"),
        ("content/sources/story.md", source(body=f"They said {SAID}.")),
    ],
)
def test_quoted_words_without_a_citation_are_reported(path: str, text: str) -> None:
    found = [problem for problem in problems_of({path: text}) if problem.rule == "uncited-quotation"]
    assert [(problem.place.path, problem.message) for problem in found] == [(path, f"no citation covers {SAID}")]


def test_a_fact_whose_words_cite_a_source_is_sourced() -> None:
    more = "key_facts:\n  - {label: Tariff, value: '50% [@story]'}\n"
    assert "unsourced-fact" not in {
        problem.rule for problem in problems_of({"content/explainers/a.md": explainer(more=more)})
    }


def test_a_miss_that_the_desk_lets_pass_is_told_to_the_reader() -> None:
    files = {
        "site.toml": SETTINGS + '[checks]\nquote-not-found = "warning"\n',
        "content/explainers/a.md": explainer("## Why?\n\nThey said “we are never in a hurry” [@story]."),
    }
    view = views_of(files)["/a/"]
    assert isinstance(view, ExplainerView)
    assert margin_of(view.sections[0]).notes[0].verdict.outcome == "missed"
    assert (view.counts.missed, view.counts.verbatim, view.counts.unchecked) == (1, 0, 0)
    page = pages_of(files)["a/index.html"]
    assert "Not found in the source" in page
    assert "is not published" not in page


@pytest.mark.parametrize("page", ["/nope/", "timeline", "work/main", "javascript:alert(1)"])
def test_the_navigation_leads_to_pages_that_are_there(page: str) -> None:
    settings = f'{SETTINGS}[[nav]]\ntitle = "There"\npage = "{page}"\n'
    (found,) = [each for each in problems_of({"site.toml": settings}) if each.rule == "broken-link"]
    assert (found.place.path, found.place.line, found.place.column) == ("site.toml", 6, 8)


@pytest.mark.parametrize("page", ["/", "/timeline/", "/a/", "/glossary/", "/topics/trade/", "https://example.org/"])
def test_the_navigation_may_lead_to_any_page_and_to_other_sites(page: str) -> None:
    files = {
        "site.toml": f'{SETTINGS}[[nav]]\ntitle = "There"\npage = "{page}"\n',
        "content/explainers/a.md": explainer(more="topics: [trade]\n"),
    }
    assert "broken-link" not in {problem.rule for problem in problems_of(files)}
    assert f'href="{page}"' in pages_of(files)["index.html"] or page.startswith("/")


def test_a_site_without_nav_still_leads_to_its_lists() -> None:
    view = views_of({"content/explainers/a.md": explainer()})["/a/"]
    assert isinstance(view, ExplainerView)
    assert [link.href for link in view.frame.nav] == ["../", "../timeline/", "../glossary/", "../sources/"]
