"""Addresses: site-absolute paths such as ``/tariffs/``, the files behind them, and the way from one to another."""

from functools import lru_cache
from urllib.parse import quote, urlsplit

RESERVED = frozenset(
    {"glossary", "sources", "timeline", "topics", "corrections", "search", "embed", "assets", "404", "index", "feed"}
)


def file_of(address: str) -> str:
    """The file in the output folder that answers an address: ``tariffs/index.html`` for ``/tariffs/``."""
    path = address.lstrip("/")
    return path + "index.html" if address.endswith("/") else path


def address_of(file: str) -> str:
    """The address that a file in the output folder answers: ``/tariffs/`` for ``tariffs/index.html``."""
    return "/" + (file.removesuffix("index.html") if f"/{file}".endswith("/index.html") else file)


def escaped(address: str) -> str:
    """The address with everything percent-encoded that a URL cannot hold (RFC 3986)."""
    return quote(address, safe="/~")


@lru_cache(maxsize=4096)
def relative(start: str, target: str) -> str:
    """The relative reference from one address to another (RFC 3986, 4.2), percent-encoded: ``../sources/``.

    ``./`` if equal.
    Both begin with a slash; it works at any depth of any host.
    """
    folder, path = start.split("/")[1:-1], target.split("/")[1:]
    shared = 0
    while shared < min(len(folder), len(path) - 1) and folder[shared] == path[shared]:
        shared += 1
    way = [".."] * (len(folder) - shared) + path[shared:]
    return escaped("/".join(way)) if any(way) else "./"


def absolute(base_url: str, address: str) -> str:
    """The full URL of an address, percent-encoded. base_url: must end in a slash."""
    return base_url + escaped(address.lstrip("/"))


def base_path(base_url: str) -> str:
    """The path of the URL on its host; with a slash at both ends, as base_url ends in one."""
    return urlsplit(base_url).path
