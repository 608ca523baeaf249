"""A site in its desk’s own colours, and one with the fonts of the system, in a real browser."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from msgspec.structs import asdict
from playwright.sync_api import Browser, BrowserContext, Page, Response

from nutgraf.resolve.palette import Palette
from tests.browser.visit import Visit
from tests.sites.project import copy_project
from tests.sites.published import Published, publish_site
from tests.sites.server import served

Scheme = Literal["light", "dark"]
EXPLAINER = "/sea-wall/"
# Elements that wear a colour: which property, and the role of the palette.
WORN = (
    ("body", "backgroundColor", "paper"),
    ("h1", "color", "ink"),
    (".standfirst", "color", "ink_2"),
    (".kicker", "color", "accent"),
    (".verdict-ok", "color", "ok"),
    (".verdict-original", "color", "link"),
    (".notes q", "backgroundColor", "mark"),
    (".facts dl > div", "borderTopColor", "rule"),
)
STYLE = "([query, property]) => getComputedStyle(document.querySelector(query))[property]"
TOKEN = "name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()"


@pytest.fixture(scope="module")
def themed_url(themed: Published) -> Iterator[str]:
    with served(themed.folder, "/desk/") as address:
        yield address


@pytest.fixture
def look(browser: Browser, themed_url: str, scheme: Scheme) -> Iterator[Page]:
    """The explainer of the themed site in one scheme; nothing may go wrong on it."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    visit = Visit(context.new_page(), themed_url)
    yield visit.open(EXPLAINER)
    assert visit.complaints == []
    context.close()


def palette_of(themed: Published, scheme: Scheme) -> Palette:
    assert themed.build
    assert themed.build.site
    colours = themed.build.site.colours
    return (colours.light if scheme == "light" else colours.dark).palette


def as_rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[place : place + 2], 16)) for place in (1, 3, 5))})"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_readers_see_the_colours_that_the_desk_chose_and_those_that_follow(
    look: Page, themed: Published, scheme: Scheme
) -> None:
    colours = asdict(palette_of(themed, scheme))
    for query, what, role in WORN:
        assert look.evaluate(STYLE, [query, what]) == as_rgb(colours[role]), f"{query} {what}"
    for role, colour in colours.items():
        assert look.evaluate(TOKEN, f"--{role.replace('_', '-')}") == colour
    assert look.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") == (scheme == "dark")
    assert look.locator(f"meta[name=theme-color][media*={scheme}]").get_attribute("content") == colours["paper"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_logo_is_the_one_for_the_scheme_and_says_the_name_of_the_site(look: Page, scheme: Scheme) -> None:
    logo = look.get_by_role("link", name="The Harbour Desk").get_by_role("img")
    name = "logo.svg" if scheme == "light" else "logo-dark.svg"
    assert str(logo.evaluate("image => image.currentSrc")).endswith(f"/assets/images/{name}")
    width, height = logo.evaluate("image => [image.clientWidth, image.clientHeight]")
    assert width / height == pytest.approx(2160 / 240, rel=0.02)


@pytest.mark.parametrize("scheme", ["dark"])
def test_paper_stays_white_and_ink_black(look: Page, scheme: Scheme) -> None:
    look.emulate_media(media="print")
    assert look.evaluate(STYLE, ["body", "backgroundColor"]) == "rgb(255, 255, 255)"
    assert look.evaluate(STYLE, ["h1", "color"]) == "rgb(0, 0, 0)"


@pytest.mark.parametrize("scheme", ["light"])
def test_who_asks_for_more_contrast_gets_it_in_any_colours(look: Page, scheme: Scheme) -> None:
    look.emulate_media(contrast="more")
    assert look.evaluate(TOKEN, "--ink-2") == look.evaluate(TOKEN, "--ink")
    assert look.evaluate(TOKEN, "--rule") == look.evaluate(TOKEN, "--ui")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The sample site with the fonts of the system."""
    folder: Path = tmp_path_factory.mktemp("plain")
    project = copy_project(folder / "project")
    settings = project / "site.toml"
    settings.write_text('fonts = "system"\n' + settings.read_text("utf-8"), "utf-8")
    return publish_site(project, folder / "build")


def test_with_the_fonts_of_the_system_the_first_view_is_light(plain: Published, context: BrowserContext) -> None:
    largest = max(plain.pages, key=lambda page: len(page.html) if 'class="facts"' in page.html else 0)
    weights: dict[str, int] = {}

    def weigh(response: Response) -> None:
        weights[response.url] = len(gzip.compress(response.body()))

    with served(plain.folder, "/delhi-file/") as url:
        visit = Visit(context.new_page(), url)
        visit.page.on("response", weigh)
        page = visit.open("/" + largest.name.removesuffix("index.html"))
        assert page.evaluate("document.fonts.size") == 0
        assert page.evaluate(STYLE, ["body", "fontFamily"]).startswith("Charter")
        assert page.evaluate(STYLE, [".meta", "fontFamily"]).startswith("system-ui")
    assert visit.complaints == []
    assert len(weights) <= 4, weights
    assert sum(weights.values()) <= 25_000, weights
