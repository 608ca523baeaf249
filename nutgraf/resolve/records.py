"""Records: what is known of each bound document without opening it, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass

from nutgraf.digests import digest_of
from nutgraf.kinds.explainer import Explainer
from nutgraf.resolve.bound import Binding
from nutgraf.resolve.traces import Footprint, Traces
from nutgraf.slugs import slugify
from nutgraf.work import Handle, Keep

Plain = tuple[object, ...]


@dataclass(frozen=True)
class TraceRecord:
    """The traces of a document or a source: where they lie, and the digest of each."""

    traces: Handle
    uses: Mapping[str, bytes]  # by source
    appearances: Mapping[str, bytes]  # by term
    timeline: bytes | None  # None: it has no events
    notices: bytes | None  # None: it is no explainer

    @property
    def footprint(self) -> Footprint:
        """Where they lie."""
        return Footprint(tuple(self.uses), tuple(self.appearances), self.timeline is not None, self.notices is not None)


@dataclass(frozen=True)
class BoundRecord:
    """A bound document."""

    kind: str  # of its listing
    slug: str
    order: tuple[str, ...]  # sorts explainers by date; () for others
    topics: tuple[str, ...]  # their slugs
    findings: int  # quotations in its notes
    pictured: Handle | None  # None: it shows no picture and links to none
    bound: Handle
    listing: Handle
    listing_digest: bytes
    announcement: Handle | None  # None: it is no explainer
    announcement_digest: bytes
    destination_digest: bytes


def trace_record(traces: Traces, keep: Keep) -> Plain:
    """The fields of the record of traces that are kept."""
    return (
        keep(traces),
        {source: digest_of(uses) for source, uses in traces.uses.items()},
        {term: digest_of(found) for term, found in traces.appearances.items()},
        digest_of(traces.timeline) if traces.timeline else None,
        digest_of(traces.notices) if traces.notices else None,
    )


def bound_record(binding: Binding, keep: Keep) -> Plain:
    """The fields of the record of a bound document that is kept."""
    document, announcement = binding.bound.document, binding.announcement
    return (
        binding.listing.kind,
        document.slug,
        _order(document) if isinstance(document, Explainer) else (),
        tuple(dict.fromkeys(map(slugify, announcement.topics))) if announcement else (),
        binding.listing.tally.findings,
        keep(binding.pictured) if binding.pictured.images or binding.pictured.links else None,
        keep(binding.bound),
        keep(binding.listing),
        digest_of(binding.listing),
        keep(announcement) if announcement else None,
        digest_of(announcement),
        digest_of(binding.listing.destination),
    )


def _order(explainer: Explainer) -> tuple[str, ...]:
    earliest, latest, text = explainer.date.sort_key
    return earliest.isoformat(), latest.isoformat(), text
