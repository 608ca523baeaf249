"""Statements: what an explainer commits itself to, one by one: its key facts, events, quotations and figures."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from nutgraf.body import Piece, Quotation, Words, plain
from nutgraf.figures import Figure, figures_in
from nutgraf.kinds.evidence import Event, Fact
from nutgraf.kinds.explainer import Explainer
from nutgraf.problems import Place
from nutgraf.quotations import quoted_runs
from nutgraf.resolve.claims import Claim, groups_of

Kind = Literal["key fact", "event", "quotation", "figure"]


@dataclass(frozen=True)
class Statement:
    """One thing that readers are told."""

    kind: Kind
    name: str  # of a fact or an event; "" for quotations and figures
    words: str  # as an editor would cite it
    meaning: Hashable  # two statements that mean the same are the same
    place: Place = field(compare=False)


def statements_of(explainer: Explainer, languages: tuple[str, ...]) -> Iterator[Statement]:
    """The statements of an explainer; figures within facts, events and quotations are part of these."""
    yield from map(_fact, explainer.facts)
    yield from map(_event, explainer.events)
    for quotation in _quotations(explainer):
        yield Statement("quotation", "", f"“{quotation.text}”", _even(quotation.text), quotation.place)
    for text, place in texts_of(explainer):
        for figure in figures_in(_without_quotations(text), languages):
            if not figure.is_counted:
                yield Statement("figure", "", f"“{figure.text}”", _value(figure), place)


def _fact(fact: Fact) -> Statement:
    as_of = [f"as of {fact.as_of.text}"] if fact.as_of else []
    words = f"“{fact.value.plain}”{_noted(*as_of, *_status(fact))}"
    return Statement("key fact", fact.label.plain, words, _even(words), fact.place)


def _event(event: Event) -> Statement:
    text = f": {event.text.plain}" if event.text else ""
    words = f"“{event.date.text}{text}”{_noted(*_status(event))}"
    return Statement("event", event.title.plain, words, _even(words), event.place)


def _status(holder: Fact | Event) -> list[str]:
    return [] if holder.status == "reported" else [holder.status]


def _noted(*notes: str) -> str:
    return f" ({', '.join(notes)})" if notes else ""


def _even(text: str) -> str:
    """The text as far as it matters: not how its marks and blanks are set."""
    return " ".join(text.translate(_MARKS).split())


_MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})


def _value(figure: Figure) -> Hashable:
    return figure.kind, figure.values, figure.currency, figure.day


def _quotations(explainer: Explainer) -> Iterator[Quotation]:
    """Every quotation, whether a source answers for it or not."""
    claims: list[Claim] = [claim for group in groups_of(explainer) for claim in group.claims]
    yield from (quotation for claim in claims for quotation in claim.quotations)
    yield from explainer.standfirst.uncited
    yield from (quotation for section in explainer.body.sections for quotation in section.uncited)


def texts_of(explainer: Explainer) -> Iterator[tuple[str, Place]]:
    """The running text, block by block, each with the place of its part of the page."""
    yield explainer.title, explainer.place
    yield explainer.standfirst.plain, explainer.standfirst.place
    for section in explainer.body.sections:
        yield section.title, section.place
        notes = [piece for footnote in section.footnotes for piece in footnote.pieces]
        for block in _blocks((*section.pieces, *notes)):
            yield block, section.place


def _blocks(pieces: tuple[Piece, ...]) -> Iterator[str]:
    words = (piece for piece in pieces if isinstance(piece, Words))
    for _, block in groupby(words, key=lambda piece: piece.block):
        yield plain(block)


def _without_quotations(text: str) -> str:
    for run in reversed(quoted_runs(text)):
        text = f"{text[: run.start]}…{text[run.end :]}"
    return text
