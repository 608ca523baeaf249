"""The sample site, served, and Debian’s Chromium to open it with."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import installed
from tests.browser.showcase import Showcase
from tests.browser.visit import Visit
from tests.sites.published import Published
from tests.sites.server import served

ARGUMENTS = [
    *("--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"),
    # Letters are drawn alike on every machine.
    *("--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb"),
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = installed.chromium()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=program, chromium_sandbox=False, headless=True, args=ARGUMENTS
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def url(sample: Published) -> Iterator[str]:
    """The sample site at the path its base_url names, so that 404.html finds its stylesheet."""
    with served(sample.folder, "/delhi-file/") as address:
        yield address


@pytest.fixture(scope="session")
def states_url(states: Published) -> Iterator[str]:
    """The site in every state; its settings name the root of a host."""
    with served(states.folder) as address:
        yield address


@pytest.fixture(scope="session")
def shown_sample(sample: Published, url: str) -> Showcase:
    """The microsite of this repository."""
    return Showcase(sample, url)


@pytest.fixture(scope="session")
def shown_states(states: Published, states_url: str) -> Showcase:
    """The site in every state."""
    return Showcase(states, states_url)


@pytest.fixture(scope="session", params=["shown_sample", "shown_states"])
def showcase(request: pytest.FixtureRequest) -> Showcase:
    """Each of the two sites in turn."""
    site: Showcase = request.getfixturevalue(request.param)
    return site


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB", timezone_id="Asia/Kolkata")
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def visit(context: BrowserContext, url: str) -> Iterator[Visit]:
    """A tab; when the test is over nothing may have gone wrong in it."""
    visit = Visit(context.new_page(), url)
    yield visit
    assert visit.complaints == []


@pytest.fixture
def scriptless(browser: Browser, url: str) -> Iterator[Page]:
    """A tab without JavaScript."""
    context = browser.new_context(java_script_enabled=False, base_url=url, viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()
