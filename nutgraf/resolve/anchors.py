"""The anchors of a timeline’s events."""

from collections.abc import Iterable, Iterator

from nutgraf.kinds.evidence import Event
from nutgraf.slugs import slugify, unique


def with_ids(events: Iterable[Event]) -> Iterator[tuple[str, Event]]:
    """The events with their anchors: ``e-2026-02-04``; two of one day are told apart by a number."""
    taken: set[str] = set()
    for event in events:
        first = event.date.text.partition("/")[0]
        yield unique(f"e-{slugify(first) or 'open'}", taken), event
