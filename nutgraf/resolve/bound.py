"""Bound documents: what a document says once the sources and the glossary are known."""

from collections.abc import Mapping

from msgspec import Struct

from nutgraf.kinds.explainer import Explainer
from nutgraf.resolve.citations import Citations, bind
from nutgraf.resolve.claims import Document, groups_of
from nutgraf.resolve.linking import Entries, names_of
from nutgraf.resolve.listing import Announcement, Listing, announce, list_document
from nutgraf.resolve.mentions import Mentions
from nutgraf.resolve.pictured import Pictured, pictured
from nutgraf.resolve.sources import Source
from nutgraf.resolve.traces import Traces, traces_of
from nutgraf.resolve.verification import NOT_VERIFIED, Verification, Verifier


class Bound(Struct, frozen=True):
    """A document with the glossary linked in it, and its citations."""

    document: Document
    citations: Citations
    verification: Verification = NOT_VERIFIED  # of its figures, dates and names


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
    verification = Verifier(sources, names_of(entries), language).verify(linked, citations.found)
    citations = citations.with_supports(verification.supports)
    return Binding(
        Bound(linked, citations, verification),
        list_document(linked, citations, entries, verification),
        announce(linked, citations, verification) if isinstance(linked, Explainer) else None,
        traces_of(linked, citations, mentions.found()),
        pictured(linked),
    )
