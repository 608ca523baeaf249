"""What readers and programs are told of the figures, dates and names of a page."""

import json
import re

import pytest

from tests.resolve.desk import SETTINGS, explainer, pages_of, source

PORT = """# Port opens

The port authority opened a second quay on Monday. It takes ships of up to 300 metres and cost 40 million euros.

“We doubled our capacity in three years,” said Maria Lind, the head of the authority.
"""
BODY = """
It cost 40 million euros and “opened a second quay” [@port p1].
One part is 20 million euros [@port p1 = 40 million euros / 2].
It has 90 berths.
"""


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return pages_of(
        {
            "site.toml": SETTINGS,
            "seeds/port.md": PORT,
            "content/sources/port.md": source("port.md", "published: 2026-01-12\n"),
            "content/explainers/quay.md": explainer(BODY.strip().replace("\nIt has", "\n\nIt has")),
        }
    )


def test_a_note_shows_the_words_that_have_what_the_quotation_does_not(pages: dict[str, str]) -> None:
    note = re.search(r'<li id="c1".*?</li>', pages["quay/index.html"], re.DOTALL)
    assert note
    assert "Found beside it, 40 million euros:" in note[0]
    assert "It takes ships of up to 300 metres and cost 40 million euros." in note[0]


def test_its_link_leads_to_these_words_marked_in_the_source(pages: dict[str, str]) -> None:
    [link] = re.findall(r'“<span dir="auto">It takes .*?href="([^"]+)"', pages["quay/index.html"], re.DOTALL)
    anchor = link.rpartition("#")[2]
    marked = re.search(rf'<mark id="{anchor}">(.*?)</mark>', pages["sources/port/index.html"], re.DOTALL)
    assert marked
    assert "40 million euros" in marked[1]


def test_how_it_was_made_counts_what_was_looked_for_and_what_was_not(pages: dict[str, str]) -> None:
    how = pages["quay/index.html"].partition('id="how"')[2]
    assert "Of 1 figure, date or name under a citation, 1 was found" in how
    assert "which does not make it true" in how
    assert "1 sum was worked out by the desk." in how
    assert "1 figure stands without a citation and was not checked." in how


def test_programs_are_told_the_same(pages: dict[str, str]) -> None:
    data = json.loads(pages["quay/index.json"])
    assert data["checked"] == {
        "quotations": 1, "verbatim": 1, "claims": 1, "supported": 1, "sums": 1, "uncited": 1,
    }  # fmt: skip
    [linked] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', pages["quay/index.html"], re.DOTALL)
    assert "Quotations found word for word in their sources: 1 of 1." in linked
    assert "found in the evidence named for them: 1 of 1. Figures without a citation: 1." in linked
