"""Setting: words shaped into glyphs, measured, and filled with ink. All that HarfBuzz does is here.

It comes with its Python package, so that every machine shapes alike: kerning, ligatures, the clusters of Hindi, the
joined letters of Arabic (docs/decisions/share-images.md).
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from nutgraf.share.face import Face
from nutgraf.share.runs import Run, runs_of

if TYPE_CHECKING:
    from uharfbuzz import Font  # 60 ms: only those pay for it who draw

_BOLD = {"wght": 600, "opsz": 60}  # where a variable font is set, as headlines on pages are


class Style(Struct, frozen=True):
    """How a line is set."""

    face: Face
    language: str  # BCP 47: some languages have forms of their own
    is_rtl: bool = False
    tracking: float = 0  # added between letters, in em


class Glyph(Struct, frozen=True):
    """A shape of the font and its place on the line, in em from the left end of the baseline."""

    number: int
    x: float
    y: float


class Line(Struct, frozen=True):
    """A line as it is set, from left to right."""

    glyphs: tuple[Glyph, ...]
    width: float  # em
    face: Face


class PlacedLine(Struct, frozen=True):
    """A line in a picture."""

    line: Line
    size: float  # of an em, in pixels
    x: float  # of its left end
    baseline: float  # from the top


class Ink(Struct, frozen=True):
    """What lines cover: a rectangle of coverage."""

    left: int
    top: int
    width: int
    stride: int  # bytes from one row to the next
    coverage: bytes  # 0 to 255 for each pixel, row by row from the top


@lru_cache(maxsize=512)  # headlines share their words; more would only take memory
def set_line(text: str, style: Style) -> Line:
    """The text as glyphs on one line, with its width in em; not broken, however long it is.

    style: its face, language, direction, and what is added between letters.
    """
    font = _font(style.face)
    em = font.face.upem
    glyphs, at = [], 0.0
    for run in runs_of(text, is_rtl=style.is_rtl):
        for number, x, y, advance in _shaped(run, style, font):
            glyphs.append(Glyph(number, at + x / em, y / em))
            at += advance / em + style.tracking
    return Line(tuple(glyphs), max(0.0, at - style.tracking), style.face)


def pitch(face: Face) -> float:
    """The distance between two baselines, in em: at least 1.04, more for scripts that reach far up and down."""
    extents = _font(face).get_font_extents("ltr")
    reach: int = extents.ascender - extents.descender
    em: int = _font(face).face.upem
    return max(1.04, 0.8 * reach / em)


def rise(line: Line) -> float:
    """How far the highest glyph of the line reaches above the baseline, in em; 0 for a line without ink."""
    font = _font(line.face)
    tops = [(font.get_glyph_extents(glyph.number), glyph.y) for glyph in line.glyphs]
    return max((extents.y_bearing / font.face.upem + y for extents, y in tops if extents), default=0)


def inked(lines: Iterable[PlacedLine]) -> Ink:
    """The coverage of all lines together, 0 to 255 a pixel; an empty rectangle if they have no ink.

    Positions are in pixels from the top left corner of the picture.
    """
    from uharfbuzz import RasterDraw

    canvas = RasterDraw()
    for placed in lines:
        font = _font(placed.line.face)
        scale = placed.size / font.face.upem
        for glyph in placed.line.glyphs:
            x, y = placed.x + glyph.x * placed.size, placed.baseline - glyph.y * placed.size
            canvas.transform = (scale, 0, 0, -scale, x, y)  # downwards, as pictures count
            canvas.draw_glyph(font, glyph.number)
    image = canvas.render()
    extents = image.extents
    if extents is None or not extents.width:
        return Ink(0, 0, 0, 1, b"")
    return Ink(extents.x_origin, extents.y_origin, extents.width, extents.stride, bytes(image.buffer))


def _shaped(run: Run, style: Style, font: "Font") -> Iterator[tuple[int, int, int, int]]:
    """Glyph, offsets and advance, in units of the font, from left to right."""
    from uharfbuzz import Buffer, shape

    buffer = Buffer()
    buffer.add_str(run.text)
    buffer.guess_segment_properties()  # the script; the run has only one
    buffer.direction = "rtl" if run.is_rtl else "ltr"
    buffer.language = style.language
    shape(font, buffer, {"liga": not style.tracking})  # letters set apart are not joined
    for glyph, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        yield glyph.codepoint, position.x_offset, position.y_offset, position.x_advance


@lru_cache(maxsize=32)
def _font(face: Face) -> "Font":
    """The font, opened; once in a process."""
    from uharfbuzz import Face as Opened
    from uharfbuzz import Font

    font = Font(Opened(face.read()))
    font.set_variations(_BOLD)
    return font
