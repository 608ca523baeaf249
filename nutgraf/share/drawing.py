"""Drawing share images."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import astuple

from nutgraf.share.breaking import fit
from nutgraf.share.face import letters_of
from nutgraf.share.png import Canvas
from nutgraf.share.setting import Ink, Line, PlacedLine, Style, inked, pitch, rise, set_line
from nutgraf.share.sheet import HEIGHT, WIDTH, Colours
from nutgraf.share.words import Words

_EDGE = 60  # from the rules and the text to the left and right ends
_ROOM = WIDTH - 2 * _EDGE
_RULES = ((60, 9), (74, 3))  # top and thickness
_KICKER = 152  # baselines
_FOOT = 560
_ABOVE = 30  # from the kicker to the headline
_UNDER_RULES = 134  # where the headline begins without a kicker
_HEADLINE_ENDS = 502  # what reaches below its last line included
_TRACKING = 0.06  # of a kicker in capitals
_HEADLINES = (136, 124, 112, 104, 96, 88, 80, 72, 64, 56, 48)
_KICKERS = (28, 25, 22)  # in capitals
_LARGER_KICKERS = (36, 32, 28)  # in letters that have none
_FEET = (40, 36, 32, 28)
_INKS, _ACCENTS = 8, 5  # shades between paper and ink, paper and accent


def drawn(
    headline: Words | None, kicker: Words | None, foot: Words | None, colours: Colours, language: str, *, is_rtl: bool
) -> bytes:
    """The bytes of a PNG of WIDTH × HEIGHT pixels; words that are None are left out.

    headline, kicker, foot: from drawable(), cut with an ellipsis if too long. colours: paper, ink and accent.
    language: BCP 47, for forms of letters. is_rtl: the text is aligned to the right. Raises what reading a face
    raises.
    """
    canvas, writing = Canvas(WIDTH, HEIGHT), _Writing(language, is_rtl)
    for top, thickness in _RULES:
        canvas.lay(bytes([_INKS]) * _ROOM * thickness, _ROOM, _EDGE, top, _ROOM)
    above = _KICKER + _ABOVE if kicker else _UNDER_RULES
    lines = [*(writing.headline(headline, above) if headline else ()), *(writing.foot(foot) if foot else ())]
    _lay(canvas, inked(lines), 0, _INKS)
    _lay(canvas, inked(writing.kicker(kicker) if kicker else ()), _INKS, _ACCENTS)
    paper, ink, accent = (bytes.fromhex(colour[1:]) for colour in astuple(colours))
    return canvas.png((paper, *_shades(paper, ink, _INKS), *_shades(paper, accent, _ACCENTS)))


class _Writing(Struct, frozen=True):
    """How the words of one picture are set."""

    language: str
    is_rtl: bool

    def headline(self, words: Words, top: int) -> Iterator[PlacedLine]:
        style = self._style(words)
        step = pitch(style.face)
        rooms = {size: int((_HEADLINE_ENDS - top) / (size * step)) for size in _HEADLINES}
        lines, size = _fitted(words, style, rooms)
        first = top + rise(lines[0]) * size
        for number, line in enumerate(lines):
            yield self._placed(line, size, first + number * step * size)

    def kicker(self, words: Words) -> Iterator[PlacedLine]:
        is_capital = _is_capital(words.text)
        rooms = dict.fromkeys(_KICKERS if is_capital else _LARGER_KICKERS, 1)
        (line,), size = _fitted(words, self._style(words, _TRACKING if is_capital else 0), rooms)
        yield self._placed(line, size, _KICKER)

    def foot(self, words: Words) -> Iterator[PlacedLine]:
        (line,), size = _fitted(words, self._style(words), dict.fromkeys(_FEET, 1))
        yield self._placed(line, size, _FOOT)

    def _style(self, words: Words, tracking: float = 0) -> Style:
        return Style(words.face, self.language, self.is_rtl, tracking)

    def _placed(self, line: Line, size: int, baseline: float) -> PlacedLine:
        return PlacedLine(line, size, WIDTH - _EDGE - line.width * size if self.is_rtl else _EDGE, baseline)


def _fitted(words: Words, style: Style, rooms: Mapping[int, int]) -> tuple[list[Line], int]:
    """The words in lines, and the size they are set in."""
    ellipsis = "…" if ord("…") in letters_of(words.face) else "..."
    block = fit(words.text, lambda text: set_line(text, style).width, _ROOM, rooms, ellipsis)
    return [set_line(text, style) for text in block.lines], block.size


def _is_capital(text: str) -> bool:
    """Whether all its letters are capitals: only those can be set apart without breaking words."""
    return all(letter.isupper() for letter in text if letter.isalpha())


def _lay(canvas: Canvas, ink: Ink, before: int, shades: int) -> None:
    """Lays ink down in the shades that follow ``before`` in the palette."""
    numbers = [round(coverage * shades / 255) for coverage in range(256)]
    table = bytes(number and before + number for number in numbers)
    canvas.lay(ink.coverage.translate(table), ink.stride, ink.left, ink.top, ink.width)


def _shades(paper: bytes, colour: bytes, count: int) -> Iterator[bytes]:
    """The colours from the paper, left out, to full colour."""
    for step in range(1, count + 1):
        pairs = zip(paper, colour, strict=True)
        yield bytes(round(ground + (full - ground) * step / count) for ground, full in pairs)
