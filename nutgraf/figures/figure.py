"""A figure: a number, share, sum, year or date of a text."""

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from nutgraf.figures.days import Day
from nutgraf.figures.words import Rounding

Kind = Literal["number", "share", "points", "sum", "score", "year", "date"]


class Figure(Struct, frozen=True, gc=False):
    """One figure."""

    kind: Kind  # share: per cent; points: percentage points; score: two numbers that count only together, such as 5-4
    text: str  # as written, with per cent, currency and multiplier, without unit and rounding words
    start: int  # where it begins in the text, from 0
    end: int  # where it ends, exclusive
    values: frozenset[Decimal]  # what it can mean; the two numbers of a score; empty for dates
    currency: str | None = None  # of a sum
    day: Day | None = None  # of a date
    rounding: Rounding = "exact"  # nearly: at or just below
    is_counted: bool = False  # a number in words up to twelve, or an ordinal in words: the desk’s own counting
    is_ordinal: bool = False  # 3rd, third
    is_alone: bool = False  # no noun follows that says what is counted
