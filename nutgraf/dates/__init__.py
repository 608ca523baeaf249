"""Dates as editors write them: EDTF (ISO 8601-2), from a day to a decade, read strictly and shown in words."""

from nutgraf.dates.mentions import Mention, Periods, bears_out, mentions_in, periods_of
from nutgraf.dates.model import Date
from nutgraf.dates.moments import moment
from nutgraf.dates.reading import parse_date
from nutgraf.dates.words import Parts, in_words, time_markup

__all__ = [
    "Date",
    "Mention",
    "Parts",
    "Periods",
    "bears_out",
    "in_words",
    "mentions_in",
    "moment",
    "parse_date",
    "periods_of",
    "time_markup",
]
