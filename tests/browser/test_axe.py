"""Accessibility as axe-core sees it: no violation on any template, whatever the reader’s screen and colours."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser import installed
from tests.browser.showcase import TEMPLATES, Showcase, Template, on_every_template
from tests.browser.visit import Visit

# Rules of WCAG 2.2 that axe leaves off: links are big enough for a thumb, and their labels say what they show.
# What is in a frame belongs to another site.
_RUN = """async () => {
  const rules = Object.fromEntries(['target-size', 'label-content-name-mismatch'].map(id => [id, {enabled: true}]));
  const {violations} = await axe.run({rules, resultTypes: ['violations'], preload: false, iframes: false});
  return violations.flatMap(({id, nodes}) => nodes.map(node => `${id}: ${node.html}`));
}"""


def light(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(color_scheme="light", forced_colors="none")


def dark(page: Page) -> None:
    light(page)
    page.emulate_media(color_scheme="dark", forced_colors="none")


def phone(page: Page) -> None:
    light(page)
    page.set_viewport_size({"width": 375, "height": 800})


def forced_colours(page: Page) -> None:
    light(page)
    page.emulate_media(forced_colors="active")


MODES: tuple[Callable[[Page], None], ...] = (light, dark, phone, forced_colours)


@pytest.fixture
def tab(context: BrowserContext) -> Page:
    """A tab whose pages bring axe with them."""
    context.add_init_script(installed.axe())
    return context.new_page()


def violations(page: Page) -> list[str]:
    found: list[str] = page.evaluate(_RUN)
    return found


@on_every_template
def test_a_page_of_every_template_is_accessible_in_every_mode(
    tab: Page, showcase: Showcase, template: Template
) -> None:
    visit = Visit(tab, showcase.url)
    visit.open(showcase.fullest(template))
    for mode in MODES:
        mode(tab)
        assert violations(tab) == [], mode.__name__
    assert visit.complaints == []


@pytest.mark.parametrize("part", range(4))
def test_every_other_page_is_accessible(tab: Page, shown_states: Showcase, part: int) -> None:
    visit = Visit(tab, shown_states.url)
    checked = {shown_states.fullest(template) for template in TEMPLATES}
    for address in sorted(set(shown_states.addresses) - checked)[part::4]:
        visit.open(address)
        assert violations(tab) == [], address
    assert visit.complaints == []


@pytest.mark.parametrize("link", [".prose a.term", ".prose a.noteref"])
def test_an_open_card_is_accessible_in_every_mode(tab: Page, shown_states: Showcase, link: str) -> None:
    page = Visit(tab, shown_states.url).open("/everything/")
    for mode in MODES:
        mode(page)
        if mode is not phone:
            page.set_viewport_size({"width": 900, "height": 800})  # notes stand under the text, out of view
        page.mouse.move(0, 0)
        page.locator(link).first.hover()
        page.locator(".card:visible").wait_for()
        assert violations(page) == [], mode.__name__
        page.keyboard.press("Escape")


def test_axe_does_look(tab: Page, shown_states: Showcase) -> None:
    page = Visit(tab, shown_states.url).open("/")
    page.evaluate("document.documentElement.lang = ''; document.querySelector('h1').style.color = '#eee'")
    assert {found.partition(":")[0] for found in violations(page)} == {"html-has-lang", "color-contrast"}
