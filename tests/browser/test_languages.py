"""Pages in other scripts and the other direction, in a real browser; which fonts the machine has does not matter."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.test_pages import overhang
from tests.browser.visit import Visit
from tests.sites.project import copy_site
from tests.sites.published import Published, publish_site
from tests.sites.server import served

ADDRESSES = ("/", "/sea-wall/", "/sources/notice/", "/glossary/", "/timeline/")
# How far the text of the first event stands from its dot and the line, on the side where a line of text begins.
_CLEARANCE = """() => {
  const event = document.querySelector('.timeline > li'), dot = getComputedStyle(event, '::after');
  const box = event.getBoundingClientRect(), title = event.querySelector('.timeline-title').getBoundingClientRect();
  return box.right - parseFloat(dot.right) - parseFloat(dot.width) - title.right;
}"""


@pytest.fixture(scope="module")
def urdu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small site as one in Urdu would be set, at the path that its settings name."""
    folder = tmp_path_factory.mktemp("urdu")
    project = copy_site("small", folder / "project")
    settings = (project / "site.toml").read_text("utf-8")
    (project / "site.toml").write_text(settings.replace('language = "en"', 'language = "ur"'), "utf-8")
    with served(publish_site(project, folder / "build").folder, "/desk/") as url:
        yield url


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_from_right_to_left_is_quiet_and_never_wider_than_the_window(
    context: BrowserContext, urdu: str, address: str
) -> None:
    visit = Visit(context.new_page(), urdu)
    page = visit.open(address)
    assert page.locator("html").get_attribute("dir") == "rtl"
    for width in (1280, 375, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert overhang(page) <= 0, f"{address} at {width} px"
    assert visit.complaints == []


def left(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["x"]


def test_from_right_to_left_every_column_changes_sides(context: BrowserContext, urdu: str) -> None:
    page = Visit(context.new_page(), urdu).open("/sea-wall/")
    assert left(page, ".masthead nav") < left(page, ".masthead-title")
    assert left(page, ".facts-evidence .notes") < left(page, ".facts dl")
    page.set_viewport_size({"width": 375, "height": 800})
    assert page.evaluate(_CLEARANCE) >= 4, "the text of an event lies on its dot"


def test_letters_that_reach_high_have_room_and_stay_joined(context: BrowserContext, hindi: Published) -> None:
    with served(hindi.folder) as url:
        page = Visit(context.new_page(), url).open("/tatbandh/")
        line, size = (float(_style(page, "h1", name).removesuffix("px")) for name in ("lineHeight", "fontSize"))
        assert line / size >= 1.29
        assert {_style(page, query, "letterSpacing") for query in ("h1", ".kicker")} <= {"normal", "0px"}


def _style(page: Page, query: str, name: str) -> str:
    style: str = page.locator(query).first.evaluate(f"element => getComputedStyle(element).{name}")
    return style


def test_the_button_of_a_card_speaks_the_language_of_the_site(context: BrowserContext, hindi: Published) -> None:
    with served(hindi.folder) as url:
        page = Visit(context.new_page(), url).open("/tatbandh/")
        page.set_viewport_size({"width": 600, "height": 800})
        page.locator(".prose a.noteref").first.hover()
        page.locator(".card").wait_for(state="visible")
        assert page.locator(".card-close").text_content() == "बंद करें"
