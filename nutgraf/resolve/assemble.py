"""The Site put together from bound documents. Nothing large is opened for it: mappings do so when they are asked."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import PurePosixPath

from nutgraf.resolve.destinations import destinations_of
from nutgraf.resolve.lazy import Lazy
from nutgraf.resolve.parts import Parts
from nutgraf.resolve.site import Site
from nutgraf.resolve.traces import Appearance, NoticeTrace, TimelineTrace, Use
from nutgraf.slugs import slugify


def assemble(parts: Parts) -> Site:
    """The Site."""
    explainers = sorted(parts.announcements.values(), key=lambda each: each.slug)
    explainers.sort(key=lambda each: each.date.sort_key, reverse=True)
    terms = sorted(parts.terms, key=lambda term: (slugify(term.title), term.title, term.slug))
    pages = [each for each in parts.listings.values() if each.kind == "page"]
    order = [
        *(explainer.path for explainer in explainers),
        *(term.place.path for term in terms),
        *(page.path for page in pages),
    ]
    uses = _uses(order, parts)
    return Site(
        settings=parts.settings,
        interface=parts.interface,
        home=parts.home,
        explainers=tuple(explainers),
        terms=tuple(terms),
        listings=tuple(parts.listings[path] for path in order),
        pages=tuple(pages),
        bound=parts.bound,
        sources=parts.sources,
        uses=uses,
        appearances=_appearances(parts),
        timelines=_timelines(order, parts),
        notices=_notices(order, parts),
        destinations=destinations_of(parts, uses),
        term_names=parts.term_names,
        drafts=_drafts(parts),
        seeds=parts.seeds,
        unread=parts.unread,
        assets=parts.assets,
    )


def _uses(order: Iterable[str], parts: Parts) -> Mapping[str, tuple[Use, ...]]:
    """The uses of each source, in the order of pages and notes."""
    users: dict[str, list[str]] = {}
    for path in order:
        for source in parts.footprints[path].uses:
            users.setdefault(source, []).append(path)

    def of(source: str) -> tuple[Use, ...]:
        return tuple(use for path in users[source] for use in parts.traces[path].uses[source])

    return Lazy({source: partial(of, source) for source in users})


def _appearances(parts: Parts) -> Mapping[str, tuple[Appearance, ...]]:
    """The appearances of each term, in the order of files, sources last."""
    naming: dict[str, list[str]] = {}
    for path, footprint in parts.footprints.items():
        for term in footprint.appearances:
            naming.setdefault(term, []).append(path)

    def of(term: str) -> tuple[Appearance, ...]:
        return tuple(each for path in naming[term] for each in parts.traces[path].appearances[term])

    return Lazy({term: partial(of, term) for term in naming})


def _timelines(order: Iterable[str], parts: Parts) -> Mapping[str, TimelineTrace]:
    def of(path: str) -> TimelineTrace:
        timeline = parts.traces[path].timeline
        if timeline is None:
            raise KeyError(path)
        return timeline

    return Lazy({path: partial(of, path) for path in order if parts.footprints[path].has_timeline})


def _notices(order: Iterable[str], parts: Parts) -> Mapping[str, NoticeTrace]:
    def of(path: str) -> NoticeTrace:
        notices = parts.traces[path].notices
        if notices is None:
            raise KeyError(path)
        return notices

    return Lazy({path: partial(of, path) for path in order if parts.footprints[path].has_notices})


def _drafts(parts: Parts) -> Mapping[str, str]:
    found = {PurePosixPath(path): draft.title for path, draft in parts.drafts.items()}
    return {path.stem: title for path, title in found.items() if path.parent.name == "explainers"}
