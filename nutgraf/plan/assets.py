"""Assets: one stylesheet joined from its layers, and every published file under a name with its content’s hash.

Hosts cache for minutes, so a page may meet the stylesheet of another deploy unless the name says which (pages.md §1.3).
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from nutgraf.read import File

LAYERS = ("reset", "tokens", "fonts", "base", "layout")
_URL = re.compile(r"""url\(["']?([^"')]+)["']?\)""")
_PRELOADED = ("newsreader-text", "newsreader-display", "public-sans")  # the faces above the fold (pages.md §2)


@dataclass(frozen=True)
class Asset:
    """A file of assets/ as it is published."""

    address: str
    contents: bytes


@dataclass(frozen=True)
class Assets:
    """What pages load."""

    stylesheet: str  # addresses
    script: str
    fonts: tuple[str, ...]  # preloaded
    published: tuple[Asset, ...]


def make_assets(files: Iterable[File]) -> Assets:
    """The published assets. Files under css/ and js/ are joined or renamed; images keep the names that content uses."""
    by_path = {file.path.removeprefix("assets/"): file for file in files}
    named = {path: _named(path, file) for path, file in by_path.items() if not path.startswith("css/")}
    css = _join(by_path, {path: asset.address for path, asset in named.items()})
    stylesheet = Asset(f"/assets/site.{_hash(css)}.css", css)
    script = next((asset.address for path, asset in named.items() if path == "js/site.js"), "")
    fonts = tuple(
        asset.address for face in _PRELOADED for path, asset in named.items() if path.startswith(f"fonts/{face}.")
    )
    return Assets(stylesheet.address, script, fonts, (stylesheet, *named.values()))


def _hash(contents: bytes) -> str:
    return hashlib.sha256(contents).hexdigest()[:10]


def _named(path: str, file: File) -> Asset:
    name = PurePosixPath(path)
    if name.parts[0] == "js" or name.suffix in {".woff2", ".woff"}:
        folder = "" if name.parts[0] == "js" else f"{name.parent}/"
        return Asset(f"/assets/{folder}{name.stem}.{file.digest[:10]}{name.suffix}", file.data)
    return Asset(f"/assets/{path}", file.data)


def _join(files: Mapping[str, File], addresses: Mapping[str, str]) -> bytes:
    """The stylesheet: its layers in order, components by name, print last."""
    paths = [f"css/{layer}.css" for layer in LAYERS]
    paths += sorted(path for path in files if path.startswith("css/components/"))
    paths += ["css/print.css"]
    paths += sorted(path for path in files if path.startswith("css/") and path not in paths)
    return "".join(_layers(files, paths, addresses)).encode() + b"\n"


def _layers(files: Mapping[str, File], paths: Iterable[str], addresses: Mapping[str, str]) -> Iterator[str]:
    for path in paths:
        if path in files and path.endswith(".css"):
            yield _URL.sub(lambda match: _url(match, addresses), squeezed(files[path].data.decode("utf-8", "replace")))


def _url(match: re.Match[str], addresses: Mapping[str, str]) -> str:
    """A file that the stylesheet names as ``../fonts/x.woff2``, under its published name."""
    address = addresses.get(match[1].removeprefix("../").removeprefix("../"))
    return f'url("{address.removeprefix("/assets/")}")' if address else match[0]


def squeezed(css: str) -> str:
    """The stylesheet without comments and needless white space."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};,])\s*", r"\1", css)
    css = re.sub(r"(?<=[\w)%\"-]): ", ":", css)
    return css.replace(";}", "}").strip()
