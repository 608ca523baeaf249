"""How a part of a page is called from elsewhere: its words and its anchor."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from nutgraf.dates import in_words
from nutgraf.kinds.explainer import Explainer
from nutgraf.plan.sheet import Sheet
from nutgraf.quotations import Span
from nutgraf.resolve.anchors import with_ids
from nutgraf.resolve.citations import Note, NoteGroup
from nutgraf.resolve.claims import holders_of
from nutgraf.resolve.site import Document, Site

_LONGEST = 40  # characters of an explainer’s title in front of one of its parts


@dataclass(frozen=True)
class Use:
    """A place that uses a source: a note, or an event, which shows its verdict itself."""

    part: str  # “What is it?”, “Key facts”, “Timeline”
    rest: str  # “Note 3”, “note 4”, “January 2026”
    document: str  # title
    address: str
    anchor: str
    spans: tuple[Span, ...]
    paragraph: int | None  # cited as a whole

    @property
    def title(self) -> str:
        """What a link to it is called: “What is it? Note 3”, “Key facts, note 4”."""
        return f"{self.part} {self.rest}" if self.part[-1:] in "?!.…" else f"{self.part}, {self.rest}"

    @property
    def full_title(self) -> str:
        """The same with the page it stands on, for parts that go by one name on several pages."""
        return f"{_shortened(self.document)}: {self.title}"


def uses_by_source(site: Site, sheet: Sheet) -> Mapping[str, tuple[Use, ...]]:
    """Every note of the site that rests on a source, by the source’s id, in the order of pages and notes."""
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
        date = in_words(event.date, sheet.site.settings.language, sheet.say)
        for mark in (mark for holder in holders_of(event) for mark in marks.get(holder, ())):
            found.setdefault(mark.note, []).append((anchor, date))
    yield from ((number, list(dict.fromkeys(events))) for number, events in found.items())


def _uses(
    document: Document, group: NoteGroup, note: Note, dates: Mapping[int, list[tuple[str, str]]], sheet: Sheet
) -> Iterator[Use]:
    kind, say = group.group.kind, sheet.say
    paragraph = None if note.spans else note.reference.paragraph
    number = f"\N{NO-BREAK SPACE}{note.number}"
    if kind == "timeline":
        for anchor, date in dates.get(note.number, ()):
            yield Use(say("Timeline"), date, document.title, document.address, anchor, note.spans, paragraph)
        return
    part = say("Key facts") if kind == "facts" else group.group.title or document.title
    word = say("Note") if part[-1:] in "?!.…" else say("note")
    yield Use(part, word + number, document.title, document.address, f"c{note.number}", note.spans, paragraph)


def ambiguous_parts(uses: Iterable[Use]) -> frozenset[str]:
    """The names of parts that several pages have: “Key facts” alone would not tell a reader where a link leads."""
    pages: dict[str, set[str]] = {}
    for use in uses:
        if use.part != use.document:
            pages.setdefault(use.part.casefold(), set()).add(use.address)
    return frozenset(part for part, addresses in pages.items() if len(addresses) > 1)


def is_ambiguous(use: Use, parts: frozenset[str]) -> bool:
    """Whether a link to the use must name its page."""
    return use.part.casefold() in parts


def _shortened(title: str) -> str:
    if len(title) <= _LONGEST:
        return title.rstrip(":")
    kept = title[: _LONGEST - 1]
    return (kept.rpartition(" ")[0] if " " in kept else kept).rstrip(" ,;:–—") + "…"
