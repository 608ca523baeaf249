"""What links can lead to: every file of content/, seeds/ and assets/ with its address and its anchors."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from nutgraf.kinds.explainer import Explainer
from nutgraf.parse.documents import Documents
from nutgraf.resolve.links import Destination
from nutgraf.resolve.sources import Source

# Where the files of a folder are published. A file that cannot be read has no address of its own to ask for.
_ADDRESSES = {
    "content/explainers": "/",
    "content/glossary": "/glossary/",
    "content/pages": "/",
    "content/sources": "/sources/",
    "seeds": "/sources/",
}


def destinations_of(written: Documents, sources: Iterable[Source]) -> Mapping[str, Destination]:
    """The destinations by path."""
    home = frozenset(written.home.body.anchors if written.home else ())
    found = {"content/index.md": Destination("/", "the home page", home)}
    for explainer in written.explainers:
        found[f"content/explainers/{explainer.slug}.md"] = Destination(
            explainer.address, explainer.title, _anchors(explainer)
        )
    for term in written.terms:
        path = f"content/glossary/{term.slug}.md"
        found[path] = Destination(term.address, term.title, frozenset(term.body.anchors))
    for page in written.pages:
        path = f"content/pages/{page.slug}.md"
        found[path] = Destination(page.address, page.title, frozenset(page.body.anchors))
    for source in sources:
        paragraphs = frozenset(f"p{number}" for number in range(1, len(source.paragraphs) + 1))
        destination = Destination(source.address, source.title, paragraphs)
        found[f"content/sources/{source.id}.md"] = destination
        if source.seed:
            found.setdefault(source.seed, destination)
    for asset in written.assets:
        found[asset.path] = Destination(f"/{asset.path}", asset.path, frozenset())
    for path in written.unread:
        address = _ADDRESSES.get(path.rpartition("/")[0])
        if address and path not in found:
            found[path] = Destination(address + PurePosixPath(path).stem + "/", path, None)
    return found


def _anchors(explainer: Explainer) -> frozenset[str]:
    own = [*explainer.body.anchors, "sources", "how"]
    if explainer.facts:
        own.append("key-facts")
    if explainer.events:
        own.append("timeline")
    return frozenset(own)
