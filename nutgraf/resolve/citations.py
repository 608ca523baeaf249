"""Citations bound to passages: each claim is checked against the sources it names and gets its notes.

Notes are numbered over the page and listed per group. In a group, the same source cited for the same passage twice
is one note with two marks.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from nutgraf.body import Quotation, Reference
from nutgraf.quotations import Found, NotFound, Span, find_quotation, negations_of
from nutgraf.resolve.claims import Claim, Group, GroupKind, Holder
from nutgraf.resolve.sources import Credit, Source


class Finding(Struct, frozen=True):
    """A quotation and what became of looking for it."""

    quotation: Quotation
    result: Found | NotFound | None  # None: there is no text to look in

    def is_shown_by(self, source: Credit) -> bool:
        """Whether the words were found and readers can open them: of a source that is only linked, its headline."""
        if not isinstance(self.result, Found):
            return False
        return source.rights != "link" or not any(span.paragraph for span in self.result.spans)


class Miss(Struct, frozen=True):
    """A quotation that none of its sources has."""

    quotation: Quotation
    sources: tuple[Credit, ...]  # that were searched
    source: Credit  # the one of them that comes nearest
    result: NotFound


class Support(Struct, frozen=True):
    """A sentence of a source that has what the words quoted for a claim do not have."""

    words: str  # the figure, date or name, as the page has it
    span: Span


class Note(Struct, frozen=True):
    """A numbered note."""

    number: int
    source: Credit
    reference: Reference  # the first that leads here
    findings: tuple[Finding, ...]
    marks: int  # how many references lead here
    supports: tuple[Support, ...] = ()  # beside the quotations

    @property
    def spans(self) -> tuple[Span, ...]:
        """The passages found, in the order of the quotations."""
        results = [finding.result for finding in self.findings]
        return tuple(span for result in results if isinstance(result, Found) for span in result.spans)

    @property
    def is_verbatim(self) -> bool:
        """Whether words were quoted and all of them were found in text that readers can open."""
        return bool(self.findings) and all(finding.is_shown_by(self.source) for finding in self.findings)


class Occurrence(Struct, frozen=True):
    """A source that a citation names, with the quotations that it stands for there."""

    note: int  # its number
    source: Credit
    reference: Reference
    findings: tuple[Finding, ...]


class Mark(Struct, frozen=True):
    """One raised number in the text."""

    note: int
    repeat: int  # 0 for the first mark of its note

    @property
    def id(self) -> str:
        """Its anchor: ``r3``, and ``r3-2`` for the second that leads to note 3."""
        return f"r{self.note}" + (f"-{self.repeat + 1}" if self.repeat else "")


class NoteGroup(Struct, frozen=True):
    """The notes of one group."""

    group: Group
    notes: tuple[Note, ...]


class Citations(Struct, frozen=True, dict=True):
    """All notes of a document, and the marks that each of its claims shows."""

    groups: tuple[NoteGroup, ...] = ()
    marks: Mapping[Holder, tuple[Mark, ...]] = field(default_factory=dict)
    unknown: tuple[Reference, ...] = ()  # references to sources that do not exist
    missed: tuple[Miss, ...] = ()
    occurrences: tuple["Occurrence", ...] = ()  # each citation as it stands, also where two share a note

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The notes in order."""
        return tuple(note for group in self.groups for note in group.notes)

    def of_group(self, kind: GroupKind) -> "Citations":
        """The notes of one kind of group, with the marks that lead to them."""
        groups = tuple(group for group in self.groups if group.group.kind == kind)
        holders = (claim.holder for group in groups for claim in group.group.claims)
        return Citations(groups, {holder: self.marks[holder] for holder in holders})

    def with_supports(self, found: Iterable[tuple[Reference, Support]]) -> "Citations":
        """The same citations; each support is added to the note that its reference leads to."""
        supports: dict[int, dict[Support, None]] = {}
        numbers = {(each.reference, each.source.id): each.note for each in self.occurrences}
        for reference, support in found:
            supports.setdefault(numbers[reference, reference.source], {})[support] = None
        if not supports:
            return self
        groups = tuple(
            replace(
                group,
                notes=tuple(replace(note, supports=tuple(supports.get(note.number, ()))) for note in group.notes),
            )
            for group in self.groups
        )
        return replace(self, groups=groups)

    def behind(self, holders: Iterable[Holder]) -> tuple[Note, ...]:
        """The notes that the marks of these lead to, each once."""
        numbers = dict.fromkeys(mark.note for holder in holders for mark in self.marks.get(holder, ()))
        return tuple(self.by_number[number] for number in numbers)

    @cached_property
    def found(self) -> Mapping[Quotation, tuple[str, tuple[Span, ...]]]:
        """Where each quotation is that was found: the id of its source, and the spans."""
        return {
            finding.quotation: (each.source.id, finding.result.spans)
            for each in self.occurrences
            for finding in each.findings
            if isinstance(finding.result, Found)
        }

    @cached_property
    def by_number(self) -> Mapping[int, Note]:
        """The notes by number."""
        return {note.number: note for note in self.notes}


