"""Pictures in a real browser: the right file, in its place from the start, and only when it is needed."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.browser.visit import Visit, until

ADDRESS = "pictures/"  # of tests/sites/states
_FILES = "**/assets/images/**"
_COMPLETE = "[...document.images].every(image => image.complete && image.naturalWidth)"
_SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(sum), 300);
})"""


@pytest.fixture
def page(context: BrowserContext, states_url: str) -> Iterator[Page]:
    """A tab that complains when the test is over."""
    visit = Visit(context.new_page(), states_url)
    yield visit.page
    assert visit.complaints == []


# How near is near depends on the browser and its network: 1,250 to 2,500 pixels, more where it does not know.
_FAR = """
const sheet = new CSSStyleSheet();
sheet.replaceSync('main img[src*="crossing"] { margin-top: 8000px }');
document.adoptedStyleSheets = [sheet];
"""


def asked(page: Page) -> list[str]:
    """The pictures that the tab asks for from now on, by name without their hash."""
    names: list[str] = []

    def note(url: str) -> None:
        if "/assets/images/" in url:
            names.append(re.sub(r"\.[0-9a-f]{10}\.", ".", url.rpartition("/")[2]))

    page.on("request", lambda request: note(request.url))
    return names


def read_through(page: Page) -> None:
    """Scrolls to the foot of the page, as a reader does."""
    for image in page.locator("main img").all():
        image.scroll_into_view_if_needed()
    until(page, lambda: page.evaluate(_COMPLETE), "every picture is there")


@pytest.mark.parametrize(
    ("width", "pixels", "file"),
    [
        (375, 2, 680),
        (360, 3, 1000),
        (412, 2.625, 1000),
        (430, 3, 1200),
        (1280, 1, 680),
        (1280, 1.5, 1000),
        (1280, 2, 1200),
    ],
)
def test_the_browser_takes_the_smallest_file_that_is_sharp(
    browser: Browser, states_url: str, width: int, pixels: float, file: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, device_scale_factor=pixels)
    page = context.new_page()
    names = asked(page)
    page.goto(states_url + ADDRESS)
    photo = page.locator("main img").first
    shown = photo.bounding_box()
    assert [name for name in names if name.startswith("harbour")] == [f"harbour-{file}.webp"]
    assert shown
    assert file >= shown["width"] * pixels
    context.close()


@pytest.mark.parametrize("width", [1280, 375])
def test_nothing_moves_when_a_picture_arrives(page: Page, states_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    held: list[Route] = []
    page.route(_FILES, lambda route: held.append(route))
    page.goto(states_url + ADDRESS, wait_until="domcontentloaded")
    page.evaluate("document.fonts.ready.then(() => true)")
    boxes = (
        "[...document.querySelectorAll('main img, main p, main figcaption')].map(e => e.getBoundingClientRect().top)"
    )
    before = page.evaluate(boxes)
    until(page, lambda: not page.evaluate("document.images[0].complete"), "a picture is on its way")
    for route in held[:]:
        route.continue_()
    page.unroute(_FILES)
    read_through(page)
    page.evaluate("scrollTo(0, 0)")
    # The sizes of a picture are whole pixels, so their proportions differ by less than one.
    assert max(abs(now - then) for now, then in zip(page.evaluate(boxes), before, strict=True)) < 1
    assert page.evaluate(_SHIFTS) == 0


def test_pictures_further_down_are_loaded_when_the_reader_comes_near(page: Page, states_url: str) -> None:
    names = asked(page)
    page.add_init_script(_FAR)
    page.goto(states_url + ADDRESS)
    page.wait_for_load_state("networkidle")
    assert "harbour-680.webp" in names
    assert "crossing.gif" not in names
    read_through(page)
    assert "crossing.gif" in names


def test_every_picture_is_shown_in_its_own_proportions(page: Page, states_url: str) -> None:
    page.goto(states_url + ADDRESS)
    read_through(page)
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 800})
        shown = page.evaluate(
            "[...document.images].map(e => [e.clientWidth / e.clientHeight, e.naturalWidth / e.naturalHeight])"
        )
        assert all(abs(one / other - 1) < 0.01 for one, other in shown), shown


def test_without_javascript_every_picture_is_loaded(browser: Browser, states_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    names = asked(page)
    page.goto(states_url + ADDRESS)
    page.wait_for_load_state("networkidle")
    assert set(names) == {"harbour-680.webp", "bars-680.webp", "turned-700.webp", "stamp.svg", "crossing.gif"}
    context.close()


def test_a_drawing_made_for_a_light_page_can_be_seen_in_the_dark(browser: Browser, states_url: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(states_url + ADDRESS)
    ground = page.locator("main img").nth(1).evaluate("image => getComputedStyle(image).backgroundColor")
    assert min(int(part) for part in re.findall(r"\d+", ground)[:3]) > 200
    context.close()
