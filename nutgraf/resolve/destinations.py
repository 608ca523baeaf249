"""What links can lead to: every file of content/, seeds/ and assets/ with its address and its anchors."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import PurePosixPath

from nutgraf.resolve.lazy import Lazy
from nutgraf.resolve.links import Destination
from nutgraf.resolve.listing import Listing
from nutgraf.resolve.parts import Parts
from nutgraf.resolve.sources import Source
from nutgraf.resolve.traces import Use

# Where the files of a folder are published. A file that cannot be read has no address of its own to ask for.
_ADDRESSES = {
    "content/explainers": "/",
    "content/glossary": "/glossary/",
    "content/pages": "/",
    "content/sources": "/sources/",
    "seeds": "/sources/",
}


def destinations_of(
    parts: Parts, listings: Mapping[str, Listing], uses: Mapping[str, tuple[Use, ...]]
) -> Mapping[str, Destination]:
    """The destinations by path; drafts can be named but not opened."""
    anchors = tuple(parts.home.body.anchors if parts.home else ())
    found: dict[str, Callable[[], Destination]] = {}
    found["content/index.md"] = partial(Destination, "/", "the home page", anchors)
    for path, draft in parts.drafts.items():
        found[path] = partial(_same, draft)
    for path in parts.bound:
        found[path] = partial(_of_document, path, listings)
    for source, seed in parts.origins.items():
        destination = partial(_of_source, source, parts.sources, uses)
        found[f"content/sources/{source}.md"] = destination
        if seed:
            found.setdefault(seed, destination)
    for asset in parts.assets:
        if asset.name.parts[1] not in {"css", "js"}:  # those are published under other names: they are the pages’ own
            found[asset.path] = partial(Destination, f"/{asset.path}", asset.path, ())
    for path in parts.unread:
        address = _ADDRESSES.get(path.rpartition("/")[0])
        if address and path not in found:
            found[path] = partial(Destination, address + PurePosixPath(path).stem + "/", path, None)
    return Lazy(_made, found)


def _made(make: Callable[[], Destination]) -> Destination:
    return make()


def _of_document(path: str, listings: Mapping[str, Listing]) -> Destination:
    return listings[path].destination


def _same(destination: Destination) -> Destination:
    return destination


def _of_source(name: str, sources: Mapping[str, Source], uses: Mapping[str, tuple[Use, ...]]) -> Destination:
    """The anchors are those of the paragraphs that its rights allow to be shown, and of the desk’s note."""
    source = sources[name]
    credit = source.credit
    shown: Iterable[int] = range(1, len(source.paragraphs) + 1)
    if credit.rights != "full":
        quoted = {span.paragraph for use in uses.get(name, ()) for span in use.spans}
        shown = quoted if credit.rights == "excerpt" else ()
    note = source.note.anchors if source.note else ()
    anchors = (*(f"p{number}" for number in sorted(shown) if number), *note)
    return Destination(credit.address, credit.title, anchors)
