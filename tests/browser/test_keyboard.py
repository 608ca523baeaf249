"""Every page walked through with the Tab key."""

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.showcase import Showcase, Template, on_every_framed_template, on_every_template
from tests.browser.visit import Visit

NOON = dt.datetime(2026, 11, 23, 12)

# What Tab must reach, in the order of the markup; a numbered mark on each tells them apart.
_NUMBER = """() => {
  const stops = 'a[href], button, summary, input, select, textarea, iframe, [tabindex]';
  return [...document.querySelectorAll(stops)]
    .filter(one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({visibilityProperty: true}))
    .map((one, number) => { one.dataset.stop = number; return one.outerHTML.slice(0, 120); });
}"""
# Where the focus is: its mark, its frame, and whether the reader sees it there.
_FOCUS = """() => {
  const one = document.activeElement, {outlineStyle, outlineWidth} = getComputedStyle(one);
  if (one == document.body) return null;
  const box = [...one.getClientRects()].find(part => part.width);
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {
    stop: Number(one.dataset.stop ?? -1),
    told: one.outerHTML.slice(0, 120),
    framed: outlineStyle != 'none' && parseFloat(outlineWidth) >= 2,
    seen: !!top && (one.contains(top) || top.contains(one)) && top != document.documentElement,
    scrolls: one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight,
  };
}"""
# The upper and lower edge of each one’s first line.
_LINES = """() => [...document.querySelectorAll('[data-stop]')].map(one => {
  const box = [...one.getClientRects()].find(part => part.width);
  return [box.top, box.bottom];
})"""


@dataclass(frozen=True)
class Stop:
    """A place where the focus rested."""

    stop: int  # its number in the markup; -1 for a box that Tab reaches because it scrolls
    told: str  # the beginning of its markup
    framed: bool  # whether it has the focus ring
    seen: bool  # whether it is in view and nothing lies over it
    scrolls: bool


def open_still(page: Page, url: str, address: str) -> Visit:
    """The page with its clock stopped: a card opens when a test lets time pass, not before."""
    visit = Visit(page, url)
    page.clock.install(time=NOON)
    visit.open(address)
    page.clock.pause_at(NOON + dt.timedelta(hours=1))
    return visit


def walk(page: Page, *, pause: int = 0) -> tuple[list[str], list[Stop]]:
    """What Tab should reach, and every stop until the focus leaves the page; ``pause`` milliseconds at each."""
    expected: list[str] = page.evaluate(_NUMBER)
    stops: list[Stop] = []
    for _ in range(2 * len(expected) + 10):
        page.keyboard.press("Tab")
        if pause:
            page.clock.run_for(pause)
        found: dict[str, Any] | None = page.evaluate(_FOCUS)
        if found is None:
            return expected, stops
        if stops and found["stop"] == stops[-1].stop >= 0:
            break
        stops.append(Stop(**found))
    pytest.fail(f"the focus is caught near {stops[-1].told}")


@on_every_template
def test_tab_reaches_everything_in_the_order_of_the_page_and_shows_where_it_is(
    context: BrowserContext, showcase: Showcase, template: Template
) -> None:
    visit = open_still(context.new_page(), showcase.url, showcase.fullest(template))
    expected, stops = walk(visit.page)
    assert [stop.told for stop in stops if stop.stop < 0 and not stop.scrolls] == []
    assert [stop.stop for stop in stops if stop.stop >= 0] == list(range(len(expected)))
    assert [stop.told for stop in stops if not stop.framed] == [], "no focus ring"
    assert [stop.told for stop in stops if not stop.seen] == [], "out of view or covered"
    assert visit.complaints == []


@on_every_template
def test_on_a_phone_what_comes_next_never_stands_higher_up(
    visit: Visit, showcase: Showcase, template: Template
) -> None:
    visit.url = showcase.url
    page = visit.open(showcase.fullest(template))
    page.set_viewport_size({"width": 375, "height": 800})
    told: list[str] = page.evaluate(_NUMBER)
    lines: list[list[float]] = page.evaluate(_LINES)
    climbs = [
        f"up from {told[number]} to {told[number + 1]}"
        for number, ((top, _), (_, bottom)) in enumerate(pairwise(lines))
        if bottom < top and number  # the skip link lies over the page
    ]
    assert climbs == []


def test_cards_that_open_on_the_way_neither_hide_the_focus_nor_catch_it(
    context: BrowserContext, shown_states: Showcase
) -> None:
    visit = open_still(context.new_page(), shown_states.url, "/everything/")
    visit.page.set_viewport_size({"width": 900, "height": 800})
    expected, stops = walk(visit.page, pause=300)
    assert [stop.stop for stop in stops if stop.stop >= 0] == list(range(len(expected)))
    assert [stop.told for stop in stops if not stop.seen] == []


@on_every_framed_template
def test_the_first_stop_skips_to_the_article(visit: Visit, shown_sample: Showcase, template: Template) -> None:
    page = visit.open(shown_sample.fullest(template))
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    expect(page.locator("a.skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('.skip, .masthead')"), "past the masthead"


def test_a_hidden_focus_a_strange_order_and_a_trap_would_be_seen(
    context: BrowserContext, shown_states: Showcase
) -> None:
    page = open_still(context.new_page(), shown_states.url, "/about/").page
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<a href>a</a><a href id=last>b</a>')"
    )
    page.evaluate("document.querySelector('#last').style = 'outline: 0; position: absolute; left: -99px'")
    page.evaluate("document.querySelector('#last').tabIndex = 1")
    _, stops = walk(page)
    assert "last" in stops[0].told
    assert stops[0].stop != 0
    assert (stops[0].framed, stops[0].seen) == (False, False)
    page.evaluate("() => { document.querySelector('#last').onkeydown = event => event.preventDefault() }")
    with pytest.raises(pytest.fail.Exception, match="the focus is caught near"):
        walk(page)
