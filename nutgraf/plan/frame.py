"""The frame around a page."""

from collections.abc import Iterable
from typing import Literal

from markupsafe import Markup

from nutgraf.plan.languages import direction
from nutgraf.plan.linked_data import Node, script, web_page
from nutgraf.plan.open_graph import Article, open_graph
from nutgraf.plan.sheet import Sheet
from nutgraf.plan.theme import logo_of, theme_of
from nutgraf.views.frame import Alternate, Embeds, Frame, NavLink, OpenGraph
from nutgraf.views.parts import Link

FoundAs = Literal["explainer", "term", "source", "page"]
_SEARCH = "/search/"
_ATOM = "application/atom+xml"
_LONGEST_TITLE = 60  # characters that search results show
# Where the colophon leads first, when the desk has written these pages or the site makes them.
_FOOTER = ("/how-we-work/", "/about/", "/corrections/")


def frame(
    sheet: Sheet,
    title: str,
    description: str,
    *,
    article: Article | None = None,
    is_indexed: bool = True,
    is_draft: bool = False,
    canonical: str | None = None,
    linked: Node | None = None,
    alternates: Iterable[Alternate] = (),
    found_as: FoundAs | Literal[""] = "",
    embed_hosts: tuple[str, ...] = (),
) -> Frame:
    """The frame of a page; ``canonical`` names another address when the text belongs to someone else.

    ``linked`` is what machines are told of a page that is more than a page; ``alternates`` are its other forms.
    Only what is ``found_as`` something is searched, where there is a search. embed_hosts: from hosts_in.
    """
    settings = sheet.site.settings
    has_address = not sheet.is_rooted
    graph = open_graph(sheet, title, description, article) if has_address else None
    return Frame(
        language=settings.language,
        direction=direction(settings.language),
        site_title=settings.title,
        tagline=settings.tagline or "",
        page_title=_page_title(title, settings.title, is_article=article is not None),
        description=description,
        canonical=(canonical or sheet.url) if has_address else None,
        published=sheet.when(article.published) if article else None,
        updated=sheet.when(article.modified) if article and article.modified else None,
        is_indexed=is_indexed and not is_draft,
        alternates=(*_feeds(sheet), *alternates),
        home=sheet.href("/"),
        nav=_nav(sheet),
        footer=_footer(sheet),
        logo=logo_of(sheet),
        theme=theme_of(sheet),
        publisher=settings.publisher if settings.publisher and settings.publisher != settings.title else "",
        rights=settings.rights or "",
        stylesheet=sheet.href(sheet.assets.stylesheet),
        script=sheet.href(sheet.assets.script) if sheet.assets.script else "",
        embeds=_embeds(sheet, embed_hosts) if embed_hosts else None,
        fonts=tuple(sheet.href(font) for font in sheet.assets.fonts),
        open_graph=graph,
        json_ld=_json_ld(linked or web_page(sheet, title, description), graph) if has_address else None,
        is_draft=is_draft,
        found_as=found_as if settings.search and not is_draft else "",
    )


def _embeds(sheet: Sheet, hosts: tuple[str, ...]) -> Embeds:
    script, stylesheet = sheet.assets.external.script, sheet.assets.external.stylesheet
    return Embeds(hosts, sheet.href(script) if script else "", sheet.href(stylesheet) if stylesheet else "")


def _json_ld(linked: Node, graph: OpenGraph | None) -> Markup:
    """An article has the picture that its tags name."""
    image = graph.image if graph and graph.type == "article" else None
    return script(linked | {"image": [image.url]} if image else linked)


def _nav(sheet: Sheet) -> tuple[NavLink, ...]:
    """The navigation that site.toml gives, else the one every site has."""
    told = [(entry.title, entry.page) for entry in sheet.site.settings.nav]
    usual = [
        (sheet.say("Explainers"), "/"),
        (sheet.say("Timeline"), "/timeline/"),
        (sheet.say("Words"), "/glossary/"),
        (sheet.say("Sources"), "/sources/"),
    ]
    shown = told or usual
    if sheet.site.settings.search and _SEARCH not in dict(shown).values():
        shown.append((sheet.say("Search"), _SEARCH))
    return tuple(NavLink(title, _href(sheet, page), page == sheet.address) for title, page in shown)


def _href(sheet: Sheet, page: str) -> str:
    """The reference to what an entry of site.toml names: a page of ours or another site."""
    return sheet.href(page) if page.startswith("/") else page


def _page_title(title: str, site: str, *, is_article: bool) -> str:
    """An explainer’s headline stands alone; other pages name the site where there is room."""
    if title == site or is_article:
        return title
    both = f"{title}: {site}"
    return both if len(both) <= _LONGEST_TITLE else title


def _feeds(sheet: Sheet) -> tuple[Alternate, ...]:
    """The feeds, as feed readers find them."""
    site = sheet.site.settings.title
    corrections = sheet.say("%(site)s: corrections and changes", site=site)
    return (
        Alternate(_ATOM, site, sheet.href("/feed.xml")),
        Alternate(_ATOM, corrections, sheet.href("/corrections.xml")),
    )


def _footer(sheet: Sheet) -> tuple[Link, ...]:
    """The links that site.toml gives, else the standing pages, the corrections and the feed."""
    if told := sheet.site.settings.footer:
        return tuple(Link(entry.title, _href(sheet, entry.page)) for entry in told)
    titles = {"/corrections/": sheet.say("Corrections")}
    titles |= {page.address: page.title for page in sheet.site.standing}
    first = [address for address in _FOOTER if address in titles]
    more = [address for address in titles if address not in _FOOTER]
    feed = sheet.link(sheet.say("Feed"), "/feed.xml")
    return (*(sheet.link(titles[address], address) for address in (*first, *more)), feed)
