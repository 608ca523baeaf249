"""Every piece of every text that somebody wrote."""

from collections.abc import Iterator

from nutgraf.body import Body, Inline, Piece
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.page import Home
from nutgraf.kinds.term import Term
from nutgraf.resolve.claims import Document
from nutgraf.resolve.sources import Source

Written = Document | Source | Home


def pieces_in(written: Written) -> Iterator[Piece]:
    """The pieces of a text: what stands in its front matter, then its body; of a source, the desk’s note."""
    if isinstance(written, Source):
        yield from _body(written.note) if written.note else ()
        return
    for text in _inlines(written):
        yield from text.pieces
    yield from _body(written.body)


def _body(body: Body) -> Iterator[Piece]:
    for section in body.sections:
        yield from section.question
        yield from section.pieces
        for footnote in section.footnotes:
            yield from footnote.pieces


def _inlines(document: Document | Home) -> Iterator[Inline]:
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
