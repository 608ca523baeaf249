"""The sample site, served, and Debian’s Chromium to open it with."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.visit import Visit
from tests.sites.published import Published
from tests.sites.server import served

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        where = "in this CI run; .ci/run installs it" if os.environ.get("CI") else "on this machine"
        pytest.fail(f"{CHROMIUM} is missing {where}: apt-get install -y --no-install-recommends chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, chromium_sandbox=False, headless=True, args=ARGUMENTS
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
