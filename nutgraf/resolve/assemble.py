"""The Site put together from bound documents. Nothing large is opened for it: mappings do so when they are asked."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from nutgraf.resolve.destinations import destinations_of
from nutgraf.resolve.lazy import Kept, Lazy
from nutgraf.resolve.parts import Parts
from nutgraf.resolve.site import Site
from nutgraf.resolve.traces import Traces
from nutgraf.slugs import slugify


def assemble(parts: Parts) -> Site:
    """The Site."""
    open_, bound = parts.runner.open, parts.bound
    explainers = _explainers(parts)
    terms = tuple(sorted(parts.terms, key=lambda term: (slugify(term.title), term.title, term.slug)))
    pages = [path for path, record in bound.items() if record.kind == "page"]
    order = (*explainers, *(term.place.path for term in terms), *pages)
    traces = Lazy({path: partial(open_, record.traces) for path, record in parts.traces.items()})
    listings = Kept({path: partial(open_, bound[path].listing) for path in order})
    uses = _gathered(order, parts, lambda record: record.uses, lambda left: left.uses, traces)
    return Site(
        settings=parts.settings,
        interface=parts.interface,
        home=parts.home,
        announcements=Kept({path: partial(open_, bound[path].announcement) for path in explainers}),
        terms=terms,
        listings=listings,
        pages=tuple(pages),
        pictured=Lazy({path: partial(open_, bound[path].pictured) for path in order if bound[path].pictured}),
        findings=sum(record.findings for record in bound.values()),
        topics=tuple(sorted({topic for record in bound.values() for topic in record.topics})),
        bound=Lazy({path: partial(open_, record.bound) for path, record in bound.items()}),
        sources=parts.sources,
        uses=uses,
        appearances=_gathered(
            parts.traces, parts, lambda record: record.appearances, lambda left: left.appearances, traces
        ),
        timelines=_each(order, parts, traces, "timeline"),
        notices=_each(order, parts, traces, "notices"),
        destinations=destinations_of(parts, listings, uses),
        term_names=parts.term_names,
        drafts=_drafts(parts),
        seeds=parts.seeds,
        unread=parts.unread,
        assets=parts.assets,
        parts=parts,
    )


def _explainers(parts: Parts) -> tuple[str, ...]:
    """Their paths, newest first."""
    found = sorted((path for path, record in parts.bound.items() if record.kind == "explainer"))
    return tuple(sorted(found, key=lambda path: parts.bound[path].order, reverse=True))


def _gathered(
    order: Iterable[str],
    parts: Parts,
    where: Callable[[Any], Iterable[str]],
    what: Callable[[Traces], Mapping[str, tuple[Any, ...]]],
    traces: Mapping[str, Traces],
) -> Mapping[str, tuple[Any, ...]]:
    """What documents and sources leave under each name, one after the other in this order."""
    leaving: dict[str, list[str]] = {}
    for path in order:
        for name in where(parts.traces[path]):
            leaving.setdefault(name, []).append(path)

    def of(name: str) -> tuple[Any, ...]:
        return tuple(each for path in leaving[name] for each in what(traces[path])[name])

    return Lazy({name: partial(of, name) for name in leaving})


def _each(order: Iterable[str], parts: Parts, traces: Mapping[str, Traces], trace: str) -> Mapping[str, Any]:
    """One trace of each document that leaves it, in this order."""

    def of(path: str) -> Any:
        return getattr(traces[path], trace)

    return Lazy({path: partial(of, path) for path in order if getattr(parts.traces[path], trace) is not None})


def _drafts(parts: Parts) -> Mapping[str, str]:
    found = {PurePosixPath(path): draft.title for path, draft in parts.drafts.items()}
    return {path.stem: title for path, title in found.items() if path.parent.name == "explainers"}
