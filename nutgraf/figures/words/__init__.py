"""The words that figures are written with: a module for each language, and the signs that all of them share."""

from nutgraf.figures.words.language import Language, Rounding
from nutgraf.figures.words.tables import Phrases, Tables, Unit, key, tables_of

__all__ = ["Language", "Phrases", "Rounding", "Tables", "Unit", "key", "tables_of"]
