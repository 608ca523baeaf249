"""Bound documents: what a document says once the sources and the glossary are known."""

from collections.abc import Mapping

from msgspec import Struct

from nutgraf.kinds.explainer import Explainer
from nutgraf.resolve.citations import Citations, bind
from nutgraf.resolve.claims import Document, groups_of
from nutgraf.resolve.linking import Entries
from nutgraf.resolve.listing import Announcement, Listing, announce, list_document
from nutgraf.resolve.mentions import Mentions
from nutgraf.resolve.pictured import Pictured, pictured
from nutgraf.resolve.sources import Source
from nutgraf.resolve.traces import Traces, traces_of


class Bound(Struct, frozen=True):
    """A document with the glossary linked in it, and its citations."""

    document: Document
    citations: Citations


class Binding(Struct, frozen=True):
    """A bound document, and everything that other pages may know of it."""

    bound: Bound
    listing: Listing
    announcement: Announcement | None  # of an explainer
    traces: Traces
    pictured: Pictured


def bind_document(document: Document, entries: Entries, sources: Mapping[str, Source], language: str) -> Binding:
    """The document bound; what cannot be bound stays in it, for the checks to report."""
    mentions = Mentions(entries)
    linked = mentions.link(document)
    citations = bind(groups_of(linked), sources, language)
    return Binding(
        Bound(linked, citations),
        list_document(linked, citations, entries),
        announce(linked, citations) if isinstance(linked, Explainer) else None,
        traces_of(linked, citations, mentions.found()),
        pictured(linked),
    )
