"""What a capture says about itself: headline, author, day and place, and which lines only say that."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.seeds.blocks import Block
from nutgraf.seeds.byline import find_author
from nutgraf.seeds.extent import is_prose
from nutgraf.seeds.headline import Headline, find_headline
from nutgraf.seeds.published import find_published
from nutgraf.seeds.rules import Verdict

_TWIN = 60  # letters that two versions of a biography share at their start
_BESIDE = 3  # blocks between a byline and the biography below it
_BYLINE = Verdict(1.5, 0.6, "byline")
_BIOGRAPHY = Verdict(1.5, 1.0, "biography")


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields found, where they were found."""

    headline: Headline | None = None
    author: str | None = None
    published: str | None = None
    bylines: frozenset[int] = frozenset()


def find_fields(blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], extent: tuple[int, int]) -> Fields:
    """The fields of a capture whose article has been located."""
    headline = find_headline(blocks, verdicts, extent)
    above = None if headline is None else headline.index
    author = find_author(blocks, above, extent[0])
    published = find_published(blocks, above, extent[0])
    if author is None:
        return Fields(headline, None, published)
    bylines = author[1] - ({above} if above is not None else set())
    return Fields(headline, author[0], published, bylines)


def with_bylines(
    blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], fields: Fields, start: int
) -> tuple[Verdict, ...]:
    """The verdicts, with bylines and the author's biography marked."""
    return tuple(_marked(index, blocks, verdict, fields, start) for index, verdict in enumerate(verdicts))


def _marked(index: int, blocks: tuple[Block, ...], verdict: Verdict, fields: Fields, start: int) -> Verdict:
    if index in fields.bylines:
        return _BYLINE
    if fields.author is not None and _is_biography(index, blocks, fields.author, fields.bylines, start):
        return _BIOGRAPHY
    return verdict


def _is_biography(index: int, blocks: tuple[Block, ...], author: str, bylines: frozenset[int], start: int) -> bool:
    """A paragraph that opens with the author's full name and stands under a byline, or twice, or closes the text."""
    block = blocks[index]
    if not block.text.startswith(author) or not 25 <= len(block.text) <= 700:
        return False
    if any(other in bylines for other in range(index - _BESIDE, index)):
        return True
    if index > start + 1 and not any(map(is_prose, blocks[index + 1 : index + 1 + _BESIDE])):
        return True
    opening = block.text[:_TWIN]
    return any(other.text.startswith(opening) for at, other in enumerate(blocks) if at != index)
