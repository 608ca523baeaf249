"""Glossary entries where they are used or listed."""

from collections.abc import Iterable, Iterator

from nutgraf.body import Mention, Piece, TermLink
from nutgraf.kinds.term import Term
from nutgraf.plan.prose import Prose
from nutgraf.resolve.claims import Document
from nutgraf.resolve.pieces import pieces_in
from nutgraf.resolve.site import Site
from nutgraf.slugs import slugify
from nutgraf.views import parts


def terms_used(document: Document, site: Site) -> list[Term]:
    """The entries that a page links to, each once, by title."""
    questions = {piece for section in document.body.sections for piece in section.question}  # they show no links
    shown = (piece for piece in pieces_in(document) if piece not in questions)
    slugs = set(linked_slugs(shown, site))
    if isinstance(document, Term):
        slugs.discard(document.slug)
    terms = site.terms_by_slug
    return sorted((terms[slug] for slug in slugs), key=lambda term: (slugify(term.title), term.title, term.slug))


def word(term: Term, prose: Prose) -> parts.Word:
    """One entry in a list; its definition stands there as plain text, so that no link of it leads astray."""
    return parts.Word(
        f"t-{term.slug}", term.title, term.kind, prose.plain(term.definition.pieces), prose.sheet.href(term.address)
    )


def linked_slugs(pieces: Iterable[Piece], site: Site) -> Iterator[str]:
    """The slug of each entry that the pieces link to."""
    for piece in pieces:
        if isinstance(piece, Mention):
            yield piece.term
        elif isinstance(piece, TermLink) and (slug := site.term_names.get(piece.target.casefold())):
            yield slug
