"""Figures of a claim: each must be in its evidence, in any form."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from msgspec.structs import replace

from nutgraf.claims.evidence import Ground, Passage
from nutgraf.claims.verdict import Evidence, Look, Verdict, look_for
from nutgraf.figures import Figure, Sum, agrees, supports, unit_of

_NEXT_WORD = re.compile(r"[\s-]*([^\s.,;:!?।()“”\"]+)")
_INCHES = re.compile(r"[\"″′”]")  # 6″, or the end of a quotation of one word: which of them, nobody knows
_PAIR = re.compile(r"\d+[-–/]\d+")  # a score, or so many of so many
# What makes a number negative that is written without a sign; in Hindi too.
_FALLS = re.compile(
    r"\b(?:fell|falls?|falling|fallen|down|fewer|less|drop(?:s|ped)?|declin(?:e|es|ed)|decreas(?:e|es|ed)|los[ts]|loss|below|minus"
    r"|shr[aiu]nk|cut|lower|reduced)\b|गिर|घट|कम|नीचे|ऋण|शून्य से",
    re.IGNORECASE,
)
_REACH = 40  # characters around a number in which such a word is
_MOST_NAMED = 3  # figures of the evidence
_LEAST_LETTERS = 4  # of a word that tells what is counted


def check_figures(
    text: str, found: Sequence[Figure], grounds: Sequence[Ground], sums: Sequence[Sum] = ()
) -> Iterator[Verdict]:
    """A verdict for each figure found in the text but dates and years, which ``check_days`` looks for.

    sums: that the desk works out for the text; what comes out of them needs no source. Whether the last figure of
    their kind is what comes out of them is for others to say.

    A number in words up to twelve, and an ordinal, is often the desk’s own counting (“two halves”): without support it
    has a verdict only if the paragraphs near it count the same things otherwise.
    """
    figures = [figure for figure in found if figure.kind not in {"date", "year"}]
    results = [figure for figure in figures if any(unit_of(figure) in {each.unit or "%", each.unit} for each in sums)]
    for figure in figures:
        if figure in results[-1:] or _is_worked_out(figure, sums) or _INCHES.match(text, figure.end):
            continue
        evidence = look_for(grounds, _look_for(figure))
        if not figure.is_counted or _is_told(evidence, text, figure, grounds):
            instead = () if evidence else _others_like(figure, grounds)
            yield Verdict("figure", figure.text, figure.start, figure.end, evidence, instead=instead)


def _is_worked_out(figure: Figure, sums: Sequence[Sum]) -> bool:
    return any(agrees(each, figure, is_rounded=figure.rounding != "exact") for each in sums)


def _others_like(figure: Figure, grounds: Sequence[Ground]) -> tuple[str, ...]:
    """The figures of the same kind near the claim: in the words quoted for it, else in their paragraph."""
    for passages in ([ground.quoted for ground in grounds], [ground.near for ground in grounds]):
        found = [
            each.text
            for passage in chain.from_iterable(passages)
            for each in passage.figures
            if (each.kind, each.currency) == (figure.kind, figure.currency) and not each.is_counted
        ]
        if found:
            return tuple(dict.fromkeys(found))[:_MOST_NAMED]
    return ()


def _is_told(found: Evidence | None, text: str, figure: Figure, grounds: Sequence[Ground]) -> bool:
    """Whether there is something to say of a number that may be the desk’s own counting."""
    if found and found.circle != "source":
        return True
    return _is_counted_otherwise(text, figure, grounds) or _is_counted_elsewhere(text, figure, grounds)


def _look_for(figure: Figure) -> Look:
    def look(passage: Passage) -> tuple[int, int] | None:
        if _PAIR.fullmatch(figure.text):
            return _find_pair(figure, passage)
        found = next((each for each in passage.figures if _supports(each, figure, passage.text)), None)
        return (found.start, found.end) if found else None

    return look


def _supports(evidence: Figure, claimed: Figure, text: str) -> bool:
    """Whether a figure of a passage bears out that of a claim; “fell by 7%” does for “−7%”."""
    if supports(evidence, claimed) or _is_day(claimed, evidence):
        return True
    if evidence.kind == "score" and claimed.kind == "number":
        return bool(evidence.values & claimed.values)  # “88 votes to 61” of 88–61
    if not claimed.values or max(claimed.values) >= 0:
        return False
    positive = replace(claimed, values=frozenset(-value for value in claimed.values))
    around = text[max(evidence.start - _REACH, 0) : evidence.end + _REACH]
    return supports(evidence, positive) and _FALLS.search(around) is not None


def _find_pair(figure: Figure, passage: Passage) -> tuple[int, int] | None:
    """Where a passage has both numbers of “3-1” or “43/85”."""
    if found := next((each for each in passage.figures if supports(each, figure)), None):
        return found.start, found.end
    numbers = [Decimal(each) for each in re.findall(r"\d+", figure.text)]
    found_both = [next((each for each in passage.figures if number in each.values), None) for number in numbers]
    first, last = found_both
    return (min(first.start, last.start), max(first.end, last.end)) if first and last else None


def _is_day(figure: Figure, other: Figure) -> bool:
    """Whether an ordinal is the day of a date: “the 4th” for “February 4”."""
    return figure.is_ordinal and other.day is not None and other.day.day is not None and other.day.day in figure.values


def _is_counted_otherwise(text: str, figure: Figure, grounds: Sequence[Ground]) -> bool:
    """Whether the paragraphs near the claim have another number of the same things: “five ships” for “four ships”."""
    things = _thing_after(text, figure)
    return things != "" and any(
        _thing_after(passage.text, other) == things and other.is_ordinal == figure.is_ordinal
        for ground in grounds
        for passage in ground.near
        for other in passage.figures
        if other.kind == figure.kind
    )


def _is_counted_elsewhere(text: str, figure: Figure, grounds: Sequence[Ground]) -> bool:
    """Whether other paragraphs of the sources count the same things, and as many: “her fifth title”."""
    things = _thing_after(text, figure)
    return things != "" and any(
        supports(other, figure) and _thing_after(passage.text, other) == things
        for ground in grounds
        for passage in ground.rest
        for other in passage.figures
    )


def _thing_after(text: str, figure: Figure) -> str:
    """The word behind a figure without its plural; "" for none that says what is counted."""
    word = _NEXT_WORD.match(text, figure.end)
    thing = word[1].casefold().removesuffix("s") if word else ""
    return thing if len(thing) >= _LEAST_LETTERS else ""
