"""The Site as a scene: the digest of everything that pages and checks look at, known without opening it."""

from collections.abc import Mapping

from nutgraf.digests import digest_of, joined
from nutgraf.resolve.site import Site
from nutgraf.work import Digester, Scene

_NOTHING = b""
_WHOLE = frozenset(
    {
        "explainers",
        "latest",
        "home_order",
        "listed",
        "tallies",
        "standing",
        "all_timelines",
        "all_notices",
        "assets",
        "interface",
    }
)


def site_scene(site: Site) -> Scene:
    """The Site as what work may look at: its attributes are compared by digests, without opening what they hold."""
    parts = site.parts
    bound, traces, kept = parts.bound, parts.traces, parts.runner.digest
    announced = {path: kept(bound[path].announcement) for path in site.announcements}
    by_slug = {bound[path].slug: digest for path, digest in announced.items()}
    listed = {path: kept(bound[path].listing) for path in site.listings}
    order = tuple(site.listings)
    sources = {name: parts.source_digest(name) for name in site.sources}
    explainers = joined(list(announced.values()))
    listings = joined(list(listed.values()))

    def destination(path: str) -> bytes:
        if path in bound:
            return bound[path].destination
        found = site.destinations.get(path)
        return digest_of(found) if found else _NOTHING

    digests: dict[str, Digester] = {
        "terms": lambda _: joined([parts.term_digests[term.slug] for term in site.terms]),
        "terms_by_slug": _of(parts.term_digests),
        "announcements": _of(announced),
        "announced": _of(by_slug),
        "explainers": lambda _: explainers,
        "latest": lambda _: joined([announced[path] for path in site.latest_paths]),
        "home_order": lambda _: joined([explainers, digest_of(site.order)]),
        "by_topic": lambda _: joined([explainers, digest_of(site.order)]),
        "next_after": lambda path: announced.get(site.following.get(path, ""), _NOTHING),
        "listings": _of(listed),
        "listed": lambda _: listings,
        "tallies": lambda _: listings,
        "standing": lambda _: joined([listed[path] for path in site.pages]),
        "additions": lambda _: site.additions.code,
        "interface": lambda _: digest_of(site.interface.key),
        "bound": lambda path: kept(bound[path].bound) if path in bound else _NOTHING,
        "pictured": lambda path: kept(bound[path].pictured) if path in bound and bound[path].pictured else _NOTHING,
        "sources": _of(sources),
        "uses": site.uses.digest,
        "appearances": site.appearances.digest,
        "all_timelines": lambda _: joined([kept(left) for path in order if (left := traces[path].timeline)]),
        "all_notices": lambda _: joined([kept(left) for path in order if (left := traces[path].notices)]),
        "destinations": destination,
        "assets": lambda _: digest_of(tuple((file.path, file.digest) for file in site.assets)),
    }
    return Scene("site", site, digests, _WHOLE)


def _of(digests: Mapping[str, bytes]) -> Digester:
    return lambda key: digests.get(key, _NOTHING)
