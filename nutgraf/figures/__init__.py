"""Figures: the numbers, shares, sums and dates of a text, and whether a source bears them out."""

from nutgraf.figures.equality import supports
from nutgraf.figures.figure import Figure
from nutgraf.figures.reading import figures_in
from nutgraf.figures.support import Record, is_supported, record_of

__all__ = ["Figure", "Record", "figures_in", "is_supported", "record_of", "supports"]
