"""A text as a row of tokens, and what a phrase for a date says before anybody knows when the text was published."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct

from nutgraf.dates.spans import Span, Unit
from nutgraf.dates.tokens import Token

Kind = Literal["span", "day", "unit", "weekday", "ago", "stretch", "part", "month", "after", "open"]
_TITLES = frozenset("mrs mr ms dr".split())


class Phrase(Struct, frozen=True):
    """A phrase for a date, and what has to be known to tell which days it means."""

    kind: Kind
    start: int  # the first token, 0-based
    end: int  # exclusive
    unit: Unit
    spans: tuple[Span, ...] = ()  # for “span”, “month”, “season” and “weekday”: one for each possible meaning
    counts: tuple[int, ...] = ()  # how many units from the day of publication; of a weekday, 0 for Monday
    counted: str = ""  # the unit that counts are in
    which: str = ""  # p, t or f: last, this, next
    edge: str = ""  # early, mid or late
    is_aside: bool = False  # it says when somebody spoke, or how long something took: it contradicts nothing


class Row:
    """The tokens of a text, and their symbols as one string."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.symbols = "".join(token.symbol for token in tokens)

    @cached_property
    def names(self) -> frozenset[str]:
        """The months that are a person’s name somewhere in the text: Theresa May, Mrs May."""
        found = re.finditer(r"N\.?m(?!,?[dy])", self.symbols)
        ends = [match.end() - 1 for match in found if "." not in match[0] or self.tokens[match.start()].text in _TITLES]
        return frozenset(self.tokens[end].text for end in ends)

    def before(self, start: int) -> str:
        """The symbols of the eight tokens before one."""
        return self.symbols[max(0, start - 8) : start]

    def words(self, start: int, end: int, symbols: str) -> list[Token]:
        """The tokens from start to end that have one of the symbols."""
        return [token for token in self.tokens[start:end] if token.symbol in symbols]

    def word_at(self, place: int) -> str:
        """The token there in lower case; empty outside the text."""
        return self.tokens[place].text if 0 <= place < len(self.tokens) else ""


Reader = Callable[[Row, int, int], Phrase | None]  # of a row’s tokens from one place to another, exclusive
