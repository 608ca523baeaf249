"""Figures: the numbers, shares, sums and dates of a text, and whether a source bears them out."""

from nutgraf.figures.equality import supports
from nutgraf.figures.figure import Figure
from nutgraf.figures.reading import figures_in

__all__ = ["Figure", "figures_in", "supports"]
