"""Boxes placed in bodies."""

from collections.abc import Iterator

from nutgraf.body import Body, BoxPlace
from nutgraf.kinds.explainer import Explainer
from nutgraf.problems import Problem, did_you_mean
from nutgraf.resolve.site import Document, Site
from nutgraf.rules import problem

_FIELDS = {"key-facts": "key_facts", "timeline": "timeline"}


def check_boxes(site: Site) -> Iterator[Problem]:
    """A problem for each box that has nothing to show, or stands twice on a page."""
    for document in site.documents:
        yield from _check_body(document.body, document, site)
    notes = [source.note for source in site.sources.values() if source.note]
    for body in (*([site.home.body] if site.home else []), *notes):
        yield from _check_body(body, None, site)


def _check_body(body: Body, document: Document | None, site: Site) -> Iterator[Problem]:
    placed: set[tuple[str, str | None]] = set()
    for piece in (piece for section in body.sections for piece in section.pieces):
        if isinstance(piece, BoxPlace):
            yield from _check_box(piece, document, site)
            box = (piece.name, piece.slug or (document.slug if document else None))
            if box in placed:
                yield problem("no-box", piece.place, f"the box “{piece.name}” stands here twice", "remove one")
            placed.add(box)


def _check_box(box: BoxPlace, document: Document | None, site: Site) -> Iterator[Problem]:
    if box.name not in _FIELDS:
        return  # parse has said so
    explainers = {explainer.slug: explainer for explainer in site.explainers}
    shown = explainers.get(box.slug) if box.slug else document
    if shown is None and f"content/explainers/{box.slug}.md" in site.written.unread:
        return  # parse has said why
    if box.slug in {draft.slug for draft in site.written.explainers} - explainers.keys():
        message = f"“{box.slug}” is a draft, which readers cannot open"
        yield problem("no-box", box.place, message, "take “draft: true” out of it")
    elif box.slug and shown is None:
        message = f"there is no explainer “{box.slug}”"
        yield problem("no-box", box.place, message, *did_you_mean(str(box.slug), explainers))
    elif not isinstance(shown, Explainer):
        message = "only explainers have key facts and a timeline"
        yield problem("no-box", box.place, message, f"name the explainer: :::{{{box.name}}} its-slug")
    elif not (shown.facts if box.name == "key-facts" else shown.events):
        field = _FIELDS[box.name]
        message = f"“{shown.title}” has no {field.replace('_', ' ')}"
        yield problem("no-box", box.place, message, f"write “{field}:” into its front matter, or remove the box")
