"""A source made ready once for many quotations."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from nutgraf.quotations.boundaries import inside_word
from nutgraf.quotations.line_ends import BrokenWord, broken_words, mended
from nutgraf.quotations.outcome import Span
from nutgraf.quotations.signs import CJK_SIGN, INVISIBLE_AT_END
from nutgraf.quotations.wording import Wording, wording


class Column(Struct, frozen=True):
    """Paragraphs set one after the other as a single wording, so that a quotation may run over a break."""

    first: int  # the number of the first paragraph
    paragraphs: tuple[str, ...]  # as given
    wordings: tuple[Wording, ...]
    starts: tuple[int, ...]  # where each paragraph starts in text
    text: str

    def index(self, at: int) -> int:
        """The 0-based position in `paragraphs` of the one that holds this place of the text.

        Gaps belong to the one before.
        """
        return max(bisect_right(self.starts, at) - 1, 0)

    def end(self, index: int) -> int:
        """The place in the text directly after the paragraph at this 0-based position."""
        return self.starts[index] + len(self.wordings[index].text)

    def cuts(self, at: int) -> bool:
        """True if a quotation that began or ended at this place of the text would cut a word in two.

        at: 0-based, between two characters.
        """
        index = self.index(at)
        words = self.wordings[index]
        at = min(at - self.starts[index], len(words.text))
        return words.is_inside_character(at) or inside_word(self.paragraphs[index], words.place(at))

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """One span a paragraph for the stretch from start to end (exclusive), in characters of the text as given.

        Spaces and invisible characters at the edges of a span are left out, and so is a paragraph with nothing else.
        """
        found = []
        for index in range(self.index(start), self.index(end - 1) + 1):
            words, offset = self.wordings[index], self.starts[index]
            first = words.place(max(start - offset, 0))
            last = words.place(min(end - offset, len(words.text)))
            shown = INVISIBLE_AT_END.sub("", self.paragraphs[index][first:last])
            first += len(shown) - len(shown.lstrip())  # a dash takes the spaces around it along
            if shown.strip():
                found.append(Span(self.first + index, first, first + len(shown.strip())))
        return tuple(found)


class SourceText(Struct, frozen=True):
    """The words of a source, ready to be compared; build it with prepare()."""

    headline: Column
    body: Column
    # The body without the quote marks that newspapers repeat where a quotation goes on in a new paragraph.
    # None if there are none.
    continued: Column | None
    broken: tuple[tuple[BrokenWord, ...], ...]  # of each paragraph; none where nothing in the source is broken

    def for_quotation(self, asked: str) -> "SourceText":
        """The text in which to look for a quotation.

        Words broken at a line’s end are whole if the quotation has them whole.
        asked: a wording. Returns the text itself when nothing needs mending.
        """
        if not self.broken:
            return self
        body = self._mended(self.body, asked.casefold())
        if body is self.body:
            return self
        return replace(self, body=body, continued=self.continued and self._mended(self.continued, asked.casefold()))

    def _mended(self, column: Column, asked: str) -> Column:
        parts = zip(column.wordings, self.body.wordings, self.broken, strict=True)
        wordings = tuple(
            mended(words, broken, asked, len(given.text) - len(words.text)) for words, given, broken in parts
        )
        if all(new is old for new, old in zip(wordings, column.wordings, strict=True)):
            return column
        return _column(column.first, column.paragraphs, wordings)


def prepare(
    paragraphs: Sequence[str], headline: str | None = None, breaks: Sequence[tuple[int, ...]] = ()
) -> SourceText:
    """A source made ready for find_quotation and passages: do this once for each source, it is linear in its length.

    paragraphs: plain text; the first has number 1. headline: number 0; None if the source has none.
    breaks: for each paragraph, the 0-based places directly after a hyphen at which a line of the capture ended inside
    a word; () if no paragraph has any. With fewer entries than paragraphs, find_quotation raises ValueError.
    """
    wordings = tuple(wording(paragraph) for paragraph in paragraphs)
    continued = _without_repeated_marks(paragraphs, wordings)
    return SourceText(
        headline=_column(0, (headline or "",), (wording(headline or ""),)),
        body=_column(1, tuple(paragraphs), wordings),
        continued=None if continued == wordings else _column(1, tuple(paragraphs), continued),
        broken=tuple(map(tuple, map(broken_words, wordings, breaks))) if any(breaks) else (),
    )


def _column(first: int, paragraphs: tuple[str, ...], wordings: tuple[Wording, ...]) -> Column:
    starts: list[int] = []
    pieces: list[str] = []
    length = 0
    for words in wordings:
        gap = _between(pieces[-1], words.text) if pieces else ""
        starts.append(length + len(gap))
        pieces += (gap, words.text)
        length += len(gap) + len(words.text)
    return Column(first, paragraphs, wordings, tuple(starts), "".join(pieces))


def _between(before: str, after: str) -> str:
    """What replaces a paragraph break: a space, or nothing where the wording has none."""
    if not before or not after or before[-1] == "-" or after[0] == "-":
        return ""
    return "" if CJK_SIGN.match(before[-1]) and CJK_SIGN.match(after) else " "


def _without_repeated_marks(paragraphs: Sequence[str], wordings: tuple[Wording, ...]) -> tuple[Wording, ...]:
    result = list(wordings)
    for index in range(1, len(wordings)):
        words = wordings[index]
        if words.text.startswith("'") and _leaves_open(paragraphs[index - 1], paragraphs[index].lstrip()[:1]):
            result[index] = Wording(words.text[1:], (*words.edits, ((0, 1),)))
    return tuple(result)


def _leaves_open(paragraph: str, mark: str) -> bool:
    """Whether the paragraph opens a quotation with this mark and does not close it."""
    closing = {"“": "”", "‘": "’", "«": "»", "„": "“", "「": "」", "»": "«"}.get(mark)
    if closing is None:
        return paragraph.count(mark) % 2 == 1
    return paragraph.rfind(mark) > paragraph.rfind(closing)
