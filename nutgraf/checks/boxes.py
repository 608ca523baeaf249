"""Boxes placed in bodies."""

from collections.abc import Iterator

from nutgraf.body import Box, BoxPlace
from nutgraf.kinds.explainer import Explainer
from nutgraf.problems import Problem, did_you_mean
from nutgraf.resolve.pieces import Written, pieces_in
from nutgraf.resolve.site import Site
from nutgraf.rules import problem

_FIELDS = {"key-facts": "key_facts", "timeline": "timeline"}
_OTHERS = ("embed", "note")  # which are of no explainer, but are written like boxes


def check_boxes(written: Written, site: Site) -> Iterator[Problem]:
    """A problem for each box that is unknown, wrongly written, has nothing to show, or stands twice on a page."""
    own = written if isinstance(written, Explainer) else None
    placed: set[tuple[str, str | None]] = set()
    names = (*_FIELDS, *(each.name for each in site.additions.of(Box)))
    for piece in pieces_in(written):
        if isinstance(piece, BoxPlace) and piece.name not in names:
            yield _unknown(piece, names)
        elif isinstance(piece, BoxPlace):
            yield from _check_box(piece, own, site)
            box = (piece.name, piece.slug or (own.slug if own else None))
            if box in placed:
                yield problem("no-box", piece.place, f"the box “{piece.name}” stands here twice", "remove one")
            placed.add(box)


def _unknown(box: BoxPlace, names: tuple[str, ...]) -> Problem:
    """Of such a box nothing else is said: who puts its name right may be done."""
    written = ", ".join(f":::{{{name}}}" for name in (*names, *_OTHERS))
    hints = did_you_mean(box.name, (*names, *_OTHERS)) or (f"the boxes are {written}",)
    return problem("no-box", box.place, f"there is no box “{box.name}”", *hints)


def _check_box(box: BoxPlace, own: Explainer | None, site: Site) -> Iterator[Problem]:
    if box.fault:
        yield problem("no-box", box.place, *box.fault)
    slug = box.slug or (own.slug if own else "")
    shown = site.announced.get(slug)
    if shown is None and f"content/explainers/{slug}.md" in site.unread:
        return  # parse has said why
    if box.slug and box.slug in site.drafts:
        message = f"“{box.slug}” is a draft, which readers cannot open"
        yield problem("no-box", box.place, message, "take “draft: true” out of it")
    elif box.slug and shown is None:
        message = f"there is no explainer “{box.slug}”"
        hints = did_you_mean(box.slug, site.announced) or ("name a file of content/explainers/, without its .md",)
        yield problem("no-box", box.place, message, *hints)
    elif shown is None:
        message = "only an explainer has boxes of its own"
        yield problem("no-box", box.place, message, f"say whose box it is: :::{{{box.name}}} name-of-the-explainer")
    elif box.name in _FIELDS and box.name not in shown.boxes:
        field = _FIELDS[box.name]
        message = f"“{shown.title}” has no {field.replace('_', ' ')}"
        yield problem("no-box", box.place, message, f"write “{field}:” into its front matter, or remove the box")
