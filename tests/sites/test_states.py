"""The states site shows every state that a page can be in, and a site on its first day what is left without content.

Each state stands here by name, so that none gets lost while the site is worked on.
"""

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

import pytest

from tests.sites.published import Page, Published, words_of

Shows = Callable[[Page], object]


def parts(page: Page, name: str) -> list[Element]:
    """The elements of a class."""
    return [element for element in page.elements if name in element.get("class", "").split()]


def inside(page: Page, name: str, tag: str) -> list[Element]:
    """The elements of a tag inside those of a class."""
    return [element for part in parts(page, name) for element in part.iter(tag)]


def told(page: Page, name: str) -> str:
    return " ".join(words_of(part) for part in parts(page, name))


def numbered(page: Page, mark: str) -> list[str]:
    return [anchor for anchor in page.ids if re.fullmatch(rf"{mark}\d+", anchor)]


def longest_word(text: str) -> int:
    return max(map(len, text.split()))


def nested(page: Page) -> Iterator[Element]:
    return (inner for outer in inside(page, "prose", "ol") for list_ in outer.iter("ul") for inner in list_.iter("ol"))


def overdue(page: Page) -> bool:
    [notice] = parts(page, "review")
    return notice.get("data-review-by", "9999") < "2025"


STATES: dict[str, tuple[str, Shows]] = {
    "no key facts": ("/bare/", lambda page: not parts(page, "facts")),
    "one key fact": ("/forty-events/", lambda page: len(inside(page, "facts", "dt")) == 1),
    "seven key facts": ("/everything/", lambda page: len(inside(page, "facts", "dt")) == 7),
    "a key fact without a source": (
        "/everything/",
        lambda page: len(inside(page, "facts", "dt")) > len(inside(page, "facts-evidence", "li")),
    ),
    "a confirmed fact": ("/everything/", lambda page: "Confirmed" in told(page, "facts")),
    "an expected fact": ("/everything/", lambda page: "Expected" in told(page, "facts")),
    "a disputed fact": ("/everything/", lambda page: "Disputed" in told(page, "facts")),
    "a fact with its date": ("/everything/", lambda page: "as of March 2024" in told(page, "facts")),
    "no timeline": ("/bare/", lambda page: not parts(page, "timeline")),
    "forty events": ("/forty-events/", lambda page: len(inside(page, "timeline", "h3")) == 40),
    "an imprecise date": ("/forty-events/", lambda page: "About 2003" in told(page, "timeline").title()),
    "a decade": ("/forty-events/", lambda page: "1920s" in told(page, "timeline")),
    "a season": ("/forty-events/", lambda page: "autumn 2010" in told(page, "timeline").lower()),
    "a date open at its beginning": ("/forty-events/", lambda page: "until 2016" in told(page, "timeline").lower()),
    "a date open at its end": ("/forty-events/", lambda page: "since march 2019" in told(page, "timeline").lower()),
    "an expected event": ("/forty-events/", lambda page: "Expected" in told(page, "timeline")),
    "one source": ("/forty-events/", lambda page: len(inside(page, "record-list", "li")) == 1),
    "ten sources": ("/ten-sources/", lambda page: len(inside(page, "record-list", "li")) == 10),
    "further reading": ("/everything/", lambda page: "Further reading" in told(page, "record")),
    "a long headline": ("/long-words/", lambda page: len(told(page, "is-long")) > 70),
    "long words": ("/long-words/", lambda page: longest_word(told(page, "is-long")) > 50),
    "long labels": ("/long-words/", lambda page: longest_word(told(page, "facts")) > 45),
    "no byline": ("/bare/", lambda page: "By " not in told(page, "meta")),
    "three writers": ("/everything/", lambda page: "John Example and Another Writer" in told(page, "meta")),
    "a writer with a page": ("/footnotes/", lambda page: any(a.get("rel") == "author" for a in page.all("a"))),
    "corrections": ("/everything/", lambda page: len(parts(page, "is-correction")) == 2),
    "changes": ("/everything/", lambda page: "Placeholder change." in told(page, "record-dated")),
    "an overdue review": ("/everything/", overdue),
    "a review that is not due": ("/placed-boxes/", lambda page: not overdue(page)),
    "no word for the reader to look up": ("/bare/", lambda page: "words" not in page.ids),
    "no question": ("/bare/", lambda page: not parts(page, "toc")),
    "an introduction": ("/everything/", lambda page: "intro" in page.ids),
    "key facts placed in an answer": ("/placed-boxes/", lambda page: inside(page, "qa", "dt")),
    "boxes of another page": (
        "/placed-boxes/",
        lambda page: parts(page, "facts-origin") and parts(page, "timeline-origin"),
    ),
    "notes above and below a box": ("/placed-boxes/", lambda page: len(inside(page, "qa", "ol")) >= 6),
    "an embed with a poster and a caption": (
        "/placed-boxes/",
        lambda page: inside(page, "external-frame", "img") and inside(page, "external", "sup"),
    ),
    "an embed with neither": ("/placed-boxes/", lambda page: len(parts(page, "external-frame")) == 3),
    "a table": ("/everything/", lambda page: inside(page, "prose", "table")),
    "code": ("/everything/", lambda page: inside(page, "prose", "pre") and inside(page, "prose", "code")),
    "footnotes": ("/everything/", lambda page: numbered(page, "f")),
    "footnotes told apart": (
        "/footnotes/",
        lambda page: [words_of(sign) for sign in parts(page, "notes-sign")] == ["*", "†", "‡", "§", "¶", "**", "††"],
    ),
    "a footnote of two answers": ("/footnotes/", lambda page: {"fr3", "fr3-2"} <= set(page.ids)),
    "images": ("/everything/", lambda page: len(inside(page, "prose", "img")) == 2 and inside(page, "prose", "figure")),
    "nested lists": ("/everything/", lambda page: list(nested(page))),
    "a block quotation with its speaker": ("/everything/", lambda page: inside(page, "prose", "footer")),
    "an aside": ("/everything/", lambda page: parts(page, "prose-note")),
    "a page of full length": (
        "/full-length/",
        lambda page: (
            len(parts(page, "qa")) == 10
            and len(numbered(page, "c")) == 30
            and len(inside(page, "timeline", "h3")) == 40
        ),
    ),
    "a source from right to left": (
        "/sources/minaa/",
        lambda page: any(h1.get("lang") == "ar" and h1.get("dir") == "auto" for h1 in page.all("h1")),
    ),
    "a source that is only linked to": ("/sources/minutes/", lambda page: not parts(page, "source-row")),
    "a source of which only passages are shown": ("/sources/ferry/", lambda page: len(parts(page, "source-row")) == 2),
    "a source with nothing known of it": (
        "/sources/unnamed-capture/",
        lambda page: "not captured" in told(page, "meta"),
    ),
    "a source with an address": ("/sources/harbour/", lambda page: "Read the original" in told(page, "meta")),
    "a source that spells a name its own way": (
        "/sources/harbour/",
        lambda page: "we write" in told(page, "source-notice"),
    ),
    "a note of the desk": ("/sources/harbour/", lambda page: "desk-h" in page.ids),
    "a quoted headline": ("/sources/inquiry/", lambda page: any(list(h1.iter("mark")) for h1 in page.all("h1"))),
    "a word with a longer entry": ("/glossary/pier/", lambda page: parts(page, "qa")),
    "a word that no page mentions": ("/glossary/unmentioned/", lambda page: not parts(page, "passages")),
    "a word too long for its column": ("/glossary/long/", lambda page: longest_word(words_of(page.all("h1")[0])) > 50),
    "more explainers than the home page announces": (
        "/",
        lambda page: len(inside(page, "home-more", "h3")) == 6 and inside(page, "record-list", "li"),
    ),
    "a topic without a text": ("/topics/inquiries/", lambda page: not parts(page, "standfirst")),
    "dates without a year": ("/timeline/", lambda page: "yearlier" in page.ids),
}


