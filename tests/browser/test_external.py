"""A chart of another site: nothing of it is loaded before a reader presses its button, and then only in a sandbox."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from tests.browser import installed
from tests.browser.showcase import Showcase
from tests.browser.test_axe import violations
from tests.browser.visit import Visit

ADDRESS = "/placed-boxes/"
THEIRS = re.compile(r"https://(charts\.example\.com|video\.example\.org)/")
CHART = "https://charts.example.com/bars/?dark=auto&lang=en"
_FRAME = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A chart</title><h1>Six bars</h1>
<button onclick="this.textContent = 'They are high'">How high?</button></html>"""
_INTRUDE = """
addEventListener('securitypolicyviolation', event => window.refused = event.blockedURI);
const frame = document.createElement('iframe');
frame.src = 'https://evil.example.net/';
document.body.append(frame);
"""
_SHIFTS = """new PerformanceObserver(list => list.getEntries().forEach(entry => shifts.push(entry.value)))
  .observe({type: 'layout-shift'})"""


@pytest.fixture
def asked(context: BrowserContext) -> list[Request]:
    """What browsers ask of the other sites, which answer with a small page."""
    requests: list[Request] = []

    def answer(route: Route) -> None:
        requests.append(route.request)
        route.fulfill(body=_FRAME, content_type="text/html")

    context.route(THEIRS, answer)
    return requests


@pytest.fixture
def page(context: BrowserContext, asked: list[Request], shown_states: Showcase) -> Iterator[Page]:
    """The page with three embeds; nothing goes wrong on it but that other sites are asked, which tests look at."""
    visit = Visit(context.new_page(), shown_states.url)
    yield visit.open(ADDRESS)
    assert [said for said in visit.complaints if not said.startswith("request to another host")] == []
    assert len(visit.complaints) == len(asked)


def press(page: Page, number: int = 0) -> None:
    """Loads an embed as somebody does who has no mouse."""
    button = page.locator(".external").nth(number).get_by_role("button")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.frame_locator("iframe").last.get_by_role("heading")).to_have_text("Six bars")


def test_nothing_is_loaded_before_the_button_is_pressed(page: Page, asked: list[Request]) -> None:
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    page.locator(".external-title a").first.hover()
    page.get_by_role("button", name="Load: ").first.focus()
    page.wait_for_timeout(500)
    assert asked == []
    expect(page.locator("iframe")).to_have_count(0)
    press(page)
    assert [(each.url, each.headers.get("referer")) for each in asked] == [(CHART, None)]
    press(page, 1)
    assert len(asked) == 2


def test_the_keyboard_goes_into_the_frame_and_on(page: Page) -> None:
    press(page)
    assert page.evaluate("document.activeElement.title") == "Placeholder chart of six bars"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    inside = page.frame_locator("iframe").get_by_role("button")
    expect(inside).to_have_text("They are high")


def test_the_frame_is_in_a_sandbox(page: Page) -> None:
    press(page)
    frame = page.locator("iframe")
    expect(frame).to_have_attribute("sandbox", "allow-scripts allow-same-origin allow-popups")
    expect(frame).to_have_attribute("referrerpolicy", "no-referrer")
    expect(frame).to_have_attribute("allow", "fullscreen")


def test_no_other_host_gets_into_a_frame(context: BrowserContext, shown_states: Showcase) -> None:
    page = context.new_page()
    page.goto(shown_states.url + ADDRESS.lstrip("/"))
    page.on("request", lambda request: pytest.fail(f"{request.url} was asked for"))
    page.evaluate(_INTRUDE)
    page.wait_for_timeout(300)
    assert page.evaluate("window.refused").startswith("https://evil.example.net")


@pytest.mark.parametrize("width", [1280, 375])
def test_nothing_moves_when_the_frame_comes(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.locator(".external").first.scroll_into_view_if_needed()
    page.evaluate(f"window.shifts = []; {_SHIFTS}")
    before = page.locator(".external").first.bounding_box()
    below = page.locator(".external").nth(1).bounding_box()
    press(page)
    assert page.locator(".external").first.bounding_box() == before
    assert page.locator(".external").nth(1).bounding_box() == below
    box = page.locator("iframe").bounding_box()
    assert box
    assert before
    assert (box["height"], box["width"]) == (360, before["width"])
    low = page.locator(".external").last  # its button is higher than its frame
    low.get_by_role("button").focus()
    as_it_was = low.bounding_box()
    press(page, 2)
    assert low.bounding_box() == as_it_was
    assert page.evaluate("shifts") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 375])
def test_it_is_accessible_before_and_after(
    context: BrowserContext, request: pytest.FixtureRequest, scheme: str, width: int
) -> None:
    context.add_init_script(installed.axe())
    page: Page = request.getfixturevalue("page")
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    assert violations(page) == []
    press(page)
    press(page, 1)
    assert violations(page) == []


def test_without_script_there_is_a_link_and_no_button(browser_without_script: Page) -> None:
    page = browser_without_script
    expect(page.get_by_role("button", name="Load: ")).to_have_count(0)
    expect(page.locator(".external-title a").first).to_have_attribute("href", CHART)
    expect(page.locator(".external-frame").first).to_be_visible()  # the poster
    expect(page.locator(".external-frame").nth(1)).to_be_hidden()


@pytest.fixture
def browser_without_script(browser: Browser, shown_states: Showcase) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(shown_states.url + ADDRESS.lstrip("/"))
    yield page
    context.close()


def test_on_paper_stands_the_address_and_no_button(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Load: ")).to_have_count(0)
    printed = page.evaluate("getComputedStyle(document.querySelector('.external-title a'), '::after').content")
    assert CHART in printed
