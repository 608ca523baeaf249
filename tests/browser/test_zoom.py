"""Pages at 400 % zoom, and with text at 200 %: no word is lost, nobody scrolls sideways (WCAG 1.4.4, 1.4.10)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.showcase import Showcase, Template, on_every_template
from tests.browser.visit import Visit

# Words that are cut: they reach out of their own box or of one around it that hides what does not fit, or they lie
# outside the window. What only screen readers are told and what scrolls by itself is left out.
_LOST = """() => {
  const wide = document.documentElement.scrollWidth - innerWidth;
  const lost = [...document.querySelectorAll('body *')].filter(one => {
    const text = [...one.childNodes].some(node => node.nodeType == 3 && node.data.trim());
    if (!text || !one.checkVisibility({visibilityProperty: true}) || one.matches('.skip')) return false;
    const range = document.createRange();
    range.selectNodeContents(one);
    const {left, right} = range.getBoundingClientRect();
    for (let box = one; box; box = box.parentElement) {
      const {overflowX} = getComputedStyle(box), frame = box.getBoundingClientRect();
      if (overflowX == 'auto' || overflowX == 'scroll') return false;
      if (overflowX != 'visible' && frame.width > 1 && (left < frame.left - 1 || right > frame.right + 1)) return true;
    }
    return left < -1 || right > innerWidth + 1;
  });
  return [...(wide > 0 ? [`${wide} px wider than the window`] : []), ...lost.map(one => one.outerHTML.slice(0, 160))];
}"""


def at_400_percent(page: Page) -> None:
    """A window of 1280 × 1024 at 400 %."""
    page.set_viewport_size({"width": 320, "height": 256})


def with_text_at_200_percent(page: Page) -> None:
    """A browser whose readers have asked for letters of twice the size; the window stays."""
    page.set_viewport_size({"width": 1280, "height": 1024})
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})


def with_text_at_200_percent_on_a_phone(page: Page) -> None:
    with_text_at_200_percent(page)
    page.set_viewport_size({"width": 375, "height": 800})


@pytest.mark.parametrize(
    "enlarge",
    [at_400_percent, with_text_at_200_percent, with_text_at_200_percent_on_a_phone],
    ids=lambda how: how.__name__,
)
@on_every_template
def test_an_enlarged_page_loses_nothing(
    browser: Browser, shown_states: Showcase, template: Template, enlarge: Callable[[Page], None]
) -> None:
    context = browser.new_context(device_scale_factor=4 if enlarge is at_400_percent else 1)
    visit = Visit(context.new_page(), shown_states.url)
    enlarge(visit.page)
    page = visit.open(shown_states.fullest(template))
    assert page.evaluate(_LOST) == []
    assert visit.complaints == []
    context.close()


def test_lost_words_would_be_seen(browser: Browser, shown_states: Showcase) -> None:
    context = browser.new_context()
    page = Visit(context.new_page(), shown_states.url).open("/")
    with_text_at_200_percent(page)
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 32
    page.evaluate("document.querySelector('h1').style = 'width: 3rem; overflow: hidden; white-space: nowrap'")
    assert [found[:2] for found in page.evaluate(_LOST)] == ["<a"], "the name of the site, in the headline"
    context.close()
