"""Dates as readers see them: in words, and marked up with `<time>`."""

from functools import lru_cache
from gettext import NullTranslations
from typing import Literal, Protocol

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from nutgraf.dates.model import Date, Period
from nutgraf.dates.patterns import Unit, joiner_of, pattern_of, range_pattern_of, spelled

Parts = Literal["full", "no-year"]


class Phrases(Protocol):
    """The interface words around dates, such as “about {date}”, in the language of the date."""

    def gettext(self, message: str) -> str:
        """The message in the language, with placeholders such as {date} still in it."""

    def pgettext(self, context: str, message: str) -> str:
        """What gettext gives, for a message that means different things in different contexts (gettext’s msgctxt)."""


ENGLISH: Phrases = NullTranslations()


class _Run(Struct, frozen=True):
    text: str
    iso: str | None = None  # the value of its `<time datetime>`; None for words without


class _Voice(Struct, frozen=True):
    language: str
    phrases: Phrases
    with_year: bool
    is_inside: bool = False  # of a phrase such as “about {date}”, which may ask for another form


def in_words(date: Date, language: str, phrases: Phrases = ENGLISH) -> str:
    """The date as plain text: 4–5 February 2026, about January 2026, since 2024.

    language: a BCP 47 tag; international English is used for one that CLDR does not have. phrases: the words around
    dates, from the catalogue of the language.
    """
    return "".join(run.text for run in _runs(date, _Voice(language, phrases, with_year=True)))


@lru_cache(maxsize=8192)  # a site names few dates, and each of them often
def time_markup(date: Date, language: str, parts: Parts = "full", phrases: Phrases = ENGLISH) -> Markup:
    """The words of in_words as HTML, with every exact day, month or year in a `<time>`.

    A range has two (HTML, 4.5.14).
    language: a BCP 47 tag. parts: “no-year” leaves out the year, for a list under a year heading, unless the date
    would be misread without it. phrases: the words around dates, from the catalogue of the language.
    """
    with_year = parts == "full" or not _is_within_one_year(date)
    return Markup("").join(_marked_up(run) for run in _runs(date, _Voice(language, phrases, with_year)))


def _marked_up(run: _Run) -> Markup | str:
    return run.text if run.iso is None else Markup('<time datetime="{}">{}</time>').format(run.iso, run.text)


def _is_within_one_year(date: Date) -> bool:
    """True if a year heading says all that the year would say; an open start has no year of its own."""
    periods = [edge for edge in (date.start, date.end) if isinstance(edge, Period)]
    is_finer = all(period.precision not in ("year", "decade", "century") for period in periods)
    return is_finer and date.start != "open" and len({period.earliest.year for period in periods}) == 1


def _runs(date: Date, voice: _Voice) -> tuple[_Run, ...]:
    gettext, inside = voice.phrases.gettext, replace(voice, is_inside=True)
    if not isinstance(date.start, Period):
        return _around(gettext("until {date}"), _period(date.end, inside)) if isinstance(date.end, Period) else ()
    if date.end is None or date.end == date.start:
        return _period(date.start, voice)
    if date.end == "open":
        return _around(gettext("since {date}"), _period(date.start, inside))
    if date.end == "unknown":
        return _around(gettext("from {date}"), _period(date.start, inside))
    return _range(date.start, date.end, voice)


def _range(start: Period, end: Period, voice: _Voice) -> tuple[_Run, ...]:
    if start.precision == end.precision and start.is_plain and end.is_plain:
        return _short_range(start, end, voice)
    return (*_period(start, voice), _Run(joiner_of(voice.language)), *_period(end, voice))


def _short_range(start: Period, end: Period, voice: _Voice) -> tuple[_Run, ...]:
    """Two days, months or years that say only once what they share: 4–5 February 2026."""
    first, last = start.earliest, end.earliest
    differs: Unit = "year" if first.year != last.year else "month" if first.month != last.month else "day"
    pattern = range_pattern_of(voice.language, _unit(start), voice.with_year, differs)
    return (
        _Run(spelled(first, pattern.first, voice.language), start.iso),
        _Run(pattern.between),
        _Run(spelled(last, pattern.second, voice.language), end.iso),
    )


def _period(period: Period, voice: _Voice) -> tuple[_Run, ...]:
    gettext = voice.phrases.gettext
    name = _name(period, replace(voice, is_inside=voice.is_inside or period.is_approximate))
    named = (_Run(name, period.iso),)
    if period.is_approximate and period.is_uncertain:
        return _around(gettext("possibly about {date}"), named)
    if period.is_approximate:
        return _around(gettext("about {date}"), named)
    return _around(gettext("possibly {date}"), named) if period.is_uncertain else named


def _name(period: Period, voice: _Voice) -> str:
    language, phrases, year = voice.language, voice.phrases, str(period.earliest.year)
    if period.precision == "decade":
        alone, inside = phrases.gettext("{year}s"), phrases.pgettext("after since, until, about", "{year}s")
        return (inside if voice.is_inside else alone).replace("{year}", year)
    if period.precision == "century":  # “2000s” would be read as the decade
        pattern = range_pattern_of(language, "year", with_year=True, differs="year")
        first = spelled(period.earliest, pattern.first, language)
        return f"{first}{pattern.between}{spelled(period.latest, pattern.second, language)}"
    if period.precision in ("spring", "summer", "autumn", "winter"):
        return _season(period, voice).replace("{year}", year)
    return spelled(period.earliest, pattern_of(language, _unit(period), voice.with_year), language)


def _season(period: Period, voice: _Voice) -> str:
    # Written out, so that a catalogue can collect the words.
    gettext = voice.phrases.gettext
    with_year = {
        "spring": gettext("spring {year}"),
        "summer": gettext("summer {year}"),
        "autumn": gettext("autumn {year}"),
        "winter": gettext("winter {year}"),
    }
    alone = {
        "spring": gettext("spring"),
        "summer": gettext("summer"),
        "autumn": gettext("autumn"),
        "winter": gettext("winter"),
    }
    return (with_year if voice.with_year else alone)[period.precision]


def _unit(period: Period) -> Unit:
    return "day" if period.precision == "day" else "month" if period.precision == "month" else "year"


def _around(phrase: str, runs: tuple[_Run, ...]) -> tuple[_Run, ...]:
    """The runs in the place that the phrase keeps for them, before or after its words as the language wants."""
    before, _, after = phrase.partition("{date}")
    return (_Run(before), *runs, _Run(after))
