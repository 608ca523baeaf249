"""What a page weighs on its way to the reader."""

import gzip
import re

import pytest
from playwright.sync_api import BrowserContext, Response

from tests.browser.visit import Visit
from tests.sites.published import Page, Published
from tests.sites.server import served

FULL_LENGTH = "/full-length/"  # ten answers, thirty notes, forty events
HTML = 16_000
CSS = 7_168
JAVASCRIPT = 1_500
EMBED = 6_144
FIRST_VIEW = 110_000
REQUESTS = 7
PACKED = (".html", ".css", ".js", ".svg")  # what hosts send gzipped; fonts are packed already


def packed(contents: bytes) -> int:
    return len(gzip.compress(contents, 9))


@pytest.mark.parametrize("name", ["sample", "states"])
def test_every_box_is_light_with_all_that_it_loads(name: str, request: pytest.FixtureRequest) -> None:
    site: Published = request.getfixturevalue(name)
    boxes = [page for page in site.pages if page.name.startswith("embed/")]
    assert len(boxes) > 10
    loaded = [packed(file) for name, file in site.files.items() if re.match(r"assets/embed\.", name)]
    assert len(loaded) == 2
    weights = {page.name: packed(page.html.encode()) + sum(loaded) for page in boxes}
    assert max(weights.values()) <= EMBED, weights


def heaviest(site: Published) -> Page:
    return max(site.pages, key=lambda page: packed(page.html.encode()))


def test_an_explainer_of_full_length_is_within_its_budget(states: Published) -> None:
    assert packed(states.page(FULL_LENGTH).html.encode()) <= HTML


@pytest.mark.parametrize("name", ["sample", "states"])
def test_no_other_page_is_heavier(name: str, request: pytest.FixtureRequest) -> None:
    site: Published = request.getfixturevalue(name)
    page = heaviest(site)
    assert packed(page.html.encode()) <= HTML, page.name


@pytest.mark.parametrize(("suffix", "most"), [(".js", JAVASCRIPT), (".css", CSS)])
def test_script_and_stylesheet_keep_to_their_budgets(sample: Published, suffix: str, most: int) -> None:
    sizes = {
        name: packed(file) for name, file in sample.files.items() if re.fullmatch(rf"assets/site\.\w+\{suffix}", name)
    }
    assert len(sizes) == 1
    assert max(sizes.values()) <= most, sizes


def test_the_first_view_is_light(context: BrowserContext, states: Published) -> None:
    weights: dict[str, int] = {}

    def weigh(response: Response) -> None:
        body = response.body()
        name = response.url.rpartition("/")[2] or ".html"
        weights[name] = packed(body) if name.endswith(PACKED) else len(body)

    with served(states.folder) as url:
        visit = Visit(context.new_page(), url)
        visit.page.on("response", weigh)
        visit.open(FULL_LENGTH)
    assert visit.complaints == []
    assert {name.partition(".")[0] for name in weights} >= {"", "site", "newsreader-text"}
    assert len(weights) <= REQUESTS, weights
    assert sum(weights.values()) <= FIRST_VIEW, weights
