"""What pages look like, compared with pictures that somebody has looked at: tests/browser/goldens.

After a change that is meant to be seen, take them anew, and look at each one that git calls changed:
python -m pytest tests/browser/test_goldens.py --renew
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import installed
from tests.browser.likeness import differences
from tests.browser.photograph import Scheme, photograph, pose, read_picture, save_picture
from tests.browser.showcase import Showcase

GOLDENS = Path(__file__).parent / "goldens"
PAGES = {
    "home": "",
    "explainer": "everything/",
    "source": "sources/harbour/",
    "glossary": "glossary/",
    "term": "glossary/pier/",
    "timeline": "timeline/",
}
WIDTHS = (1280, 375)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
PICTURES = {
    f"{name}-{width}-{scheme}": (address, width, scheme)
    for name, address in PAGES.items()
    for width in WIDTHS
    for scheme in SCHEMES
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_page_looks_as_it_did(
    browser: Browser, shown_states: Showcase, renews: bool, tmp_path: Path, name: str
) -> None:
    installed.debian_chromium()
    address, width, scheme = PICTURES[name]
    page = pose(browser, shown_states.url + address, width, scheme)
    now = photograph(page)
    page.context.close()
    golden = GOLDENS / f"{name}.webp"
    found = list(differences(read_picture(golden), now)) if golden.exists() else ["there is no picture yet"]
    if found and renews:
        save_picture(now, golden)
    elif found:
        save_picture(now, tmp_path / golden.name)
        pytest.fail(f"{name}: {', '.join(found)}\nas it looks now: {tmp_path / golden.name}\n{__doc__}")


def test_there_is_no_picture_that_nothing_is_compared_with() -> None:
    assert {path.stem for path in GOLDENS.iterdir()} <= PICTURES.keys()
