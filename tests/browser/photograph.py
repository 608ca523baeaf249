"""Screenshots that are the same every time."""

import datetime as dt
import io
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, FloatRect, Page

from tests.browser.visit import Visit

Scheme = Literal["light", "dark"]

_NOON = dt.datetime(2026, 11, 23, 12)  # reviews are due or not, for ever
_LONGEST = 1600  # pixels from the top; what is below is made of the same parts


def pose(browser: Browser, url: str, width: int, scheme: Scheme = "light") -> Page:
    """A page that keeps still, at noon on a day that never changes. Its context is the caller’s to close."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", locale="en-GB"
    )
    visit = Visit(context.new_page(), url)
    visit.page.clock.set_fixed_time(_NOON)
    return visit.open("")


def photograph(page: Page) -> Image.Image:
    """The upper part of the page."""
    width, height = page.evaluate("[innerWidth, document.documentElement.scrollHeight]")
    frame: FloatRect = {"x": 0, "y": 0, "width": width, "height": min(height, _LONGEST)}
    taken = page.screenshot(full_page=True, clip=frame, animations="disabled", caret="hide")
    return read_picture(io.BytesIO(taken))


def read_picture(file: Path | io.BytesIO) -> Image.Image:
    """The picture in a file, in red, green and blue."""
    with Image.open(file) as picture:
        return picture.convert("RGB")


def save_picture(picture: Image.Image, path: Path) -> None:
    """Writes the picture without loss: a colour that is one step off would count."""
    path.parent.mkdir(exist_ok=True)
    picture.save(path, lossless=True)
