"""A site made of hostile text is loaded and used in Chromium: nothing of it runs, and all of it shows as text."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.visit import Visit
from tests.hostile.newsroom import CHUNKS, SHOWN, Refused
from tests.hostile.refused import publish_the_rest, refused
from tests.hostile.shown import ELEMENTS, even, shown
from tests.sites.published import Page, Published
from tests.sites.server import served

LOOK = """() => ({
  elements: [...new Set([...document.querySelectorAll('*')].map(each => each.localName))],
  attributes: [...document.querySelectorAll('*')].flatMap(each => each.getAttributeNames())
    .filter(name => /^(on.*|style|srcdoc|autofocus|formaction|contenteditable)$/.test(name)),
  schemes: [...new Set([...document.links].map(each => each.protocol))],
  scripts: [...document.scripts].map(each => each.type || new URL(each.src).host),
  sheets: [...document.styleSheets].length,
  text: document.title + '\\n' + document.body.textContent,
})"""
HOOK = """
window.pwned = () => console.error('pwned');
for (const name of ['alert', 'confirm', 'prompt', 'open', 'print']) window[name] = window.pwned;
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return publish_the_rest(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def seen(built: Published, browser: Browser) -> dict[str, str]:
    """The text of every page as Chromium shows it, after it was loaded and used."""
    texts: dict[str, str] = {}
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    with served(built.folder) as url:
        visit = Visit(context.new_page(), url)
        visit.page.add_init_script(HOOK)
        visit.page.on("dialog", lambda dialog: visit.complaints.append(f"dialog: {dialog.message}"))
        for page in built.pages:
            if 'http-equiv="refresh"' not in page.html and not re.match("(page|embed/term/chunk)-[1-9]", page.name):
                look(visit, page, texts)
    context.close()
    return texts


def look(visit: Visit, page: Page, texts: dict[str, str]) -> None:
    tab = visit.open(page.name.removesuffix("index.html"))
    for sought in (".noteref", ".term", "summary"):
        if page.name.startswith("chunk-") and tab.locator(sought).count():
            tab.locator(sought).first.click()  # a card shows a copy of what is on the page
    found: dict[str, Any] = tab.evaluate(LOOK)
    assert visit.complaints == [], page.name
    assert set(found["elements"]) <= ELEMENTS, page.name
    assert found["attributes"] == [], page.name
    assert set(found["schemes"]) <= {"http:", "https:", "mailto:", "tel:"}, page.name
    assert set(found["scripts"]) <= {"application/ld+json", "speculationrules", tab.evaluate("location.host")}, (
        page.name
    )
    assert found["sheets"] == (2 if tab.locator(".external").count() else 1), page.name
    texts[page.name] = even(found["text"])


def test_nothing_runs_and_every_vector_shows_as_text(seen: dict[str, str]) -> None:
    missing, kept = [], refused()
    for number, chunk in enumerate(CHUNKS):
        page, entry, origin = (
            seen[f"{at}{number}/index.html"] for at in ("chunk-", "glossary/chunk-", "sources/chunk-")
        )
        joined = even(" · ".join(chunk))
        places = {"explainer": page, "entry": entry, "source": origin}
        missing += [f"title of {name}" for name, text in places.items() if joined not in text]
        for vector in chunk:
            missing += [] if f"The minister said {' '.join(vector.split())}" in origin else [f"seed: {vector}"]
            missing += [f"{where}: {vector}" for where, text in expected(vector, kept) if even(text) not in page]
    assert missing == []


def expected(vector: str, kept: Refused) -> Iterator[tuple[str, str]]:
    """The texts that the explainer must show for a vector that it holds."""
    yield "author", vector
    for context in SHOWN:
        if vector not in kept.get(context, ()) and "[[" not in vector:
            yield context, shown(f"Said {vector}", in_link=context == "link text")
    for context in ("fence", "code"):
        yield context, vector.strip() if context == "code" else vector
