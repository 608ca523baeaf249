"""The dates that a text mentions, resolved against the day it was published."""

from bisect import bisect_left

from msgspec import Struct

from nutgraf.dates.combining import combined
from nutgraf.dates.model import Date
from nutgraf.dates.phrases import phrases_of
from nutgraf.dates.resolution import Context, Resolved, resolved
from nutgraf.dates.rows import Phrase, Row
from nutgraf.dates.spans import Pair, Unit
from nutgraf.dates.tokens import tokens_of

_NEAR = 40  # tokens, about two sentences: a year further away is not that of a date without one
_YEARS = range(1000, 2200)  # a source published outside them has a slip in its date


class Mention(Struct, frozen=True):
    """A date as a text has it, and the days that it may mean."""

    text: str  # as written
    start: int  # 0-based, in the text given
    end: int  # exclusive
    periods: tuple[Pair, ...]  # each possible meaning, its first and last day inclusive; () for what cannot be resolved
    is_relative: bool  # the day of publication told which days, or which year
    unit: Unit = "day"  # how exact its ends are
    is_aside: bool = False  # when somebody spoke, or how long something took: it can support, but contradicts nothing
    is_written: bool = False  # it names a day, month or year of the calendar: “4 February”, not “on Thursday”
    is_yearless: bool = False  # no year is known: its periods are those of the year 2000 (spans.ANY_YEAR)


def mentions_in(text: str, languages: tuple[str, ...], published: Date | None) -> tuple[Mention, ...]:
    """The dates that a text mentions, in its order; none overlaps another.

    text: plain text, digits of any script. languages: BCP 47 tags: the names of months come from Unicode CLDR, relative
    words (“last Thursday”, “पिछले साल”) are those of English and Hindi. published: the date of the source; None if
    unknown. A month or a year will do: “yesterday” then means a longer time.
    """
    row = Row(tokens_of(text, languages))
    phrases = combined(phrases_of(row), row)
    context = _Neighbours(_day_range(published), row, phrases)
    found: list[Mention] = []
    anchor: tuple[Pair, ...] = ()
    for phrase in phrases:
        answer = resolved(phrase, context.at(phrase.start, anchor))
        if answer.unit == "day" and answer.periods and phrase.kind != "weekday":
            anchor = answer.periods
        found.append(_mention(text, row, phrase, answer))
    return tuple(found)


def _mention(text: str, row: Row, phrase: Phrase, answer: Resolved) -> Mention:
    start, end = row.tokens[phrase.start].start, row.tokens[phrase.end - 1].end
    return Mention(
        text[start:end],
        start,
        end,
        answer.periods,
        answer.is_relative,
        answer.unit,
        answer.is_aside,
        answer.is_written,
        answer.is_yearless,
    )


def _day_range(published: Date | None) -> Pair | None:
    if published is None or published.earliest.year not in _YEARS or published.latest.year not in _YEARS:
        return None
    return published.earliest, published.latest


class _Neighbours:
    """What the rest of a text says about a phrase: the years named nearest to it, and a day to count from."""

    def __init__(self, published: Pair | None, row: Row, phrases: list[Phrase]) -> None:
        self._published = published
        years = [(place, token.numbers[0]) for place, token in enumerate(row.tokens) if token.symbol in "yi"]
        if published is not None:
            told = [phrase for phrase in phrases if phrase.counted == "year" and phrase.kind in ("unit", "ago")]
            years += [(phrase.start, published[0].year + phrase.counts[0]) for phrase in told]
        self._years = sorted((place, year) for place, year in years if year in _YEARS)
        self._places = [place for place, _ in self._years]

    def at(self, place: int, anchor: tuple[Pair, ...]) -> Context:
        """The context of the phrase that begins at a token."""
        after = bisect_left(self._places, place)
        beside = self._years[max(0, after - 1) : after + 1]
        near = frozenset(year for there, year in beside if abs(there - place) <= _NEAR)
        return Context(self._published, near, anchor)
