"""Candidates: sentences of a source that could become a key fact or an event, the most useful first."""

import re
from collections.abc import Iterator

from msgspec import Struct

from nutgraf.dates import Date
from nutgraf.figures import Figure, figures_in
from nutgraf.parse.sentences import sentences_in
from nutgraf.seeds import Reading

_WEIGHTS = {"share": 4, "sum": 4, "number": 3}  # a year or a date alone is no fact
_LOOSE_ENDS = frozenset("a an and as at by for from in of on or the to with".split())
_MOST_IN_TITLE = 9  # words
_MOST_QUOTED = 240  # characters; a longer sentence is cut down by the editor


class FactCandidate(Struct, frozen=True):
    """A sentence with a figure."""

    label: str  # the words around the figure
    value: str  # the figure as written
    quote: str  # the sentence, as it stands
    paragraph: int  # from 1


class EventCandidate(Struct, frozen=True):
    """A sentence with a date."""

    date: str  # EDTF; approximate where the source leaves the year to its reader
    title: str  # the first words of the sentence
    quote: str  # the sentence, as it stands
    paragraph: int  # from 1
    is_expected: bool  # it lies after the day of publication


def fact_candidates(reading: Reading) -> tuple[FactCandidate, ...]:
    """The sentences that hold a figure, each once with its weightiest."""
    found: list[tuple[int, FactCandidate]] = []
    for number, sentence in _sentences(reading):
        figures = [each for each in figures_in(sentence) if _is_worth_telling(each, sentence)]
        if figures:
            best = max(figures, key=lambda figure: _WEIGHTS[figure.kind])
            fact = FactCandidate(_label(sentence, best), best.text, _quotable(sentence), number)
            found.append((_WEIGHTS[best.kind], fact))
    found.sort(key=lambda pair: (-pair[0], len(pair[1].quote)))
    return tuple(fact for _, fact in found)


def _is_worth_telling(figure: Figure, sentence: str) -> bool:
    """Whether it says something by itself: no year, no count, no part of a word or range (“the 45-minute service”)."""
    written = re.escape(figure.text)
    is_part = re.search(rf"[^\W_][-‐‑]{written}(?!\d)|(?<!\d){written}[-‐‑][^\W_]", sentence)
    return figure.kind in _WEIGHTS and not figure.is_counted and not is_part


def _sentences(reading: Reading) -> Iterator[tuple[int, str]]:
    """The sentences of a source with the numbers of their paragraphs."""
    for number, paragraph in enumerate(reading.paragraphs, 1):
        yield from ((number, sentence) for sentence in sentences_in(paragraph.text))


def _label(sentence: str, figure: Figure) -> str:
    """The words after the figure in its clause, or before it when it ends there."""
    before, _, after = sentence.partition(figure.text)
    words = re.split(r"[,;.:()“”]", after)[0].split()[:6]
    if not words:
        words = re.split(r"[,;.:()“”]", before)[-1].split()[-6:]
    while words and words[-1].lower() in _LOOSE_ENDS:
        words.pop()
    label = " ".join(words) or "What this is"
    return label[:1].upper() + label[1:]


def _quotable(sentence: str) -> str:
    """The sentence, or as many of its whole words as make a quotation."""
    if len(sentence) <= _MOST_QUOTED:
        return sentence
    return sentence[:_MOST_QUOTED].rpartition(" ")[0] or sentence


def event_candidates(reading: Reading, published: Date | None) -> tuple[EventCandidate, ...]:
    """The sentences that name a day, a month or a year, by date."""
    found = []
    for number, sentence in _sentences(reading):
        date = _date_of(figures_in(sentence), published)
        if date:
            is_expected = published is not None and date[:10] > published.latest.isoformat()
            found.append(EventCandidate(date, _title(sentence), _quotable(sentence), number, is_expected))
    return tuple(sorted(found, key=lambda event: (event.date, event.paragraph)))


def _title(sentence: str) -> str:
    """The first words of the sentence, up to a quotation that would be cut through."""
    title = " ".join(re.split(r"[,;:(]", sentence)[0].split()[:_MOST_IN_TITLE])
    if title.count("“") > title.count("”"):
        title = title[: title.rindex("“")] or title
    if title.count('"') % 2:
        title = title[: title.rindex('"')] or title
    words = title.split()
    while words and words[-1].lower() in _LOOSE_ENDS:
        words.pop()
    shown = " ".join(words).strip(". ")
    bare = shown.strip("“”\"'. ")
    return shown if re.search('[“”"]', bare) else bare


def _date_of(figures: tuple[Figure, ...], published: Date | None) -> str | None:
    """The first date of a sentence as EDTF; two days of one month make a range."""
    days = [figure.day for figure in figures if figure.day]
    if days:
        year, month, day = days[0]
        known = year or (published.earliest.year if published else None)
        if known is None:
            return None
        first = f"{known:04}-{month:02}" + (f"-{day:02}" if day else "")
        last = next((other.day for other in days[1:2] if other.month == month), None)
        if day and last and last > day:
            return f"{first}/{known:04}-{month:02}-{last:02}"
        return first if year else f"{first}~"
    years = [figure for figure in figures if figure.kind == "year"]
    return f"{int(min(years[0].values)):04}" if years else None
