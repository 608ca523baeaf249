"""What a language brings to the reading of figures. To add one, write a module like en.py and name it in tables.py."""

from decimal import Decimal
from typing import Literal

from msgspec import Struct

Rounding = Literal["exact", "about", "nearly", "over", "under", "least", "most"]


class Language(Struct, frozen=True):
    """The words of one language. A key of several words has one space between them; "." and "%" are words, too."""

    numbers: dict[str, int]  # 0 to 99; where a language joins twenty and five, only those that are one word
    tens: frozenset[str]  # the words that join with one to nine: “twenty-five”
    multipliers: dict[str, int]  # hundred and up, and the dozen
    alone: frozenset[str]  # multipliers that mean once themselves where no number comes before
    articles: frozenset[str]  # “a” in “a million”
    ands: frozenset[str]  # “and” in “two hundred and fifty”
    ordinals: dict[str, int]
    ordinal_ends: frozenset[str]  # after digits: “st” in “21st”
    wholes: dict[str, Decimal]  # words for numbers with a fraction: ढाई is 2.5
    shifts: dict[str, Decimal]  # words that change the number after them: साढ़े adds 0.5
    halves: frozenset[str]
    parts: dict[str, int]  # the denominators that follow one: “third”
    many_parts: dict[str, int]  # the denominators that follow two and more: “thirds”
    before_part: frozenset[str]  # where “half” and “a third” after it are a fraction: “by half”
    after_part: frozenset[str]  # where “half” and “a third” before it are a fraction: “half of”
    not_beside_half: frozenset[str]  # “half” beside it is no fraction: “half time”, “last half”
    not_before_parts: frozenset[str]  # “three quarters” after it are of a year
    rates: frozenset[str]  # between the two numbers of a rate: “in” for “one in five”
    rates_turned: dict[str, str]  # before and between where the whole comes first: हर पांच में से एक
    per_cent: frozenset[str]
    points: dict[str, Decimal]  # percentage points, with their size
    currencies: dict[str, str]
    measures: frozenset[str]  # units that may be glued to digits
    spans: frozenset[str]  # units of time: “over ten years” may mean “during”
    hours: frozenset[str]  # after a number that is a time of day
    minus: frozenset[str]
    to: frozenset[str]  # between the ends of a range
    between: frozenset[str]  # before the ends of a range
    between_after: frozenset[str]  # after them
    listing: frozenset[str]  # “and”, “or” between figures that share a unit
    vague: frozenset[str]  # before a multiplier that is then no number: “several hundred”
    not_multiplied: dict[str, frozenset[str]]  # multipliers that mean something else before these words
    before: dict[str, Rounding]
    after: dict[str, Rounding]
    across: frozenset[str]  # first words of those that may also follow the noun: “50 people or more”
    hung: frozenset[str]  # those that only count without a space before them: “100-plus”, “40+”
    unsure: frozenset[str]  # rounding words that are also plain prepositions
    during: dict[str, frozenset[str]]  # those that mean “during” before a span, unless one of these is before them
    references: frozenset[str]  # before the number of a page, a section, a ward
    plain_references: frozenset[str]  # of these, what is a common word unless it has a capital or a point: “no”
    groups: frozenset[tuple[str, str]]  # before a number that is the name of a body: the Group of 20
    many_references: frozenset[str]  # … of several
    names: frozenset[str]  # with a capital before a number that is part of a name: “Boeing 737”
    prefixes: frozenset[str]  # before a hyphen and a figure that is not part of a name: “mid-2025”
    scores: frozenset[str]  # beside the two numbers of a score
    year_before: frozenset[str]
    year_after: frozenset[str]
    things: frozenset[str]  # plural nouns without the plain ending: what 2022 of them are is no year
    loose: frozenset[str]  # after a number: words that name nothing counted
