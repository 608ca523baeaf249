"""Citations and quotations: the reason Nutgraf exists (docs/writing.md, How quotations are checked)."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import PurePosixPath

from msgspec.structs import replace

from nutgraf.body import Inline, Quotation, Reference
from nutgraf.checks.elsewhere import found_elsewhere
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.page import Home
from nutgraf.kinds.term import Term
from nutgraf.parse.marks import find_odd_marks
from nutgraf.problems import Place, Problem, nearest
from nutgraf.quotations import LEAST_WORDS, Found, negations_of, quoted_runs, read_quoted
from nutgraf.quotations.negation import negation_in
from nutgraf.resolve.bound import Bound
from nutgraf.resolve.citations import Citations, Miss, Occurrence
from nutgraf.resolve.claims import Document
from nutgraf.resolve.site import Site
from nutgraf.resolve.sources import Source
from nutgraf.rules import problem
from nutgraf.slugs import slugify

_SENTENCE_END = re.compile(r"[.!?。！？।]")
_UNSAID = "set it in single quotes or italics if nobody said it"
_MARKS = '“”"„«»'


def check_citations(bound: Bound, site: Site) -> Iterator[Problem]:
    """A problem for each citation that leads nowhere and each quotation that is not in its source."""
    document, citations = bound.document, bound.citations
    yield from (_unknown(reference, site) for reference in citations.unknown if not _is_unread(reference, site))
    yield from (_no_brackets(doubt) for doubt in document.body.doubts if doubt.source in site.sources)
    yield from (_missed(miss, site) for miss in citations.missed)
    for cited in citations.occurrences:
        source = site.sources[cited.source.id]
        is_unread = source.file is not None and f"seeds/{source.file.seed.text}" in site.unread
        yield from _check_citation(cited, source, is_unread=is_unread)
        yield from _check_omissions(cited, source, negations_of(site.settings.language, cited.source.language))
    yield from _uncited(document)
    yield from _uncited_heads(document)
    if isinstance(document, Explainer):
        yield from _check_explainer(document, citations, site)


def check_uncited(written: Source | Home, site: Site) -> Iterator[Problem]:
    """Quoted words where no note can stand: on the home page and in the desk’s notes on sources."""
    del site
    body = written.note if isinstance(written, Source) else written.body
    quotations = [each for section in body.sections for each in section.uncited] if body else []
    if isinstance(written, Home) and written.standfirst:
        quotations += written.standfirst.uncited
    for quotation in quotations:
        yield _no_citation(quotation, f"quote it in an explainer, where it can be cited, or {_UNSAID}")


def _is_unread(reference: Reference, site: Site) -> bool:
    """Whether the source is there but cannot be read; an error that stops the build says why."""
    return any(path.parent.name in {"sources", "seeds"} for path in _named(reference, site.unread))


def _named(reference: Reference, paths: Iterable[str]) -> list[PurePosixPath]:
    """Those of the files that the source would be made of, going by their names."""
    files = (PurePosixPath(path) for path in sorted(paths))
    return [file for file in files if slugify(file.stem) == slugify(reference.source)]


def _no_brackets(doubt: Reference) -> Problem:
    message = f"this names the source “{doubt.source}”, but is not a citation"
    return problem("bad-citation", doubt.place, message, f"did you mean [@{_written(doubt)}]?")


def _written(reference: Reference) -> str:
    return reference.source + ("" if reference.paragraph is None else f" p{reference.paragraph}")


def _unknown(reference: Reference, site: Site) -> Problem:
    bare = reference.source.strip("@,")
    if bare != reference.source and bare in site.sources:
        sign = "comma" if reference.source.endswith(",") else "@"
        hint = f"write “{_written(replace(reference, source=bare))}”, without the {sign}"
        return problem("unknown-source", reference.place, f"there is no source “{reference.source}”", hint)
    lacks = f"source {slugify(reference.source)}"
    for file in _named(reference, site.left_out):
        message = f"there is no source “{reference.source}”, because {file} is not read"
        return problem("unknown-source", reference.place, message, _as_source(file), lacks=lacks)
    close = nearest(reference.source, site.sources)
    known = f"the sources are {', '.join(list(site.sources)[:5])}" if site.sources else "put the article into seeds/"
    message = f"there is no source “{reference.source}”"
    hint = f"did you mean “{close}”?" if close else known
    return problem("unknown-source", reference.place, message, hint, lacks=lacks)


def _as_source(file: PurePosixPath) -> str:
    """How a file that is not read becomes a source."""
    if file.parts[0] == "seeds":
        return f"save its text as seeds/{file.stem}.txt"
    if file.suffix.lower() == ".md":
        return f"put it straight into content/sources/, as {slugify(file.stem)}.md"
    return f"if it describes a source, save it as content/sources/{slugify(file.stem)}.md; articles belong in seeds/"


def _missed(miss: Miss, site: Site) -> Problem:
    source, result = site.sources[miss.source.id], miss.result
    message = "these words are not in source " + " or ".join(f"“{searched.id}”" for searched in miss.sources)
    hints = list(found_elsewhere(miss, site))
    if result.nearest:
        span = result.nearest
        text = source.credit.title if span.paragraph == 0 else source.paragraphs[span.paragraph - 1].text
        where = _paragraph(span.paragraph) + (f" of “{source.id}”" if len(miss.sources) > 1 else "")
        hints.append(f"nearest, {where}: “{text[span.start : span.end].strip(_MARKS)}”")
    if result.differences:
        hints.append("differs in: " + "; ".join(_difference(*words) for words in result.differences))
    if result.reason:
        hints.append(f"why: {result.reason}")
    return problem("quote-not-found", miss.quotation.place, message, *hints)


def _difference(ours: str, theirs: str) -> str:
    if not ours:
        return f"left out: {theirs}"
    return f"{ours} → {theirs}" if theirs else f"not there: {ours}"


def _paragraph(number: int) -> str:
    return f"paragraph {number}" if number else "the headline"


def _check_citation(cited: Occurrence, source: Source, *, is_unread: bool) -> Iterator[Problem]:
    reference = cited.reference
    last = len(source.paragraphs)
    if reference.paragraph is not None and source.paragraphs and not 0 <= reference.paragraph <= last:
        message = f"source “{source.id}” has no paragraph {reference.paragraph}"
        hint = f"its paragraphs are p1 to p{last}"
        yield problem("unknown-paragraph", reference.place, message, hint, lacks=f"{source.id} p{reference.paragraph}")
    for finding in cited.findings:
        if is_unread:
            continue  # parse has said why there is no text
        if finding.result is None or (isinstance(finding.result, Found) and not finding.is_shown_by(cited.source)):
            why = "its text is not published (rights: link)" if finding.result else "it has no text"
            excerpt = "write “rights: excerpt” to publish the quoted passages alone"
            hint = excerpt if finding.result else "it needs a seed whose text can be read"
            message = f"readers cannot check these words against source “{source.id}”: {why}"
            lacks = f"{'published text' if finding.result else 'text'} of {source.id}"
            yield problem("quote-unchecked", finding.quotation.place, message, hint, lacks=lacks)
        elif isinstance(finding.result, Found) and reference.paragraph is not None:
            where = [span.paragraph for span in finding.result.spans]
            if reference.paragraph not in where:
                message = f"these words stand in {_paragraph(where[0])}, not in {_paragraph(reference.paragraph)}"
                yield problem("quote-in-other-paragraph", finding.quotation.place, message, f"write p{where[0]}")


def _check_omissions(cited: Occurrence, source: Source, negations: frozenset[str]) -> Iterator[Problem]:
    """An ellipsis may leave words out, but not the “not” of the sentence it stands in (SPJ Code: never distort)."""
    for finding in cited.findings:
        spans = finding.result.spans if isinstance(finding.result, Found) else ()
        for before, after in pairwise(spans):
            if before.paragraph != after.paragraph or not before.paragraph:
                continue
            omitted = source.paragraphs[before.paragraph - 1].text[before.end : after.start]
            negation = negation_in(omitted, negations)
            if negation and not _SENTENCE_END.search(omitted):
                message = f"the words left out, “{omitted.strip()}”, hold “{negation}”"
                hint = "quote them, or end the quotation before them"
                yield problem("omitted-negation", finding.quotation.place, message, hint)


def _uncited(document: Document) -> Iterator[Problem]:
    for section in document.body.sections:
        yield from (
            _no_citation(each, f"cite its source after it, [@source], or {_UNSAID}") for each in section.uncited
        )
    for text, source in _texts(document):
        is_standfirst = not isinstance(document, Term) and text is document.standfirst
        remedy = "quote it in the text below, where it can be cited" if is_standfirst else "name its source beside it"
        yield from (_no_citation(each, f"{remedy}, or {_UNSAID}") for each in (() if source else text.uncited))
        if source:
            plain = text.plain
            yield from find_odd_marks(plain, read_quoted(plain), [len(plain)], partial(_whole, text.place))


def _whole(place: Place, *_: int) -> Place:
    """The place of a line of front matter, for any part of it."""
    return place


def _no_citation(quotation: Quotation, hint: str) -> Problem:
    text = " ".join(quotation.text.split())
    words = text if len(text) < 60 else text[:57].rstrip() + "…"
    return problem("uncited-quotation", quotation.place, f"no citation covers “{words}”", hint)


def _uncited_heads(document: Document) -> Iterator[Problem]:
    """Quoted words in headlines and questions, which can hold no citation."""
    heads = [(document.title, document.place)]
    heads += [(section.title, section.place) for section in document.body.sections]
    for head, place in heads:
        for run in quoted_runs(head):
            if run.words >= LEAST_WORDS:
                hint = "set it in single quotes, and quote it in the text, where it can be cited"
                yield _no_citation(Quotation(run.text, place), hint)


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
        yield from ((notice.text, None) for notice in (*document.corrections, *document.changes))


def _check_explainer(explainer: Explainer, citations: Citations, site: Site) -> Iterator[Problem]:
    for fact in explainer.facts:
        cites = bool(fact.label.citations or fact.value.citations)
        if fact.source is None and fact.quote is None and not cites:  # a quote without a source is an error of its own
            message = f"the key fact “{fact.label.plain}” has no source"
            yield problem("unsourced-fact", fact.place, message, "add “source: …”")
    for named in explainer.further:
        reference = Reference(named.text, None, named.place)
        if named.text not in site.sources and not _is_unread(reference, site):
            yield _unknown(reference, site)
    used = {note.source.origin: note.source.id for note in citations.notes}
    if len(used) == 1:
        only = next(iter(used.values()))
        message, hint = f"this explainer rests on one source, “{only}”", "readers are told so under “How this was made”"
        yield problem("single-source", explainer.place, message, hint, lacks=f"another source than {only}")