@pytest.mark.parametrize("state", STATES)
def test_the_states_site_shows(states: Published, state: str) -> None:
    address, shows = STATES[state]
    assert shows(states.page(address)), f"{address} no longer shows {state}"


FIRST_DAY: dict[str, tuple[str, Shows]] = {
    "an empty glossary": ("/glossary/", lambda page: "No words yet." in words_of(page.root)),
    "no dates": ("/timeline/", lambda page: "No dates yet." in words_of(page.root)),
    "no corrections": ("/corrections/", lambda page: "No corrections so far." in words_of(page.root)),
    "a single explainer on the home page": (
        "/",
        lambda page: parts(page, "home-lead") and not parts(page, "home-more"),
    ),
    "a home page without facts, dates and words": (
        "/",
        lambda page: not (parts(page, "timeline-across") or parts(page, "timeline") or parts(page, "words")),
    ),
    "no explainer to read next": ("/quay/", lambda page: not parts(page, "next")),
    "no topic": ("/quay/", lambda page: told(page, "kicker") == "Explained"),
}


@pytest.mark.parametrize("state", FIRST_DAY)
def test_a_site_on_its_first_day_shows(first_day: Published, state: str) -> None:
    address, shows = FIRST_DAY[state]
    assert shows(first_day.page(address)), f"{address} does not show {state}"


def test_a_draft_is_not_published(states: Published) -> None:
    assert "draft/index.html" not in states.files
