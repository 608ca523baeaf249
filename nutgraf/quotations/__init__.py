"""Does a quotation stand word for word in a source? (design, 3.1)."""

from nutgraf.quotations.find import find_quotation
from nutgraf.quotations.negation import ENGLISH_NEGATIONS
from nutgraf.quotations.outcome import Found, NotFound, Reason, Span
from nutgraf.quotations.runs import Run, quoted_runs
from nutgraf.quotations.source_text import SourceText, prepare

__all__ = [
    "ENGLISH_NEGATIONS",
    "Found",
    "NotFound",
    "Reason",
    "Run",
    "SourceText",
    "Span",
    "find_quotation",
    "prepare",
    "quoted_runs",
]
