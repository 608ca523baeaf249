"""Records: what is known of each bound document without opening it, as plain values."""

from collections.abc import Mapping

from msgspec import Struct

from nutgraf.digests import digest_of
from nutgraf.kinds.explainer import Explainer
from nutgraf.resolve.bound import Binding
from nutgraf.resolve.traces import Traces
from nutgraf.slugs import slugify
from nutgraf.work import Handle, Keep

Plain = tuple[object, ...]


class TraceRecord(Struct, frozen=True):
    """The traces of a document or a source."""

    uses: Mapping[str, Handle]  # by source
    appearances: Mapping[str, Handle]  # by term
    timeline: Handle | None  # None: it has no events
    notices: Handle | None  # None: it is no explainer
    counts: Mapping[str, int]  # how often each term appears


class BoundRecord(Struct, frozen=True):
    """A bound document."""

    kind: str  # of its listing
    slug: str
    order: tuple[str, ...]  # sorts explainers by date; () for others
    changed: str  # the ISO day of an explainer’s last change; "" for others
    topics: tuple[str, ...]  # their slugs
    findings: int  # quotations in its notes
    pictured: Handle | None  # None: it shows no picture and links to none
    bound: Handle
    listing: Handle
    announcement: Handle | None  # None: it is no explainer
    destination: bytes  # the digest of what links to it need


def trace_record(traces: Traces, keep: Keep) -> Plain:
    """The fields of the record of traces that are kept."""
    return (
        {source: keep(uses, exactly=True) for source, uses in traces.uses.items()},
        {term: keep(found, exactly=True) for term, found in traces.appearances.items()},
        keep(traces.timeline, exactly=True) if traces.timeline else None,
        keep(traces.notices, exactly=True) if traces.notices else None,
        {term: len(found) for term, found in traces.appearances.items()},
    )


def bound_record(binding: Binding, keep: Keep) -> Plain:
    """The fields of the record of a bound document that is kept."""
    document, listing, announcement = binding.bound.document, binding.listing, binding.announcement
    return (
        listing.kind,
        document.slug,
        _order(document) if isinstance(document, Explainer) else (),
        document.last_changed.earliest.isoformat() if isinstance(document, Explainer) else "",
        tuple(dict.fromkeys(map(slugify, announcement.topics))) if announcement else (),
        listing.tally.findings,
        keep(binding.pictured, exactly=True) if binding.pictured.images or binding.pictured.links else None,
        keep(binding.bound),
        keep(listing, exactly=True),
        keep(announcement, exactly=True) if announcement else None,
        digest_of(listing.destination),
    )


def _order(explainer: Explainer) -> tuple[str, ...]:
    earliest, latest, text = explainer.date.sort_key
    return earliest.isoformat(), latest.isoformat(), text
