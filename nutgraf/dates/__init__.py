"""Dates as editors write them (EDTF, ISO 8601-2), and as texts mention them.

An editor’s date, from a day to a decade, is read strictly (reading.py) and shown in words (words.py). The dates that a
text mentions are found and compared with an editor’s:

1. tokens.py: each word, number and sign gets a symbol: d a day, m a month, p “last”, u a unit of time. Names of months
   come from Unicode CLDR, other words from time_words.py, where English and Hindi are complete.
2. phrases.py: one pattern over the symbols finds dates in every language: d-dm is 4–5 February and 4-5 फ़रवरी.
   written.py reads those that are written out, told.py those told from another day.
3. combining.py: “Thursday, 4 February”, “March last year” and “28 February–2 March” become one phrase each.
4. resolution.py: with the day of publication a phrase gets its periods, the first and last day of each meaning. कल has
   two. What nobody can tell has none.
5. bearing.py: a claim is supported or contradicted, or the text is silent (docs/decisions/silent-dates.md).
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
