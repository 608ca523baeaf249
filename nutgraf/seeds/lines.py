"""The words between two blocks of a page as paragraphs: lines that <br> parts, and rows of preformatted text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from nutgraf.seeds.rows import split_rows
from nutgraf.seeds.shape import measure, starts_with_list_mark
from nutgraf.seeds.unwrap import join_text, joined_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

_FULL_LINE = 45  # letters from which a line that ends a sentence is a paragraph


class Segment(NamedTuple):
    """A stretch of text with the same markup around it."""

    text: str
    line: int  # of its first character
    href: str | None  # of the link it is in
    is_control: bool  # in a button


def paragraphs_of_lines(run: list[list[Segment]]) -> Iterator[tuple[str, tuple[int, ...], list[Segment]]]:
    """The words, the lines of markup (1-based) and the segments of each paragraph, in order.

    run: the lines between two blocks, each in segments; a <br> ends a line. Two of them separate paragraphs, or one
    after a full sentence.
    """
    words: list[str] = []
    segments: list[Segment] = []
    for line in run:
        text = " ".join("".join([segment.text for segment in line]).split())
        if words and (not text or starts_with_list_mark(text) or _is_full(words[-1])):
            yield "\n".join(words), _lines(segments), segments
            words, segments = [], []
        if text:
            if words:
                segments.append(Segment(" ", 0, None, is_control=True))
            words.append(text)
            segments.extend(line)
    if words:
        yield "\n".join(words), _lines(segments), segments


def paragraphs_of_rows(run: list[list[Segment]]) -> Iterator[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    """The words of each preformatted paragraph, the places where a word is broken, and its lines of markup.

    run: as for paragraphs_of_lines. Places are 0-based in the words, lines 1-based.
    """
    texts: list[str] = []
    numbers: list[int] = []
    for line in run:
        starts = True
        for segment in line:
            for offset, part in enumerate(segment.text.split("\n")):
                if starts or offset:
                    texts.append("")
                    numbers.append(segment.line + offset)
                texts[-1] += part
                starts = False
    rows = tuple(row._replace(number=numbers[row.number - 1]) for row in split_rows("\n".join(texts)))
    for group in joined_rows(rows):
        text, breaks = join_text([row.text for row in group])
        yield text, breaks, tuple(dict.fromkeys(row.number for row in group))


def _is_full(text: str) -> bool:
    shape = measure(text)
    return shape.ends_sentence and shape.length >= _FULL_LINE


def _lines(segments: list[Segment]) -> tuple[int, ...]:
    numbers: dict[int, None] = {}
    for segment in segments:
        if text := segment.text.strip():
            first = segment.line + segment.text[: len(segment.text) - len(segment.text.lstrip())].count("\n")
            numbers.update(dict.fromkeys(range(first, first + text.count("\n") + 1)))
    return tuple(numbers)
