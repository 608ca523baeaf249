"""Quoted passages of a source: marked in its text, lettered, with the places that use them.

Quotations that overlap or touch make one passage with one letter; marks are never nested. Inside a merged passage every
quotation keeps its own anchor, so that a note's link does not change when another page quotes the same words.
"""

from collections.abc import Callable, Iterable
from itertools import groupby
from string import ascii_lowercase

from markupsafe import Markup, escape
from msgspec import Struct

from nutgraf.plan.anchors import passage_id
from nutgraf.plan.places import usages
from nutgraf.plan.sheet import Sheet
from nutgraf.quotations import Span
from nutgraf.resolve.traces import Use
from nutgraf.views import pages


class Stretch(Struct, frozen=True):
    """Overlapping quotations, merged."""

    number: int  # from 1 in its source
    paragraph: int
    start: int
    end: int
    spans: tuple[Span, ...]  # in order
    uses: tuple[Use, ...]

    @property
    def letter(self) -> str:
        """Its letter: a to z, then aa, ab and so on."""
        letters, number = "", self.number
        while number:
            number, place = divmod(number - 1, len(ascii_lowercase))
            letters = ascii_lowercase[place] + letters
        return letters

    @property
    def id(self) -> str:
        """The anchor of its mark."""
        first = self.spans[0]
        return passage_id(first.paragraph, first.start, first.end)


def stretches(uses: Iterable[Use]) -> tuple[Stretch, ...]:
    """The passages that the uses quote, merged where they overlap, in the order of the text."""
    users: dict[Span, list[Use]] = {}
    order: dict[Use, int] = {}
    for use in uses:
        order.setdefault(use, len(order))
        for span in use.spans:
            users.setdefault(span, []).append(use)
    return tuple(
        _stretch(number, run, sorted({use for span in run for use in users[span]}, key=order.__getitem__))
        for number, run in enumerate(merged(users), 1)
    )


def merged(spans: Iterable[Span]) -> tuple[tuple[Span, ...], ...]:
    """The different spans in the order of the text, those together that overlap or touch."""
    runs: list[list[Span]] = []
    end = 0
    for span in sorted(set(spans)):
        if runs and runs[-1][0].paragraph == span.paragraph and span.start <= end:
            runs[-1].append(span)
            end = max(end, span.end)
        else:
            runs.append([span])
            end = span.end
    return tuple(map(tuple, runs))


def _stretch(number: int, spans: tuple[Span, ...], uses: Iterable[Use]) -> Stretch:
    end = max(span.end for span in spans)
    return Stretch(number, spans[0].paragraph, spans[0].start, end, spans, tuple(uses))


def marked(text: str, found: Iterable[Stretch], reference: Callable[[str], Markup]) -> Markup:
    """The paragraph with its passages in ``<mark>``, each followed by the reference for its letter."""
    parts: list[Markup] = []
    position = 0
    for stretch in found:
        parts.append(escape(text[position : stretch.start]))
        parts.append(Markup('<mark id="%s">%s</mark>') % (stretch.id, _anchored(text, stretch)))
        parts.append(reference(stretch.letter))
        position = stretch.end
    return Markup("").join([*parts, escape(text[position:])])


def _anchored(text: str, stretch: Stretch) -> Markup:
    """The passage with an empty anchor where each further quotation of it begins."""
    parts: list[Markup] = []
    position = stretch.start
    for start, spans in groupby(stretch.spans[1:], lambda span: span.start):
        parts.append(escape(text[position:start]))
        anchor = Markup('<span id="%s"></span>')
        parts.extend(anchor % passage_id(span.paragraph, span.start, span.end) for span in spans)
        position = start
    return Markup("").join([*parts, escape(text[position : stretch.end])])


def passages_of(found: Iterable[Stretch], sheet: Sheet) -> tuple[pages.Passage, ...]:
    """The passages for a source page’s lists."""
    return tuple(
        pages.Passage(stretch.letter, stretch.number, stretch.id, usages(stretch.uses, sheet)) for stretch in found
    )
