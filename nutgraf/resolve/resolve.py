"""Resolve: the documents → the Site."""

from dataclasses import replace

from nutgraf.interface import interface_for
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.page import Page
from nutgraf.kinds.settings import Settings
from nutgraf.kinds.term import Term
from nutgraf.parse.documents import Documents
from nutgraf.resolve.citations import bind
from nutgraf.resolve.claims import groups_of
from nutgraf.resolve.destinations import destinations_of
from nutgraf.resolve.mentions import Mentions, entries_of
from nutgraf.resolve.site import Document, Site
from nutgraf.resolve.sources import join_sources
from nutgraf.slugs import slugify


def resolve(written: Documents, settings: Settings, *, with_drafts: bool = False) -> Site:
    """The Site. What cannot be bound stays in it, unbound, for the checks to report."""
    public = written if with_drafts else _published(written)
    sources = {source.id: source for source in join_sources(written.source_files, written.captures)}
    mentions = Mentions(entries_of(written.terms))
    documents: tuple[Document, ...] = (*public.explainers, *public.terms, *public.pages)
    linked = [mentions.link(document) for document in documents]
    for source in sources.values():
        mentions.search(source)
    citations = {document.address: bind(groups_of(document), sources, settings.language) for document in linked}
    explainers = [document for document in linked if isinstance(document, Explainer)]
    explainers.sort(key=lambda explainer: explainer.slug)
    explainers.sort(key=lambda explainer: explainer.date.sort_key, reverse=True)
    terms = [document for document in linked if isinstance(document, Term)]
    return Site(
        settings=settings,
        interface=interface_for(settings.language, written.catalogues),
        home=written.home,
        explainers=tuple(explainers),
        terms=tuple(sorted(terms, key=lambda term: (slugify(term.title), term.title, term.slug))),
        pages=tuple(document for document in linked if isinstance(document, Page)),
        sources=sources,
        citations=citations,
        appearances={slug: tuple(found) for slug, found in mentions.appearances.items()},
        destinations=destinations_of(written, linked, sources.values(), citations),
        term_names=mentions.entries.names,
        written=written,
    )


def _published(written: Documents) -> Documents:
    return replace(
        written,
        explainers=tuple(explainer for explainer in written.explainers if not explainer.is_draft),
        pages=tuple(page for page in written.pages if not page.is_draft),
    )
