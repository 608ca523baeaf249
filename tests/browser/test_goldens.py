"""What pages look like, compared with pictures that somebody has looked at: tests/browser/goldens.

After a change that is meant to be seen, take them anew and look at each that git calls changed:
python -m pytest tests/browser/test_goldens.py --renew
"""

import datetime as dt
import io
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.browser.likeness import differences
from tests.browser.showcase import Showcase
from tests.browser.visit import Visit

GOLDENS = Path(__file__).parent / "goldens"
PAGES = {
    "home": "/",
    "explainer": "/everything/",
    "source": "/sources/harbour/",
    "glossary": "/glossary/",
    "term": "/glossary/pier/",
    "timeline": "/timeline/",
}
WIDTHS = (1280, 375)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LONGEST = 2000  # pixels from the top; what is below is made of the same parts
NOON = dt.datetime(2026, 11, 23, 12)  # reviews are due or not, for ever
# A change of the styles, and whether a reader would notice.
_RESTYLE = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
CHANGES = {
    "nothing": ("", False),
    "a headline one pixel lower": ("h1 { padding-block-start: 1px }", True),
    "more room over the standfirst": (".standfirst { margin-block-start: 1.5rem !important }", True),
    "one note out of place": (".facts-evidence li:last-child { translate: 0 3px }", True),
    "smaller notes": (".notes { font-size: 97% !important }", True),
    "a warmer accent": (":root { --accent: #9f1d14 !important }", True),
    "a darker hairline": (":root { --rule: #d0c8b8 !important }", True),
    "another ground": (":root { --paper: #fbf9f4 !important }", True),
    "a paler marker": (":root { --mark: #fff1c8 !important }", True),
    "a greyer standfirst": (":root { --ink-2: #5a554c !important }", True),
    "no review notice": (".review { visibility: hidden }", True),
}


def photograph(
    browser: Browser, url: str, width: int, scheme: Literal["light", "dark"] = "light", css: str = ""
) -> Image.Image:
    """The upper part of a page as a reader has it, at noon on a day that never changes."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", locale="en-GB"
    )
    visit = Visit(context.new_page(), url)
    visit.page.clock.set_fixed_time(NOON)
    page = visit.open("")
    page.evaluate(_RESTYLE, css)
    taken = page.screenshot(full_page=True, animations="disabled", caret="hide")
    context.close()
    picture = Image.open(io.BytesIO(taken)).convert("RGB")
    return picture.crop((0, 0, width, min(picture.height, LONGEST)))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did(
    browser: Browser,
    shown_states: Showcase,
    renews: bool,
    tmp_path: Path,
    name: str,
    width: int,
    scheme: Literal["light", "dark"],
) -> None:
    golden = GOLDENS / f"{name}-{width}-{scheme}.webp"
    shot = photograph(browser, shown_states.url + PAGES[name].lstrip("/"), width, scheme)
    if renews:
        if not golden.exists() or list(differences(_read(golden), shot)):
            golden.parent.mkdir(exist_ok=True)
            shot.save(golden, lossless=True, quality=100, method=6)
        return
    assert golden.exists(), f"no golden yet: {__doc__}"
    found = list(differences(_read(golden), shot))
    if found:
        shot.save(tmp_path / golden.name, lossless=True)
    assert found == [], f"as it looks now: {tmp_path / golden.name}; when it is meant: {__doc__}"


def test_there_is_no_picture_that_nothing_is_compared_with() -> None:
    wanted = {f"{name}-{width}-{scheme}.webp" for name in PAGES for width in WIDTHS for scheme in SCHEMES}
    assert {path.name for path in GOLDENS.iterdir()} == wanted


@pytest.mark.parametrize("change", CHANGES)
def test_what_a_reader_would_notice_is_noticed(browser: Browser, shown_states: Showcase, change: str) -> None:
    css, is_noticed = CHANGES[change]
    url = f"{shown_states.url}everything/"
    before = [photograph(browser, url, width) for width in WIDTHS]
    after = [photograph(browser, url, width, css=css) for width in WIDTHS]
    found = [difference for pair in zip(before, after, strict=True) for difference in differences(*pair)]
    assert bool(found) == is_noticed, found


def test_letters_drawn_by_another_builder_are_no_difference() -> None:
    """Both pictures show the head of a page; one is by Debian’s Chromium 156, one by Chromium 153 of another builder."""
    assert list(differences(*(_read(path) for path in sorted(BUILDS.iterdir())))) == []


def _read(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("RGB")
