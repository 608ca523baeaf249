"""The headline named again below the text: “3 replies to “Headline””, “Share: Headline”. There the article is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.seeds.rules import Verdict

if TYPE_CHECKING:
    from nutgraf.seeds.blocks import Block
    from nutgraf.seeds.headline import Headline

_ECHO = Verdict(1.0, 3.0, "headline-echo")
_BESIDE = 60  # letters that a line has beside the headline
_DISTINCT = 20  # letters; a shorter headline may be a phrase of the text
_TEXT_BEGUN = 2  # blocks below the start of the text


def with_echoes(
    blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], headline: Headline | None, start: int
) -> tuple[Verdict, ...]:
    """The verdicts, with those of lines below the text’s start changed that hold the headline and little else.

    start: the first block of the text, 0-based.
    """
    if headline is None or len(headline.text) < _DISTINCT:
        return verdicts
    first = max(headline.index + 1, start + _TEXT_BEGUN)
    return verdicts[:first] + tuple(
        _ECHO if verdict.against < 1.0 and _echoes(block.text, headline.text) else verdict
        for block, verdict in zip(blocks[first:], verdicts[first:], strict=True)
    )


def _echoes(text: str, headline: str) -> bool:
    return len(text) <= len(headline) + _BESIDE and headline in text
