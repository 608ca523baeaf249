"""Pictures of content: the files that pages load of each, and which of them are needed at once."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from msgspec import Struct, field

from nutgraf.checks.images import problems_with
from nutgraf.images import FlawedImageError, Format, Header, clean, draw, recipe, widths
from nutgraf.plan.output import UndrawableError
from nutgraf.problems import Place
from nutgraf.read import File
from nutgraf.resolve.links import Target, follow
from nutgraf.resolve.pictured import Pictured, pictured
from nutgraf.resolve.site import Site

_SUFFIXES: dict[Format, str] = {"jpeg": ".jpg", "png": ".png", "webp": ".webp"}


class Variant(Struct, frozen=True):
    """A picture drawn in one size and format."""

    file: File
    header: Header
    width: int
    height: int
    format: Format

    @property
    def address(self) -> str:
        """``/assets/images/port-680.<hash>.webp``; another picture under the old name gets another address."""
        return _hashed(self.file, f"-{self.width}", _SUFFIXES[self.format])

    @property
    def key(self) -> str:
        """A digest of the file, the size, the format, and the way it is drawn."""
        return _digest(self.file.digest, f"{self.width} {self.height} {self.format}", recipe())

    def draw(self) -> bytes:
        """The contents of its file. Raises UndrawableError when the picture is damaged."""
        try:
            return draw(self.file.read(), self.header, self.width, self.height, self.format)
        except FlawedImageError as error:
            raise UndrawableError(*problems_with(self.file.path, error.flaws)) from None


class Clean(Struct, frozen=True):
    """A picture’s own file, without what it tells about its maker."""

    file: File
    header: Header
    address: str

    @property
    def key(self) -> str:
        """A digest of the file and of the way it is cleaned."""
        return _digest(self.file.digest, "clean 1")  # to be raised by whoever changes what is left out

    def draw(self) -> bytes:
        """The contents of its file. Raises UndrawableError when the picture is damaged or unsafe."""
        try:
            return clean(self.file.read(), self.header.format)
        except FlawedImageError as error:
            raise UndrawableError(*problems_with(self.file.path, error.flaws)) from None


class Picture(Struct, frozen=True):
    """A picture as pages show it."""

    width: int  # of the largest file
    height: int
    files: tuple[Variant | Clean, ...]  # in its own format, smallest first
    webp: tuple[Variant, ...] = ()  # the same sizes, where its own format is larger


class Pictures(Struct, frozen=True):
    """Every picture of the site."""

    shown: Mapping[str, Picture]  # by the address of its own file
    plain: Mapping[str, Clean] = field(default_factory=dict)  # published under their own names, by these


NO_PICTURES = Pictures({})


def pictures_of(site: Site) -> Pictures:
    """The pictures that pages show, and those that are published as files."""
    files = {f"/{file.path}": file for file in site.assets}
    headers = {f"/{path}": read for path, read in site.headers.items() if isinstance(read, Header)}
    images = {(image.src, image.place.path.rpartition("/")[0]): image for each in _all(site) for image in each.images}
    shown = {address for image in images.values() if (address := _address(image.src, image.place, site))}
    named = _named(site) | _styled(shown, site)
    return Pictures(
        shown={address: picture_of(files[address], headers[address]) for address in shown & headers.keys()},
        plain={
            address: Clean(files[address], header, address)
            for address, header in headers.items()
            if address not in shown or address in named
        },
    )


def picture_of(file: File, header: Header) -> Picture:
    """The files of a picture: three sizes of a photo, a drawing or a film as it is."""
    if header.format in {"svg", "gif"} or header.is_animated:
        own = Clean(file, header, _hashed(file, "", file.name.suffix))
        return Picture(header.width, header.height, (own,))
    sizes = [(width, max(1, round(header.height * width / header.width))) for width in widths(header.width)]
    own_format = tuple(Variant(file, header, *size, header.format) for size in sizes)
    webp = tuple(Variant(file, header, *size, "webp") for size in sizes) if header.format != "webp" else ()
    return Picture(*sizes[-1], own_format, webp)


def _address(href: str, place: Place, site: Site) -> str | None:
    """The address of ours that a reference leads to."""
    target = follow(href, place.path, site.destinations)
    return target.address if isinstance(target, Target) and not target.url else None


def _named(site: Site) -> set[str]:
    """The addresses of pictures that are needed as they are: links lead to them, the masthead shows them."""
    linked = {_address(link.href, link.place, site) for each in _all(site) for link in each.links}
    settings = site.settings
    emblems = {f"/assets/images/{name}" for name in (settings.logo, settings.logo_dark, settings.icon) if name}
    return {*filter(None, linked), *emblems}


def _styled(addresses: set[str], site: Site) -> set[str]:
    """Those that a stylesheet of the site seems to name."""
    if not addresses:
        return set()
    styles = b"".join(asset.read() for asset in site.assets if asset.path.startswith("assets/css/"))
    return {address for address in addresses if address.rpartition("/")[2].encode() in styles}


def _all(site: Site) -> Iterator[Pictured]:
    """What every text of the site shows and links to."""
    yield from site.pictured.values()
    yield from (pictured(source) for source in site.sources.values() if source.note)
    yield from (pictured(site.home),) if site.home else ()


def _hashed(file: File, size: str, suffix: str) -> str:
    """An address that no other picture has: port.png and port.jpg may lie side by side."""
    name = PurePosixPath(file.path)
    return f"/{name.parent}/{name.stem}{size}.{_digest(file.digest, name.suffix)[:10]}{suffix}"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