def bind(groups: Iterable[Group], sources: Mapping[str, Source], language: str) -> Citations:
    """The citations of one document of a site in this language."""
    binder = _Binder(sources, language)
    bound = tuple(binder.group(group) for group in groups)
    return Citations(bound, binder.marks, tuple(binder.unknown), tuple(binder.missed), tuple(binder.occurrences))


class _Binder(Struct):
    """Numbers the notes of one document while walking its groups."""

    sources: Mapping[str, Source]
    language: str
    marks: dict[Holder, tuple[Mark, ...]] = field(default_factory=dict)
    unknown: list[Reference] = field(default_factory=list)
    missed: list[Miss] = field(default_factory=list)
    occurrences: list[Occurrence] = field(default_factory=list)
    count: int = 0

    def group(self, group: Group) -> NoteGroup:
        notes: dict[object, Note] = {}
        for claim in group.claims:
            marks = []
            for cited in self._cited(claim):
                marks.append(self._note(notes, *cited))
                self.occurrences.append(Occurrence(marks[-1].note, cited[1], cited[0], cited[2]))
            self.marks[claim.holder] = (*self.marks.get(claim.holder, ()), *marks)
        return NoteGroup(group, tuple(notes.values()))

    def _note(
        self, notes: dict[object, Note], reference: Reference, source: Credit, findings: tuple[Finding, ...]
    ) -> Mark:
        new = Note(self.count + 1, source, reference, findings, 1)
        paragraph = None if new.spans else reference.paragraph
        calculation = reference.calculation
        worked = calculation and calculation.sum and (calculation.sum, calculation.is_joint)
        passage = (source.id, paragraph, new.spans, _unfound(findings), worked)
        old = notes.get(passage)
        if old:
            notes[passage] = replace(old, marks=old.marks + 1)
            return Mark(old.number, old.marks)
        self.count += 1
        notes[passage] = new
        return Mark(new.number, 0)

    def _cited(self, claim: Claim) -> Iterator[tuple[Reference, Credit, tuple[Finding, ...]]]:
        """Each source the claim names, with the quotations that stand in it.

        A quotation is looked for in every source the claim names and counts for the first that has it; one that
        none has counts for the one that comes nearest.
        """
        known: list[tuple[Reference, Source]] = []
        for reference in claim.references:
            source = self.sources.get(reference.source)
            if source:
                known.append((reference, source))
            else:
                self.unknown.append(reference)
        findings: dict[int, list[Finding]] = {}
        for quotation in claim.quotations if known else ():
            number, finding = self._look(quotation, known)
            findings.setdefault(number, []).append(finding)
        for number, (reference, source) in enumerate(known):
            yield reference, source.credit, tuple(findings.get(number, ()))

    def _look(self, quotation: Quotation, known: list[tuple[Reference, Source]]) -> tuple[int, Finding]:
        misses: dict[int, NotFound] = {}
        textless: list[int] = []
        for number, (reference, source) in enumerate(known):
            if not source.paragraphs:
                textless.append(number)
                continue
            negations = negations_of(self.language, source.credit.language)
            result = find_quotation(quotation.text, source.text, paragraph=reference.paragraph, negations=negations)
            if isinstance(result, Found):
                return number, Finding(quotation, result)
            misses[number] = result
        if textless:  # the words may stand there: nobody can say that they are wrong
            return textless[0], Finding(quotation, None)
        best = min(misses, key=lambda number: _distance(misses[number]))
        searched = tuple(known[number][1].credit for number in misses)
        self.missed.append(Miss(quotation, searched, known[best][1].credit, misses[best]))
        return best, Finding(quotation, misses[best])


def _unfound(findings: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(finding.quotation.text for finding in findings if not isinstance(finding.result, Found))


def _distance(miss: NotFound) -> tuple[bool, int]:
    """How far the nearest passage is from the quotation: none at all is the farthest."""
    return miss.nearest is None, sum(max(len(ours), len(theirs)) for ours, theirs in miss.differences)
