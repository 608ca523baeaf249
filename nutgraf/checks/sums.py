"""Sums that the desk works out itself: their numbers must be in the paragraphs cited, and the result in the text."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import chain

from nutgraf.body import Calculation, Inline, Piece, Reference, words_before
from nutgraf.figures import Figure, Operand, Sum, agrees, figures_in, printed, states_rightly, unit_of
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.term import Term
from nutgraf.problems import Problem
from nutgraf.resolve.bound import Bound
from nutgraf.resolve.claims import Document
from nutgraf.resolve.site import Site
from nutgraf.resolve.sources import Source
from nutgraf.rules import problem

# What stands before a figure that is rounded to its last digit that is not zero.
_ABOUT = re.compile(
    r"\b(?:about|around|roughly|approximately|nearly|almost|some|over|above|under|below|(?:more|less|fewer) than"
    r"|close to|an estimated)\s+$|(?:लगभग|करीब|क़रीब|तकरीबन)\s+$",
    re.IGNORECASE,
)
_NEAR = 24  # characters before a figure in which such words stand
_FARTHEST = 500  # characters before a citation in which its figure is looked for


def check_sums(bound: Bound, site: Site) -> Iterator[Problem]:
    """A problem for each sum that cannot be worked out, gives another figure than the text, or has a strange number."""
    for references, texts in _cited(bound.document):
        for reference in references:
            calculation = reference.calculation
            if calculation and calculation.fault:
                message, hint = calculation.fault
                yield problem("bad-citation", calculation.place, message, hint)
            elif calculation and calculation.sum:
                languages = tuple(dict.fromkeys(("en", site.settings.language)))
                yield from _check_result(calculation, calculation.sum, texts, languages)
                yield from _check_operands(calculation, calculation.sum, references, site)


def _cited(document: Document) -> Iterator[tuple[tuple[Reference, ...], tuple[str, ...]]]:
    """The references of each citation and ``source`` field, with the texts whose figures a sum in them may give."""
    for section in document.body.sections:
        yield from _citations(section.pieces)
        for footnote in section.footnotes:
            yield from _citations(footnote.pieces)
    if isinstance(document, Explainer):
        for fact in document.facts:
            yield from _sourced(fact.source, fact.value)
            yield from _citations(fact.value.pieces)
            yield from ((citation.references, (fact.value.plain,)) for citation in fact.label.citations)
        for event in document.events:
            yield from _sourced(event.source, event.text, event.title)
            yield from _citations((*event.title.pieces, *(event.text.pieces if event.text else ())))
    if isinstance(document, Term):
        yield from _sourced(document.source, document.definition)
        yield from _citations(document.definition.pieces)


def _citations(pieces: Iterable[Piece]) -> Iterator[tuple[tuple[Reference, ...], tuple[str, ...]]]:
    for citation, words in words_before(pieces):
        if any(each.calculation for each in citation.references):
            yield citation.references, (words[-_FARTHEST:],)


def _sourced(
    source: Reference | None, *texts: Inline | None
) -> Iterator[tuple[tuple[Reference, ...], tuple[str, ...]]]:
    if source and source.calculation:
        yield (source,), tuple(text.plain for text in texts if text)


def _check_result(
    calculation: Calculation, worked: Sum, texts: Iterable[str], languages: tuple[str, ...]
) -> Iterator[Problem]:
    """A problem if the result that the desk states, or the figure that the citation covers, is not what comes out."""
    right = printed(worked, languages[-1])
    if worked.stated and not states_rightly(worked):
        message = f"{worked.text} is {right}, not {worked.stated.text}"
        yield problem("wrong-sum", calculation.place, message, f"write “= {right}”, or correct the sum")
        return
    judged = [each for each in (_judged(text, worked, languages) for text in texts) if each]
    if judged and not any(is_right for _, is_right in judged):
        message = f"{worked.text} is {right}, but the text says {judged[0][0].text}"
        hint = f"write {right}, or move the citation right behind the figure that it gives"
        yield problem("wrong-sum", calculation.place, message, hint)


def _judged(text: str, worked: Sum, languages: tuple[str, ...]) -> tuple[Figure, bool] | None:
    """The figure of the text that the sum is to give, and whether it does; None where the text has no such figure.

    It is the last with the unit of the result, or a percentage where the result has none. A sum that states its result
    may give any such figure.
    """
    units = {worked.unit} if worked.unit else {"", "%"}
    last = None
    for figure in reversed(figures_in(text, languages)):
        if unit_of(figure) in units:
            if _gives(worked, figure, text):
                return figure, True
            if _is_meant(figure) and last is None:
                last = figure, False
            if last and not worked.stated:
                break
    return last


def _is_meant(figure: Figure) -> bool:
    """Whether a sum might give the figure: not a day, nor a year, nor one of the small numbers in words."""
    return figure.kind not in {"date", "year"} and not figure.is_counted


def _gives(worked: Sum, figure: Figure, text: str) -> bool:
    at = text.rfind(figure.text)
    return agrees(worked, figure, is_rounded=bool(_ABOUT.search(text[max(at - _NEAR, 0) : at])))


def _check_operands(
    calculation: Calculation, worked: Sum, references: Iterable[Reference], site: Site
) -> Iterator[Problem]:
    """A problem for each number of a sum that the paragraphs cited with it do not have."""
    cited = tuple(references)
    sources = [site.sources.get(reference.source) for reference in cited]
    if not all(source and source.paragraphs for source in sources):
        return  # there is nothing to look in: other rules say so
    known = [(reference, source) for reference, source in zip(cited, sources, strict=True) if source]
    if any((reference.paragraph or 0) > len(source.paragraphs) for reference, source in known):
        return
    evidence = [figure for reference, source in known for figure in _figures(reference, source)]
    written = {each.text: (each, place) for each, place in zip(worked.operands, calculation.operands, strict=True)}
    for operand, place in written.values():
        if not operand.is_own and not any(_is_same(figure, operand) for figure in evidence):
            where = " or ".join(_named(reference) for reference, _ in known)
            message = f"“{operand.text}” is not in {where}"
            yield problem("unsupported-figure", place, message, *_hints(operand, worked, known))


def _figures(reference: Reference, source: Source) -> tuple[Figure, ...]:
    """The figures of the paragraph that is cited, or of the whole source."""
    if reference.paragraph is None:
        return tuple(chain.from_iterable(source.figures))
    return source.figures[reference.paragraph]


def _is_same(figure: Figure, operand: Operand) -> bool:
    """Whether a figure of a source is the number in the sum: in value and in kind.

    Money may be counted without its currency on either side, a percentage never without its sign. A year is no 2,022.
    """
    if figure.day:
        return operand.text.isdecimal() and operand.value == figure.day.year
    if figure.kind == "year" and not operand.text.isdecimal():
        return False
    if operand.value not in map(Fraction, figure.values):
        return False
    unit = unit_of(figure)
    return unit == operand.unit or ("%" not in {unit, operand.unit} and "" in {unit, operand.unit})


def _named(reference: Reference) -> str:
    where = "" if reference.paragraph is None else f"paragraph {reference.paragraph} of "
    return f"{where}source “{reference.source}”"


def _hints(operand: Operand, worked: Sum, known: Iterable[tuple[Reference, Source]]) -> Iterator[str]:
    """What to do: if another paragraph of a cited source has the number, how to cite both."""
    for reference, source in known:
        for number in range(1, len(source.paragraphs) + 1) if reference.paragraph is not None else ():
            if any(_is_same(figure, operand) for figure in source.figures[number]):
                both = f"[@{source.id} p{reference.paragraph}; @{source.id} p{number} = {worked.text}]"
                yield f"paragraph {number} has it: cite both, {both}, or leave out “p{reference.paragraph}”"
                return
    yield "check the number, or cite the paragraph that has it"
