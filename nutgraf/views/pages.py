"""One view per page template: the only thing that template can show."""

from markupsafe import Markup
from msgspec import Struct

from nutgraf.views.embeds import Code
from nutgraf.views.frame import Frame
from nutgraf.views.parts import (
    Block,
    CitedSource,
    Counts,
    Event,
    Facts,
    Link,
    Record,
    Section,
    Teaser,
    Timeline,
    Word,
)


class ExplainerView(Struct, frozen=True):
    """pages/explainer.html."""

    frame: Frame
    topic: Link | None
    title: str  # its headline
    is_long: bool  # a headline over 70 characters is set smaller
    standfirst: Markup  # the paragraph under the headline
    authors: tuple[Markup, ...]  # linked where the desk has written a page about them
    published: Markup  # the day
    updated: Markup | None  # the day of its last update; None when there was none
    minutes: int  # to read, at 240 words a minute
    reviewed: Markup  # the day of the last change
    review_by: str | None  # ISO day after which the page may be out of date
    facts: Facts | None  # None when there are none, or when the body places them
    introduction: Section | None
    sections: tuple[Section, ...]
    timeline: Timeline | None  # None when there is none, or when the body places it
    words: tuple[Word, ...]
    sources: tuple[CitedSource, ...]
    further: tuple[CitedSource, ...]  # sources for further reading
    records: tuple[Record, ...]  # newest first, the day of publication last
    counts: Counts
    codes: tuple[Code, ...]  # of its boxes, for other sites
    next: Teaser | None


class PageView(Struct, frozen=True):
    """pages/page.html: about, how we work."""

    frame: Frame
    title: str  # its headline
    is_long: bool  # as for an explainer
    standfirst: Markup  # the paragraph under the headline; empty without
    introduction: Section | None
    sections: tuple[Section, ...]
    words: tuple[Word, ...]
    sources: tuple[CitedSource, ...]


class Lead(Struct, frozen=True):
    """The explainer on top of the home page."""

    teaser: Teaser
    facts: tuple[tuple[str, str], ...]  # label and value of its first three key facts
    quotations: int  # checked


class HomeView(Struct, frozen=True):
    """pages/home.html."""

    frame: Frame
    standfirst: Markup  # the paragraph under the site’s name; empty without
    lead: Lead | None
    latest: tuple[Record, ...]  # updates, corrections, new explainers; newest first
    has_corrections: bool  # there has been a correction
    corrections: str  # href
    more: tuple[Teaser, ...]  # at most six
    headlines: tuple[Link, ...]  # of the explainers after those
    events: tuple[Event, ...]  # the last five
    timeline: str  # href
    words: tuple[Word, ...]  # at most eight
    glossary: str  # href
    counts: Counts
    body: tuple[Block, ...]  # what the desk wrote under the boxes


class NoteLink(Struct, frozen=True):
    """A note on another page, called by its number."""

    number: int  # of the note
    label: str  # for those who hear the link by itself: “Key facts, note 4”
    href: str  # of the note


class Usage(Struct, frozen=True):
    """A page that uses a source, and where on it."""

    title: str  # of the page
    notes: tuple[NoteLink, ...]
    events: tuple[Link, ...]  # of its timeline, called by their dates


class Passage(Struct, frozen=True):
    """A quoted passage of a source and the places that use it."""

    letter: str  # "a", "b", … "aa"
    number: int  # 1 for a
    id: str  # of its mark in the text
    uses: tuple[Usage, ...]


class Row(Struct, frozen=True):
    """A numbered paragraph of a source and the passages used from it."""

    number: int  # 0 for the headline
    kind: str  # text, subhead, caption, list-item
    text: Markup  # with <mark> around the passages
    passages: tuple[Passage, ...]
    uses: tuple[Usage, ...]  # citations of the whole paragraph


class Spelling(Struct, frozen=True):
    """A name that the source spells its own way."""

    theirs: str  # as the source spells it
    ours: str  # as the glossary does
    href: str | None  # the glossary entry


class SourceView(Struct, frozen=True):
    """pages/source.html."""

    frame: Frame
    title: str  # its headline
    language: str | None  # of the text, where it is not the site’s
    author: str | None  # None when nobody is named
    publisher: str | None  # None when it is not known
    published: Markup | None  # the day; None when it is not known
    url: str | None  # the publisher’s own page; None when it is not known
    rights: str  # full, excerpt, link
    paragraphs: int  # of the whole text
    passages: int  # how many different ones are quoted
    share: int  # per cent of the text that is quoted, rounded
    spellings: tuple[Spelling, ...]
    headline_passages: tuple[Passage, ...]
    headline: Markup  # the title with its passages marked
    rows: tuple[Row, ...]
    uses: tuple[Usage, ...]  # citations that name no paragraph
    note: tuple[Block, ...]


class SourcesView(Struct, frozen=True):
    """pages/sources.html."""

    frame: Frame
    sources: tuple[CitedSource, ...]


class Year(Struct, frozen=True):
    """The events under one year."""

    label: str  # the year, or the words for what was earlier
    id: str  # of its heading
    events: tuple[Event, ...]


class TimelineView(Struct, frozen=True):
    """pages/timeline.html."""

    frame: Frame
    years: tuple[Year, ...]


class TopicView(Struct, frozen=True):
    """pages/topic.html."""

    frame: Frame
    title: str  # its name
    text: str  # a sentence about it; empty without
    explainers: tuple[Teaser, ...]


class CorrectionsView(Struct, frozen=True):
    """pages/corrections.html."""

    frame: Frame
    records: tuple[Record, ...]


class SearchView(Struct, frozen=True):
    """pages/search.html."""

    frame: Frame
    script: str  # hrefs
    stylesheet: str  # href
    home: str  # href
    lists: tuple[Link, ...]  # of everything, for those without script


class NotFoundView(Struct, frozen=True):
    """pages/404.html."""

    frame: Frame
    explainers: str  # hrefs
    timeline: str  # href
    glossary: str  # href
    newest: tuple[Teaser, ...]
