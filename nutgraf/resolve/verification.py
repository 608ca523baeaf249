"""Verification: every figure, date and name of a document looked for in the evidence that the page names for it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct, field

from nutgraf.body import Citation, Inline, Quotation, Reference, Statement
from nutgraf.claims import (
    Ground,
    NameFinder,
    Passage,
    Verdict,
    check_day,
    check_days,
    check_figures,
    check_names,
    dates_in,
    ground_of,
    passages_of,
)
from nutgraf.dates import Mention
from nutgraf.figures import Figure, figures_in, may_have_figures
from nutgraf.kinds.evidence import Event, Fact
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.page import Page
from nutgraf.kinds.term import Term
from nutgraf.parse.sentences import words_around
from nutgraf.problems import Place
from nutgraf.quotations import Span
from nutgraf.resolve.citations import Support
from nutgraf.resolve.sources import Source

Document = Explainer | Term | Page


class Checked(Struct, frozen=True):
    """A figure, date or name of the page, and what became of looking for it."""

    verdict: Verdict
    place: Place
    references: tuple[Reference, ...]  # that cover it
    is_quoted: bool  # words were quoted for it, and found
    is_close: bool  # False: its own sentence cites nothing


class Verification(Struct, frozen=True):
    """What became of the figures, dates and names of a document."""

    faults: tuple[Checked, ...] = ()  # found nowhere in the sources that cover them, or outside their evidence
    supports: tuple[tuple[Reference, Support], ...] = ()  # of what the words quoted for it do not have
    found: Mapping[str, int] = field(default_factory=dict)  # how many were found in their evidence, by subject
    uncited: tuple[tuple[str, Place], ...] = ()  # figures that no citation covers


NOT_VERIFIED = Verification()


class _Assertion(Struct, frozen=True):
    """A statement, and what of it is looked for where."""

    statement: Statement
    references: tuple[Reference, ...]
    quotations: tuple[Quotation, ...]
    is_close: bool
    names: bool = False
    event: Event | None = None  # whose date is looked for with the first statement of its title


class Verifier(Struct, frozen=True):
    """Looks things up in the sources of a site."""

    sources: Mapping[str, Source]
    names: NameFinder
    language: str  # of the site
    _known: dict[str, tuple[Passage, ...]] = field(default_factory=dict)  # the passages of sources, by id

    def verify(self, document: Document, found: Mapping[Quotation, tuple[str, tuple[Span, ...]]]) -> Verification:
        """What became of the figures, dates and names of a document.

        found: where each quotation of it stands, by source and spans; those that were found.
        """
        checked = tuple(self.checked(document, found))
        prose = chain.from_iterable(section.statements for section in document.body.sections)
        uncited = [self._figures(each) for each in prose if not each.references]
        return Verification(
            faults=tuple(each for each in checked if _is_fault(each)),
            supports=tuple(self._support(each) for each in checked if _is_beside(each)),
            found=Counter(each.verdict.subject for each in checked if each.verdict.found and not _is_fault(each)),
            uncited=tuple(chain.from_iterable(uncited)),
        )

    def checked(self, document: Document, found: Mapping[Quotation, tuple[str, tuple[Span, ...]]]) -> Iterator[Checked]:
        """Each figure, date and name of a document that a source with a text covers, in no certain order."""
        for assertion in _assertions(document):
            if not (assertion.names or assertion.event or may_have_figures(assertion.statement.text)):
                continue
            if grounds := self._grounds(assertion, found):
                yield from self._check(assertion, grounds)

    def _support(self, checked: Checked) -> tuple[Reference, Support]:
        """The sentence that has it, and the reference that leads to its source."""
        found = checked.verdict.found
        assert found is not None  # noqa: S101  # else it is no support
        source = self.sources[found.source]
        text = source.text_of(found.paragraph)
        reference = next(each for each in checked.references if each.source == found.source)
        return reference, Support(
            checked.verdict.text, Span(found.paragraph, *words_around(text, found.start, found.end))
        )

    def _passages(self, name: str) -> tuple[Passage, ...]:
        """All that a source says, put together once for a document."""
        if name not in self._known:
            source = self.sources[name]
            texts = [source.text_of(number) for number in range(len(source.paragraphs) + 1)]
            self._known[name] = passages_of(texts, source.figures, source.languages, source.credit.published)
        return self._known[name]

    @property
    def _languages(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(("en", self.language)))

    def _figures(self, statement: Statement) -> Iterator[tuple[str, Place]]:
        for figure in figures_in(statement.text, self._languages):
            if figure.kind not in {"date", "year"} and not figure.is_counted:
                yield figure.text, statement.place(figure.start, figure.end)

    def _grounds(
        self, assertion: _Assertion, found: Mapping[Quotation, tuple[str, tuple[Span, ...]]]
    ) -> tuple[Ground, ...]:
        """The evidence for the assertion; none when a source of it has no text."""
        known = [self.sources[each.source] for each in assertion.references if each.source in self.sources]
        if not known or not all(source.paragraphs for source in known):
            return ()
        spans: dict[str, list[Span]] = {}
        for quotation in assertion.quotations:
            name, own = found.get(quotation, ("", ()))
            spans.setdefault(name, []).extend(own)
        return tuple(
            ground_of(
                each.source,
                self._passages(each.source),
                [(span.paragraph, span.start, span.end) for span in spans.get(each.source, ())],
                each.paragraph,
                self.sources[each.source].spellings,
            )
            for each in assertion.references
            if each.source in self.sources
        )

    def _check(self, assertion: _Assertion, grounds: tuple[Ground, ...]) -> Iterator[Checked]:
        statement = assertion.statement
        figures: Sequence[Figure] = figures_in(statement.text, self._languages)
        dates = dates_in(statement.text, figures, grounds, self._languages)
        figures = [figure for figure in figures if not _is_part(figure, dates)]
        sums = [each.calculation.sum for each in assertion.references if each.calculation and each.calculation.sum]
        verdicts = [
            *check_figures(statement.text, figures, grounds, sums),
            *check_days(dates, figures, grounds),
            *(check_names(statement.text, grounds, self.names, self.language) if assertion.names else ()),
        ]
        is_quoted = any(ground.quoted for ground in grounds)
        for verdict in verdicts:
            place = statement.place(verdict.start, verdict.end)
            yield Checked(verdict, place, assertion.references, is_quoted, assertion.is_close)
        if assertion.event:
            for verdict in check_day(assertion.event.date, grounds):
                place = assertion.event.date_place
                yield Checked(verdict, place, assertion.references, is_quoted, assertion.is_close)


def _is_part(figure: Figure, dates: Iterable[Mention]) -> bool:
    return any(date.start < figure.end and figure.start < date.end for date in dates)


def _is_fault(checked: Checked) -> bool:
    """Whether it is nowhere in its sources, or not where the claim says."""
    found = checked.verdict.found
    return found is None or (found.circle == "source" and checked.is_close)


def _is_beside(checked: Checked) -> bool:
    found = checked.verdict.found
    return checked.is_quoted and found is not None and found.circle == "paragraph"


def _assertions(document: Document) -> Iterator[_Assertion]:
    """Everything that the page says."""
    if isinstance(document, Explainer):
        yield from _standfirst(document)
        for fact in document.facts:
            yield from _of(fact, (fact.label,))
            yield from _of(fact, (fact.value,), names=True)
        for event in document.events:
            yield from _of(event, (event.title, *filter(None, [event.text])), names=True, event=event)
    if isinstance(document, Term):
        yield from _of(document, (document.definition,))
    for section in document.body.sections:
        for each in section.statements:
            yield _Assertion(each, each.references, each.quotations, each.is_close)


def _standfirst(explainer: Explainer) -> Iterator[_Assertion]:
    """What stands under the headline leans on all that the page cites."""
    boxes: tuple[Fact | Event, ...] = (*explainer.facts, *explainer.events)
    cited = ([holder.source] if holder.source else [] for holder in boxes)
    pieces = chain.from_iterable(section.pieces for section in explainer.body.sections)
    named = {
        each.source: each
        for each in chain(*cited, *(piece.references for piece in pieces if isinstance(piece, Citation)))
    }
    references = tuple(Reference(each.source, None, each.place) for each in named.values())
    for statement in explainer.standfirst.statements:
        yield _Assertion(statement, references, (), is_close=False)


def _of(
    holder: Fact | Event | Term, texts: Iterable[Inline], *, names: bool = False, event: Event | None = None
) -> Iterator[_Assertion]:
    """What the texts say; what they do not cite themselves rests on the source of the whole."""
    texts = tuple(texts)
    loose = tuple(quotation for text in texts for quotation in text.uncited)
    own = tuple(filter(None, [holder.source]))
    quoted = (*filter(None, [holder.quote]), *loose) if own else ()
    statements = tuple(statement for text in texts for statement in text.statements)
    for number, each in enumerate(statements):
        # In a text that cites, a sentence that does not leans on the source of the whole, not on the next citation.
        cites = each.is_close or not own
        references = (*each.references, *own) if cites else own
        quotations = (*each.quotations, *quoted) if cites else quoted
        yield _Assertion(each, references, quotations, is_close=True, names=names, event=None if number else event)
