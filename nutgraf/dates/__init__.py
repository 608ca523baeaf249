"""Dates as editors write them: EDTF (ISO 8601-2), from a day to a decade, read strictly and shown in words."""

from nutgraf.dates.model import Date
from nutgraf.dates.moments import moment
from nutgraf.dates.reading import parse_date
from nutgraf.dates.words import Parts, in_words, time_markup

__all__ = ["Date", "Parts", "in_words", "moment", "parse_date", "time_markup"]
