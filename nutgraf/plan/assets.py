"""Assets: one stylesheet joined from its layers, and every published file under a name with its content’s hash.

Hosts cache for minutes, so a page may meet the stylesheet of another deploy unless the name says which one it needs
(docs/decisions/hashed-assets.md). A preview keeps plain names: it swaps a stylesheet by its name.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Literal

from msgspec import Struct

from nutgraf.plan.css import joined, squeezed
from nutgraf.plan.pictures import NO_PICTURES, Pictures
from nutgraf.read import File
from nutgraf.resolve.share_fonts import FOLDER, NO_FONTS, ShareFonts, share_fonts

Fonts = Literal["web", "system"]
_FACES: dict[Fonts, str] = {"web": "css/fonts.css", "system": "css/fonts-system.css"}
_EMBED = "embed/embed.css"
_URL = re.compile(r"""url\(["']?([^"')]+)["']?\)""")
_FACE = re.compile(r"@font-face\s*\{([^}]*)\}")


class Asset(Struct, frozen=True):
    """A file of assets/ as it is published."""

    address: str
    contents: bytes | File  # as they are, or as their file has them

    @property
    def key(self) -> str:
        """A digest of the contents."""
        return self.contents.digest if isinstance(self.contents, File) else hashlib.sha256(self.contents).hexdigest()

    def draw(self) -> bytes:
        """The contents."""
        return self.contents.read() if isinstance(self.contents, File) else self.contents


class MoreAssets(Struct, frozen=True):
    """What some pages load beside what all pages do: addresses."""

    script: str
    stylesheet: str


NO_MORE = MoreAssets("", "")


class EmbedAssets(Struct, frozen=True):
    """What boxes load on other people’s pages, and what those pages may load: addresses."""

    stylesheet: str
    script: str
    frames: str = "/assets/embed/frames.js"  # other sites write it into their pages: it has no hash


NO_EMBEDS = EmbedAssets("", "")


class Assets(Struct, frozen=True):
    """What pages load."""

    stylesheet: str  # addresses
    script: str
    fonts: tuple[str, ...]  # preloaded
    published: tuple[Asset, ...]
    search: MoreAssets = NO_MORE  # of the search page
    external: MoreAssets = NO_MORE  # of pages with an embed
    embed: EmbedAssets = NO_EMBEDS
    pictures: Pictures = NO_PICTURES
    share: ShareFonts = NO_FONTS  # to draw with; not published


def make_assets(
    files: Iterable[File],
    *,
    fonts: Fonts = "web",
    overrides: str = "",
    hashed: bool = True,
    has_tall_letters: bool = False,
    searches: bool = False,
    embeds: bool = False,
) -> Assets:
    """The published assets. Files under css/ and js/ are joined or renamed; images keep the names that content uses.

    With the system’s fonts none of ours are published. ``overrides`` are the colours of site.toml, as CSS.
    Only languages with tall letters get css/tall.css, only a site that ``searches`` what is in search/, only one that
    ``embeds`` others what is in external/.
    """
    files = tuple(files)
    by_path = {file.path.removeprefix("assets/"): file for file in files if not file.path.startswith(FOLDER)}
    if fonts == "system":
        by_path = {path: file for path, file in by_path.items() if not path.startswith("fonts/")}
    if not searches:
        by_path = {path: file for path, file in by_path.items() if not path.startswith("search/")}
    if not has_tall_letters:
        by_path.pop("css/tall.css", None)
    if not embeds:
        by_path = {path: file for path, file in by_path.items() if not path.startswith("external/")}
    styles = {path for path in by_path if path.startswith("css/") or path == _EMBED}
    named = {path: _named(path, file, hashed) for path, file in by_path.items() if path not in styles}
    addresses = {path: asset.address for path, asset in named.items()}
    css = _join(by_path, addresses, fonts, overrides)
    stylesheet = _stylesheet("site", css, hashed)
    script = next((asset.address for path, asset in named.items() if path == "js/site.js"), "")
    boxes = _stylesheet("embed", _embed_css(by_path, overrides, addresses), hashed)
    search, external = (_more(name, addresses) for name in ("search", "external"))
    preloaded = tuple(_preloaded(by_path.get(_FACES[fonts]), addresses))
    embed = EmbedAssets(boxes.address, addresses.get("embed/embed.js", ""))
    published = (stylesheet, boxes, *named.values())
    return Assets(stylesheet.address, script, preloaded, published, search, external, embed, share=share_fonts(files))


def _more(name: str, addresses: Mapping[str, str]) -> MoreAssets:
    return MoreAssets(addresses.get(f"{name}/{name}.js", ""), addresses.get(f"{name}/{name}.css", ""))


def _stylesheet(name: str, css: bytes, hashed: bool) -> Asset:
    return Asset(f"/assets/{name}.{hashlib.sha256(css).hexdigest()[:10]}.css" if hashed else f"/assets/{name}.css", css)


def _embed_css(files: Mapping[str, File], overrides: str, addresses: Mapping[str, str]) -> bytes:
    """The stylesheet of the boxes: the colours of the site, and rules of their own."""
    sheets = [*_sheets(files, ["css/tokens.css"], addresses), overrides, *_sheets(files, [_EMBED], addresses)]
    return joined(sheet for sheet in sheets if sheet).encode() + b"\n"


def _named(path: str, file: File, hashed: bool) -> Asset:
    name = PurePosixPath(path)
    is_ours = name.parts[0] in {"js", "search", "external"} or path == "embed/embed.js"
    if is_ours or name.suffix in {".woff2", ".woff"}:
        folder = "" if is_ours else f"{name.parent}/"
        stem = f"{name.stem}.{file.digest[:10]}" if hashed else name.stem
        return Asset(f"/assets/{folder}{stem}{name.suffix}", file)
    return Asset(f"/assets/{path}", file)


def _join(files: Mapping[str, File], addresses: Mapping[str, str], fonts: Fonts, overrides: str) -> bytes:
    """The stylesheet: its layers in order, components by name, print last; colours that were chosen over ours."""
    tokens = ["css/reset.css", "css/tokens.css", _FACES[fonts]]
    rest = ["css/base.css", "css/layout.css"]
    rest += sorted(path for path in files if path.startswith("css/components/"))
    rest += ["css/print.css"]
    known = {*tokens, *rest, *_FACES.values()}
    rest += sorted(path for path in files if path.startswith("css/") and path not in known)
    sheets = [*_sheets(files, tokens, addresses), overrides, *_sheets(files, rest, addresses)]
    return joined(sheet for sheet in sheets if sheet).encode() + b"\n"


def _sheets(files: Mapping[str, File], paths: Iterable[str], addresses: Mapping[str, str]) -> Iterator[str]:
    for path in paths:
        if path in files and path.endswith(".css"):
            yield _URL.sub(
                lambda match: _url(match, addresses), squeezed(files[path].read().decode("utf-8", "replace"))
            )


def _preloaded(faces: File | None, addresses: Mapping[str, str]) -> Iterator[str]:
    """The fonts that every page needs at once: all but italics, which may not occur on it."""
    for face in _FACE.findall(faces.read().decode("utf-8", "replace") if faces else ""):
        for url in _URL.findall(face) if "italic" not in face else ():
            yield from filter(None, [addresses.get(_path(url))])


def _path(url: str) -> str:
    """The path in assets/ that a stylesheet names as ``../fonts/x.woff2``."""
    return url.removeprefix("../").removeprefix("../")


def _url(match: re.Match[str], addresses: Mapping[str, str]) -> str:
    """A file that the stylesheet names, under its published name."""
    address = addresses.get(_path(match[1]))
    return f'url("{address.removeprefix("/assets/")}")' if address else match[0]
