"""What is made for machines: feeds, the sitemap, redirects. Addresses here are absolute where nothing else is said."""

from typing import Literal

from msgspec import Struct

from nutgraf.views.parts import Link


class MovedView(Struct, frozen=True):
    """moved.html."""

    language: str  # of the site (BCP 47)
    direction: Literal["ltr", "rtl"]  # of writing
    page: Link  # where it has moved to; relative
    canonical: str  # absolute address of the page


class SitemapView(Struct, frozen=True):
    """feeds/sitemap.xml."""

    addresses: tuple[tuple[str, str | None], ...]  # absolute address, ISO day of the last change where known


class Entry(Struct, frozen=True):
    """An entry of a feed."""

    id: str  # stays what it is, whatever the page is called
    title: str  # its headline
    href: str  # absolute address of its page
    published: str  # a moment with its offset
    updated: str  # a moment with its offset
    authors: tuple[str, ...]  # () means those of the feed
    topics: tuple[str, ...]  # their titles
    summary: str  # the standfirst, as text


class FeedView(Struct, frozen=True):
    """feeds/atom.xml (RFC 4287)."""

    language: str  # of the site (BCP 47)
    title: str  # of the feed
    subtitle: str  # what it holds
    id: str  # stays what it is
    href: str  # its own address
    page: str  # the page that shows the same
    updated: str  # the moment of its newest entry
    authors: tuple[str, ...]  # of entries that name nobody
    rights: str  # who owns it; empty without
    entries: tuple[Entry, ...]


class RobotsView(Struct, frozen=True):
    """feeds/robots.txt."""

    sitemap: str  # absolute address
