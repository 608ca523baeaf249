"""Traces: what a document leaves on the pages of others.

Its notes are listed by the sources they rest on, its sentences by the terms they mention, its events on the timeline of
the site, its corrections on the page of corrections.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from nutgraf.dates import Date
from nutgraf.kinds.evidence import Event, Notice
from nutgraf.kinds.explainer import Explainer
from nutgraf.quotations import Span
from nutgraf.resolve.anchors import with_ids
from nutgraf.resolve.citations import Citations, Note, NoteGroup
from nutgraf.resolve.claims import Document, GroupKind, holders_of
from nutgraf.resolve.sentences import Sentence


class Appearance(Struct, frozen=True):
    """A part of a page or of a source that mentions a term."""

    page: str  # title of the page or the source
    address: str
    anchor: str
    part: str  # title of the section; "" for the parts that the page template names
    sentence: Sentence
    language: str | None = None  # of a source’s text; None: the site’s own, or not known
    is_open: bool = True  # False: of a source whose text readers cannot open


class Use(Struct, frozen=True):
    """A place that uses a source: a note, or an event, which shows its verdict itself."""

    page: str  # title of the page
    address: str  # of the page
    anchor: str  # on the page
    group: GroupKind
    title: str  # of the section; "" for parts that have none
    date: Date | None  # of an event
    note: int | None  # None for an event
    spans: tuple[Span, ...]
    paragraph: int | None  # cited as a whole


class TimelineTrace(Struct, frozen=True):
    """The events of an explainer, with the notes they rest on."""

    title: str
    address: str
    events: tuple[tuple[str, Event], ...]  # each with its anchor
    citations: Citations


class NoticeTrace(Struct, frozen=True):
    """The corrections and changes of an explainer, and the day it was published."""

    title: str
    address: str
    first_address: str
    date: Date
    corrections: tuple[Notice, ...]
    changes: tuple[Notice, ...]


class Traces(Struct, frozen=True):
    """Everything that a document leaves elsewhere."""

    uses: Mapping[str, tuple[Use, ...]] = field(default_factory=dict)  # by source
    appearances: Mapping[str, tuple[Appearance, ...]] = field(default_factory=dict)  # by term
    timeline: TimelineTrace | None = None  # None: it has no events
    notices: NoticeTrace | None = None  # None: it is no explainer


def traces_of(document: Document, citations: Citations, appearances: Mapping[str, tuple[Appearance, ...]]) -> Traces:
    """What the document leaves elsewhere."""
    uses: dict[str, list[Use]] = {}
    dates = dict(_dates(document, citations))
    for group in citations.groups:
        for note in group.notes:
            uses.setdefault(note.source.id, []).extend(_uses(document, group, note, dates))
    return Traces(
        uses={source: tuple(found) for source, found in uses.items()},
        appearances=appearances,
        timeline=_timeline(document, citations) if isinstance(document, Explainer) and document.events else None,
        notices=_notices(document) if isinstance(document, Explainer) else None,
    )


def _timeline(explainer: Explainer, citations: Citations) -> TimelineTrace:
    only = citations.of_group("timeline")
    return TimelineTrace(explainer.title, explainer.address, tuple(with_ids(explainer.events)), only)


def _notices(explainer: Explainer) -> NoticeTrace:
    return NoticeTrace(
        explainer.title,
        explainer.address,
        explainer.first_address,
        explainer.date,
        explainer.corrections,
        explainer.changes,
    )


def _dates(document: Document, citations: Citations) -> Iterator[tuple[int, tuple[tuple[str, Date], ...]]]:
    """The anchor and date of the events behind each note of a timeline."""
    if not isinstance(document, Explainer):
        return
    found: dict[int, list[tuple[str, Date]]] = {}
    for anchor, event in with_ids(document.events):
        for mark in (mark for holder in holders_of(event) for mark in citations.marks.get(holder, ())):
            found.setdefault(mark.note, []).append((anchor, event.date))
    yield from ((number, tuple(dict.fromkeys(events))) for number, events in found.items())


def _uses(
    document: Document,
    group: NoteGroup,
    note: Note,
    dates: Mapping[int, tuple[tuple[str, Date], ...]],
) -> Iterator[Use]:
    page, kind = (document.title, document.address), group.group.kind
    paragraph = None if note.spans else note.reference.paragraph
    spans = (*note.spans, *(support.span for support in note.supports))
    if kind == "timeline":
        for anchor, date in dates.get(note.number, ()):
            yield Use(*page, anchor, kind, "", date, None, spans, paragraph)
        return
    yield Use(*page, f"c{note.number}", kind, group.group.title, None, note.number, spans, paragraph)
