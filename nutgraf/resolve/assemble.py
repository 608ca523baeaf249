"""The Site put together from bound documents. Nothing large is opened for it: mappings do so when they are asked."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from nutgraf.resolve.destinations import destinations_of
from nutgraf.resolve.lazy import Gathered, Kept, Lazy
from nutgraf.resolve.parts import Parts
from nutgraf.resolve.records import TraceRecord
from nutgraf.resolve.site import Site
from nutgraf.slugs import slugify
from nutgraf.work import Handle


def assemble(parts: Parts) -> Site:
    """The Site."""
    open_, bound = parts.runner.open, parts.bound
    explainers = _explainers(parts)
    terms = tuple(sorted(parts.terms, key=lambda term: (slugify(term.title), term.title, term.slug)))
    pages = [path for path, record in bound.items() if record.kind == "page"]
    order = (*explainers, *(term.place.path for term in terms), *pages)
    listings = Kept(open_, {path: bound[path].listing for path in order})
    uses = _gathered(order, parts, lambda record: record.uses)
    return Site(
        settings=parts.settings,
        interface=parts.interface,
        home=parts.home,
        announcements=Kept(open_, {path: bound[path].announcement for path in explainers}),
        terms=terms,
        listings=listings,
        pages=tuple(pages),
        pictured=Lazy(open_, {path: bound[path].pictured for path in order if bound[path].pictured}),
        findings=sum(record.findings for record in bound.values()),
        topics=tuple(sorted({topic for record in bound.values() for topic in record.topics})),
        bound=Lazy(open_, {path: record.bound for path, record in bound.items()}),
        sources=parts.sources,
        uses=uses,
        appearances=_gathered(parts.traces, parts, lambda record: record.appearances),
        mentions=_mentions(parts),
        timelines=_each(order, parts, lambda record: record.timeline),
        notices=_each(order, parts, lambda record: record.notices),
        destinations=destinations_of(parts, listings, uses),
        term_names=parts.term_names,
        drafts=_drafts(parts),
        seeds=parts.seeds,
        unread=parts.unread,
        left_out=parts.left_out,
        assets=parts.assets,
        parts=parts,
    )


def _explainers(parts: Parts) -> tuple[str, ...]:
    """Their paths, newest first."""
    found = sorted((path for path, record in parts.bound.items() if record.kind == "explainer"))
    return tuple(sorted(found, key=lambda path: parts.bound[path].order, reverse=True))


def _gathered(
    order: Iterable[str], parts: Parts, which: Callable[[TraceRecord], Mapping[str, Handle]]
) -> Gathered[Any]:
    """What documents and sources leave under each name, one after the other in this order."""
    left: dict[str, list[Handle]] = defaultdict(list)
    for path in order:
        for name, handle in which(parts.traces[path]).items():
            left[name].append(handle)
    return Gathered(left, parts.runner)


def _each(order: Iterable[str], parts: Parts, which: Callable[[TraceRecord], Handle | None]) -> Mapping[str, Any]:
    """One trace of each document that leaves it, in this order."""
    handles = ((path, which(parts.traces[path])) for path in order)
    return Lazy(parts.runner.open, {path: handle for path, handle in handles if handle is not None})


def _mentions(parts: Parts) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for record in parts.traces.values():
        found.update(record.counts)
    return found


def _drafts(parts: Parts) -> Mapping[str, str]:
    found = {PurePosixPath(path): draft.title for path, draft in parts.drafts.items()}
    return {path.stem: title for path, title in found.items() if path.parent.name == "explainers"}
