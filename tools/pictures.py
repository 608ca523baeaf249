"""Takes the pictures of README.md and docs/theming.md from real builds: ``python -m tools.pictures``.

They show the sample site, and the small site of the tests, as it comes and in other clothes.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

from nutgraf.build import Options
from nutgraf.pipeline import build
from tests.sites.project import PROJECT, copy_site, dress
from tests.sites.server import served
from tools.chromium import find_headless

PICTURES = PROJECT / "docs"
LETTERS = PROJECT / "assets/share/label.ttf"
GAP = 24  # pixels
GREY = "#808080"
EXPLAINER = "sea-wall/"
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
# What each colour does: a place that shows it.
ROLES = {
    "accent": ".kicker",
    "ink": "h1",
    "link": ".verdict-original",
    "ok": ".verdict-ok",
    "mark": ".notes q",
    "panel": ".card",
    "focus": ".prose a.term",
}
# Where the last line of an element’s words ends: a headline is a block and reaches further than its words.
_END = """element => {
  const words = document.createRange();
  words.selectNodeContents(element);
  const line = element.matches('.card') ? element.getBoundingClientRect() : [...words.getClientRects()].pop();
  return [line.right, line.bottom, line.height];
}"""
_LEFT_OUT = ".facts, .facts-evidence, .toc, .qa-intro, .meta, .review"
_SHORTEN = "query => document.querySelectorAll(query).forEach(one => one.remove())"


def _as_it_comes(project: Path) -> None:
    del project


def _with_their_status(project: Path) -> None:
    theirs = PROJECT / "tests/cases/components"
    shutil.copyfile(theirs / "status.html", project / "templates/components/status.html")
    shutil.copyfile(theirs / "status.css", project / "assets/css/components/status.css")


class Camera:
    """Photographs pages of sites in a browser."""

    def __init__(self, browser: Browser, folder: Path, stack: ExitStack) -> None:
        self.browser, self.folder, self.stack = browser, folder, stack

    def site(self, name: str, change: Callable[[Path], object]) -> str:
        """The URL of a small site after the change."""
        project = copy_site("small", self.folder / name)
        change(project)
        assert build(Options(project, project / "build")).is_published
        return self.stack.enter_context(served(project / "build", "/desk/"))

    def sample(self) -> str:
        """The URL of the sample site."""
        folder = self.folder / "sample"
        assert build(Options(PROJECT, folder)).is_published
        return self.stack.enter_context(served(folder, "/delhi-file/"))

    @contextmanager
    def page(self, url: str, width: int, height: int, scheme: Scheme = "light") -> Iterator[Page]:
        """A page, laid out and dressed."""
        context = self.browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        page = context.new_page()
        page.goto(url)
        page.evaluate("document.fonts.ready.then(() => true)")
        yield page
        context.close()

    def view(self, url: str, width: int, height: int, scheme: Scheme = "light") -> Image.Image:
        """What a window of that size shows."""
        with self.page(url, width, height, scheme) as page:
            return _opened(page.screenshot())

    def part(self, url: str, query: str, width: int, scheme: Scheme = "light") -> Image.Image:
        """One element and a little around it."""
        with self.page(url, width, 900, scheme) as page:
            box = page.locator(query).first.bounding_box()
            assert box
            top = max(0, box["y"] - GAP / 2)
            clip: FloatRect = {"x": 0, "y": top, "width": width, "height": box["y"] + box["height"] + GAP / 2 - top}
            return _opened(page.screenshot(clip=clip, full_page=True))


def _opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


def beside(*parts: Image.Image) -> Image.Image:
    """The pictures in a row."""
    width = sum(part.width for part in parts) + GAP * (len(parts) - 1)
    row = Image.new("RGB", (width, max(part.height for part in parts)), GREY)
    left = 0
    for part in parts:
        row.paste(part, (left, 0))
        left += part.width + GAP
    return row


def below(*parts: Image.Image) -> Image.Image:
    """The pictures in a column."""
    turned = beside(*(part.transpose(Image.Transpose.TRANSPOSE) for part in parts))
    return turned.transpose(Image.Transpose.TRANSPOSE)


def labelled(page: Page) -> Image.Image:
    """The page with the name of the colour behind each place of ROLES, or over it where text follows."""
    page.evaluate(_SHORTEN, _LEFT_OUT)
    page.locator(".prose a.term").first.focus()
    page.locator(".card").wait_for()
    picture = _opened(page.screenshot())
    pencil, font = ImageDraw.Draw(picture), ImageFont.truetype(str(LETTERS), 15)
    for role, query in ROLES.items():
        right, bottom, height = page.locator(query).first.evaluate(_END)
        left, middle, long = right + 8, bottom - height / 2, pencil.textlength(role, font=font) + 12
        if role == "focus":
            left, middle = right - long, middle - 30
        pencil.rectangle((left, middle - 9, left + long, middle + 9), fill="#000000")
        pencil.text((left + 6, middle), role, font=font, fill="#ffffff", anchor="lm")
    return picture


def keep(name: str, picture: Image.Image, width: int) -> None:
    """Writes the picture, no wider than that. Of Pillow’s ways to 256 colours, this one keeps those that are rare."""
    if picture.width > width:
        picture = picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)
    path = PICTURES / f"{name}.png"
    picture.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.name}: {picture.width} × {picture.height}, {path.stat().st_size} bytes")


def take(camera: Camera) -> None:
    """All pictures."""
    sample = camera.sample()
    keep("readme/explainer", camera.view(f"{sample}tariffs/", 1280, 860), 1280)
    keep("readme/source", camera.part(f"{sample}sources/gor-meeting/", ".source-row:has(#p6)", 1280), 1280)
    keep("readme/phone", beside(*(camera.view(f"{sample}tariffs/", 375, 720, scheme) for scheme in SCHEMES)), 774)
    ours, theirs = camera.site("ours", _as_it_comes), camera.site("theirs", dress)
    other = camera.site("other", _with_their_status)
    keep(
        "images/theming-colours",
        beside(*(camera.view(theirs + EXPLAINER, 1000, 860, scheme) for scheme in SCHEMES)),
        1400,
    )
    with camera.page(ours + EXPLAINER, 1100, 1000) as page:
        keep("images/theming-roles", labelled(page).crop((0, 0, 1100, 640)), 1100)
    parts = [camera.part(url, query, 900) for query in (".masthead", ".colophon") for url in (ours, theirs)]
    keep("images/theming-frame", below(*parts), 900)
    keep(
        "images/theming-component",
        beside(*(camera.part(url + EXPLAINER, ".facts dl", 560) for url in (ours, other))),
        1000,
    )


if __name__ == "__main__":
    with TemporaryDirectory() as folder, sync_playwright() as playwright, ExitStack() as stack:
        chromium = playwright.chromium.launch(executable_path=find_headless(), chromium_sandbox=False)
        take(Camera(chromium, Path(folder), stack))
