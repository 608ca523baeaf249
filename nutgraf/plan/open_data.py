"""Open data: what a page holds, as JSON for other programs (docs/sharing.md, docs/schemas/)."""

from collections.abc import Iterable, Iterator, Sequence

from nutgraf.body import EmbedStart
from nutgraf.kinds.evidence import Event, Fact, Notice
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.term import Term
from nutgraf.plan.anchors import passage_id
from nutgraf.plan.linked_data import json_of
from nutgraf.plan.notes import calculation, outcome, recommended
from nutgraf.plan.sheet import Sheet
from nutgraf.plan.teasers import topic_title
from nutgraf.quotations import Found, NotFound, Span
from nutgraf.resolve.anchors import with_ids
from nutgraf.resolve.citations import Citations, Finding, Note
from nutgraf.resolve.claims import holders_of
from nutgraf.resolve.listing import Announcement
from nutgraf.resolve.sources import Credit
from nutgraf.slugs import slugify, unique
from nutgraf.views.parts import Counts

VERSION = 1  # of the form; one more when a program that reads it would stumble
Entry = dict[str, object]


def as_json(entry: Entry) -> bytes:
    """The file."""
    return json_of(entry).encode() + b"\n"


def explainer_data(
    explainer: Explainer, citations: Citations, used: Iterable[Term], counts: Counts, sheet: Sheet
) -> Entry:
    """Everything an explainer rests on: facts, events and answers with their evidence, the words used, sources."""
    cited = {note.source.id: note.source for note in citations.notes}
    named = (*cited.values(), *recommended(explainer, citations, sheet.site))
    return {
        "version": VERSION,
        "id": sheet.url_of(explainer.first_address),
        "url": sheet.url,
        "language": sheet.site.settings.language,
        "title": explainer.title,
        "standfirst": explainer.standfirst.plain,
        "published": explainer.date.iso_day,
        "updated": explainer.updated.iso_day if explainer.updated else None,
        "review_by": explainer.review_by.iso_day if explainer.review_by else None,
        "authors": list(explainer.authors or sheet.site.settings.author),
        "topics": [topic_title(topic, sheet.site) for topic in explainer.topics],
        "facts": list(_facts(explainer.facts, citations, sheet)),
        "questions": list(_questions(citations, sheet)),
        "events": [_event(id_, event, citations, sheet) for id_, event in with_ids(explainer.events)],
        "embeds": list(_embeds(explainer)),
        "terms": [term_data(term, sheet) for term in used],
        "sources": [_source(credit, sheet) for credit in named],
        "checked": {
            "quotations": counts.quotations,
            "verbatim": counts.verbatim,
            "claims": counts.supported + counts.unsupported,
            "supported": counts.supported,
            "sums": counts.sums,
            "uncited": counts.uncited,
        },
        "corrections": [_notice(notice) for notice in explainer.corrections],
        "changes": [_notice(notice) for notice in explainer.changes],
    }


def announcement_data(explainer: Announcement, sheet: Sheet) -> Entry:
    """An explainer, as the list of all names it."""
    url = sheet.url_of(explainer.address)
    return {
        "id": sheet.url_of(explainer.first_address),
        "url": url,
        "data": f"{url}index.json",
        "title": explainer.title,
        "standfirst": explainer.standfirst,
        "published": explainer.date.iso_day,
        "updated": explainer.updated.iso_day if explainer.updated else None,
        "topics": [topic_title(topic, sheet.site) for topic in explainer.topics],
    }


def term_data(term: Term, sheet: Sheet) -> Entry:
    """A glossary entry."""
    return {
        "id": term.slug,
        "url": sheet.url_of(term.address),
        "title": term.title,
        "kind": term.kind,
        "definition": term.definition.plain,
        "aliases": [alias.text for alias in term.aliases],
        "wikidata": term.wikidata,
    }


def _facts(facts: Iterable[Fact], citations: Citations, sheet: Sheet) -> Iterator[Entry]:
    taken: set[str] = set()
    for fact in facts:
        yield {
            "id": unique(slugify(fact.label.plain) or "fact", taken),
            "label": fact.label.plain,
            "value": fact.value.plain,
            "as_of": fact.as_of.text if fact.as_of else None,
            "status": fact.status,
            "evidence": _evidence(citations.behind(holders_of(fact)), sheet),
        }


def _event(id_: str, event: Event, citations: Citations, sheet: Sheet) -> Entry:
    return {
        "id": id_,
        "date": event.date.text,
        "title": event.title.plain,
        "text": event.text.plain if event.text else None,
        "status": event.status,
        "evidence": _evidence(citations.behind(holders_of(event)), sheet),
    }


def _questions(citations: Citations, sheet: Sheet) -> Iterator[Entry]:
    for group in citations.groups:
        if group.group.kind == "section" and group.group.title:
            evidence = _evidence(group.notes, sheet)
            yield {"id": group.group.anchor, "title": group.group.title, "evidence": evidence}


def _embeds(explainer: Explainer) -> Iterator[Entry]:
    for section in explainer.body.sections:
        for piece in section.pieces:
            if isinstance(piece, EmbedStart):
                yield {"title": piece.title, "url": piece.url}


def _evidence(notes: Sequence[Note], sheet: Sheet) -> list[Entry]:
    return [
        {
            "source": note.source.id,
            "paragraph": note.reference.paragraph,
            "verdict": outcome(note),
            "calculation": _calculation(note, sheet),
            "quotations": [_quotation(finding, note.source, sheet) for finding in note.findings],
            "supports": [
                {"text": support.words, "passage": _passage(support.span, note.source, sheet)}
                for support in note.supports
                if note.is_verbatim
            ],
        }
        for note in notes
    ]


def _calculation(note: Note, sheet: Sheet) -> str | None:
    worked = calculation(note, sheet)
    return worked.text if worked else None


def _quotation(finding: Finding, source: Credit, sheet: Sheet) -> Entry:
    result, is_shown = finding.result, finding.is_shown_by(source)
    return {
        "text": " ".join(finding.quotation.text.split()),
        "verdict": "missed" if isinstance(result, NotFound) else "verbatim" if is_shown else "unchecked",
        "passages": [_passage(span, source, sheet) for span in result.spans]
        if isinstance(result, Found) and is_shown
        else [],
    }


def _passage(span: Span, source: Credit, sheet: Sheet) -> Entry:
    """The words as the source has them; paragraph 0 is its headline."""
    paragraphs = sheet.site.sources[source.id].paragraphs
    text = paragraphs[span.paragraph - 1].text if span.paragraph else source.title
    address = sheet.url_of(source.address)
    url = f"{address}#{passage_id(span.paragraph, span.start, span.end)}"
    return {"paragraph": span.paragraph, "text": text[span.start : span.end], "url": url}


def _source(source: Credit, sheet: Sheet) -> Entry:
    return {
        "id": source.id,
        "url": sheet.url_of(source.address),
        "original": source.url,
        "title": source.title,
        "author": source.author,
        "publisher": source.publisher,
        "published": source.published.text if source.published else None,
        "language": source.language,
    }


def _notice(notice: Notice) -> Entry:
    return {"date": notice.date.text, "text": notice.text.plain}
