"""Sections: questions and answers, with the boxes between the prose."""

from collections.abc import Iterable, Iterator

from nutgraf.body import Body, Box, BoxPlace, EmbedEnd, EmbedStart, Piece, Section
from nutgraf.kinds.explainer import Explainer
from nutgraf.plan.boxes import BOXES
from nutgraf.plan.boxes.embed import embed
from nutgraf.plan.margin import beside
from nutgraf.plan.prose import Prose
from nutgraf.resolve.citations import NoteGroup
from nutgraf.resolve.claims import Document
from nutgraf.views import parts


def sections_of(document: Document, prose: Prose) -> tuple[parts.Section | None, tuple[parts.Section, ...]]:
    """The introduction, if there is one, and the numbered questions."""
    groups = [group for group in prose.citations.groups if group.group.kind == "section"]
    introduction = None
    questions: list[parts.Section] = []
    for section, group in zip(document.body.sections, groups, strict=True):
        if section.anchor:
            questions.append(_section(section, len(questions) + 1, group, document, prose))
        else:
            introduction = _section(section, 0, group, document, prose)
    return introduction, tuple(questions)


def _section(section: Section, number: int, group: NoteGroup, document: Document, prose: Prose) -> parts.Section:
    runs = _runs(section.pieces)
    margin = beside(runs, section, document.body, group, prose)
    blocks = (
        block
        for run, notes in zip(runs, margin, strict=True)
        for block in (*_blocks(run, document, prose), *([notes] if notes else []))
    )
    return parts.Section(
        id=section.anchor or "intro",
        number=number,
        question=prose.plain(section.question),
        blocks=tuple(blocks),
    )


def hosts_in(sections: Iterable[parts.Section | None]) -> tuple[str, ...]:
    """The hosts of the embeds of a page, each once, by name."""
    blocks = (block for section in sections if section for block in section.blocks)
    return tuple(sorted({block.host for block in blocks if isinstance(block, parts.Embed)}))


def body_blocks(body: Body, prose: Prose) -> Iterator[parts.Block]:
    """A body that belongs to no document: the home page’s text, a desk’s note."""
    for section in body.sections:
        for run in _runs(section.pieces):
            yield from _blocks(run, None, prose)


def _runs(pieces: tuple[Piece, ...]) -> list[tuple[Piece, ...]]:
    """The pieces cut at the boxes: stretches of text, boxes that stand together, and each embed with its caption."""
    runs: list[list[Piece]] = []
    before = ""  # what the last run holds; "" when it is complete
    for piece in pieces:
        is_embed = before == "embed" or isinstance(piece, EmbedStart)
        kind = "embed" if is_embed else "boxes" if isinstance(piece, BoxPlace) else "text"
        if kind != before:
            runs.append([])
        runs[-1].append(piece)
        before = "" if isinstance(piece, EmbedEnd) else kind
    return [tuple(run) for run in runs]


def _blocks(run: tuple[Piece, ...], document: Document | None, prose: Prose) -> Iterator[parts.Block]:
    if isinstance(run[0], EmbedStart):
        shown = embed(run, prose) if document else None
        yield from (shown,) if shown else ()
        return
    markup = prose.write(run).strip()  # of boxes it is empty
    if markup:
        yield parts.Prose(markup)
    for piece in run:
        box = _box(piece, document, prose) if isinstance(piece, BoxPlace) else None
        if box:
            yield box


def _box(place: BoxPlace, document: Document | None, prose: Prose) -> parts.Block | None:
    site = prose.sheet.site
    make = dict((*BOXES, *site.additions.of(Box))).get(place.name)
    if make is None:
        return None
    box: parts.Block | None = None
    if isinstance(document, Explainer) and place.slug in (None, document.slug):
        box = make(document, prose)
    elif other := site.announced.get(place.slug or ""):
        bound = site.bound[other.path]
        if isinstance(bound.document, Explainer):
            box = make(bound.document, Prose(prose.sheet, bound.citations, prose.terms, is_guest=True))
    return box
