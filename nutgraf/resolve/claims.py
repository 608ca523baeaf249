"""Claims: every stretch of a document that answers to a source, group by group.

A group is a part of the page whose notes stand together: the key facts, a question, the timeline, a definition.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from nutgraf.body import Body, Citation, Inline, Piece, Quotation, Reference
from nutgraf.kinds.evidence import Event, Fact
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.page import Page
from nutgraf.kinds.term import Term

# What can cite and mention.
Document = Explainer | Term | Page
# What a claim belongs to: a citation in running text, or the fact, event or entry that names its source.
Holder = Citation | Fact | Event | Term
GroupKind = Literal["facts", "section", "timeline", "definition"]


class Claim(Struct, frozen=True):
    """Words that answer to one or more sources."""

    holder: Holder
    references: tuple[Reference, ...]
    quotations: tuple[Quotation, ...]


class Group(Struct, frozen=True):
    """A part of a page with the claims in it, in reading order."""

    kind: GroupKind
    anchor: str
    title: str  # the question; "" for parts that have none
    claims: tuple[Claim, ...]


def holders_of(holder: Fact | Event) -> tuple[Holder, ...]:
    """Everything in a fact or event that can cite: its source, and the citations in its words."""
    texts = (holder.label, holder.value) if isinstance(holder, Fact) else (holder.title, holder.text)
    return (holder, *(citation for text in texts if text for citation in text.citations))


def groups_of(document: Document) -> Iterator[Group]:
    """The groups of a document in reading order, with those that hold no claim."""
    if isinstance(document, Explainer):
        yield Group("facts", "key-facts", "", tuple(_facts(document.facts)))
    if isinstance(document, Term):
        yield Group("definition", "definition", "", tuple(_definition(document)))
    yield from _sections(document.body)
    if isinstance(document, Explainer):
        yield Group("timeline", "timeline", "", tuple(_events(document.events)))


def _sections(body: Body) -> Iterator[Group]:
    for section in body.sections:
        notes = (piece for footnote in section.footnotes for piece in footnote.pieces)
        claims = (*_citations(section.pieces), *_citations(notes))
        yield Group("section", section.anchor or "intro", section.title, claims)


def _citations(pieces: Iterable[Piece]) -> Iterator[Claim]:
    for piece in pieces:
        if isinstance(piece, Citation):
            yield Claim(piece, piece.references, piece.quotations)


def _facts(facts: Iterable[Fact]) -> Iterator[Claim]:
    for fact in facts:
        yield from _sourced(fact, fact.source, fact.quote, (fact.label, fact.value))


def _events(events: Iterable[Event]) -> Iterator[Claim]:
    for event in events:
        yield from _sourced(event, event.source, event.quote, (event.title, *filter(None, [event.text])))


def _definition(term: Term) -> Iterator[Claim]:
    yield from _sourced(term, term.source, term.quote, (term.definition,))


def _sourced(
    holder: Fact | Event | Term, source: Reference | None, quote: Quotation | None, texts: tuple[Inline, ...]
) -> Iterator[Claim]:
    """The claim of the ``source`` field, which also covers quoted words in the texts, then their own citations."""
    if source:
        loose = tuple(quotation for text in texts for quotation in text.uncited)
        yield Claim(holder, (source,), (*filter(None, [quote]), *loose))
    for text in texts:
        yield from _citations(text.pieces)
