"""What links can lead to: every file of content/, seeds/ and assets/ with its address and its anchors."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.page import Page
from nutgraf.kinds.term import Term
from nutgraf.parse.documents import Documents
from nutgraf.resolve.citations import Citations
from nutgraf.resolve.links import Destination
from nutgraf.resolve.site import Document
from nutgraf.resolve.sources import Source

# Where the files of a folder are published. A file that cannot be read has no address of its own to ask for.
_ADDRESSES = {
    "content/explainers": "/",
    "content/glossary": "/glossary/",
    "content/pages": "/",
    "content/sources": "/sources/",
    "seeds": "/sources/",
}


def destinations_of(
    written: Documents, documents: Iterable[Document], sources: Iterable[Source], citations: Mapping[str, Citations]
) -> Mapping[str, Destination]:
    """The destinations by path. What the desk has written but not published can be named, and is known as a draft."""
    home = frozenset(written.home.body.anchors if written.home else ())
    found = {"content/index.md": Destination("/", "the home page", home)}
    drafts: tuple[Document, ...] = (*written.explainers, *written.pages)  # those published follow in their place
    for draft in drafts:
        found[_path(draft)] = Destination(draft.address, draft.title, None, is_draft=True)
    for document in documents:
        found[_path(document)] = Destination(
            document.address, document.title, _anchors(document, citations[document.address])
        )
    quoted = _quoted(citations.values())
    for source in sources:
        destination = Destination(source.address, source.title, _paragraphs(source, quoted))
        found[f"content/sources/{source.id}.md"] = destination
        if source.seed:
            found.setdefault(source.seed, destination)
    for asset in written.assets:
        if asset.name.parts[1] in {"css", "js"}:
            continue  # published under other names: they are the pages' own
        found[asset.path] = Destination(f"/{asset.path}", asset.path, frozenset())
    for path in written.unread:
        address = _ADDRESSES.get(path.rpartition("/")[0])
        if address and path not in found:
            found[path] = Destination(address + PurePosixPath(path).stem + "/", path, None)
    return found


def _path(document: Document) -> str:
    folder = {Explainer: "explainers", Term: "glossary", Page: "pages"}[type(document)]
    return f"content/{folder}/{document.slug}.md"


def _anchors(document: Document, citations: Citations) -> frozenset[str]:
    """Its headings, and the parts that its template shows."""
    has_notes = bool(citations.notes)
    parts = {"sources": has_notes}
    if isinstance(document, Explainer):
        parts = {
            "key-facts": bool(document.facts),
            "timeline": bool(document.events),
            "sources": has_notes or bool(document.further),
            "how": has_notes,
        }
    return frozenset((*document.body.anchors, *(part for part, is_shown in parts.items() if is_shown)))


def _quoted(citations: Iterable[Citations]) -> Mapping[str, set[int]]:
    """The paragraphs of each source that something quotes."""
    found: dict[str, set[int]] = {}
    for note in (note for each in citations for note in each.notes):
        found.setdefault(note.source.id, set()).update(span.paragraph for span in note.spans)
    return found


def _paragraphs(source: Source, quoted: Mapping[str, set[int]]) -> frozenset[str]:
    """The anchors of the paragraphs that are published (design §2.3: rights), and of the desk’s note."""
    shown: Iterable[int] = range(1, len(source.paragraphs) + 1)
    if source.rights != "full":
        shown = quoted.get(source.id, set()) if source.rights == "excerpt" else ()
    note = source.note.anchors if source.note else ()
    return frozenset((*(f"p{number}" for number in shown if number), *note))
