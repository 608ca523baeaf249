"""What the comparison of screenshots notices, and what it lets pass."""

from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from tests.browser.likeness import differences
from tests.browser.photograph import photograph, pose, read_picture
from tests.browser.showcase import Showcase

BUILDS = Path(__file__).parent / "builds"  # the head of one page, drawn by two builds of Chromium
_RESTYLE = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
CHANGES = {
    "a headline one pixel lower": "h1 { padding-block-start: 1px }",
    "four pixels more over the notice": ".source-notice { margin-block-start: calc(var(--s4) + 4px) !important }",
    "one paragraph out of place": "#p2 { translate: 0 3px }",
    "smaller letters in the notice": ".source-notice { font-size: 95% !important }",
    "no byline": ".meta { visibility: hidden }",
    "a warmer accent": ":root { --accent: #9f1d14 !important }",
    "a darker hairline": ":root { --rule: #d0c8b8 !important }",
    "another ground": ":root { --paper: #fbf9f4 !important }",
    "a paler marker": ":root { --mark: #fff1c8 !important }",
    "a greyer second ink": ":root { --ink-2: #5a554c !important }",
}


def test_what_a_reader_would_notice_is_noticed_and_nothing_else(browser: Browser, shown_states: Showcase) -> None:
    page = pose(browser, f"{shown_states.url}sources/harbour/", 375)
    before = photograph(page)
    assert list(differences(before, photograph(page))) == []
    for change, css in CHANGES.items():
        page.evaluate(_RESTYLE, css)
        assert list(differences(before, photograph(page))), change
    page.context.close()


def test_letters_drawn_by_another_build_are_no_difference() -> None:
    first, second = (read_picture(path) for path in sorted(BUILDS.iterdir()))
    assert first != second
    assert list(differences(first, second)) == []


def test_a_difference_is_told_in_words() -> None:
    page = Image.new("RGB", (640, 640), "#fcfaf5")
    striped, longer = page.copy(), Image.new("RGB", (640, 650), "#fcfaf5")
    striped.paste("#8f1d14", (0, 100, 640, 104))
    assert list(differences(page, striped)) == [
        "a new colour, #8f1d14",
        "a part of the picture is different",
    ]
    assert next(differences(striped, page)) == "no #8f1d14 any more"
    assert list(differences(page, longer)) == ["640 × 650 pixels, not 640 × 640"]
