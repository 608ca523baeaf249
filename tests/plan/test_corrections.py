"""Corrections are data: one list in the front matter, and every place that tells of them says the same."""

import re

from tests.resolve.desk import explainer, pages_of

LISTS = """corrections:
  - {date: 2026-01-23, text: An earlier version gave the *wrong* month.}
changes:
  - {date: 2026-01-24, text: A section on the ports was added.}
"""
WRONG, ADDED = "gave the <em>wrong</em> month", "A section on the ports was added"
PLACES = ("a/index.html", "corrections/index.html", "index.html")


def test_one_list_gives_the_notice_on_the_page_the_page_of_corrections_the_home_page_and_the_feed() -> None:
    pages = pages_of({"content/explainers/a.md": explainer(more=LISTS)})
    for place in PLACES:
        assert WRONG in pages[place], place
        assert ADDED in pages[place], place
        assert pages[place].index(ADDED) < pages[place].index(WRONG), place  # newest first
        assert 'datetime="2026-01-23"' in pages[place], place
    assert "wrong" in pages["corrections.xml"]
    assert "A section on the ports was added" in pages["corrections.xml"]


def test_machines_are_told_of_corrections_and_not_of_changes() -> None:
    page = pages_of({"content/explainers/a.md": explainer(more=LISTS)})["a/index.html"]
    [graph] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert "CorrectionComment" in graph
    assert "An earlier version gave the wrong month." in graph
    assert ADDED not in graph


def test_without_a_list_nothing_was_wrong() -> None:
    pages = pages_of({"content/explainers/a.md": explainer()})
    assert "No corrections so far." in pages["corrections/index.html"]
    assert "CorrectionComment" not in pages["a/index.html"]
