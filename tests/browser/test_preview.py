"""The preview in a browser: what is saved is on the screen, where the editor was looking."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Error, Locator, Page, expect

from nutgraf.pipeline import build
from tests.browser import installed
from tests.browser.visit import Visit
from tests.preview.running import Running, running, until

Edit = Callable[[str, str, str], None]
PAGE = "sea-wall/"
FILE = "content/explainers/sea-wall.md"
MISQUOTE = (FILE, "quote: ", "quote: <img src=x onerror=alert(1)> ")
CONNECTED = "window.LiveReload?.connector?.protocol == 7"
PATIENCE = 60_000  # milliseconds, on a machine with much else to do


@pytest.fixture
def preview(project: Path) -> Iterator[Running]:
    with running(project, build) as preview:
        preview.waits_for_builds(1)
        yield preview


@pytest.fixture
def open_page(context: BrowserContext, preview: Running) -> Iterator[Callable[[str], Page]]:
    """Opens a page of the preview and waits until it is connected; nothing may go wrong in it."""
    context.set_default_timeout(PATIENCE)
    visit = Visit(context.new_page(), preview.preview.url)

    def open_page(address: str = PAGE) -> Page:
        page = visit.open(address)
        holds(page, CONNECTED)
        return page

    yield open_page
    assert visit.complaints == []


def holds(page: Page, expression: str) -> None:
    """Waits until it does. Playwright’s own way of waiting evaluates text in the page, which its policy forbids."""

    def evaluate() -> bool:
        try:
            return bool(page.evaluate(expression))
        except Error:  # the page was left in this moment
            return False

    until(evaluate, expression)


def mark(page: Page) -> None:
    """Marks the page, to see whether it is loaded anew."""
    page.evaluate("window.isTheSame = true")


def is_the_same(page: Page) -> bool:
    return bool(page.evaluate("window.isTheSame === true"))


def overlay(page: Page) -> Locator:
    return page.locator("nutgraf-preview section")


def headline(page: Page, words: str) -> None:
    expect(page.locator("h1")).to_contain_text(words, timeout=PATIENCE)


def test_a_save_is_on_the_screen(open_page: Callable[..., Page], edit: Edit) -> None:
    page = open_page()
    for words in ("Once ", "Twice ", "Thrice "):  # within three seconds: livereload would drop the second
        edit(FILE, "title: ", f"title: {words}")
        headline(page, words)


def test_a_stylesheet_is_swapped_in_the_page(open_page: Callable[..., Page], preview: Running) -> None:
    page = open_page()
    mark(page)
    for width in (7, 8):
        preview.write("assets/css/components/wide.css", f"h1 {{ letter-spacing: {width}px }}")
        holds(page, f"getComputedStyle(document.querySelector('h1')).letterSpacing == '{width}px'")
    assert is_the_same(page)
    holds(page, "document.querySelectorAll('link[rel=stylesheet]').length == 1")


FOLDS = """
<details id="first"><summary>First</summary>One</details>
<details><summary>Second</summary>Two</details>
<details open><summary>Third</summary>Three</details>
"""


def test_the_place_and_what_was_unfolded_survive_a_reload(
    open_page: Callable[..., Page], edit: Edit, preview: Running
) -> None:
    edit("templates/pages/explainer.html", "{% block main %}", "{% block main %}" + FOLDS)
    preview.waits_for_builds(2)
    page = open_page()
    page.set_viewport_size({"width": 1280, "height": 400})
    page.locator("summary", has_text="Second").click()
    page.locator("summary", has_text="Third").click()
    page.evaluate("scrollTo(0, 700)")
    mark(page)
    edit(FILE, "title: ", "title: Newly ")
    headline(page, "Newly")
    holds(page, "document.readyState == 'complete' && scrollY == 700")
    assert not is_the_same(page)
    folds = page.evaluate("[...document.querySelectorAll('details')].slice(0, 3).map(box => box.open)")
    assert folds == [False, True, False]


def test_problems_come_and_go_without_a_reload(open_page: Callable[..., Page], edit: Edit) -> None:
    page = open_page()
    before = page.locator("h1").inner_text()
    mark(page)
    expect(overlay(page)).to_have_count(0)
    edit(*MISQUOTE)
    expect(overlay(page)).to_contain_text("error[quote-not-found]", timeout=PATIENCE)
    expect(overlay(page)).to_contain_text("quote: <img src=x onerror=alert(1)>")
    assert overlay(page).locator("img").count() == 0
    assert page.locator("h1").inner_text() == before
    edit(FILE, "<img src=x onerror=alert(1)> ", "")
    expect(overlay(page)).to_have_count(0, timeout=PATIENCE)
    assert is_the_same(page)
    assert page.locator("nutgraf-preview [role=status]").inner_text() == "All problems are fixed."


def test_the_overlay_is_reached_by_keyboard_and_stays_folded(open_page: Callable[..., Page], edit: Edit) -> None:
    page = open_page()
    edit(*MISQUOTE)
    box = overlay(page).locator("details")
    expect(box).to_have_attribute("open", "", timeout=PATIENCE)
    overlay(page).locator("summary").evaluate("element => element.blur()")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Shift+Tab")  # it is the last on the page
    page.keyboard.press("Shift+Tab")
    focused = "document.querySelector('nutgraf-preview').shadowRoot.activeElement?.localName"
    assert page.evaluate(focused) == "summary"
    page.keyboard.press("Enter")
    expect(box).not_to_have_attribute("open", "")
    page.reload()
    expect(box).not_to_have_attribute("open", "")


def test_a_page_that_is_lost_has_the_overlay_and_comes_when_it_is_written(
    open_page: Callable[..., Page], edit: Edit, preview: Running
) -> None:
    page = open_page("nothing-here/")
    edit(*MISQUOTE)
    expect(overlay(page)).to_contain_text("quote-not-found", timeout=PATIENCE)
    edit(FILE, "<img src=x onerror=alert(1)> ", "")
    preview.write("content/pages/nothing-here.md", "---\ntitle: Here after all\n---\nWords.\n")
    headline(page, "Here after all")


def test_the_overlay_is_accessible_hides_no_line_of_the_page_and_is_on_no_paper(
    context: BrowserContext, open_page: Callable[..., Page], edit: Edit
) -> None:
    context.add_init_script(installed.axe())
    page = open_page()
    edit(*MISQUOTE)
    expect(overlay(page)).to_be_visible(timeout=PATIENCE)
    assert page.evaluate("axe.run({resultTypes: ['violations'], preload: false}).then(found => found.violations)") == []
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    foot, top = (element.bounding_box() for element in (page.locator(".colophon"), overlay(page)))
    assert foot
    assert top
    assert foot["y"] + foot["height"] <= top["y"] + 1
    page.emulate_media(media="print")
    expect(overlay(page)).to_be_hidden()


def test_a_page_that_was_loaded_before_the_server_started_again_catches_up(
    context: BrowserContext, project: Path, edit: Edit
) -> None:
    page = context.new_page()
    with running(project, build) as preview:
        preview.waits_for_builds(1)
        page.goto(f"{preview.preview.url}{PAGE}")
        holds(page, CONNECTED)
    edit(FILE, "title: ", "title: Meanwhile ")
    with running(project, build, port=preview.port):
        headline(page, "Meanwhile")
