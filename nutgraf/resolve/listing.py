"""Listings: what other pages may say of a document without opening it.

They are small and hold no text that a reader would call the article, so that an edit in one page is felt only where
its title, its dates or its numbers are shown.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from nutgraf.body import TermLink
from nutgraf.dates import Date
from nutgraf.kinds.evidence import Fact
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.term import Term
from nutgraf.kinds.values import Named
from nutgraf.problems import Place
from nutgraf.quotations import Found, NotFound
from nutgraf.resolve.citations import Citations
from nutgraf.resolve.claims import Document
from nutgraf.resolve.linking import Entries
from nutgraf.resolve.links import Destination
from nutgraf.resolve.pieces import pieces_in
from nutgraf.resolve.verification import NOT_VERIFIED, Verification

LEAD_FACTS = 3  # of the explainer that leads the home page


class Tally(Struct, frozen=True):
    """What was checked in a document."""

    findings: int  # quotations in notes
    quotations: int  # of these, those that had a text to be looked for in
    verbatim: int
    missed: int
    unchecked: int  # that readers cannot open
    facts: int
    sourced_facts: int
    origins: tuple[str, ...]  # of its sources, each once
    supported: int = 0  # figures, dates and names found in their evidence
    unsupported: int = 0  # figures, dates and names that were not
    uncited: int = 0  # figures that no citation covers
    sums: int = 0  # that the desk works out


class Listing(Struct, frozen=True):
    """Any document of the site, as others know it."""

    kind: Literal["explainer", "term", "page"]
    slug: str
    title: str
    is_draft: bool
    place: Place  # of its title
    destination: Destination
    tally: Tally
    linked: tuple[str, ...]  # slugs of the entries that its explicit links lead to
    aliases: tuple[Named, ...]  # its earlier addresses

    @property
    def path(self) -> str:
        """Its file."""
        return self.place.path

    @property
    def address(self) -> str:
        """Where it is published."""
        return self.destination.address


class Announcement(Struct, frozen=True):
    """An explainer as other pages announce it."""

    slug: str
    first_address: str
    title: str
    standfirst: str
    date: Date
    updated: Date | None  # None: it has not been changed since
    authors: tuple[str, ...]  # () means the site’s own
    topics: tuple[str, ...]
    is_draft: bool
    questions: int
    facts: tuple[tuple[str, str], ...]  # label and value of the first few
    boxes: tuple[str, ...]  # names of the boxes that it can show
    tally: Tally

    @property
    def path(self) -> str:
        """Its file."""
        return f"content/explainers/{self.slug}.md"

    @property
    def address(self) -> str:
        """Where it is published."""
        return f"/{self.slug}/"

    @property
    def last_changed(self) -> Date:
        """The day of its last change."""
        return self.updated or self.date


def announce(explainer: Explainer, citations: Citations, verification: Verification) -> Announcement:
    """The explainer as other pages announce it."""
    boxes = {"key-facts": explainer.facts, "timeline": explainer.events}
    return Announcement(
        slug=explainer.slug,
        first_address=explainer.first_address,
        title=explainer.title,
        standfirst=explainer.standfirst.plain,
        date=explainer.date,
        updated=explainer.updated,
        authors=explainer.authors,
        topics=explainer.topics,
        is_draft=explainer.is_draft,
        questions=sum(bool(section.anchor) for section in explainer.body.sections),
        facts=tuple((fact.label.plain, fact.value.plain) for fact in explainer.facts[:LEAD_FACTS]),
        boxes=tuple(name for name, contents in boxes.items() if contents),
        tally=tally([citations], explainer.facts, verification),
    )


def list_document(document: Document, citations: Citations, entries: Entries, verification: Verification) -> Listing:
    """The document as others know it."""
    links = (piece for piece in pieces_in(document) if isinstance(piece, TermLink))
    linked = {term.slug for link in links if (term := entries.of(link)) and term is not document}
    own = document.slug if isinstance(document, Term) else ""
    return Listing(
        kind="explainer" if isinstance(document, Explainer) else "term" if isinstance(document, Term) else "page",
        slug=document.slug,
        title=document.title,
        is_draft=not isinstance(document, Term) and document.is_draft,
        place=document.place,
        destination=Destination(document.address, document.title, _anchors(document, citations)),
        tally=tally([citations], document.facts if isinstance(document, Explainer) else (), verification),
        linked=tuple(sorted(linked - {own})),
        aliases=() if isinstance(document, Term) else document.aliases,
    )


def tally(citations: Iterable[Citations], facts: Sequence[Fact], verification: Verification = NOT_VERIFIED) -> Tally:
    """How many quotations were looked for and found, how many facts have a source, and what became of its figures.

    citations: of one document or several. facts: all of its key facts, with a source or not. verification: of its
    figures, dates and names.
    """
    notes = [note for each in citations for note in each.notes]
    findings = [(finding, note) for note in notes for finding in note.findings]
    return Tally(
        findings=len(findings),
        quotations=sum(finding.result is not None for finding, _ in findings),
        verbatim=sum(isinstance(finding.result, Found) for finding, _ in findings),
        missed=sum(isinstance(finding.result, NotFound) for finding, _ in findings),
        unchecked=sum(
            not isinstance(finding.result, NotFound) and not finding.is_shown_by(note.source)
            for finding, note in findings
        ),
        facts=len(facts),
        sourced_facts=sum(fact.source is not None for fact in facts),
        origins=tuple(sorted({note.source.origin for note in notes})),
        supported=sum(verification.found.values()),
        unsupported=len(verification.faults),
        uncited=len(verification.uncited),
        sums=sum(note.reference.calculation is not None for note in notes),
    )


def _anchors(document: Document, citations: Citations) -> tuple[str, ...]:
    """Its headings, and the parts that its template shows."""
    has_notes = bool(citations.notes)
    parts = {"sources": has_notes}
    if isinstance(document, Explainer):
        parts = {
            "key-facts": bool(document.facts),
            "timeline": bool(document.events),
            "sources": has_notes or bool(document.further),
            "how": has_notes,
        }
    return tuple(sorted({*document.body.anchors, *(part for part, is_shown in parts.items() if is_shown)}))
