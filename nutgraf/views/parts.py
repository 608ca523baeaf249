"""The parts that several pages show: links, verdicts, notes, facts, events, words."""

from typing import ClassVar, Literal

from markupsafe import Markup
from msgspec import Struct

Status = Literal["confirmed", "reported", "expected", "disputed"]
# Missed: the words are not in the source, and the desk has made that rule a warning.
Outcome = Literal["verbatim", "cited", "unchecked", "missed"]


class Link(Struct, frozen=True):
    """A title that leads somewhere."""

    title: str  # what readers see
    href: str  # relative to the page that shows it, but on 404.html from the root of the host


class Calculation(Struct, frozen=True):
    """A sum that the desk worked out from a source."""

    text: str  # with its result: “25% + 25% = 50%”
    is_joint: bool  # some of its numbers may come from another source


class Verdict(Struct, frozen=True):
    """What the build can say for a citation, and where the reader can see it."""

    outcome: Outcome
    paragraphs: tuple[int, ...]  # numbers of the source's paragraphs, 0 for its headline; () when none is known
    href: str | None  # the passage on our source page; None when there is none to open
    original: str | None  # the passage in the publisher's own page, as a text fragment
    source: str  # its publisher, or the title of a source without one
    calculation: Calculation | None = None  # what the desk worked out from it; None: nothing


class Support(Struct, frozen=True):
    """A sentence that has figures, dates or names that the quoted words of a note do not have."""

    words: tuple[str, ...]  # the figures, dates and names, as the page has them
    quote: str  # the sentence
    paragraph: int  # of the source; 0 is its headline
    href: str  # the sentence on our source page


class Note(Struct, frozen=True):
    """One numbered note: which source, which words, what verdict."""

    number: int  # as readers see it
    id: str  # "c3"
    row: int | None  # the fact it stands beside, from 1; None outside key facts
    source: str  # the publisher, or the title of a source without one
    language: str | None  # of the quotes, where it is not the site’s
    published: Markup | None  # the day of the source; None when it is not known
    is_same: bool  # the note above it names the same source
    quotes: tuple[str, ...]  # the quoted words
    verdict: Verdict
    backlinks: tuple[str, ...]  # hrefs of the references that lead here: "#r3"
    supports: tuple[Support, ...] = ()  # beside the quoted words


class Footnote(Struct, frozen=True):
    """A footnote of the editor's own, set among the notes."""

    number: int  # as readers see it
    sign: str  # "*", "†": what marks it in the text
    id: str  # "f1"
    text: Markup  # what it says
    backlinks: tuple[str, ...]  # hrefs of the places that lead here


class Notes(Struct, frozen=True):
    """Notes that stand together, in order."""

    kind: ClassVar[str] = "notes"
    start: int  # the number of the first
    notes: tuple[Note, ...]
    footnotes: tuple[Footnote, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.notes or self.footnotes)


class Prose(Struct, frozen=True):
    """Running text between boxes."""

    kind: ClassVar[str] = "prose"
    markup: Markup  # paragraphs, lists, headings


class Fact(Struct, frozen=True):
    """A line of the key-facts ledger."""

    label: Markup  # what the value is of
    value: Markup  # the figure or the words
    reference: Markup  # the raised number that leads to its note; empty without a source
    as_of: Markup | None  # the day it was true; None when the desk does not say
    status: Status


class Facts(Struct, frozen=True):
    """The key-facts box."""

    kind: ClassVar[str] = "key-facts"
    id: str  # of its heading
    facts: tuple[Fact, ...]
    notes: Notes
    origin: Link | None  # the explainer it was written in, when shown on another page


class Event(Struct, frozen=True):
    """One entry of a timeline."""

    id: str  # "e-2026-02-04"
    date: Markup  # as exact as it is known
    title: Markup  # what happened
    text: Markup  # more about it; empty without
    status: Status
    verdicts: tuple[Verdict, ...]  # of its source, and of the citations in its text
    origin: Link | None  # the explainer it stands in, where that is not this page


class Timeline(Struct, frozen=True):
    """The timeline box."""

    kind: ClassVar[str] = "timeline"
    id: str  # of its heading
    events: tuple[Event, ...]
    origin: Link | None  # the explainer it was written in, when shown on another page


class Embed(Struct, frozen=True):
    """A chart or a film of another site, which is loaded when the reader asks for it."""

    kind: ClassVar[str] = "embed"
    title: str  # what it is
    url: str  # of the other site: https://…
    host: str  # of the url
    height: int  # of its frame, in CSS pixels
    poster: Markup  # a picture until it is loaded; empty without
    caption: Markup  # a paragraph; empty without


Block = Prose | Notes | Facts | Timeline | Embed


class Section(Struct, frozen=True):
    """One question and its answer; the introduction is a section without a question."""

    id: str  # of its heading
    number: int  # from 1; 0 for the introduction
    question: Markup  # empty for the introduction
    blocks: tuple[Block, ...]  # each stretch of text is followed by its notes


class Word(Struct, frozen=True):
    """A glossary entry where it is used or listed."""

    id: str  # "t-pax-silica" on an explainer, the slug in the glossary
    title: str  # the term
    kind: str  # as its file says: organisation, person
    definition: Markup  # one sentence
    href: str  # its entry in the glossary


class CitedSource(Struct, frozen=True):
    """A source in the list at the foot of a page."""

    title: str  # its headline
    language: str | None  # of the title, where it is not the site’s
    href: str  # its page here
    printed: str  # its address in full, for paper: the publisher’s, else that of our page
    byline: str  # author and publisher, as far as known
    published: Markup | None  # the day; None when it is not known
    notes: tuple[int, ...]  # numbers of the notes that cite it; () for further reading
    passages: int  # how many different passages of it are used here


class Record(Struct, frozen=True):
    """A dated line: a correction, a change, the day of publication."""

    date: Markup  # the day
    kind: Literal["correction", "change", "published", "word"]  # what it tells
    text: Markup  # what was changed
    link: Link | None


class Counts(Struct, frozen=True):
    """How much of a page, or of the site, was checked."""

    quotations: int  # checked against a text
    missed: int  # not in their source, published all the same because the desk made that rule a warning
    unchecked: int  # that no reader can check: no text, or none published
    verbatim: int  # found word for word
    facts: int  # key facts
    sourced_facts: int  # of them, those with a source
    sources: int  # different ones
    supported: int  # figures, dates and names found in the evidence named for them
    unsupported: int  # figures, dates and names that were not, published because those rules only warn
    uncited: int  # figures in running text that no citation covers
    sums: int  # that the desk works out from figures of its sources


class Teaser(Struct, frozen=True):
    """An explainer as another page announces it."""

    title: str  # its headline
    href: str  # of its page
    standfirst: str  # as text
    topic: str | None  # its title; None without
    questions: int  # how many it answers
    sources: int  # how many it cites
    updated: Markup  # the day of its last change
    is_updated: bool  # changed since it was first published
