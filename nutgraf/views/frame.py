"""What stands around every page: head, masthead, colophon."""

from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from nutgraf.views.parts import Link


class NavLink(Struct, frozen=True):
    """An entry of the site's navigation."""

    title: str  # what readers see
    href: str  # where it leads
    is_current: bool  # the page that shows it is the one it leads to


class Emblem(Struct, frozen=True):
    """A picture that stands for the site’s name."""

    src: str  # href
    width: int  # of the file, so that its room is kept
    height: int  # of the file


class Logo(Struct, frozen=True):
    """The site’s logo."""

    light: Emblem
    dark: Emblem | None  # for the dark scheme; None when one does for both


class Theme(Struct, frozen=True):
    """What browsers take from the site’s colours for their own frame around the page: ``#rrggbb``."""

    paper: str  # of the light scheme
    dark_paper: str  # of the dark scheme
    accent: str  # of the light scheme
    mark: str  # the highlighter of the light scheme
    icon: str | None  # the desk’s own; None draws one in accent and mark


class SharePicture(Struct, frozen=True):
    """The picture that other sites show beside a link to the page."""

    url: str  # absolute
    alt: str  # its text
    width: int  # in pixels
    height: int  # in pixels


class OpenGraph(Struct, frozen=True):
    """What other sites show when this page is shared (https://ogp.me)."""

    type: Literal["article", "website"]  # what the page is
    title: str  # of the page
    description: str  # of the page
    url: str  # absolute address of the page
    locale: str  # hi_IN
    image: SharePicture | None  # None: there are no fonts to draw with
    published: str | None  # ISO days
    modified: str | None  # ISO day of the last change
    section: str | None  # the first topic
    topics: tuple[str, ...]  # their titles
    authors: tuple[str, ...]  # their names


class Alternate(Struct, frozen=True):
    """The same in another form."""

    type: str  # its media type
    title: str  # what it is called
    href: str  # where it is


class Embeds(Struct, frozen=True):
    """What a page needs for the charts and films of other sites that it shows."""

    hosts: tuple[str, ...]  # of these sites: nothing else may be shown in a frame
    script: str  # href; empty when the site has no such file
    stylesheet: str  # href; empty when the site has no such file


class Frame(Struct, frozen=True):
    """Everything base.html needs."""

    language: str  # BCP 47
    direction: Literal["ltr", "rtl"]  # of writing
    site_title: str  # the name of the site
    tagline: str  # what the site is, in a line; empty without
    page_title: str  # for <title>
    description: str  # for search engines
    canonical: str | None  # absolute; None for pages that have no address of their own
    published: Markup | None  # of an explainer, for its foot on paper
    updated: Markup | None  # the day of its last change; None when there was none
    is_indexed: bool  # False writes robots noindex
    alternates: tuple[Alternate, ...]  # the feeds, and the page itself in other forms
    home: str  # href
    nav: tuple[NavLink, ...]
    footer: tuple[Link, ...]
    logo: Logo | None  # None shows the title in words
    theme: Theme
    publisher: str  # "" when the site’s title says it
    rights: str  # the line at the foot; empty without
    stylesheet: str  # href
    script: str  # href
    embeds: Embeds | None  # None: it has none
    fonts: tuple[str, ...]  # preloaded
    open_graph: OpenGraph | None
    json_ld: Markup | None  # structured data, ready for its script element
    is_draft: bool  # readers will not see the page yet
    found_as: str  # its kind, for those who search; "" when it is not found
