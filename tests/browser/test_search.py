"""The search page in a real browser, on a site in a folder of its host."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import installed
from tests.browser.test_axe import MODES, violations
from tests.browser.test_markup import complaints
from tests.browser.visit import Visit
from tests.sites.project import PROJECT, copy_project
from tests.sites.published import publish_site
from tests.sites.server import served

FIELD = "A name, a word, or what somebody said"
LINKS = ".search-found:not([hidden]) a"
HOSTILE = "title: <img src=x onerror=alert(1)> & co"
FOCUS = "document.activeElement.getAttribute('href')"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The microsite of this repository with a search, under the path that its base_url names."""
    project = copy_project(tmp_path_factory.mktemp("search") / "project")
    shutil.rmtree(project / "assets/share")  # pictures take their time
    settings = project / "site.toml"
    settings.write_text("search = true\n" + settings.read_text("utf-8"), "utf-8")
    hostile = f"---\n{HOSTILE}\n---\nA gazebo: `<b onclick=alert(2)>` &amp; more.\n"
    (project / "content/pages/hostile.md").write_text(hostile, "utf-8")
    with served(publish_site(project, project.parent / "build").folder, "/delhi-file/") as address:
        yield address


@pytest.fixture
def visit(context: BrowserContext, url: str) -> Iterator[Visit]:
    """A tab with axe; when the test is over nothing may have gone wrong in it."""
    context.add_init_script(installed.axe())
    visit = Visit(context.new_page(), url)
    visit.page.emulate_media(reduced_motion="reduce")  # a fade that a fast reader cuts off is an error to Chromium
    yield visit
    assert visit.complaints == []


def ask(visit: Visit, words: str) -> Page:
    """The search page with what it finds."""
    page = visit.open("/search/")
    expect(page.get_by_label(FIELD)).to_be_visible()
    page.get_by_label(FIELD).press_sequentially(words)
    expect(page.get_by_role("status")).not_to_be_empty()
    return page


def test_explainers_words_and_passages_are_found_by_keyboard_alone(visit: Visit) -> None:
    page = visit.open("/tariffs/")
    page.get_by_role("navigation", name="Site").get_by_role("link", name="Search").click()
    expect(page.get_by_label(FIELD)).to_be_visible()  # the script shows it
    page.get_by_label(FIELD).focus()
    page.keyboard.type("punitive")
    expect(page.get_by_role("heading", name="Explainers")).to_be_visible()
    for kind, part in (("explainer", "/tariffs/#"), ("term", "/glossary/punitive-tariff/"), ("source", "#p8")):
        found = page.locator(f"[data-kind={kind}]")
        assert any(part in link.evaluate("link => link.href") for link in found.get_by_role("link").all()), kind
        assert "punitive" in " ".join(found.locator("b").all_inner_texts()).lower()
    assert "punitive tariff on Russian oil" in page.locator("[data-kind=source]").inner_text()

    hrefs = [link.get_attribute("href") for link in page.locator(LINKS).all()]
    for href in hrefs[:3]:
        page.keyboard.press("ArrowDown")
        assert page.evaluate(FOCUS) == href
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS) == hrefs[2]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_label(FIELD)).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUS) == hrefs[0]
    page.keyboard.press("Enter")
    page.wait_for_url(f"{visit.url}tariffs/**")
    page.go_back()
    expect(page.get_by_label(FIELD)).to_have_value("punitive")
    expect(page.locator(LINKS).first).to_be_visible()


def test_a_passage_leads_to_its_paragraph(visit: Visit) -> None:
    page = ask(visit, "hammering")
    page.get_by_role("link", name="Paragraph 6").click()
    page.wait_for_url(f"{visit.url}sources/gor-meeting/#p6")
    expect(page.locator("#p6")).to_be_in_viewport()


def test_nothing_found_is_said_and_what_was_found_goes(visit: Visit) -> None:
    page = ask(visit, "tariff")
    expect(page.locator(LINKS).first).to_be_visible()
    page.get_by_label(FIELD).fill("qqqqq")
    expect(page.get_by_role("status")).to_have_text("Nothing found.")
    expect(page.locator(LINKS)).to_have_count(0)
    page.get_by_label(FIELD).fill("")
    expect(page.get_by_role("status")).to_be_empty()
    assert page.url == f"{visit.url}search/"


def test_what_pages_hold_stays_text(visit: Visit) -> None:
    page = ask(visit, "gazebo")
    expect(page.get_by_role("main").get_by_role("link", name=HOSTILE.removeprefix("title: "))).to_be_visible()
    assert "<b onclick=alert(2)> & more" in page.locator("[data-kind=page]").inner_text()
    assert page.locator(".search-found img, [onclick]").count() == 0


@pytest.mark.parametrize("words", ["", "tariff"])
def test_the_page_is_accessible_in_every_mode(visit: Visit, words: str) -> None:
    page = ask(visit, words) if words else visit.open("/search/")
    if words:
        expect(page.locator(LINKS).first).to_be_visible()
    for mode in MODES:
        mode(page)
        assert violations(page) == [], mode.__name__
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_only_this_page_loads_the_search_and_may_run_it(visit: Visit) -> None:
    loaded: list[str] = []
    visit.page.on("request", lambda request: loaded.append(request.url))
    policy = "meta[http-equiv=Content-Security-Policy]"
    page = visit.open("/tariffs/")
    assert "wasm" not in (page.locator(policy).get_attribute("content") or "")
    assert not [address for address in loaded if "search" in address]
    page = visit.open("/search/")
    assert "'wasm-unsafe-eval'" in (page.locator(policy).get_attribute("content") or "")
    assert not [address for address in loaded if "pagefind" in address]


def test_the_nu_checker_has_nothing_to_say(url: str) -> None:
    assert complaints([f"{url}search/", str(PROJECT / "assets/search/search.css")]) == []


def test_without_script_the_page_says_where_everything_is(browser: Browser, url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{url}search/")
    expect(page.get_by_text("Search needs JavaScript.")).to_be_visible()
    expect(page.get_by_label(FIELD)).to_be_hidden()
    page.get_by_role("main").get_by_role("link", name="Words").click()
    page.wait_for_url(f"{url}glossary/")
    context.close()


def test_without_an_index_the_page_says_so(browser: Browser, url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/pagefind*", lambda route: route.abort())
    page.goto(f"{url}search/")
    page.get_by_label(FIELD).fill("tariff")
    expect(page.get_by_role("status")).to_have_text("Search does not work at the moment.")
    context.close()
