"""Whether a source bears a figure out."""

import re
from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from nutgraf.dates import Date
from nutgraf.figures.days import Day
from nutgraf.figures.figure import Figure
from nutgraf.figures.reading import figures_in

# Words that place an event by the day of the article: "last year", "next month".
_RELATIVE = re.compile(r"\b(?:last|next|past|previous|this|coming|following|earlier|later)\b", re.IGNORECASE)


class Record(Struct, frozen=True):
    """The figures of a source, and when it was published."""

    figures: tuple[Figure, ...]
    published: Date | None  # None: nobody knows when
    is_relative: bool  # it places events by its own date


def record_of(texts: Iterable[str], published: Date | None, languages: tuple[str, ...] = ("en",)) -> Record:
    """The figures of a source, ready for is_supported.

    texts: its paragraphs and headline, in any order. published: its date; None if unknown. languages: BCP 47 tags.
    """
    whole = "\n".join(texts)
    return Record(figures_in(whole, languages), published, bool(_RELATIVE.search(whole)))


def is_supported(figure: Figure, record: Record) -> bool:
    """True if the figure occurs in the source, in any form: 50% as “fifty per cent”, 2026-02-04 as “February 4”.

    record: from record_of. A year that the source does not write is supported by its date of publication, and the
    years beside it if the source speaks of “last year”; numbers in words up to twelve, and ordinals, need no support.
    """
    if figure.is_counted:
        return True
    if figure.day:
        return _date_stands(figure.day, record)
    if figure.kind == "year":
        return _year_stands(int(min(figure.values)), record) or _number_stands(figure, record)
    return _number_stands(figure, record)


def _number_stands(figure: Figure, record: Record) -> bool:
    return any(_means(figure, other) for other in record.figures) or _is_day_of_month(figure, record)


def _means(figure: Figure, other: Figure) -> bool:
    if not figure.values & other.values:
        return False
    if figure.kind == "share":
        return other.kind == "share"
    if figure.kind == "sum" and other.kind == "sum":
        return figure.currency == other.currency
    return True


def _is_day_of_month(figure: Figure, record: Record) -> bool:
    """“The 4th” for “February 4”."""
    days = {Decimal(other.day.day) for other in record.figures if other.day and other.day.day}
    return figure.kind == "number" and bool(figure.values & days)


def _date_stands(date: Day, record: Record) -> bool:
    if date.year is not None and not _year_stands(date.year, record):
        return False
    days = [other.day for other in record.figures if other.day]
    if date.day is not None:
        return any((date.month, date.day) == (other.month, other.day) for other in days) or _is_published(date, record)
    return any(date.month == other.month for other in days) or _is_month_of_publication(date.month, record)


def _is_published(date: Day, record: Record) -> bool:
    """Whether it is the day of the article."""
    on = record.published
    if on is None or not on.is_day:
        return False
    first = on.earliest
    return (date.year or first.year, date.month, date.day) == (first.year, first.month, first.day)


def _is_month_of_publication(month: int, record: Record) -> bool:
    """Whether it is the month of the article, or one beside it when the article speaks of “last month”."""
    on = record.published
    if on is None or (on.earliest.year, on.earliest.month) != (on.latest.year, on.latest.month):
        return False
    apart = (month - on.earliest.month) % 12
    return apart == 0 or (record.is_relative and apart in {1, 11})


def _year_stands(year: int, record: Record) -> bool:
    written = {int(value) for figure in record.figures if figure.kind == "year" for value in figure.values}
    written |= {figure.day.year for figure in record.figures if figure.day and figure.day.year}
    if year in written:
        return True
    if record.published is None:
        return False
    first, last = record.published.earliest.year, record.published.latest.year
    reach = 1 if record.is_relative else 0
    return first - reach <= year <= last + reach
