"""Figures: the numbers, shares, sums and dates of a text, whether a source bears them out, and the desk’s own sums."""

from nutgraf.figures.equality import supports
from nutgraf.figures.figure import Figure
from nutgraf.figures.operands import Operand, unit_of
from nutgraf.figures.reading import figures_in, may_have_figures
from nutgraf.figures.results import agrees, printed, states_rightly, written_out
from nutgraf.figures.sums import Sum, SumError, parse_sum

__all__ = [
    "Figure",
    "Operand",
    "Sum",
    "SumError",
    "agrees",
    "figures_in",
    "may_have_figures",
    "parse_sum",
    "printed",
    "states_rightly",
    "supports",
    "unit_of",
    "written_out",
]
