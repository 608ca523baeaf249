"""Documents with the glossary linked in them, and where each entry is mentioned."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from nutgraf.body import Body, Inline
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.page import Page
from nutgraf.kinds.term import Term
from nutgraf.resolve.glossary import Glossary
from nutgraf.resolve.linking import Linker, Sentence, sentence_around
from nutgraf.resolve.site import Appearance, Document
from nutgraf.resolve.sources import Source


def names_of(terms: Iterable[Term]) -> dict[str, str]:
    """What ``[[…]]`` may say, casefolded: slugs, titles, aliases; → slug. A slug beats a title, a title an alias."""
    terms = tuple(terms)
    names: dict[str, str] = {}
    for written in (
        *((term.slug, term.slug) for term in terms),
        *((term.title, term.slug) for term in terms),
        *((alias.text, term.slug) for term in terms for alias in term.aliases),
    ):
        names.setdefault(written[0].casefold(), written[1])
    return names


@dataclass
class Mentions:
    """Links the glossary in one document after the other and gathers the appearances."""

    glossary: Glossary
    names: Mapping[str, str]
    appearances: dict[str, list[Appearance]] = field(default_factory=dict)

    def link(self, document: Document) -> Document:
        """The document with its mentions."""
        linker = Linker(self.glossary, dict(self.names), document.slug if isinstance(document, Term) else None)
        linker.new_section()
        if isinstance(document, Explainer):
            document = self._link_boxes(document, linker)
            self._gather(linker, document, "key-facts", "")
        elif isinstance(document, Page) and document.standfirst:
            document = replace(document, standfirst=_inline(document.standfirst, linker))
            self._gather(linker, document, "", "")
        return replace(document, body=self._link_body(document, linker))

    def search(self, source: Source) -> None:
        """Gathers the paragraphs of a source that mention a term, each term once a paragraph."""
        for number, paragraph in enumerate(source.paragraphs, 1):
            seen = set()
            for start, end, slug in self.glossary.find(paragraph.text):
                if slug in seen:
                    continue
                seen.add(slug)
                first, last = sentence_around(paragraph.text, start, end)
                text = paragraph.text
                sentence = Sentence(slug, text[first:start].lstrip(), text[start:end], text[end:last].rstrip())
                self.appearances.setdefault(slug, []).append(Appearance(source, f"p{number}", "", sentence))

    def _link_boxes(self, explainer: Explainer, linker: Linker) -> Explainer:
        standfirst = _inline(explainer.standfirst, linker)
        facts = tuple(
            replace(fact, label=_inline(fact.label, linker), value=_inline(fact.value, linker))
            for fact in explainer.facts
        )
        events = tuple(
            replace(event, text=_inline(event.text, linker) if event.text else None) for event in explainer.events
        )
        return replace(explainer, standfirst=standfirst, facts=facts, events=events)

    def _link_body(self, document: Document, linker: Linker) -> Body:
        sections = []
        for section in document.body.sections:
            linker.new_section()
            sections.append(replace(section, pieces=linker.link(section.pieces)))
            self._gather(linker, document, section.anchor, section.title)
        return replace(document.body, sections=tuple(sections))

    def _gather(self, linker: Linker, document: Document, anchor: str, title: str) -> None:
        for sentence in linker.sentences:
            appearance = Appearance(document, anchor, title, sentence)
            self.appearances.setdefault(sentence.term, []).append(appearance)
        linker.sentences.clear()


def _inline(text: Inline, linker: Linker) -> Inline:
    return replace(text, pieces=linker.link(text.pieces))
