"""Texts that nobody has written: the words of a starter, still where they were put."""

from collections.abc import Iterator

from nutgraf.body import Piece, Words
from nutgraf.kinds.page import Home
from nutgraf.kinds.term import Term
from nutgraf.problems import Place, Problem
from nutgraf.resolve.claims import Document
from nutgraf.resolve.pieces import Written
from nutgraf.resolve.site import Site
from nutgraf.resolve.sources import Source
from nutgraf.rules import problem
from nutgraf.starters.words import WORDS


def check_unwritten(written: Written, site: Site) -> Iterator[Problem]:
    """A problem for each text that is the one its file came with. Drafts are seen only where they are taken in."""
    del site
    if isinstance(written, Source):
        return  # nothing comes with it
    for text, place in _texts(written):
        if text in WORDS:
            message = f"“{text}” is still the text that came with the file"
            yield problem("unwritten", place, message, "write your own, or take it out")


def _texts(written: Document | Home) -> Iterator[tuple[str, Place]]:
    """What a starter may have said, and where: headline, opening, and the paragraphs under each question."""
    if not isinstance(written, Home):
        yield written.title, written.place
    opening = written.definition if isinstance(written, Term) else written.standfirst
    if opening:
        yield opening.plain, opening.place
    for section in written.body.sections:
        yield from ((text, section.place) for text in dict.fromkeys(_words(section.pieces)))


def _words(pieces: tuple[Piece, ...]) -> Iterator[str]:
    return (piece.text.strip() for piece in pieces if isinstance(piece, Words))
