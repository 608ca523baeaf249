"""A first draft of an explainer: what its sources offer, as suggestions behind comment signs."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from nutgraf.dates import Date, parse_date
from nutgraf.kinds.explainer import MOST_FACTS
from nutgraf.names import Count
from nutgraf.seeds import Reading
from nutgraf.starters.candidates import event_candidates, fact_candidates
from nutgraf.starters.words import ANSWER_FROM, ANSWER_UNSOURCED, STANDFIRST
from nutgraf.starters.yaml_text import scalar

_MOST_EVENTS = 12
_MOST_NAMES = 12


class Origin(Struct, frozen=True):
    """A source that the draft starts from."""

    id: str
    reading: Reading
    published: Date | None  # as the desk says, else as detected


def origin(id_: str, reading: Reading, published: Date | None = None) -> Origin:
    """A source with its date."""
    detected = parse_date(reading.published) if reading.published else None
    return Origin(id_, reading, published or detected)


def explainer_draft(title: str, day: str, origins: Sequence[Origin], unlisted: Sequence[Count] = ()) -> str:
    """The file’s text: a draft that builds as it stands, dated ``day``."""
    front = [
        "---",
        f"title: {scalar(title)}",
        f"standfirst: {STANDFIRST}",
        f"date: {day}",
        "draft: true          # remove this line to publish",
        "# topics: [a topic]",
        *_facts(origins),
        *_events(origins),
        *_names(unlisted),
        "---",
    ]
    return "\n".join([*front, "", *_body(origins), ""])


def _facts(origins: Sequence[Origin]) -> Iterator[str]:
    found = [(source, fact) for source in origins for fact in fact_candidates(source.reading)[:MOST_FACTS]]
    if found:
        yield f"# Figures in the sources: take away the # of those you want, {MOST_FACTS} at most, and of key_facts."
        yield "# key_facts:"
    for source, fact in found:
        yield f"#   - label: {scalar(fact.label)}"
        yield f"#     value: {scalar(fact.value)}"
        yield f"#     source: {source.id} p{fact.paragraph}"
        yield f"#     quote: {scalar(fact.quote)}"


def _events(origins: Sequence[Origin]) -> Iterator[str]:
    found = [(source, event) for source in origins for event in event_candidates(source.reading, source.published)]
    found.sort(key=lambda pair: pair[1].date)
    if found:
        yield "# Dates in the sources: an approximate one (~) leaves its year to you."
        yield "# timeline:"
    for source, event in found[:_MOST_EVENTS]:
        yield f"#   - date: {event.date}"
        yield f"#     title: {scalar(event.title)}"
        yield f"#     source: {source.id} p{event.paragraph}"
        yield f"#     quote: {scalar(event.quote)}"
        if event.is_expected:
            yield "#     status: expected"


def _names(unlisted: Sequence[Count]) -> Iterator[str]:
    if unlisted:
        yield "# Names in the sources without a glossary entry:"
        yield "#   " + ", ".join(f"{count.name} ×{count.times}" for count in unlisted[:_MOST_NAMES])


def _body(origins: Sequence[Origin]) -> Iterator[str]:
    yield "## What happened?"
    yield ""
    if not origins:
        yield ANSWER_UNSOURCED
    for each in origins:
        yield f"{ANSWER_FROM} [@{each.id} p1]."
        yield ""
