"""What a capture says about itself: headline, author, day and place, and which lines only say that."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from nutgraf.seeds.blocks import Block
from nutgraf.seeds.byline import find_author
from nutgraf.seeds.extent import is_prose
from nutgraf.seeds.headline import Headline, find_headline
from nutgraf.seeds.published import find_published
from nutgraf.seeds.rules import Verdict

_TWIN = 60  # letters that two versions of a biography share at their start
_FIRST_NAME = 4  # letters
_ALONE = 2  # blocks around a biography without a sentence
_BESIDE = 3  # blocks between a byline and the biography below it
_BYLINE = Verdict(1.5, 0.6, "byline")
_BIOGRAPHY = Verdict(1.5, 1.0, "biography")


class Fields(Struct, frozen=True):
    """The fields found, where they were found."""

    headline: Headline | None = None
    author: str | None = None
    published: str | None = None
    bylines: frozenset[int] = frozenset()


def find_fields(blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], extent: tuple[int, int]) -> Fields:
    """Headline, author, day and the blocks that are bylines; each None or empty if it is not found.

    extent: the first and last block of the article, both inclusive.
    """
    headline = find_headline(blocks, verdicts, extent)
    above = None if headline is None else headline.index
    author = find_author(blocks, verdicts, above, extent[0])
    published = find_published(blocks, above, extent[0])
    if author is None:
        return Fields(headline, None, published)
    bylines = author[1] - ({above} if above is not None else set())
    return Fields(headline, author[0], published, bylines)


def with_bylines(
    blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], fields: Fields, start: int
) -> tuple[Verdict, ...]:
    """The verdicts, with those of bylines and of the author’s biography changed; the same if no author is known.

    fields: from find_fields. start: the first block of the text.
    """
    if fields.author is None:
        return verdicts
    openings = Counter(block.text[:_TWIN] for block in blocks)
    marked = tuple(_marked(index, blocks, verdict, fields, start, openings) for index, verdict in enumerate(verdicts))
    last = _under_first_name(blocks, marked, fields.author)
    return marked if last is None else (*marked[:last], _BIOGRAPHY, *marked[last + 1 :])


def _marked(
    index: int, blocks: tuple[Block, ...], verdict: Verdict, fields: Fields, start: int, openings: Counter[str]
) -> Verdict:
    if index in fields.bylines:
        return _BYLINE
    if fields.author is None or not blocks[index].text.startswith(fields.author):
        return verdict
    twice = openings[blocks[index].text[:_TWIN]] > 1
    return _BIOGRAPHY if _is_biography(index, blocks, fields.bylines, fields.author, start, twice) else verdict


def _under_first_name(blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], author: str) -> int | None:
    """The biography that calls the author by the first name: the only line that does, alone among furniture."""
    first = author.split()[0]
    named = [index for index, block in enumerate(blocks) if first in block.text and author not in block.text]
    if len(first) < _FIRST_NAME or len(named) != 1 or not blocks[named[0]].text.startswith(f"{first} "):
        return None
    above = range(max(0, named[0] - _ALONE), named[0])
    beside = (*above, *range(named[0] + 1, min(len(blocks), named[0] + 1 + _ALONE)))
    is_alone = not any(blocks[index].shape.ends_sentence for index in beside)
    return named[0] if is_alone and any(verdicts[index].against >= 1.0 for index in above) else None


def _is_biography(
    index: int, blocks: tuple[Block, ...], bylines: frozenset[int], author: str, start: int, twice: bool
) -> bool:
    """A paragraph that opens with the author's name and is under a byline, or occurs twice, or closes the text."""
    text = blocks[index].text
    if not 25 <= len(text) <= 700 or text[len(author) :].lstrip()[:1] in (":", "："):  # a speaker in an interview
        return False
    if twice or any(other in bylines for other in range(index - _BESIDE, index)):
        return True
    return index > start + 1 and not any(map(is_prose, blocks[index + 1 : index + 1 + _BESIDE]))
