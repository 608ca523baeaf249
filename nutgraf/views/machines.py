"""What is made for machines: feeds, the sitemap, redirects. Addresses here are absolute where nothing else is said."""

from typing import Literal

from msgspec import Struct

from nutgraf.views.parts import Link


class MovedView(Struct, frozen=True):
    """moved.html."""

    language: str
    direction: Literal["ltr", "rtl"]
    page: Link  # where it has moved to; relative
    canonical: str


class SitemapView(Struct, frozen=True):
    """feeds/sitemap.xml."""

    addresses: tuple[tuple[str, str | None], ...]  # absolute address, ISO day of the last change where known


class Entry(Struct, frozen=True):
    """An entry of a feed."""

    id: str  # stays what it is, whatever the page is called
    title: str
    href: str
    published: str  # a moment with its offset
    updated: str
    authors: tuple[str, ...]  # () means those of the feed
    topics: tuple[str, ...]
    summary: str


class FeedView(Struct, frozen=True):
    """feeds/atom.xml (RFC 4287)."""

    language: str
    title: str
    subtitle: str
    id: str
    href: str  # its own address
    page: str  # the page that shows the same
    updated: str
    authors: tuple[str, ...]
    rights: str
    entries: tuple[Entry, ...]


class RobotsView(Struct, frozen=True):
    """feeds/robots.txt."""

    sitemap: str
