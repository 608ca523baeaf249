"""Nothing moves while a page loads (a layout shift below .02)."""

from playwright.sync_api import BrowserContext, Page, Route

from tests.browser.showcase import Showcase, Template, on_every_template
from tests.browser.visit import Visit, until

MOST = 0.02
_LISTEN = """
window.shift = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shift += entry.value; }))
  .observe({type: 'layout-shift', buffered: true});
"""
_PRELOADED = """() => {
  const links = [...document.querySelectorAll('link[rel=preload]')].map(link => link.href);
  const come = performance.getEntriesByType('resource').map(entry => entry.name);
  return document.querySelector('link[rel=stylesheet]') && links.every(link => come.includes(link));
}"""
_PAINTED = """new Promise(done => new PerformanceObserver(done).observe({type: 'paint', buffered: true}))
  .then(() => true)"""
# Two frames after the last font: what it moved has been counted.
_SETTLED = """document.fonts.ready
  .then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  .then(() => [...document.fonts].filter(face => face.status == 'loaded').length)"""


def open_slowly(page: Page, showcase: Showcase, address: str) -> None:
    """Opens the page as it comes over a slow line: what it preloads, then its styles, and when readers have seen it,
    the other fonts and the images."""
    links = showcase.site.page(address).all("link")
    preloaded = {link.get("href", "").rpartition("/")[2] for link in links if link.get("rel") == "preload"}
    styles: list[Route] = []
    others: list[Route] = []

    def hold(route: Route) -> None:
        if route.request.url.rpartition("/")[2] in preloaded:
            route.continue_()
        else:
            (styles if route.request.resource_type == "stylesheet" else others).append(route)

    page.route("**/*.{css,woff2,png,jpg,jpeg,webp,svg}", hold)
    page.goto(showcase.url + address.lstrip("/"), wait_until="commit")
    until(page, lambda: styles and page.evaluate(_PRELOADED), "what is preloaded comes first")
    for route in styles:
        route.continue_()
    page.evaluate(_PAINTED)
    for route in others:
        route.continue_()
    page.unroute_all()
    page.wait_for_load_state("load")
    assert page.evaluate(_SETTLED) >= len(preloaded), "a font that is preloaded is used"


def shift(page: Page) -> float:
    moved: float = page.evaluate("window.shift")
    return moved


@on_every_template
def test_nothing_moves_while_a_page_loads(context: BrowserContext, showcase: Showcase, template: Template) -> None:
    visit = Visit(context.new_page(), showcase.url)
    page = visit.page
    page.add_init_script(_LISTEN)
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 800})
        open_slowly(page, showcase, showcase.fullest(template))
        assert shift(page) < MOST, f"{width} px"
    assert visit.complaints == []


def test_a_shift_would_be_seen(context: BrowserContext, shown_states: Showcase) -> None:
    page = context.new_page()
    page.add_init_script(_LISTEN)
    Visit(page, shown_states.url).open("/")
    page.evaluate("document.querySelector('main').style.paddingTop = '200px'")
    page.evaluate(_SETTLED)
    assert shift(page) > MOST
