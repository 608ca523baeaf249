"""What stands around every page: head, masthead, colophon."""

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from nutgraf.views.parts import Link


@dataclass(frozen=True)
class NavLink:
    """An entry of the site's navigation."""

    title: str
    href: str
    is_current: bool


@dataclass(frozen=True)
class OpenGraph:
    """What other sites show when this page is shared (https://ogp.me)."""

    type: Literal["article", "website"]
    title: str
    description: str
    url: str
    published: str | None  # ISO days
    modified: str | None


@dataclass(frozen=True)
class Frame:
    """Everything base.html needs."""

    language: str  # BCP 47
    direction: Literal["ltr", "rtl"]
    site_title: str
    tagline: str
    page_title: str  # for <title>
    description: str
    canonical: str | None  # absolute; None for pages that have no address of their own
    is_indexed: bool  # False writes robots noindex
    home: str
    nav: tuple[NavLink, ...]
    footer: tuple[Link, ...]
    stylesheet: str
    script: str
    fonts: tuple[str, ...]  # preloaded
    open_graph: OpenGraph | None
    json_ld: Markup | None
    is_draft: bool
