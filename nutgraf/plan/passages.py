"""Quoted passages of a source: marked in its text, lettered, with the places that use them.

Quotations that overlap make one passage with one letter; marks are never nested. Inside a merged passage every
quotation keeps its own anchor, so that a note's link does not change when another page quotes the same words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from string import ascii_lowercase

from markupsafe import Markup, escape

from nutgraf.plan.notes import passage_id
from nutgraf.plan.places import anchor_of, title_of
from nutgraf.plan.sheet import Sheet
from nutgraf.quotations import Span
from nutgraf.resolve.citations import NoteGroup
from nutgraf.resolve.site import Document, Site
from nutgraf.resolve.sources import Source
from nutgraf.views import pages
from nutgraf.views.parts import Link


@dataclass(frozen=True)
class Use:
    """A place that uses a source."""

    title: str  # “What is it? Note 3”
    address: str
    anchor: str
    spans: tuple[Span, ...]
    paragraph: int | None  # cited as a whole


@dataclass(frozen=True)
class Stretch:
    """Overlapping quotations, merged."""

    number: int  # from 1 in its source
    paragraph: int
    start: int
    end: int
    spans: tuple[Span, ...]  # in order
    uses: tuple[Use, ...]

    @property
    def letter(self) -> str:
        """A … z, aa, ab …"""
        letters, number = "", self.number
        while number:
            number, place = divmod(number - 1, len(ascii_lowercase))
            letters = ascii_lowercase[place] + letters
        return letters

    @property
    def id(self) -> str:
        """The anchor of its mark."""
        first = self.spans[0]
        return passage_id(first.paragraph, first.start, first.end)


def uses_of(source: Source, site: Site, sheet: Sheet) -> tuple[Use, ...]:
    """Every note of the site that rests on the source, in the order of pages and notes."""
    found: list[Use] = []
    for document in site.documents:
        for group in site.citations[document.address].groups:
            found.extend(_uses(document, group, source, sheet))
    return tuple(found)


def _uses(document: Document, group: NoteGroup, source: Source, sheet: Sheet) -> Iterator[Use]:
    for note in group.notes:
        if note.source.id == source.id:
            paragraph = note.reference.paragraph if not note.spans else None
            title = title_of(document, group, note, sheet)
            yield Use(title, document.address, anchor_of(document, group, note, sheet), note.spans, paragraph)


def stretches(uses: Iterable[Use]) -> tuple[Stretch, ...]:
    """The passages that the uses quote, merged where they overlap, in the order of the text."""
    quoted = sorted({(span, use) for use in uses for span in use.spans}, key=lambda pair: pair[0])
    merged: list[list[tuple[Span, Use]]] = []
    for span, use in quoted:
        last = merged[-1] if merged else []
        if last and last[0][0].paragraph == span.paragraph and span.start < max(s.end for s, _ in last):
            last.append((span, use))
        else:
            merged.append([(span, use)])
    return tuple(_stretch(number, run) for number, run in enumerate(merged, 1))


def _stretch(number: int, run: Sequence[tuple[Span, Use]]) -> Stretch:
    spans = tuple(dict.fromkeys(span for span, _ in run))
    end = max(span.end for span in spans)
    return Stretch(number, spans[0].paragraph, spans[0].start, end, spans, tuple(dict.fromkeys(use for _, use in run)))


def marked(text: str, found: Iterable[Stretch], label: str) -> Markup:
    """The paragraph with its passages in ``<mark>``, each followed by its letter."""
    parts: list[Markup] = []
    position = 0
    for stretch in found:
        parts.append(escape(text[position : stretch.start]))
        parts.append(Markup('<mark id="{}">{}</mark>').format(stretch.id, _anchored(text, stretch)))
        reference = Markup('<sup><a class="noteref" href="#u-{0}" aria-label="{1}">{0}</a></sup>')
        parts.append(reference.format(stretch.letter, f"{label} {stretch.letter}"))
        position = stretch.end
    return Markup("").join([*parts, escape(text[position:])])


def _anchored(text: str, stretch: Stretch) -> Markup:
    """The passage with an empty anchor where each further quotation of it begins."""
    parts: list[Markup] = []
    position = stretch.start
    for start, spans in groupby(stretch.spans[1:], lambda span: span.start):
        parts.append(escape(text[position:start]))
        anchor = Markup('<span id="{}"></span>')
        parts.extend(anchor.format(passage_id(span.paragraph, span.start, span.end)) for span in spans)
        position = start
    return Markup("").join([*parts, escape(text[position : stretch.end])])


def passages_of(found: Iterable[Stretch], sheet: Sheet) -> tuple[pages.Passage, ...]:
    """The passages for a source page’s lists."""
    return tuple(
        pages.Passage(stretch.letter, stretch.number, stretch.id, links_to(stretch.uses, sheet)) for stretch in found
    )


def links_to(uses: Iterable[Use], sheet: Sheet) -> tuple[Link, ...]:
    """The uses as links, each once."""
    return tuple(dict.fromkeys(sheet.link(use.title, use.address, use.anchor) for use in uses))
