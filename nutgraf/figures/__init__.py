"""Figures: the numbers, shares, sums and dates of a text, and whether a source bears them out."""

from nutgraf.figures.reading import Figure, figures_in
from nutgraf.figures.support import Record, is_supported, record_of

__all__ = ["Figure", "Record", "figures_in", "is_supported", "record_of"]
