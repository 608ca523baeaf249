"""Figures of a claim: each must be in its evidence, in any form."""

import re
from collections.abc import Iterator, Sequence

from nutgraf.claims.evidence import Ground, Passage
from nutgraf.claims.verdict import Look, Verdict, look_for
from nutgraf.figures import Figure, Sum, agrees, figures_in, supports, unit_of

_NEXT_WORD = re.compile(r"[\s-]*([^\s.,;:!?।()“”\"]+)")
_LEAST_LETTERS = 4  # of a word that tells what is counted


def check_figures(
    text: str, grounds: Sequence[Ground], languages: tuple[str, ...], sums: Sequence[Sum] = ()
) -> Iterator[Verdict]:
    """A verdict for each figure of the text but dates and years, which ``check_days`` looks for.

    sums: that the desk works out for the text; what comes out of them needs no source. Whether the last figure of
    their kind is what comes out of them is for others to say.

    A number in words up to twelve, and an ordinal, is often the desk’s own counting (“two halves”): without support it
    has a verdict only if the paragraphs near it count the same things otherwise.
    """
    figures = [figure for figure in figures_in(text, languages) if figure.kind not in {"date", "year"}]
    results = [figure for figure in figures if any(unit_of(figure) in {each.unit or "%", each.unit} for each in sums)]
    for figure in figures:
        if figure in results[-1:] or _is_worked_out(figure, sums):
            continue
        found = look_for(grounds, _look_for(figure))
        is_near = found is not None and found.circle != "source"
        if is_near or not figure.is_counted or _is_counted_otherwise(text, figure, grounds):
            yield Verdict("figure", figure.text, figure.start, figure.end, found)


def _is_worked_out(figure: Figure, sums: Sequence[Sum]) -> bool:
    return any(agrees(each, figure, is_rounded=figure.rounding != "exact") for each in sums)


def _look_for(figure: Figure) -> Look:
    def look(passage: Passage) -> tuple[int, int] | None:
        found = next((each for each in passage.figures if supports(each, figure) or _is_day(figure, each)), None)
        return (found.start, found.end) if found else None

    return look


def _is_day(figure: Figure, other: Figure) -> bool:
    """Whether an ordinal is the day of a date: “the 4th” for “February 4”."""
    return figure.is_ordinal and other.day is not None and other.day.day is not None and other.day.day in figure.values


def _is_counted_otherwise(text: str, figure: Figure, grounds: Sequence[Ground]) -> bool:
    """Whether the paragraphs near the claim have another number of the same things: “five ships” for “four ships”."""
    things = _thing_after(text, figure)
    return things != "" and any(
        _thing_after(passage.text, other) == things
        for ground in grounds
        for passage in ground.near
        for other in passage.figures
        if other.kind == figure.kind
    )


def _thing_after(text: str, figure: Figure) -> str:
    """The word behind a figure without its plural; "" for none that says what is counted."""
    word = _NEXT_WORD.match(text, figure.end)
    thing = word[1].casefold().removesuffix("s") if word else ""
    return thing if len(thing) >= _LEAST_LETTERS else ""
