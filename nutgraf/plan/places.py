"""How a part of a page is called from elsewhere: its words and its anchor."""

from nutgraf.dates import in_words
from nutgraf.kinds.evidence import Event
from nutgraf.kinds.explainer import Explainer
from nutgraf.plan.boxes.timeline import with_ids
from nutgraf.plan.sheet import Sheet
from nutgraf.resolve.citations import Note, NoteGroup
from nutgraf.resolve.site import Document


def title_of(document: Document, group: NoteGroup, note: Note, sheet: Sheet) -> str:
    """What a link to a note is called: “Key facts, note 4”, “What is it? Note 3”, “Timeline, January 2026”."""
    say = sheet.say
    if group.group.kind == "facts":
        return f"{say('Key facts')}, {say('note')}\N{NO-BREAK SPACE}{note.number}"
    if group.group.kind == "timeline":
        event = _event(document, note, sheet)
        date = in_words(event[1].date, sheet.site.settings.language, say) if event else ""
        return f"{say('Timeline')}, {date}"
    if group.group.title:
        return f"{group.group.title} {say('Note')}\N{NO-BREAK SPACE}{note.number}"
    return f"{document.title}, {say('note')}\N{NO-BREAK SPACE}{note.number}"


def anchor_of(document: Document, group: NoteGroup, note: Note, sheet: Sheet) -> str:
    """The anchor of a note on its page; an event shows its verdict itself, so it is the event’s."""
    if group.group.kind == "timeline":
        event = _event(document, note, sheet)
        return event[0] if event else "timeline"
    return f"c{note.number}"


def _event(document: Document, note: Note, sheet: Sheet) -> tuple[str, Event] | None:
    """The event that a note of the timeline belongs to, with its anchor."""
    if not isinstance(document, Explainer):
        return None
    marks = sheet.site.citations[document.address].marks
    for id_, event in with_ids(document.events):
        if any(mark.note == note.number for mark in marks.get(event, ())):
            return id_, event
    return None
