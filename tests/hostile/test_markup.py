"""Markup injection: a site made of hostile text is built, loaded and used in Chromium, and nothing of it runs.

What the build refuses is written down in refused.txt: the context, the rule, and which vectors. ``pytest --renew``
writes it anew. Everything else must show as the text that it is.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from nutgraf.checks import check
from nutgraf.parse.documents import parse
from nutgraf.problems import Problem, Severity, with_levels
from nutgraf.resolve.resolve import resolve
from nutgraf.rules import FIXED
from tests.browser.visit import Visit
from tests.fuzz.invariants import are_sound
from tests.hostile.newsroom import CHUNKS, SHOWN, Refused, Sheet, newsroom, pictures
from tests.hostile.shown import ELEMENTS, even, shown
from tests.hostile.vectors import ALL, VECTORS
from tests.resolve.desk import files_of
from tests.sites.project import copy_site
from tests.sites.published import Page, Published, publish_site
from tests.sites.server import served

REFUSED = Path(__file__).parent / "refused.txt"
ALL_BUT = ", all but"
TURNS = 3  # refusing one vector may show what is wrong with the next
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


def errors_of(sheets: tuple[Sheet, ...]) -> list[Problem]:
    """What stops the build."""
    documents, problems = parse(files_of({**{sheet.path: sheet.text for sheet in sheets}, **pictures()}))
    assert documents.settings
    site = resolve(documents, documents.settings, with_drafts=False)
    found = with_levels((*problems, *check(site)), documents.settings.checks, FIXED, strict=False)
    return [problem for problem in found if problem.severity is Severity.ERROR and problem.rule != "missing-asset"]


def test_there_are_at_least_a_hundred_vectors_and_none_twice() -> None:
    assert len(ALL) == len(set(ALL)) >= 100


def test_what_is_refused_is_written_down(renews: bool) -> None:
    found: Refused = {}
    rules: dict[str, set[str]] = {}
    for _ in range(TURNS):
        sheets = newsroom(found)
        written = {(sheet.path, line): there for sheet in sheets for line, there in sheet.written.items()}
        for error in errors_of(sheets):
            if there := written.get((error.place.path, error.place.line)):
                found.setdefault(there[0], set()).add(there[1])
                rules.setdefault(there[0], set()).add(error.rule)
    lines = []
    for context, vectors in sorted(found.items()):
        most = len(vectors) > len(VECTORS) / 2
        lines.append(f"# {context}: {', '.join(sorted(rules[context]))}{ALL_BUT if most else ''}")
        lines += [ascii(vector)[1:-1] for vector in VECTORS if (vector in vectors) != most]
    if renews:
        REFUSED.write_text("\n".join(lines) + "\n", "utf-8")
    assert "\n".join(lines) + "\n" == REFUSED.read_text("utf-8")
    assert errors_of(newsroom(refused())) == []


def refused() -> Refused:
    """What is written down."""
    vectors = {ascii(vector)[1:-1]: vector for vector in VECTORS}
    found: Refused = {}
    for part in re.split("^# ", REFUSED.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        head, *lines = part.splitlines()
        listed = {vectors[line] for line in lines}
        found[head.partition(":")[0]] = set(VECTORS) - listed if head.endswith(ALL_BUT) else listed
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The site that is left when the build has refused what it refuses."""
    project = copy_site("first-day", tmp_path_factory.mktemp("hostile") / "project")
    for old in (*project.glob("content/**/*.md"), *project.glob("seeds/*")):
        old.unlink()
    for path, text in {**{sheet.path: sheet.text for sheet in newsroom(refused())}, **pictures()}.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, "utf-8")
    return publish_site(project, project / "build")


def test_every_page_is_sound_html_without_a_handler_a_frame_or_a_link_that_runs(built: Published) -> None:
    for page in are_sound(built.files, "https://news.example/").values():
        assert {str(element.tag) for element in page.elements} <= ELEMENTS, page.name


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
    assert found["sheets"] == 1, page.name
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
