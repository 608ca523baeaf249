"""Evidence: where a claim is looked for, in three circles.

The quotation; the paragraphs it stands in or the claim names; the rest of the source. A claim that names neither words
nor a paragraph has the whole source for its evidence.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from nutgraf.dates import Date, Mention, mentions_in
from nutgraf.figures import Figure

Circle = Literal["quotation", "paragraph", "source"]


class Passage(Struct, frozen=True, dict=True):
    """A paragraph of a source, or words of it."""

    paragraph: int  # 0 is the headline
    text: str
    figures: tuple[Figure, ...]
    languages: tuple[str, ...]  # BCP 47 tags: that of the source, and those its numbers may be written in
    published: Date | None
    whole: "Passage | None" = None  # of words: the paragraph they are from
    start: int = 0  # of the text, in its paragraph

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The dates it names. Those of words are read in their paragraph, which may say of which year they are."""
        if self.whole is None:
            return _mentions(self.text, self.languages, self.published)
        first, last = self.start, self.start + len(self.text)
        return tuple(
            replace(each, start=each.start - first, end=each.end - first)
            for each in self.whole.mentions
            if first <= each.start and each.end <= last
        )


class Ground(Struct, frozen=True):
    """The evidence that one source gives for a claim."""

    source: str  # its id
    quoted: tuple[Passage, ...]  # words that are quoted for the claim
    near: tuple[Passage, ...]  # the paragraphs they stand in, or that the claim names; all without either
    rest: tuple[Passage, ...]  # all others
    spellings: tuple[tuple[str, str], ...] = ()  # of names: the source’s, ours

    def with_headline(self) -> "Ground":
        """The same, with the headline among the near passages: it names those whom the whole text is about."""
        headline = tuple(passage for passage in self.rest if not passage.paragraph)
        return replace(self, near=(*self.near, *headline), rest=tuple(each for each in self.rest if each.paragraph))

    def circles(self) -> Iterator[tuple[Circle, tuple[Passage, ...]]]:
        """The circles from the inmost on."""
        yield "quotation", self.quoted
        yield "paragraph", self.near
        yield "source", self.rest


def passages_of(
    texts: Sequence[str], figures: Sequence[tuple[Figure, ...]], languages: tuple[str, ...], published: Date | None
) -> tuple[Passage, ...]:
    """The passages of a source: its headline, then its paragraphs. figures: of each of the texts."""
    pairs = zip(texts, figures, strict=True)
    return tuple(Passage(number, text, found, languages, published) for number, (text, found) in enumerate(pairs))


def ground_of(
    source: str,
    passages: Sequence[Passage],
    spans: Iterable[tuple[int, int, int]],
    paragraph: int | None,
    spellings: tuple[tuple[str, str], ...] = (),
) -> Ground:
    """The evidence in a source.

    passages: all of it. spans: of the words quoted, as paragraph, start and end. paragraph: that the claim names.
    """
    quoted = tuple(_words_of(passages[number], start, end) for number, start, end in spans)
    named = {passage.paragraph for passage in quoted} | ({paragraph} if paragraph is not None else set())
    near = tuple(passage for passage in passages if not named or passage.paragraph in named)
    rest = tuple(passage for passage in passages if named and passage.paragraph not in named)
    return Ground(source, quoted, near, rest, spellings)


def _words_of(passage: Passage, start: int, end: int) -> Passage:
    """Words of a passage, with the figures that lie in them whole."""
    figures = tuple(
        replace(each, start=each.start - start, end=each.end - start)
        for each in passage.figures
        if start <= each.start and each.end <= end
    )
    text, languages = passage.text[start:end], passage.languages
    return Passage(passage.paragraph, text, figures, languages, passage.published, passage, start)


@lru_cache(4096)
def _mentions(text: str, languages: tuple[str, ...], published: Date | None) -> tuple[Mention, ...]:
    return mentions_in(text, languages, published)
