"""Resolve: the documents → the Site."""

from collections.abc import Iterable, Mapping

from nutgraf.interface import interface_for
from nutgraf.kinds.settings import Settings
from nutgraf.kinds.term import Term
from nutgraf.parse.documents import Documents
from nutgraf.resolve.assemble import assemble
from nutgraf.resolve.bound import bind_document
from nutgraf.resolve.claims import Document
from nutgraf.resolve.linking import Entries
from nutgraf.resolve.links import Destination
from nutgraf.resolve.mentions import Mentions, entries_of
from nutgraf.resolve.parts import Parts
from nutgraf.resolve.site import Site
from nutgraf.resolve.sources import Source, join_sources
from nutgraf.resolve.traces import Traces, footprint


def resolve(written: Documents, settings: Settings, *, with_drafts: bool = False) -> Site:
    """The Site. What cannot be bound stays in it, unbound, for the checks to report."""
    sources = {source.id: source for source in join_sources(written.source_files, written.captures)}
    entries = entries_of(written.terms)
    documents: tuple[Document, ...] = (*written.explainers, *written.terms, *written.pages)
    public = [document for document in documents if with_drafts or not is_draft(document)]
    bindings = [bind_document(document, entries, sources, settings.language) for document in public]
    traces = {binding.listing.path: binding.traces for binding in bindings}
    traces |= {source.credit.address: search(source, entries) for source in sources.values()}
    parts = Parts(
        settings=settings,
        interface=interface_for(settings.language, written.catalogues),
        home=written.home,
        terms=written.terms,
        listings={binding.listing.path: binding.listing for binding in bindings},
        announcements={each.listing.path: each.announcement for each in bindings if each.announcement},
        bound={binding.listing.path: binding.bound for binding in bindings},
        footprints={path: footprint(left) for path, left in traces.items()},
        traces=traces,
        sources=sources,
        origins={source.id: source.credit.seed for source in sources.values()},
        seeds=written.seeds,
        drafts=_drafts(document for document in documents if not with_drafts and is_draft(document)),
        unread=written.unread,
        assets=written.assets,
        term_names=entries.names,
    )
    return assemble(parts)


def is_draft(document: Document) -> bool:
    """Whether readers are not to see it yet."""
    return not isinstance(document, Term) and document.is_draft


def search(source: Source, entries: Entries) -> Traces:
    """The terms that a source mentions."""
    mentions = Mentions(entries)
    mentions.search(source)
    return Traces(appearances=mentions.found())


def _drafts(documents: Iterable[Document]) -> Mapping[str, Destination]:
    return {each.place.path: Destination(each.address, each.title, None, is_draft=True) for each in documents}
