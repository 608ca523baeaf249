"""Glossary names linked at their first mention: pieces → pieces with mentions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from nutgraf.body import Piece, TermLink
from nutgraf.claims import Name, NameFinder
from nutgraf.kinds.term import Term
from nutgraf.resolve.blocks import Block, Wrapped, blocks_in
from nutgraf.resolve.glossary import Glossary
from nutgraf.resolve.names import as_written
from nutgraf.resolve.sentences import Sentence, sentence_of


class Entries(Struct, frozen=True):
    """The glossary as links need it."""

    glossary: Glossary
    names: Mapping[str, str]  # what ``[[…]]`` may say, casefolded → slug
    terms: Mapping[str, Term]  # by slug

    def of(self, link: TermLink) -> Term | None:
        """The entry that an explicit link leads to, if there is one."""
        slug = self.names.get(link.target.casefold())
        return self.terms[slug] if slug else None


def names_of(entries: Entries) -> NameFinder:
    """What finds the people and bodies of the glossary in a text."""
    kinds = ("person", "organisation")
    named = [term for term in entries.terms.values() if term.kind in kinds]
    names = {term.slug: Name(term.slug, term.names, is_person=term.kind == "person") for term in named}
    return NameFinder(entries.glossary.find, names)


class Linker(Struct):
    """Links names in the pieces of one page. What one section has linked is linked again in the next."""

    entries: Entries
    own: str | None = None  # the entry whose page this is
    seen: set[str] = field(default_factory=set)  # the entries that this section has linked
    sentences: dict[str, Sentence] = field(default_factory=dict)  # by the term that each mentions first

    def new_section(self, *texts: Iterable[Piece]) -> None:
        """Forgets what was linked, but counts the explicit links in the texts of the new section as first mentions."""
        links = (piece for text in texts for piece in text if isinstance(piece, TermLink))
        self.seen = {term.slug for link in links if (term := self.entries.of(link))}
        if self.own:
            self.seen.add(self.own)

    def link(self, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
        """The pieces with the first mention of each name linked, and explicit links with the words they show."""
        linked: list[Piece] = []
        for is_block, run in blocks_in(self.named(pieces)):
            linked.extend(self._link_block(Block.of(run)) if is_block else run)
        return tuple(linked)

    def named(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """The pieces; an explicit link without words of its own gets those that readers see."""
        for piece in pieces:
            if isinstance(piece, TermLink) and piece.text is None and (term := self.entries.of(piece)):
                yield replace(piece, text=shown_name(piece.target, term))
            else:
                yield piece

    def _link_block(self, block: Block) -> Iterator[Piece]:
        self._note_explicit(block)
        return block.with_mentions(list(self._first_mentions(block)))

    def _first_mentions(self, block: Block) -> Iterator[Wrapped]:
        for start, end, slug in self.entries.glossary.find(block.text):
            wrapped = None if slug in self.seen else block.mention(start, end, slug)
            if wrapped:
                self.seen.add(slug)
                self._appear(slug, block.text, start, end)
                yield wrapped

    def _note_explicit(self, block: Block) -> None:
        for number, piece in enumerate(block.pieces):
            if isinstance(piece, TermLink) and (term := self.entries.of(piece)):
                self._appear(term.slug, block.text, block.starts[number], block.starts[number + 1])

    def _appear(self, slug: str, text: str, start: int, end: int) -> None:
        if slug != self.own and slug not in self.sentences:
            self.sentences[slug] = sentence_of(slug, text, start, end)


def shown_name(target: str, term: Term) -> str:
    """The words that ``[[target]]`` shows: a name as the editor writes it, but the title for a slug."""
    written = as_written(target)
    for name in map(as_written, term.names):
        if written == name or (not term.minds_case(name) and written.casefold() == name.casefold()):
            return target
    return term.title
