"""Linked data: what machines are told about a page (schema.org, as JSON-LD)."""

import json
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from nutgraf.addresses import absolute
from nutgraf.kinds.term import Term
from nutgraf.plan.sheet import Sheet

_WIKIDATA = "https://www.wikidata.org/entity/"


def script(entry: Mapping[str, object]) -> Markup:
    """The entry as the contents of a script element: no ``<`` in it can end the element or begin a comment."""
    written = json.dumps({"@context": "https://schema.org", **entry}, ensure_ascii=False, separators=(",", ":"))
    safe = written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(safe)  # noqa: S704  # the three signs that HTML could read are escaped above


def defined_term(term: Term, sheet: Sheet) -> dict[str, object]:
    """A glossary entry as a DefinedTerm (https://schema.org/DefinedTerm)."""
    url = absolute(sheet.site.settings.base_url, term.address)
    entry: dict[str, object] = {
        "@type": "DefinedTerm",
        "@id": f"{url}#term",
        "name": term.title,
        "description": term.definition.plain,
        "url": url,
        "inDefinedTermSet": {"@id": _set_id(sheet)},
    }
    if term.aliases:
        entry["alternateName"] = [alias.text for alias in term.aliases]
    if term.wikidata:
        entry["sameAs"] = _WIKIDATA + term.wikidata
    return entry


def defined_term_set(terms: Iterable[Term], name: str, sheet: Sheet) -> dict[str, object]:
    """The glossary as a DefinedTermSet (https://schema.org/DefinedTermSet)."""
    return {
        "@type": "DefinedTermSet",
        "@id": _set_id(sheet),
        "name": name,
        "inLanguage": sheet.site.settings.language,
        "hasDefinedTerm": [defined_term(term, sheet) for term in terms],
    }


def _set_id(sheet: Sheet) -> str:
    return absolute(sheet.site.settings.base_url, "/glossary/") + "#terms"
