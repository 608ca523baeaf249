"""What stands around every page: head, masthead, colophon."""

from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from nutgraf.views.parts import Link


class NavLink(Struct, frozen=True):
    """An entry of the site's navigation."""

    title: str
    href: str
    is_current: bool


class Emblem(Struct, frozen=True):
    """A picture that stands for the site’s name."""

    src: str
    width: int  # of the file, so that its room is kept
    height: int


class Logo(Struct, frozen=True):
    """The site’s logo."""

    light: Emblem
    dark: Emblem | None  # for the dark scheme; None when one does for both


class Theme(Struct, frozen=True):
    """What browsers take from the site’s colours for their own frame around the page: ``#rrggbb``."""

    paper: str
    dark_paper: str
    accent: str
    mark: str
    icon: str | None  # the desk’s own; None draws one in accent and mark


class SharePicture(Struct, frozen=True):
    """The picture that other sites show beside a link to the page."""

    url: str  # absolute
    alt: str
    width: int
    height: int


class OpenGraph(Struct, frozen=True):
    """What other sites show when this page is shared (https://ogp.me)."""

    type: Literal["article", "website"]
    title: str
    description: str
    url: str
    locale: str  # hi_IN
    image: SharePicture | None  # None: there are no fonts to draw with
    published: str | None  # ISO days
    modified: str | None
    section: str | None  # the first topic
    topics: tuple[str, ...]
    authors: tuple[str, ...]


class Alternate(Struct, frozen=True):
    """The same in another form."""

    type: str  # its media type
    title: str
    href: str


class Frame(Struct, frozen=True):
    """Everything base.html needs."""

    language: str  # BCP 47
    direction: Literal["ltr", "rtl"]
    site_title: str
    tagline: str
    page_title: str  # for <title>
    description: str
    canonical: str | None  # absolute; None for pages that have no address of their own
    published: Markup | None  # of an explainer, for its foot on paper
    updated: Markup | None
    is_indexed: bool  # False writes robots noindex
    alternates: tuple[Alternate, ...]  # the feeds, and the page itself in other forms
    home: str
    nav: tuple[NavLink, ...]
    footer: tuple[Link, ...]
    logo: Logo | None  # None shows the title in words
    theme: Theme
    publisher: str  # "" when the site’s title says it
    rights: str
    stylesheet: str
    script: str
    fonts: tuple[str, ...]  # preloaded
    open_graph: OpenGraph | None
    json_ld: Markup | None
    is_draft: bool
    found_as: str  # its kind, for those who search; "" when it is not found
