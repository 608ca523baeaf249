"""Two numbers that share a unit, such as 3–5%, between $3 and 5 million, 3 से 5 लाख; and scores, which are one thing."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from nutgraf.figures.numerals import EXACT
from nutgraf.figures.tokens import Tokens
from nutgraf.figures.words import Rounding, Tables, Unit

Link = Literal["", "range", "list", "comma"]
_SMALL = frozenset(range(13))  # the desk counts in words up to twelve (“two posts”)


@dataclass
class Part:
    """A number of a text with what stands around it, while it is being read."""

    first: int  # its tokens
    last: int  # exclusive
    values: frozenset[Decimal]
    times: Decimal = Decimal(1)
    unit: Unit | None = None
    in_words: bool = False
    is_ordinal: bool = False
    may_be_metres: bool = False
    is_year: bool = False
    is_score: bool = False
    link: Link = ""  # to the part before
    rounding: Rounding = "exact"

    @property
    def is_plain(self) -> bool:
        """Whether it can still take a unit."""
        return self.unit is None and not self.is_ordinal and not self.is_score

    @property
    def is_small(self) -> bool:
        """Whether it is a number in words up to twelve: nobody takes it for a measurement."""
        return self.in_words and self.unit is None and self.times == 1 and all(value in _SMALL for value in self.values)

    def meaning(self) -> frozenset[Decimal]:
        """What it can mean, multiplied by all that multiplies it."""
        size = self.times * (self.unit.size if self.unit else 1)
        if size == 1:
            return self.values
        values = {EXACT.multiply(value, size) for value in self.values}
        return frozenset(values | (self.values if self.may_be_metres else set()))


def link(parts: list[Part], tokens: Tokens, tables: Tables) -> None:
    """Gives the last two parts what they share; a score takes the place of its numbers."""
    one, other = parts[-2], parts[-1]
    other.link = _link(one, other, tokens, tables)
    if not other.link:
        return
    if _is_score(one, other, tokens, tables):
        one.values, one.last, one.is_score = one.values | other.values, other.last, True
        one.is_year = False
        parts.pop()
        return
    if other.link == "range":
        _share_years(one, other, tokens)
        _share_multiplier(one, other)
    _share_units(parts, tokens.is_word(other.last))


def _link(one: Part, other: Part, tokens: Tokens, tables: Tables) -> Link:
    if other.first - one.last != 1:
        return ""
    word, words = tokens[one.last], tables.words
    if word == ":":
        return "range" if tokens.is_glued(one.last) and tokens.is_glued(other.first) else ""
    if word in tables.to:
        return "range"
    if word in words.listing:
        is_between = tokens[one.first - 1] in words.between or tokens.phrase_at(other.last, tables.between_after)
        return "range" if is_between else "list"
    return "comma" if word == "," else ""


def _is_score(one: Part, other: Part, tokens: Tokens, tables: Tables) -> bool:
    sign = tokens[one.last]
    if sign not in {"-", ":"} or not (tokens.is_glued(one.last) and tokens.is_glued(other.first)):
        return False
    for part in (one, other):
        is_small = part.last - part.first == 1 and len(tokens[part.first]) < 4
        if part.in_words or not part.is_plain or part.times != 1 or not is_small:
            return False
    around = (one.first - 2, one.first - 1, other.last, other.last + 1)
    is_rising = max(one.values) < max(other.values)
    return sign == ":" or not is_rising or any(tokens[at] in tables.words.scores for at in around)


def _share_years(one: Part, other: Part, tokens: Tokens) -> None:
    """2024–25: the second is a year, too."""
    written = tokens[other.first]
    if one.is_year and other.is_plain and other.last - other.first == 1 and len(written) == 2 and written.isdigit():
        first = int(max(one.values))
        last = first - first % 100 + int(written)
        if last > first and tokens[one.last] == "-":
            other.values, other.is_year = frozenset({Decimal(last)}), True


def _share_multiplier(one: Part, other: Part) -> None:
    """3 to 5 million: the first is millions, too, unless it is more (900,000 to 5 million)."""
    can_take = one.times == 1 and not one.is_year and not one.is_ordinal
    is_alike = one.unit in {None, other.unit} or (_is_money(one) and other.is_plain)
    if can_take and is_alike and other.times > 1 and min(one.values) < max(other.values):
        one.times, one.may_be_metres = other.times, other.may_be_metres


def _is_money(part: Part) -> bool:
    return part.unit is not None and part.unit.kind == "sum"


def _share_units(parts: list[Part], is_followed: bool) -> None:
    """A unit behind the last goes to those before it; a currency before the first to the second."""
    one, other = parts[-2], parts[-1]
    if other.link == "range" and _is_money(one) and other.is_plain and not other.is_year:
        other.unit, one.may_be_metres, other.may_be_metres = one.unit, False, False
    is_share = one.unit is not None and one.unit.kind in {"share", "points"}
    if other.link == "range" and is_share and other.is_plain and not other.is_year and not is_followed:
        other.unit = one.unit  # from 50% to 18
    unit = other.unit
    if not unit or other.link == "comma":
        return
    is_lasting = other.link == "range" or unit.kind in {"share", "points", "time"}
    for at in range(len(parts) - 2, -1, -1):
        part, after = parts[at], parts[at + 1]
        if not is_lasting or not part.is_plain or part.is_year or (part.in_words and not other.in_words):
            return
        if at < len(parts) - 2 and after.link != "comma":
            return
        part.unit, part.may_be_metres = unit, part.may_be_metres and unit.kind != "sum"
        if not part.link:
            return
