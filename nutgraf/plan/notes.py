"""Notes and verdicts: what the reader is told about each citation."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from nutgraf.figures import written_out
from nutgraf.kinds.evidence import Event, Fact
from nutgraf.kinds.explainer import Explainer
from nutgraf.plan.anchors import passage_id
from nutgraf.plan.fragments import text_fragment
from nutgraf.plan.passages import merged
from nutgraf.plan.prose import Prose
from nutgraf.plan.sheet import Sheet
from nutgraf.quotations import NotFound, Span
from nutgraf.resolve.citations import Citations, Mark, Note, NoteGroup
from nutgraf.resolve.claims import Holder, holders_of
from nutgraf.resolve.listing import Tally
from nutgraf.resolve.site import Site
from nutgraf.resolve.sources import Credit
from nutgraf.views import parts


def outcome(note: Note) -> parts.Outcome:
    """What became of a note as a whole."""
    if any(isinstance(finding.result, NotFound) for finding in note.findings):
        return "missed"
    if note.findings and not note.is_verbatim:
        return "unchecked"
    return "verbatim" if note.spans else "cited"


def calculation(note: Note, sheet: Sheet) -> parts.Calculation | None:
    """What the desk worked out in a note; None if nothing."""
    told = note.reference.calculation
    if not told or not told.sum:
        return None
    return parts.Calculation(written_out(told.sum, sheet.site.settings.language), told.is_joint)


def verdict(note: Note, sheet: Sheet) -> parts.Verdict:
    """What the build found for a note."""
    return replace(_found(note, sheet), calculation=calculation(note, sheet))


def _found(note: Note, sheet: Sheet) -> parts.Verdict:
    """What the build found of its words."""
    source, spans = note.source, note.spans
    address = source.address
    paragraphs = tuple(dict.fromkeys(span.paragraph for span in spans))
    found = outcome(note)
    if found == "missed":
        return parts.Verdict("missed", (), sheet.href(address), source.url, source.name)
    if found == "unchecked":
        return parts.Verdict("unchecked", (), None, source.url, source.name)
    if found == "verbatim":
        first = spans[0]
        href = sheet.href(address, passage_id(first.paragraph, first.start, first.end))
        return parts.Verdict(
            "verbatim", paragraphs, href, text_fragment(sheet.site.sources[source.id], spans), source.name
        )
    paragraph = note.reference.paragraph
    named = (paragraph,) if paragraph is not None and paragraph <= source.length else ()
    href = sheet.href(address, f"p{paragraph}" if named and source.rights == "full" else "")
    return parts.Verdict("cited", named, href, source.url, source.name)


def verdicts_of(claimant: Fact | Event, prose: Prose) -> tuple[parts.Verdict, ...]:
    """One for its source, and one for each citation in its words: in place of raised numbers."""
    return tuple(verdict(note, prose.sheet) for note in prose.citations.behind(holders_of(claimant)))


def notes_of(group: NoteGroup, prose: Prose, rows: Sequence[Sequence[Holder]] = ()) -> parts.Notes:
    """The notes of a group; each stands beside the first of ``rows`` that holds one of its marks."""
    notes = []
    row_of = _rows(prose.citations, rows)
    previous = None
    for note in group.notes:
        notes.append(_note(note, prose.sheet, row_of.get(note.number), is_same=previous == note.source.id))
        previous = note.source.id
    start = notes[0].number if notes else 1
    return parts.Notes(start, tuple(notes))


def _rows(citations: Citations, rows: Sequence[Sequence[Holder]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for number, holders in enumerate(rows, 1):
        for mark in (mark for holder in holders for mark in citations.marks.get(holder, ())):
            found.setdefault(mark.note, number)
    return found


def _note(note: Note, sheet: Sheet, row: int | None, *, is_same: bool) -> parts.Note:
    quotes = [finding.quotation.text for finding in note.findings]
    return parts.Note(
        number=note.number,
        id=f"c{note.number}",
        row=row,
        source=note.source.name,
        language=sheet.foreign(note.source.language),
        published=sheet.when(note.source.published) if note.source.published else None,
        is_same=is_same,
        quotes=tuple(dict.fromkeys(" ".join(quote.split()) for quote in quotes)),
        verdict=verdict(note, sheet),
        backlinks=tuple(f"#{Mark(note.number, repeat).id}" for repeat in range(note.marks)),
        supports=tuple(_supports(note, sheet)) if note.is_verbatim else (),
    )


def _supports(note: Note, sheet: Sheet) -> Iterator[parts.Support]:
    """Each sentence that supports something, with all that it supports."""
    words: dict[Span, dict[str, None]] = {}
    for support in note.supports:
        words.setdefault(support.span, {})[support.words] = None
    for span, supported in words.items():
        text = sheet.site.sources[note.source.id].text_of(span.paragraph)
        href = sheet.href(note.source.address, passage_id(span.paragraph, span.start, span.end))
        yield parts.Support(tuple(supported), text[span.start : span.end], span.paragraph, href)


def recommended(explainer: Explainer, citations: Citations, site: Site) -> tuple[Credit, ...]:
    """The sources that the desk recommends for further reading; those that a note cites are listed by themselves."""
    cited = {note.source.id for note in citations.notes}
    named = dict.fromkeys(name.text for name in explainer.further if name.text not in cited)
    return tuple(site.sources[name].credit for name in named if name in site.sources)


def cited_sources(citations: Citations, sheet: Sheet) -> tuple[parts.CitedSource, ...]:
    """Each source of a page once, in the order of its first note, with its notes and passages."""
    by_source: dict[str, list[Note]] = {}
    for note in citations.notes:
        by_source.setdefault(note.source.id, []).append(note)
    listed = {n.number for group in citations.groups if group.group.kind != "timeline" for n in group.notes}
    found = []
    for notes in by_source.values():
        numbers = tuple(note.number for note in notes if note.number in listed)
        found.append(source_line(notes[0].source, sheet, numbers, _passages(notes)))
    return tuple(found)


def _passages(notes: Iterable[Note]) -> int:
    return len(merged(span for note in notes for span in (*note.spans, *(each.span for each in note.supports))))


def source_line(source: Credit, sheet: Sheet, numbers: tuple[int, ...] = (), passages: int = 0) -> parts.CitedSource:
    """A source in a list."""
    byline = ", ".join(filter(None, [source.author, source.publisher]))
    published = sheet.when(source.published) if source.published else None
    language = sheet.foreign(source.language)
    return parts.CitedSource(
        title=source.title,
        language=language,
        href=sheet.href(source.address),
        printed=source.url or sheet.url_of(source.address),
        byline=byline,
        published=published,
        notes=numbers,
        passages=passages,
    )


def counts_of(tallies: Sequence[Tally]) -> parts.Counts:
    """How much was checked, over one document or many."""
    return parts.Counts(
        quotations=sum(each.quotations for each in tallies),
        verbatim=sum(each.verbatim for each in tallies),
        facts=sum(each.facts for each in tallies),
        sourced_facts=sum(each.sourced_facts for each in tallies),
        sources=len({origin for each in tallies for origin in each.origins}),
        missed=sum(each.missed for each in tallies),
        unchecked=sum(each.unchecked for each in tallies),
        supported=sum(each.supported for each in tallies),
        unsupported=sum(each.unsupported for each in tallies),
        uncited=sum(each.uncited for each in tallies),
        sums=sum(each.sums for each in tallies),
    )
