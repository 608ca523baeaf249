"""Documents with the glossary linked in them, and where they mention each entry."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from nutgraf.body import Body, Citation, Inline, Piece, Section
from nutgraf.kinds.evidence import Event, Fact
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.term import Term
from nutgraf.resolve.anchors import with_ids
from nutgraf.resolve.claims import Document
from nutgraf.resolve.glossary import make_glossary
from nutgraf.resolve.linking import Entries, Linker
from nutgraf.resolve.sentences import Sentence, sentence_of
from nutgraf.resolve.sources import Source
from nutgraf.resolve.traces import Appearance


def entries_of(terms: Sequence[Term]) -> Entries:
    """The entries, ready to be linked."""
    return Entries(make_glossary(terms), _names(terms), {term.slug: term for term in terms})


def _names(terms: Sequence[Term]) -> dict[str, str]:
    """What ``[[…]]`` may say, casefolded: slugs, titles, aliases; → slug. A slug beats a title, a title an alias."""
    names: dict[str, str] = {}
    for written in (
        *((term.slug, term.slug) for term in terms),
        *((term.title, term.slug) for term in terms),
        *((alias.text, term.slug) for term in terms for alias in term.aliases),
    ):
        names.setdefault(written[0].casefold(), written[1])
    return names


class Mentions(Struct):
    """Links the glossary in one document and gathers where it names each entry."""

    entries: Entries
    appearances: dict[str, list[Appearance]] = field(default_factory=dict)  # by the term’s slug

    def found(self) -> Mapping[str, tuple[Appearance, ...]]:
        """The appearances by the term’s slug."""
        return {slug: tuple(found) for slug, found in self.appearances.items()}

    def link(self, document: Document) -> Document:
        """The document with its mentions."""
        linker = Linker(self.entries, document.slug if isinstance(document, Term) else None)
        if isinstance(document, Explainer):
            document = self._link_boxes(document, linker)
        elif isinstance(document, Term):
            document = replace(document, definition=_told_apart(document.definition))
        elif document.standfirst:
            linker.new_section(document.standfirst.pieces)
            document = replace(document, standfirst=_inline(document.standfirst, linker))
            self._gather(linker, document, "", "")
        return replace(document, body=self._link_body(document, linker))

    def search(self, source: Source) -> None:
        """Gathers the paragraphs of a source that mention a term, each term once a paragraph."""
        for number, paragraph in enumerate(source.paragraphs, 1):
            seen = set()
            for start, end, slug in self.entries.glossary.find(paragraph.text):
                if slug not in seen:
                    seen.add(slug)
                    sentence = sentence_of(slug, paragraph.text, start, end)
                    self.appearances.setdefault(slug, []).append(_in_source(source, number, sentence))

    def _link_boxes(self, explainer: Explainer, linker: Linker) -> Explainer:
        """Standfirst, key facts and timeline: together they are one section, in which a name is linked once."""
        linker.new_section(*(text.pieces for text in _box_texts(explainer)))
        standfirst = _inline(explainer.standfirst, linker)
        self._gather(linker, explainer, "", "")
        facts = tuple(_fact(fact, linker) for fact in explainer.facts)
        self._gather(linker, explainer, "key-facts", "")
        events = []
        for anchor, event in with_ids(explainer.events):
            events.append(_event(event, linker))
            self._gather(linker, explainer, anchor, "")
        return replace(explainer, standfirst=standfirst, facts=facts, events=tuple(events))

    def _link_body(self, document: Document, linker: Linker) -> Body:
        sections = []
        for section in document.body.sections:
            linker.new_section(section.pieces, *(footnote.pieces for footnote in section.footnotes))
            sections.append(_section(section, linker))
            self._gather(linker, document, section.anchor, sections[-1].title)
        return replace(document.body, sections=tuple(sections))

    def _gather(self, linker: Linker, document: Document, anchor: str, title: str) -> None:
        for slug, sentence in linker.sentences.items():
            appearance = Appearance(document.title, document.address, anchor, title, sentence)
            self.appearances.setdefault(slug, []).append(appearance)
        linker.sentences.clear()


def _in_source(source: Source, paragraph: int, sentence: Sentence) -> Appearance:
    credit = source.credit
    return Appearance(
        credit.title,
        credit.address,
        f"p{paragraph}",
        "",
        sentence,
        language=credit.language,
        is_open=credit.rights == "full",
    )


def _box_texts(explainer: Explainer) -> Iterator[Inline]:
    yield explainer.standfirst
    for fact in explainer.facts:
        yield from (fact.label, fact.value)
    for event in explainer.events:
        yield from (event.text,) if event.text else ()


def _fact(fact: Fact, linker: Linker) -> Fact:
    return replace(fact, label=_inline(fact.label, linker), value=_inline(fact.value, linker))


def _event(event: Event, linker: Linker) -> Event:
    """The event with its text linked; its title is a heading."""
    text = _inline(event.text, linker) if event.text else None
    return replace(event, title=_told_apart(event.title), text=text)


def _section(section: Section, linker: Linker) -> Section:
    """The section with its text linked, then its footnotes, which readers meet after it; never its question."""
    return replace(
        section,
        question=tuple(linker.named(section.question)),
        pieces=linker.link(section.pieces),
        footnotes=tuple(replace(note, pieces=linker.link(note.pieces)) for note in section.footnotes),
    )


def _inline(text: Inline, linker: Linker) -> Inline:
    return _told_apart(replace(text, pieces=linker.link(text.pieces)))


def _told_apart(text: Inline) -> Inline:
    """The text with no two citations alike: each gets its own mark.

    In front matter the whole text is the place of everything in it, so that the same source cited twice there would
    be one citation.
    """
    if len(set(text.citations)) == len(text.citations):
        return text
    return replace(text, pieces=tuple(_apart(text.pieces)))


def _apart(pieces: Iterable[Piece]) -> Iterator[Piece]:
    count = 0
    for piece in pieces:
        if isinstance(piece, Citation):
            place = replace(piece.place, length=piece.place.length + count)
            count += 1
            yield replace(piece, place=place)
        else:
            yield piece
