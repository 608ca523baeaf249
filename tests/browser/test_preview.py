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


# The page without what the preview has added: behind its end, and the script for its connection.
PAGE_ITSELF = """(() => {
  const page = document.documentElement.cloneNode(true), own = page.querySelector('nutgraf-preview');
  while (own.nextSibling) own.nextSibling.remove();
  own.remove();
  page.querySelector('script[src^="/-/livereload.js"]').remove();
  return page.outerHTML;
})()"""


def version(page: Page) -> str:
    """That of the page that is shown, by its own account."""
    return str(page.evaluate("document.querySelector('script[data-page]').dataset.page"))


def becomes_another(page: Page, before: str) -> None:
    holds(page, f"document.querySelector('script[data-page]').dataset.page != '{before}' && {CONNECTED}")


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


EDITS = {
    "words": (FILE, "One reader does.", "Two readers do, *so far*."),
    "a paragraph": (FILE, "One reader does.", "Somebody always does.\n\nOne reader does."),
    "a section": (FILE, "## Who objects?", "## Who pays?\n\nThe town.\n\n## Who objects?"),
    "a section less": (FILE, "## Who objects?", "And"),
    "a fact": (FILE, "  - label: Height", "  - label: Length\n    value: long\n    source: letter\n  - label: Height"),
    "an event": (FILE, "  - date: 2025-03-01\n", "  - date: 2025-01\n    title: A walk\n  - date: 2025-03-01\n"),
    "a note": (FILE, "One reader does.", "One reader does [@letter]."),
    "a note less": (FILE, " [@letter]\n\nSee", "\n\nSee"),
    "the title": (FILE, "title: ", "title: Newly "),
    "a correction": (FILE, "corrections: [", "corrections: [{date: 2025-03-06, text: It is a wall.}, "),
    "a card": ("content/glossary/notice-of-works.md", "definition: ", "definition: In short, "),
    "a template": ("templates/pages/explainer.html", "{% block main %}", "{% block main %}<p class='x'>Before all</p>"),
}


@pytest.mark.parametrize("what", EDITS)
def test_a_page_that_was_changed_in_place_is_the_one_that_is_loaded(
    what: str, open_page: Callable[..., Page], edit: Edit
) -> None:
    page = open_page()
    mark(page)
    before, old = page.evaluate(PAGE_ITSELF), version(page)
    edit(*EDITS[what])
    becomes_another(page, old)
    changed = page.evaluate(PAGE_ITSELF)
    assert is_the_same(page)
    page.reload()
    holds(page, f"document.readyState == 'complete' && {CONNECTED}")
    assert changed == page.evaluate(PAGE_ITSELF)
    assert changed != before


LOADED = {
    "what site.js sets up": (FILE, "review_by: 2025-09-01", "review_by: 2025-09-02"),
    "the language": ("templates/base.html", '<html lang="{{ view.frame.language }}"', '<html lang="cy"'),
    "the policy": ("templates/base.html", "form-action 'none'", "form-action 'self'"),
    "a script": ("templates/base.html", "defer></script>", "async></script>"),
    "a stylesheet": ("templates/base.html", '<link rel="stylesheet"', '<link media="all" rel="stylesheet"'),
    "the script itself": ("assets/js/site.js", "// Cards", "// These cards"),
}


@pytest.mark.parametrize("what", LOADED)
def test_what_has_its_effect_when_it_is_loaded_is_loaded(what: str, open_page: Callable[..., Page], edit: Edit) -> None:
    page = open_page()
    mark(page)
    edit(*LOADED[what])
    holds(page, f"window.isTheSame !== true && document.readyState == 'complete' && {CONNECTED}")


FOLDS = """
<details id="first"><summary>First</summary>One</details>
<details><summary>Second</summary>Two</details>
<details open><summary>Third</summary>Three</details>
"""


@pytest.fixture
def reading(open_page: Callable[..., Page], edit: Edit, preview: Running) -> Page:
    """A page in which somebody has got somewhere."""
    edit("templates/pages/explainer.html", "{% block main %}", "{% block main %}" + FOLDS)
    preview.waits_for_builds(2)
    page = open_page()
    page.set_viewport_size({"width": 1280, "height": 400})
    page.locator("summary", has_text="Second").click()
    page.locator("summary", has_text="Third").click()
    page.evaluate("scrollTo(0, 700)")
    mark(page)
    return page


def unfolded(page: Page) -> object:
    return page.evaluate("[...document.querySelectorAll('details')].slice(0, 3).map(box => box.open)")


def test_the_place_and_what_was_unfolded_survive_a_reload(reading: Page, edit: Edit) -> None:
    edit("assets/js/site.js", "// Cards", "// These cards")
    holds(reading, "window.isTheSame !== true && document.readyState == 'complete' && scrollY == 700")
    assert unfolded(reading) == [False, True, False]


def test_what_the_reader_did_survives_a_change_in_place(reading: Page, edit: Edit) -> None:
    reading.evaluate("""(() => {
      const place = [...document.querySelectorAll('p')].find(each => each.textContent == 'One reader does.');
      place.scrollIntoView();
      document.querySelector('main a[data-card]').focus({ preventScroll: true });
      getSelection().setBaseAndExtent(place.firstChild, 4, place.firstChild, 10);
    })()""")
    focused = reading.evaluate("document.activeElement.outerHTML")
    old = version(reading)
    edit(FILE, "One reader does.", "Somebody always does.\n\nOne reader does.")
    becomes_another(reading, old)
    assert is_the_same(reading)
    assert unfolded(reading) == [False, True, False]
    assert reading.evaluate("getSelection().toString()") == "reader"
    assert reading.evaluate("document.activeElement.outerHTML") == focused
    top = "getSelection().getRangeAt(0).getBoundingClientRect().top"
    assert 0 <= reading.evaluate(top) < 400, "it is where it was on the screen"


def test_the_scripts_of_a_page_know_what_has_come(open_page: Callable[..., Page], edit: Edit) -> None:
    page = open_page()
    mark(page)
    old = version(page)
    edit(FILE, "One reader does.", "One reader does [@letter].")
    becomes_another(page, old)
    link = page.locator("p", has_text="One reader does").locator("a[data-card]")
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".card:popover-open, .is-shown")).to_have_count(1, timeout=PATIENCE)
    assert page.locator(".card").count() == 1
    assert is_the_same(page)


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
