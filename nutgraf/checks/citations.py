"""Citations and quotations: the reason Nutgraf exists (design §3.1)."""

from collections.abc import Iterator

from nutgraf.body import Inline, Quotation, Reference
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.term import Term
from nutgraf.problems import Problem, nearest
from nutgraf.quotations import Found, NotFound
from nutgraf.resolve.citations import Citations, Note
from nutgraf.resolve.site import Document, Site
from nutgraf.resolve.sources import Source
from nutgraf.rules import problem


def check_citations(site: Site) -> Iterator[Problem]:
    """A problem for each citation that leads nowhere and each quotation that is not in its source."""
    for document in site.documents:
        citations = site.citations[document.address]
        yield from (_unknown(reference, site) for reference in citations.unknown)
        yield from (_missed(*missed) for missed in citations.missed)
        for note in citations.notes:
            yield from _check_note(note)
        yield from _uncited(document)
        if isinstance(document, Explainer):
            yield from _check_explainer(document, citations, site)


def _unknown(reference: Reference, site: Site) -> Problem:
    close = nearest(reference.source, site.sources)
    known = f"the sources are {', '.join(list(site.sources)[:5])}" if site.sources else "put the article into seeds/"
    message = f"there is no source “{reference.source}”"
    return problem("unknown-source", reference.place, message, f"did you mean “{close}”?" if close else known)


def _missed(quotation: Quotation, source: Source, result: NotFound) -> Problem:
    message = f"these words are not in source “{source.id}”"
    hints = []
    if result.nearest:
        span = result.nearest
        text = source.title if span.paragraph == 0 else source.paragraphs[span.paragraph - 1].text
        hints.append(f"nearest, {_paragraph(span.paragraph)}: “{text[span.start : span.end]}”")
    if result.differences:
        hints.append("differs in: " + "; ".join(_difference(*words) for words in result.differences))
    if result.reason:
        hints.append(f"why: {result.reason}")
    return problem("quote-not-found", quotation.place, message, *hints)


def _difference(ours: str, theirs: str) -> str:
    if not ours:
        return f"left out: {theirs}"
    return f"{ours} → {theirs}" if theirs else f"not there: {ours}"


def _paragraph(number: int) -> str:
    return f"paragraph {number}" if number else "headline"


def _check_note(note: Note) -> Iterator[Problem]:
    source, reference = note.source, note.reference
    last = len(source.paragraphs)
    if reference.paragraph is not None and source.paragraphs and not 1 <= reference.paragraph <= last:
        message = f"source “{source.id}” has no paragraph {reference.paragraph}"
        yield problem("unknown-paragraph", reference.place, message, f"its paragraphs are p1 to p{last}")
    for finding in note.findings:
        if finding.result is None or (source.rights == "link" and isinstance(finding.result, Found)):
            why = "its text is not published (rights: link)" if finding.result else "it has no text"
            message = f"readers cannot check these words against source “{source.id}”: {why}"
            yield problem("quote-unchecked", finding.quotation.place, message)
        elif isinstance(finding.result, Found) and reference.paragraph is not None:
            where = [span.paragraph for span in finding.result.spans]
            if reference.paragraph not in where:
                message = f"these words stand in {_paragraph(where[0])}, not in paragraph {reference.paragraph}"
                yield problem("quote-in-other-paragraph", finding.quotation.place, message, f"write p{where[0]}")


def _uncited(document: Document) -> Iterator[Problem]:
    quotations = [quotation for section in document.body.sections for quotation in section.uncited]
    for text, source in _texts(document):
        quotations += () if source else text.uncited
    for quotation in quotations:
        words = quotation.text if len(quotation.text) < 60 else quotation.text[:57].rstrip() + "…"
        hint = "cite its source after it, [@source], or set it in single quotes or italics if nobody said it"
        yield problem("uncited-quotation", quotation.place, f"no citation covers “{words}”", hint)


def _texts(document: Document) -> Iterator[tuple[Inline, Reference | None]]:
    """The inline texts of a document, each with the source that covers what is quoted in it."""
    if isinstance(document, Term):
        yield document.definition, document.source
    elif document.standfirst:
        yield document.standfirst, None
    if isinstance(document, Explainer):
        for fact in document.facts:
            yield fact.label, fact.source
            yield fact.value, fact.source
        for event in document.events:
            yield event.title, event.source
            yield from ((event.text, event.source),) if event.text else ()


def _check_explainer(explainer: Explainer, citations: Citations, site: Site) -> Iterator[Problem]:
    for fact in explainer.facts:
        if fact.source is None:
            message = f"the key fact “{fact.label.plain}” has no source"
            yield problem("unsourced-fact", fact.place, message, "add “source: …”")
    for named in explainer.further:
        if named.text not in site.sources:
            yield _unknown(Reference(named.text, None, named.place), site)
    used = {note.source.id for note in citations.notes}
    if len(used) == 1:
        message = f"this explainer rests on one source, “{next(iter(used))}”"
        yield problem("single-source", explainer.place, message, "readers are told so under “How this was made”")
