"""Linked data: what machines are told about a page (schema.org, as JSON-LD). Addresses in it are absolute."""

import json
from collections.abc import Iterable

from markupsafe import Markup

from nutgraf.kinds.term import Term
from nutgraf.plan.sheet import Sheet
from nutgraf.plan.theme import address_of
from nutgraf.resolve.sources import Credit

Node = dict[str, object]

WIKIDATA = "https://www.wikidata.org/entity/"
_PRINCIPLES = "/how-we-work/"


def script(node: Node) -> Markup:
    """The node as the contents of a script element: no ``<`` in it can end the element or begin a comment."""
    return Markup(json_of({"@context": "https://schema.org", **node}))  # noqa: S704  # json_of escapes


def json_of(node: Node) -> str:
    """The node as JSON in which nobody can read HTML: its three signs are escaped."""
    written = json.dumps(node, ensure_ascii=False, separators=(",", ":"))
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def web_page(sheet: Sheet, title: str, description: str, kind: str = "WebPage") -> Node:
    """A page of no other kind (https://schema.org/WebPage)."""
    return {
        "@type": kind,
        "@id": sheet.url,
        "url": sheet.url,
        "name": title,
        "description": description,
        "inLanguage": sheet.site.settings.language,
        "isPartOf": _site_in_brief(sheet),
    }


def web_site(sheet: Sheet, description: str) -> Node:
    """The site and who publishes it (https://schema.org/WebSite, https://schema.org/NewsMediaOrganization)."""
    publisher = publisher_in_brief(sheet) | {"correctionsPolicy": sheet.url_of("/corrections/")}
    if any(page.address == _PRINCIPLES for page in sheet.site.standing):
        publisher["publishingPrinciples"] = sheet.url_of(_PRINCIPLES)
    if logo := address_of(sheet, sheet.site.settings.logo):
        publisher["logo"] = sheet.url_of(logo)
    more = {"description": description, "inLanguage": sheet.site.settings.language, "publisher": publisher}
    return _site_in_brief(sheet) | more


def publisher_in_brief(sheet: Sheet) -> Node:
    """The publisher, as pages name it; the home page says more."""
    settings = sheet.site.settings
    home = sheet.url_of("/")
    name = settings.publisher or settings.title
    return {"@type": "NewsMediaOrganization", "@id": f"{home}#publisher", "name": name, "url": home}


def _site_in_brief(sheet: Sheet) -> Node:
    home = sheet.url_of("/")
    return {"@type": "WebSite", "@id": f"{home}#site", "name": sheet.site.settings.title, "url": home}


def creative_work(source: Credit, sheet: Sheet) -> Node:
    """A source (https://schema.org/CreativeWork); its ``url`` is the publisher’s, else that of our page."""
    address = sheet.url_of(source.address)
    node: Node = {"@type": "CreativeWork", "@id": f"{address}#source", "name": source.title}
    node["url"] = source.url or address
    if source.author:
        node["author"] = {"@type": "Person", "name": source.author}
    if source.publisher:
        node["publisher"] = {"@type": "Organization", "name": source.publisher}
    if source.published and source.published.is_day:
        node["datePublished"] = source.published.iso_day
    if source.language:
        node["inLanguage"] = source.language
    return node


def source_page(source: Credit, description: str, sheet: Sheet) -> Node:
    """The page of a source, which is about somebody else’s work."""
    return web_page(sheet, source.title, description) | {"mainEntity": creative_work(source, sheet)}


def topic_page(title: str, description: str, sheet: Sheet) -> Node:
    """The page of a topic (https://schema.org/CollectionPage)."""
    return web_page(sheet, title, description, "CollectionPage") | {"about": {"@type": "Thing", "name": title}}


def defined_term(term: Term, sheet: Sheet) -> Node:
    """A glossary entry (https://schema.org/DefinedTerm)."""
    return _defined(term, sheet) | {"inDefinedTermSet": {"@type": "DefinedTermSet", "@id": _set_id(sheet)}}


def _defined(term: Term, sheet: Sheet) -> Node:
    others: Node = {"alternateName": [alias.text for alias in term.aliases]} if term.aliases else {}
    return term_in_brief(term, sheet) | {"description": term.definition.plain} | others


def term_in_brief(term: Term, sheet: Sheet) -> Node:
    """A glossary entry, as other pages name it."""
    url = sheet.url_of(term.address)
    same: Node = {"sameAs": WIKIDATA + term.wikidata} if term.wikidata else {}
    return {"@type": "DefinedTerm", "@id": f"{url}#term", "name": term.title, "url": url, **same}


def defined_term_set(terms: Iterable[Term], name: str, sheet: Sheet) -> Node:
    """The glossary (https://schema.org/DefinedTermSet)."""
    return {
        "@type": "DefinedTermSet",
        "@id": _set_id(sheet),
        "name": name,
        "url": sheet.url,
        "inLanguage": sheet.site.settings.language,
        "hasDefinedTerm": [_defined(term, sheet) for term in terms],
    }


def _set_id(sheet: Sheet) -> str:
    return sheet.url_of("/glossary/") + "#terms"
