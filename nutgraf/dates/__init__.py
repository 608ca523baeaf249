"""Dates as editors write them (EDTF, ISO 8601-2), and as texts mention them.

An editor’s date, from a day to a decade, is read strictly and shown in words. The dates of a text are found, resolved
against the day it was published, and compared with an editor’s.
"""

from nutgraf.dates.bearing import Bearing, bears_out, possible_periods
from nutgraf.dates.mentions import Mention, mentions_in
from nutgraf.dates.model import Date
from nutgraf.dates.moments import moment
from nutgraf.dates.reading import parse_date
from nutgraf.dates.words import Parts, in_words, time_markup

__all__ = [
    "Bearing",
    "Date",
    "Mention",
    "Parts",
    "bears_out",
    "in_words",
    "mentions_in",
    "moment",
    "parse_date",
    "possible_periods",
    "time_markup",
]
