"""Every kind of page in a real browser, at the widths readers have."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.visit import Visit
from tests.sites.published import Published

PAGES = {
    "home": "/",
    "explainer": "/trade-talks/",
    "page": "/how-we-work/",
    "glossary": "/glossary/",
    "term": "/glossary/pax-silica/",
    "sources": "/sources/",
    "source": "/sources/gor-meeting/",
    "timeline": "/timeline/",
    "topic": "/topics/trade/",
    "corrections": "/corrections/",
    "404": "/nothing-here/at/all/",
}
WIDTHS = (1280, 375, 320)


def overhang(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    width: int = page.evaluate(
        """Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)
           - document.documentElement.clientWidth"""
    )
    return width


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_quiet_and_never_wider_than_the_window(visit: Visit, kind: str) -> None:
    page = visit.open(PAGES[kind])
    assert page.locator("h1").count() == 1
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert overhang(page) <= 0, f"{kind} at {width} px"


def test_no_page_in_any_state_is_wider_than_the_window(
    context: BrowserContext, states: Published, states_url: str
) -> None:
    visit = Visit(context.new_page(), states_url)
    for shown in states.pages:
        leads_away = shown.name == "404.html" or 'http-equiv="refresh"' in shown.html  # to its base_url, to the page
        if not leads_away:
            page = visit.open(shown.name.removesuffix("index.html"))
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                assert overhang(page) <= 0, f"{shown.name} at {width} px"
    assert visit.complaints == []


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_dressed(visit: Visit, kind: str) -> None:
    page = visit.open(PAGES[kind])
    families = page.evaluate("[...document.fonts].filter(face => face.status == 'loaded').map(face => face.family)")
    assert {name.strip("\"'") for name in families} >= {"Newsreader", "Newsreader Display", "Public Sans"}
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(252, 250, 245)"


def test_the_page_for_lost_readers_leads_home(visit: Visit) -> None:
    page = visit.open(PAGES["404"])
    page.get_by_role("link", name="explainers", exact=True).click()
    page.wait_for_url(visit.url)


def test_the_dark_scheme_has_colours_of_its_own(browser: Browser, url: str) -> None:
    seen = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
        page = context.new_page()
        page.goto(f"{url}sources/gor-meeting/")
        seen[scheme] = page.evaluate(
            """['body', 'h1', 'mark', 'main a'].map(query => {
                 const style = getComputedStyle(document.querySelector(query));
                 return [style.color, style.backgroundColor];
               })"""
        )
        context.close()
    for light, dark in zip(seen["light"], seen["dark"], strict=True):
        assert light != dark


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_can_be_read_without_javascript(scriptless: Page, url: str, kind: str) -> None:
    scriptless.goto(url + PAGES[kind].lstrip("/"))
    assert scriptless.locator("h1").is_visible()
    shown = "main :is(p, li, h2):not(details *)"  # readers open details themselves
    hidden = scriptless.locator(f"{shown}:not(:visible)")
    told = {text.strip() for text in hidden.all_text_contents()}
    assert told <= {"Evidence", "Used in"}, "what stands in a page must be seen without script"
