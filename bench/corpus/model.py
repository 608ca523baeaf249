"""The site that every generator gets, before it is written in anybody's format."""

from dataclasses import dataclass

ROUND = "round zero"  # stands in every explainer and definition; an edit puts another number there


@dataclass(frozen=True)
class Term:
    """A glossary entry."""

    slug: str
    title: str
    kind: str
    definition: str
    text: str


@dataclass(frozen=True)
class Source:
    """An article the desk worked from."""

    slug: str
    title: str
    author: str
    publisher: str
    published: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Quotation:
    """Words that stand in a source."""

    words: str
    source: Source
    paragraph: int  # from 1


@dataclass(frozen=True)
class Fact:
    """A line of the key facts."""

    label: str
    value: str
    quotation: Quotation


@dataclass(frozen=True)
class Event:
    """An entry of the timeline."""

    date: str
    title: str
    text: str
    quotation: Quotation


@dataclass(frozen=True)
class Paragraph:
    """Words of an answer; ``{}`` is where the quotation stands, for each format in its own way."""

    text: str
    quotation: Quotation | None = None


@dataclass(frozen=True)
class Section:
    """A question and its answer."""

    question: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Explainer:
    """One page of about 700 words with its boxes."""

    slug: str
    title: str
    standfirst: str
    date: str
    topics: tuple[str, ...]
    facts: tuple[Fact, ...]
    events: tuple[Event, ...]
    sections: tuple[Section, ...]
    words: tuple[Term, ...]  # entries that its text names, for generators that cannot find them

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations of the text, in order."""
        return tuple(
            paragraph.quotation
            for section in self.sections
            for paragraph in section.paragraphs
            if paragraph.quotation is not None
        )


@dataclass(frozen=True)
class Corpus:
    """A whole site."""

    title: str
    terms: tuple[Term, ...]
    sources: tuple[Source, ...]
    explainers: tuple[Explainer, ...]
    topics: tuple[str, ...]

    @property
    def edited_explainer(self) -> Explainer:
        """The page that the measurement edits."""
        return self.explainers[len(self.explainers) // 2]

    @property
    def edited_term(self) -> Term:
        """The entry that the measurement edits: one of average use, named by about one explainer in eight."""
        return self.terms[49]
