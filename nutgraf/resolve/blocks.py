"""Blocks of running text: a paragraph, list item or cell as a row of pieces, and the words a reader sees in it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from itertools import accumulate

from msgspec import Struct

from nutgraf.body import Html, Mention, Piece, TermLink, Words

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*?(/?)>", re.IGNORECASE)
_CODE = re.compile(r"<code>(.*)</code>", re.DOTALL)
_VOID = frozenset({"br", "wbr", "img", "hr"})


def blocks_in(pieces: Iterable[Piece]) -> Iterator[tuple[bool, list[Piece]]]:
    """The pieces in runs: True and the pieces of one block, or False and markup between blocks."""
    block: int | None = None
    run: list[Piece] = []
    tail: list[Piece] = []  # markup that may still be followed by words of the same block
    for piece in pieces:
        if not isinstance(piece, Words | TermLink):
            tail.append(piece)
            continue
        if piece.block == block:
            run += tail
        else:
            yield from ((True, run), (False, tail))
            block, run = piece.block, []
        run.append(piece)
        tail = []
    yield from ((True, run), (False, tail))


def shown(piece: Piece) -> str:
    """What a reader sees of a piece; notes and images count for nothing."""
    if isinstance(piece, Words):
        return piece.text
    if isinstance(piece, TermLink):
        return piece.text or piece.target
    if not isinstance(piece, Html):
        return ""
    code = _CODE.fullmatch(piece.markup)
    return unescape(code[1]) if code else " " if piece.markup.startswith("<br") else ""


class Block(Struct, frozen=True):
    """A block and where each of its pieces begins in its text."""

    pieces: tuple[Piece, ...]
    text: str  # what a reader sees of them
    starts: tuple[int, ...]  # of each piece in the text; the last is the text’s end

    @staticmethod
    def of(pieces: Sequence[Piece]) -> "Block":
        """The block of these pieces."""
        texts = [shown(piece) for piece in pieces]
        return Block(tuple(pieces), "".join(texts), tuple(accumulate(map(len, texts), initial=0)))

    def mention(self, start: int, end: int, term: str) -> "Wrapped | None":
        """The words from start to end as a mention of the term; None where no link may stand."""
        first = bisect_right(self.starts, start, hi=len(self.pieces)) - 1
        last = first
        while self.starts[last + 1] < end:
            last += 1
        inside: list[Html | Words] = []
        for number in range(first, last + 1):
            piece = self.pieces[number]
            if isinstance(piece, Words) and piece.is_linkable:
                offset = self.starts[number]
                words = piece.text[max(start - offset, 0) : end - offset]
                inside.append(Words(words, piece.block, is_linkable=True))
            elif isinstance(piece, Html) and not shown(piece).strip():
                inside.append(piece)
            else:
                return None
        return self._balanced(inside, first, last, start, end, term)

    def _balanced(
        self, inside: list[Html | Words], first: int, last: int, start: int, end: int, term: str
    ) -> "Wrapped | None":
        """The mention with as much of the markup around it as makes its tags pairs: all of *Pax* in “*Pax* Silica”."""
        before = first
        after = last
        while (stray := _stray(inside)) is not None:
            if stray == "/" and before > 0 and start == self.starts[before]:
                before -= 1
                piece, place = self.pieces[before], 0
            elif stray == "" and after + 1 < len(self.pieces) and end == self.starts[after + 1]:
                after += 1
                piece, place = self.pieces[after], len(inside)
            else:
                return None
            if not isinstance(piece, Html) or shown(piece):
                return None
            inside.insert(place, piece)
        return Wrapped(before, after, start, end, Mention(term, tuple(inside)))

    def with_mentions(self, wrapped: Iterable["Wrapped"]) -> Iterator[Piece]:
        """The pieces with the mentions, which come in order, in place of their words."""
        number, position = 0, 0
        for each in wrapped:
            yield from self._between(number, position, each.first, each.start)
            yield each.mention
            number, position = each.last, each.end
            if self.starts[number + 1] <= position:
                number += 1
        yield from self._between(number, position, len(self.pieces), len(self.text))

    def _between(self, number: int, position: int, last: int, end: int) -> Iterator[Piece]:
        """The pieces from a place inside one to a place inside another."""
        for at in range(number, min(last + 1, len(self.pieces))):
            piece, offset = self.pieces[at], self.starts[at]
            if isinstance(piece, Words):
                words = piece.text[max(position - offset, 0) : max(end - offset, 0)]
                if words:
                    yield piece if words == piece.text else Words(words, piece.block, piece.is_linkable)
            elif at < last:
                yield piece


class Wrapped(Struct, frozen=True):
    """A mention, and what it takes the place of."""

    first: int  # numbers of the pieces it begins and ends in
    last: int
    start: int  # of its words in the text of the block
    end: int
    mention: Mention


def _stray(pieces: Iterable[Html | Words]) -> str | None:
    """The kind of the first tag without a partner: "/" for an end, "" for a beginning; None if all have one."""
    opened: list[str] = []
    for piece in pieces:
        for slash, name, is_empty in _TAG.findall(piece.markup) if isinstance(piece, Html) else ():
            if is_empty or name in _VOID:
                continue
            if not slash:
                opened.append(name)
            elif not opened or opened.pop() != name:
                return "/"
    return "" if opened else None
