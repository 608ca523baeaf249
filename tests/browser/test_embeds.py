"""Boxes on another site’s page, each as high as what it shows; and what readers do on ours with the code."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, expect

from tests.browser import installed
from tests.browser.visit import Visit
from tests.sites.published import Published
from tests.sites.server import served

BASE_URL = "https://news.example.org/delhi-file/"  # of site.toml
_HEIGHT = "Math.ceil(document.documentElement.getBoundingClientRect().height)"
_SHOWN = "[...document.querySelectorAll('iframe')].map(frame => frame.clientHeight)"
# One frame for each line of the code that our pages offer, and one that @newswire/frames makes.
_HOST = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Another paper</title>
<link rel="icon" href="data:,">
<h1>Another paper</h1>{codes}<div data-frame-src="{term}" data-frame-attribute-title="A word"></div>
<script src="frames.umd.js"></script><script>newswireFrames.autoInitFrames()</script></html>"""


@pytest.fixture(scope="module")
def host(sample: Published, url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of another site, on a host of its own, that shows three boxes of ours."""
    folder = tmp_path_factory.mktemp("host")
    page = sample.page("/tariffs/").html
    codes = [unescape(text) for text in re.findall(r"<textarea[^>]*>([^<]*)</textarea>", page) if "iframe" in text]
    assert len(codes) == 2
    told = _HOST.format(codes="\n".join(codes).replace(BASE_URL, url), term=f"{url}embed/term/pax-silica/")
    (folder / "index.html").write_text(told, "utf-8")
    (folder / "frames.umd.js").write_text(installed.newswire_frames(), "utf-8")
    with served(Path(folder)) as address:
        yield address


def boxes(page: Page) -> list[Frame]:
    return [frame for frame in page.frames if frame is not page.main_frame]


def heights(page: Page) -> tuple[list[int], list[int]]:
    """What the boxes need, and what the page around them gives."""
    return [frame.evaluate(_HEIGHT) for frame in boxes(page)], page.evaluate(_SHOWN)


def fitted(page: Page) -> list[int]:
    """The heights of the boxes, once each has the one it needs."""
    for _ in range(200):
        needed, given = heights(page)
        if needed == given:
            return given
        page.wait_for_timeout(20)
    pytest.fail(f"boxes of {needed} px stand in frames of {given} px")


def test_three_boxes_on_another_site_are_as_high_as_what_they_show_at_any_width(
    context: BrowserContext, host: str, url: str
) -> None:
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(host, wait_until="networkidle")
    wide = fitted(page)  # the last one lies below the window
    assert [frame.url.removeprefix(url) for frame in boxes(page)] == [
        "embed/tariffs/key-facts/",
        "embed/tariffs/timeline/",
        "embed/term/pax-silica/",
    ]
    page.set_viewport_size({"width": 320, "height": 3000})
    narrow = fitted(page)
    page.set_viewport_size({"width": 1280, "height": 3000})
    assert all(less < more for less, more in zip(wide, narrow, strict=True)), (wide, narrow)
    assert fitted(page) == wide
    assert said == []


def test_a_link_in_a_box_opens_our_page_in_place_of_theirs(context: BrowserContext, host: str, url: str) -> None:
    page = context.new_page()
    page.goto(host)
    page.frame_locator("iframe").first.get_by_role("link", name="Verbatim").first.click()
    page.wait_for_url(f"{url}sources/**")
    assert page.evaluate("top === self")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_box_takes_no_font_and_follows_the_scheme_of_the_reader(visit: Visit, scheme: str) -> None:
    visit.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page = visit.open("/embed/tariffs/key-facts/")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name.split('/').pop())")
    assert sorted(name.split(".")[0] + name[name.rindex(".") :] for name in loaded) == ["embed.css", "embed.js"]
    assert page.evaluate("document.fonts.size") == 0
    ink, paper = page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.documentElement).backgroundColor]"
    )
    assert (ink, paper) == (
        ("rgb(239, 233, 221)", "rgb(21, 20, 18)") if scheme == "dark" else ("rgb(26, 24, 20)", "rgb(252, 250, 245)")
    )


def test_the_code_is_copied_with_one_press(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit.open("/tariffs/")
    page.get_by_text("Embed the key facts").click()
    page.get_by_role("button", name="Copy the code").first.click()
    expect(page.get_by_role("status").first).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.get_by_label("Code that keeps itself up to date:").first.input_value()
    assert copied.startswith(f'<iframe src="{BASE_URL}embed/tariffs/key-facts/"')


def test_without_script_the_code_is_there_to_be_selected(scriptless: Page) -> None:
    scriptless.goto("tariffs/")
    scriptless.get_by_text("Embed the key facts").click()
    expect(scriptless.get_by_label("Code that keeps itself up to date:").first).to_be_visible()
    expect(scriptless.get_by_role("button", name="Copy the code")).to_have_count(0)


def test_an_earlier_address_leads_on_at_once(context: BrowserContext, states_url: str) -> None:
    page = context.new_page()
    page.goto(f"{states_url}old/bare/")
    page.wait_for_url(f"{states_url}bare/")
    expect(page.locator("h1")).to_have_text("A page with an introduction and nothing else")
