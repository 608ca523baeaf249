"""Where a source is used: every note of the site that rests on it, page by page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from nutgraf.dates import in_words
from nutgraf.kinds.explainer import Explainer
from nutgraf.plan.sheet import Sheet
from nutgraf.quotations import Span
from nutgraf.resolve.anchors import with_ids
from nutgraf.resolve.citations import Note, NoteGroup
from nutgraf.resolve.claims import holders_of
from nutgraf.resolve.site import Document, Site
from nutgraf.views.pages import NoteLink, Usage


@dataclass(frozen=True)
class Use:
    """A place that uses a source: a note, or an event, which shows its verdict itself."""

    page: str  # title of the page
    address: str  # of the page
    anchor: str  # on the page
    part: str  # “What is it?”, “Key facts”; the date of an event in words
    note: int | None  # None for an event
    spans: tuple[Span, ...]
    paragraph: int | None  # cited as a whole


def uses_by_source(site: Site, sheet: Sheet) -> Mapping[str, tuple[Use, ...]]:
    """Every use of each source, by the source’s id, in the order of pages and notes."""
    found: dict[str, list[Use]] = {}
    for document in site.documents:
        dates = dict(_dates(document, sheet))
        for group in site.citations[document.address].groups:
            for note in group.notes:
                found.setdefault(note.source.id, []).extend(_uses(document, group, note, dates, sheet))
    return {source: tuple(uses) for source, uses in found.items()}


def _dates(document: Document, sheet: Sheet) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """The anchor and date of the events behind each note of a timeline."""
    if not isinstance(document, Explainer):
        return
    marks = sheet.site.citations[document.address].marks
    found: dict[int, list[tuple[str, str]]] = {}
    for anchor, event in with_ids(document.events):
        date = in_words(event.date, sheet.site.settings.language, sheet.site.interface)
        for mark in (mark for holder in holders_of(event) for mark in marks.get(holder, ())):
            found.setdefault(mark.note, []).append((anchor, date))
    yield from ((number, list(dict.fromkeys(events))) for number, events in found.items())


def _uses(
    document: Document, group: NoteGroup, note: Note, dates: Mapping[int, list[tuple[str, str]]], sheet: Sheet
) -> Iterator[Use]:
    title, address = document.title, document.address
    paragraph = None if note.spans else note.reference.paragraph
    if group.group.kind == "timeline":
        for anchor, date in dates.get(note.number, ()):
            yield Use(title, address, anchor, date, None, note.spans, paragraph)
        return
    part = sheet.say("Key facts") if group.group.kind == "facts" else group.group.title or title
    yield Use(title, address, f"c{note.number}", part, note.number, note.spans, paragraph)


def usages(uses: Iterable[Use], sheet: Sheet) -> tuple[Usage, ...]:
    """The uses by page, each page once."""
    ordered = groupby(dict.fromkeys(uses), key=lambda use: (use.address, use.page))
    return tuple(_usage(page, [*run], sheet) for (_, page), run in ordered)


def _usage(page: str, uses: list[Use], sheet: Sheet) -> Usage:
    notes = {use.note: use for use in uses if use.note is not None}
    events = dict.fromkeys(sheet.link(use.part, use.address, use.anchor) for use in uses if use.note is None)
    links = (NoteLink(number, _label(use, sheet), sheet.href(use.address, use.anchor)) for number, use in notes.items())
    return Usage(page, tuple(links), tuple(events))


def _label(use: Use, sheet: Sheet) -> str:
    return sheet.say("%(page)s: %(part)s, note %(number)s", page=use.page, part=use.part, number=use.note)
