"""What is made for machines: feeds, the sitemap, redirects. Addresses here are absolute where nothing else is said."""

from dataclasses import dataclass
from typing import Literal

from nutgraf.views.parts import Link


@dataclass(frozen=True)
class MovedView:
    """moved.html."""

    language: str
    direction: Literal["ltr", "rtl"]
    page: Link  # where it has moved to; relative
    canonical: str


@dataclass(frozen=True)
class SitemapView:
    """feeds/sitemap.xml."""

    addresses: tuple[tuple[str, str | None], ...]  # absolute address, ISO day of the last change where known


@dataclass(frozen=True)
class Entry:
    """An entry of a feed."""

    id: str  # stays what it is, whatever the page is called
    title: str
    href: str
    published: str  # a moment with its offset
    updated: str
    authors: tuple[str, ...]  # () means those of the feed
    topics: tuple[str, ...]
    summary: str


@dataclass(frozen=True)
class FeedView:
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


@dataclass(frozen=True)
class RobotsView:
    """feeds/robots.txt."""

    sitemap: str
