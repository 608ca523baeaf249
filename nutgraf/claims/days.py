"""Dates of a claim: none may contradict its evidence. Silence does not."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from nutgraf.claims.evidence import Circle, Ground, Passage
from nutgraf.claims.verdict import Evidence, Verdict
from nutgraf.dates import Date, Mention, bears_out, mentions_in, possible_periods
from nutgraf.figures import Figure

_NAMED = frozenset({"date", "year", "number"})  # figures of a text that names a day, a month or a year
_WHOLE_YEAR = 364  # days from its first to its last
# Days that a text may name and that are not read. Where there is one, no other day contradicts a claim.
_UNREAD = re.compile(
    r"\bNew Year|\bChristmas|\bEaster\b|\bGood Friday\b|\bDiwali\b|\bHoli\b|\bEid\b|\bRamadan\b|\bweekend"
    r"|\bIndependence Day\b|\bRepublic Day\b|\bthe \d{1,2}(?:st|nd|rd|th)(?! (?:of|century|anniversary|edition))\b"
    r"|दिवाली|दीपावली|होली|ईद|स्वतंत्रता दिवस|गणतंत्र दिवस|नए साल|क्रिसमस"
)
_MOST_NAMED = 3  # dates of the evidence
Periods = Sequence[tuple[datetime.date, datetime.date]]  # each possible meaning: its first and its last day


def dates_in(
    text: str, figures: Sequence[Figure], grounds: Sequence[Ground], languages: tuple[str, ...]
) -> tuple[Mention, ...]:
    """The dates that a text names; a day without a year is one of the source’s time. figures: those of the text."""
    if not any(each.kind in _NAMED for each in figures):
        return ()
    published = next((passage.published for passage in _passages(grounds) if passage.published), None)
    return mentions_in(text, languages, published)


def check_days(mentions: Sequence[Mention], figures: Sequence[Figure], grounds: Sequence[Ground]) -> Iterator[Verdict]:
    """A verdict for each date of a text that the evidence names too: the same or another.

    Dates that lean on the day of the page (“last year”) have none, nor has the month or year in which a source was
    published (“as of January 2026”). mentions, figures: those of the text.
    """
    for mention in mentions:
        if mention.periods and mention.is_written and not _is_of_publication(mention.periods, grounds):
            yield from _verdict(mention.text, mention.start, mention.end, mention.periods, grounds)
    for figure in figures:
        if figure.kind == "year" and not _is_of_publication(_whole_year(figure), grounds):
            yield from _verdict(figure.text, figure.start, figure.end, _whole_year(figure), grounds)


def _whole_year(figure: Figure) -> Periods:
    year = int(min(figure.values))
    return ((datetime.date(year, 1, 1), datetime.date(year, 12, 31)),)


def check_day(day: Date, grounds: Sequence[Ground]) -> Iterator[Verdict]:
    """A verdict for the date of an event where its evidence names a date: the same or another. At most one.

    Words that are quoted for it and name no date may be about the month in which the source was published, and a year
    may be that in which it was.
    """
    periods = possible_periods(day)
    near = [mention for ground in grounds for passage in ground.near for mention in passage.mentions]
    is_rough = all((last - first).days >= _WHOLE_YEAR for first, last in periods)
    is_rough = is_rough and not any(mention.unit == "year" for mention in near)  # of “last year” it is a claim
    is_quoted = any(ground.quoted for ground in grounds)
    is_open = is_rough or (is_quoted and _outcome(periods, grounds, "quotation")[0] == "silent")
    if is_open and _is_of_publication(periods, grounds):
        return
    yield from _verdict(day.text, 0, 0, periods, grounds, is_said=False)


def _is_of_publication(periods: Periods, grounds: Sequence[Ground]) -> bool:
    """Whether it is the month or year in which a source was published: “as of January 2026”."""
    days = [passage.published for passage in _passages(grounds) if passage.published]
    months = [(first, last) for first, last in periods if first < last]
    return any(first <= each.earliest and each.latest <= last for first, last in months for each in days)


def _verdict(
    text: str, start: int, end: int, periods: Periods, grounds: Sequence[Ground], *, is_said: bool = True
) -> Iterator[Verdict]:
    """The verdict for a date. is_said: the page says it in a sentence, and so it should be near."""
    is_contradicted = False
    circles: tuple[Circle, ...] = ("quotation", "paragraph")
    for circle in circles:
        outcome, found = _outcome(periods, grounds, circle)
        if outcome == "supported":
            yield Verdict("date", text, start, end, found)
            return
        is_contradicted = is_contradicted or outcome == "contradicted"
    outcome, found = _outcome(periods, grounds, "source")
    is_elsewhere = outcome == "supported" and all(first == last for first, last in periods)  # a day, and no other near
    if is_contradicted or (
        is_said and is_elsewhere and not any(each.mentions for ground in grounds for each in ground.near)
    ):
        yield Verdict("date", text, start, end, found, instead=() if found else _others(periods, grounds))


def _others(periods: Periods, grounds: Sequence[Ground]) -> tuple[str, ...]:
    """The dates near the claim that contradict it, as they are written."""
    for passages in ([ground.quoted for ground in grounds], [ground.near for ground in grounds]):
        found = [
            mention.text
            for passage in chain.from_iterable(passages)
            for mention in passage.mentions
            if bears_out(periods, (mention,), None) == "contradicted"
        ]
        if found:
            return tuple(dict.fromkeys(found))[:_MOST_NAMED]
    return ()


def _outcome(periods: Periods, grounds: Sequence[Ground], circle: Circle) -> tuple[str, Evidence | None]:
    """What a circle of all sources says, and where."""
    outcomes = set()
    for ground in grounds:
        for passage in dict(ground.circles())[circle]:
            outcome = bears_out(periods, passage.mentions, passage.published)
            if outcome == "contradicted" and _UNREAD.search(passage.whole.text if passage.whole else passage.text):
                outcome = "silent"
            if outcome == "supported":
                return outcome, _place(ground, circle, passage, periods)
            outcomes.add(outcome)
    return ("contradicted" if "contradicted" in outcomes else "silent"), None


def _place(ground: Ground, circle: Circle, passage: Passage, periods: Periods) -> Evidence:
    for mention in passage.mentions:
        if bears_out(periods, (mention,), None) == "supported":
            start, end = passage.start + mention.start, passage.start + mention.end
            return Evidence(ground.source, circle, passage.paragraph, start, end)
    return Evidence(ground.source, circle, passage.paragraph, passage.start, passage.start)  # its day of publication


def _passages(grounds: Iterable[Ground]) -> Iterable[Passage]:
    return chain.from_iterable((*ground.near, *ground.rest) for ground in grounds)
