"""The answers to the question whether a quotation stands in a source: found here, or not found and why."""

from typing import Literal

from msgspec import Struct

Reason = Literal[
    "cut inside a word",
    "parts out of order",
    "too far apart",
    "negation left out",
    "negation put in",
    "too many words replaced",
    "letters added inside a word",
    "no words",
]


class Span(Struct, frozen=True, order=True):
    """A stretch of one paragraph of a source, in characters of its text as given."""

    paragraph: int  # 1 is the first paragraph, 0 the headline
    start: int
    end: int  # exclusive


class Found(Struct, frozen=True):
    """The passages that a quotation repeats word for word."""

    # One for each part between omissions, in the order of the quotation; a part that runs over a paragraph break
    # gives one for each paragraph. Words that a bracketed insertion stands for lie inside the span.
    spans: tuple[Span, ...]


class NotFound(Struct, frozen=True):
    """Why a quotation is not in a source, and the passage that comes nearest to it."""

    nearest: Span | None  # None: nothing in the source resembles it
    differences: tuple[tuple[str, str], ...]  # (words of the quotation, words of the source); either may be ""
    reason: Reason | None = None  # None: the words differ, and the differences say all there is to say
