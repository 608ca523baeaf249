"""Every piece of every text: of a document, and of the whole site."""

from collections.abc import Iterator
from typing import TypeVar

from nutgraf.body import Body, Inline, Piece
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.term import Term
from nutgraf.resolve.site import Document, Site

Kind = TypeVar("Kind")


def pieces_of(site: Site, kind: type[Kind]) -> Iterator[Kind]:
    """The pieces of one kind, in every body and every inline text of the site."""
    for piece in _all(site):
        if isinstance(piece, kind):
            yield piece


def pieces_in(document: Document) -> Iterator[Piece]:
    """The pieces of a document: its texts in front matter, then its body."""
    for text in _inlines(document):
        yield from text.pieces
    yield from _body(document.body)


def _all(site: Site) -> Iterator[Piece]:
    for document in site.documents:
        yield from pieces_in(document)
    for source in site.sources.values():
        if source.note:
            yield from _body(source.note)
    if site.home:
        yield from _body(site.home.body)
        yield from site.home.standfirst.pieces if site.home.standfirst else ()


def _body(body: Body) -> Iterator[Piece]:
    for section in body.sections:
        yield from section.question
        yield from section.pieces
        for footnote in section.footnotes:
            yield from footnote.pieces


def _inlines(document: Document) -> Iterator[Inline]:
    if isinstance(document, Term):
        yield document.definition
    elif document.standfirst:
        yield document.standfirst
    if isinstance(document, Explainer):
        for fact in document.facts:
            yield fact.label
            yield fact.value
        for event in document.events:
            yield event.title
            yield from (event.text,) if event.text else ()
        for notice in (*document.corrections, *document.changes):
            yield notice.text
