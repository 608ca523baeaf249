"""Figures: the numbers, shares, sums and dates of a text, whether a source bears them out, and the desk’s own sums."""

from nutgraf.figures.operands import Operand, unit_of
from nutgraf.figures.reading import Figure, figures_in
from nutgraf.figures.results import agrees, printed, states_rightly, written_out
from nutgraf.figures.sums import Sum, SumError, parse_sum
from nutgraf.figures.support import Record, is_supported, record_of

__all__ = [
    "Figure",
    "Operand",
    "Record",
    "Sum",
    "SumError",
    "agrees",
    "figures_in",
    "is_supported",
    "parse_sum",
    "printed",
    "record_of",
    "states_rightly",
    "unit_of",
    "written_out",
]
