"""Claims: whether the figures, dates and names of a text are in the evidence that it names for them."""

from nutgraf.claims.days import check_day, check_days, dates_in
from nutgraf.claims.evidence import Circle, Ground, Passage, ground_of, passages_of
from nutgraf.claims.figures import check_figures
from nutgraf.claims.names import Name, NameFinder, check_names, find_name, find_words
from nutgraf.claims.verdict import Evidence, Verdict

__all__ = [
    "Circle",
    "Evidence",
    "Ground",
    "Name",
    "NameFinder",
    "Passage",
    "Verdict",
    "check_day",
    "check_days",
    "check_figures",
    "check_names",
    "dates_in",
    "find_name",
    "find_words",
    "ground_of",
    "passages_of",
]
