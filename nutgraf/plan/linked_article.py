"""An explainer as linked data (https://schema.org/NewsArticle, https://schema.org/BackgroundNewsArticle).

It says when the desk has changed it, and never that a build has: there is no dateModified without ``updated``.
"""

from collections.abc import Iterable

from nutgraf.kinds.evidence import Notice
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.term import Term
from nutgraf.plan.linked_data import WIKIDATA, Node, creative_work, publisher_in_brief, term_in_brief
from nutgraf.plan.notes import recommended
from nutgraf.plan.sheet import Sheet
from nutgraf.plan.teasers import author_address, topic_title
from nutgraf.plan.words import linked_slugs
from nutgraf.resolve.citations import Citations
from nutgraf.views.parts import Counts

_TYPES = {"person": "Person", "organisation": "Organization", "place": "Place"}  # kinds of entries; else DefinedTerm


def article(explainer: Explainer, citations: Citations, used: Iterable[Term], counts: Counts, sheet: Sheet) -> Node:
    """The explainer, with the glossary entries ``used`` in it; its picture is for the frame to add."""
    cited = list({note.source.id: note.source for note in citations.notes}.values())
    topics = [topic_title(topic, sheet.site) for topic in explainer.topics]
    node: Node = {
        "@type": ["NewsArticle", "BackgroundNewsArticle"],
        "@id": f"{sheet.url}#article",
        "headline": explainer.title,
        "description": explainer.standfirst.plain,
        "url": sheet.url,
        "mainEntityOfPage": {"@type": "WebPage", "@id": sheet.url},
        "datePublished": sheet.moment(explainer.date),
        "dateModified": sheet.moment(explainer.updated) if explainer.updated else None,
        "author": _authors(explainer, sheet),
        "publisher": publisher_in_brief(sheet),
        "inLanguage": sheet.site.settings.language,
        "isAccessibleForFree": True,
        "articleSection": topics,
        "citation": [
            creative_work(source, sheet) for source in (*cited, *recommended(explainer, citations, sheet.site))
        ],
        "backstory": _backstory(counts, sheet),
        "isBasedOn": [{"@id": f"{sheet.url_of(source.address)}#source"} for source in cited],
        **_subjects(explainer, used, sheet),
        "correction": [_correction(notice, sheet) for notice in explainer.corrections],
    }
    if not node["author"]:
        node["author"] = node["publisher"]
    return {name: value for name, value in node.items() if value not in (None, [])}


def _backstory(counts: Counts, sheet: Sheet) -> str | None:
    """How it was made, in a sentence (https://schema.org/backstory); None where nothing was checked."""
    claims = counts.supported + counts.unsupported
    if not counts.quotations and not claims:
        return None
    return sheet.say(
        "Quotations found word for word in their sources: %(verbatim)s of %(quotations)s. Figures, dates and names"
        " found in the evidence named for them: %(supported)s of %(claims)s. Figures without a citation: %(uncited)s.",
        quotations=counts.quotations,
        verbatim=counts.verbatim,
        claims=claims,
        supported=counts.supported,
        uncited=counts.uncited,
    )


def _authors(explainer: Explainer, sheet: Sheet) -> list[Node]:
    """Who an explainer names is a person; who site.toml names for all that name nobody is a desk."""
    if explainer.authors:
        return [_author("Person", name, sheet) for name in explainer.authors]
    return [_author("Organization", name, sheet) for name in sheet.site.settings.author]


def _author(kind: str, name: str, sheet: Sheet) -> Node:
    node: Node = {"@type": kind, "name": name}
    address = author_address(name, sheet.site)
    return node | {"url": sheet.url_of(address)} if address else node


def _subjects(explainer: Explainer, used: Iterable[Term], sheet: Sheet) -> dict[str, list[Node]]:
    """What it is about: the entries in its standfirst and its key facts. The others it mentions."""
    leading = (explainer.standfirst, *(text for fact in explainer.facts for text in (fact.label, fact.value)))
    central = set(linked_slugs((piece for text in leading for piece in text.pieces), sheet.site))
    found: dict[str, list[Node]] = {"about": [], "mentions": []}
    for term in used:
        found["about" if term.slug in central else "mentions"].append(_subject(term, sheet))
    return found


def _subject(term: Term, sheet: Sheet) -> Node:
    kind = _TYPES.get(term.kind)
    if kind is None:
        return term_in_brief(term, sheet)
    same: Node = {"sameAs": WIKIDATA + term.wikidata} if term.wikidata else {}
    return {"@type": kind, "name": term.title, **same}


def _correction(notice: Notice, sheet: Sheet) -> Node:
    when = sheet.moment(notice.date)
    return {"@type": "CorrectionComment", "text": notice.text.plain, "datePublished": when}
