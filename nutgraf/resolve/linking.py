"""Glossary names linked at their first mention: pieces → pieces with mentions."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from nutgraf.body import Html, Mention, Piece, TermLink, Words
from nutgraf.resolve.glossary import Glossary

_TAG = re.compile(r"<(/?)([a-z0-9]+)[^>]*>")
_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s+(?=[\"“‘(\[]?[^\Wa-z_])|[。！？।]\s*")


@dataclass(frozen=True)
class Sentence:
    """A sentence that mentions a term."""

    term: str  # slug
    before: str
    name: str
    after: str


@dataclass
class Linker:
    """Links names in the pieces of one page. What one section has linked is linked again in the next."""

    glossary: Glossary
    slugs: dict[str, str]  # what ``[[…]]`` may say, casefolded → slug
    own: str | None = None  # the entry whose page this is
    seen: set[str] = field(default_factory=set)
    sentences: list[Sentence] = field(default_factory=list)

    def new_section(self) -> None:
        """Forgets what was linked, so that the next section links it again."""
        self.seen = {self.own} if self.own else set()

    def link(self, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
        """The pieces with the first mention of each name linked."""
        for piece in pieces:
            if isinstance(piece, TermLink) and (slug := self.slugs.get(piece.target.casefold())):
                self.seen.add(slug)
        self._note_explicit(pieces)
        linked: list[Piece] = []
        for block, run in groupby(enumerate(pieces), lambda pair: _block_of(pieces, pair[0])):
            part = [piece for _, piece in run]
            linked.extend(part if block is None else self._link_block(part))
        return tuple(linked)

    def _note_explicit(self, pieces: Sequence[Piece]) -> None:
        for number, piece in enumerate(pieces):
            if isinstance(piece, TermLink) and (slug := self.slugs.get(piece.target.casefold())):
                text = _text_of_block(pieces, piece.block)
                start = len(_text_of_block(pieces[:number], piece.block))
                self._appear(slug, text, start, start + len(piece.text or piece.target))

    def _link_block(self, pieces: list[Piece]) -> list[Piece]:
        text = "".join(_visible(piece) for piece in pieces)
        for start, end, slug in reversed([*self._first_mentions(pieces, text)]):
            wrapped = _wrap(pieces, start, end, slug)
            if wrapped:
                pieces = wrapped
        return pieces

    def _first_mentions(self, pieces: Sequence[Piece], text: str) -> Iterator[tuple[int, int, str]]:
        for start, end, slug in self.glossary.find(text):
            if slug not in self.seen and _wrap(pieces, start, end, slug):
                self.seen.add(slug)
                self._appear(slug, text, start, end)
                yield start, end, slug

    def _appear(self, slug: str, text: str, start: int, end: int) -> None:
        if slug != self.own:
            first, last = sentence_around(text, start, end)
            before, name, after = text[first:start], text[start:end], text[end:last]
            tidy = [re.sub(r"\s+", " ", part) for part in (before, name, after)]
            self.sentences.append(Sentence(slug, tidy[0].lstrip(), tidy[1], tidy[2].rstrip()))


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around ``text[start:end]`` begins and ends."""
    breaks = [match.end() for match in _SENTENCE_END.finditer(text)]
    first = max((at for at in breaks if at <= start), default=0)
    last = min((at for at in breaks if at >= end), default=len(text))
    return first, last


def _block_of(pieces: Sequence[Piece], number: int) -> int | None:
    """The block that a piece belongs to: markup between two pieces of one block belongs to it."""
    piece = pieces[number]
    if isinstance(piece, Words | TermLink):
        return piece.block
    before = next((p.block for p in reversed(pieces[:number]) if isinstance(p, Words | TermLink)), None)
    after = next((p.block for p in pieces[number + 1 :] if isinstance(p, Words | TermLink)), None)
    return before if before == after else None


def _text_of_block(pieces: Iterable[Piece], block: int) -> str:
    return "".join(_visible(p) for p in pieces if isinstance(p, Words | TermLink) and p.block == block)


def _visible(piece: Piece) -> str:
    if isinstance(piece, Words):
        return piece.text
    return (piece.text or piece.target) if isinstance(piece, TermLink) else ""


def _wrap(pieces: Sequence[Piece], start: int, end: int, slug: str) -> list[Piece] | None:
    """The pieces with the words from start to end made a mention; None where no link may stand."""
    before: list[Piece] = []
    inside: list[Html | Words] = []
    after: list[Piece] = []
    position = 0
    for piece in pieces:
        text = _visible(piece)
        first, last = max(start - position, 0), min(end - position, len(text))
        if not text:
            target: list[Piece] | list[Html | Words] = (
                before if position <= start else after if position >= end else inside
            )
            if target is inside and not isinstance(piece, Html):
                return None
            target.append(piece)  # type: ignore[arg-type]  # inside takes only Html, checked above
        elif first >= last:
            (before if position + len(text) <= start else after).append(piece)
        elif not isinstance(piece, Words) or not piece.is_linkable:
            return None
        else:
            before.extend(_words(piece, text[:first]))
            inside.extend(_words(piece, text[first:last]))
            after.extend(_words(piece, text[last:]))
        position += len(text)
    return [*before, Mention(slug, tuple(inside)), *after] if _is_balanced(inside) else None


def _words(piece: Words, text: str) -> list[Words]:
    return [Words(text, piece.block, piece.is_linkable)] if text else []


def _is_balanced(pieces: Iterable[Html | Words]) -> bool:
    """Whether every tag opened in the markup is closed in it, in order."""
    opened: list[str] = []
    for piece in pieces:
        for match in _TAG.finditer(piece.markup) if isinstance(piece, Html) else ():
            if not match[1]:
                opened.append(match[2])
            elif not opened or opened.pop() != match[2]:
                return False
    return not opened
