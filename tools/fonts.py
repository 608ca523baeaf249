"""Cuts the web fonts of assets/fonts/ out of the @fontsource-variable packages (version 5.3.0; SIL OFL 1.1).

    npm pack @fontsource-variable/newsreader@5.3.0 @fontsource-variable/public-sans@5.3.0
    for name in newsreader public-sans; do mkdir $name && tar -xzf fontsource-variable-$name-*.tgz -C $name; done
    python -m tools.fonts .

Subset first, then fix the axes: the other way round keeps glyphs nobody asked for. The packages hold no arrows, so six
are drawn here and added to Public Sans; both licences allow that (no reserved font name).
"""

import io
import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "fonts"
# Latin-1, the Latin letters that French adds to it, and the punctuation of typographers.
CHARACTERS = (*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "ıŒœ–—‘’‚“”„•…′″‹›⁄€™−"))
FEATURES = ("kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "pnum", "tnum")
Outline = list[tuple[int, int]]
Axes = dict[str, float | tuple[float, float]]


@dataclass(frozen=True)
class Face:
    """A font to be cut: where it comes from, and what of its axes stays."""

    name: str
    family: str
    cut: str
    axes: Axes


FACES = (
    Face("newsreader-text", "newsreader", "opsz-normal", {"opsz": 16, "wght": (400, 700)}),
    Face("newsreader-display", "newsreader", "opsz-normal", {"opsz": 60, "wght": 600}),
    Face("newsreader-italic", "newsreader", "opsz-italic", {"opsz": 16, "wght": 400}),
    Face("public-sans", "public-sans", "wght-normal", {"wght": (400, 700)}),
)

# Arrows on a 1000-unit em, centred on the x-height: the advance and the outline.
_RIGHT = [(70, 222), (500, 222), (348, 70), (402, 18), (640, 256), (402, 494), (348, 442), (500, 290), (70, 290)]
_OUT = [(90, 96), (428, 434), (170, 434), (170, 510), (560, 510), (560, 120), (484, 120), (484, 378), (144, 42)]
_BACK = [
    *((330, 600), (70, 360), (330, 120), (380, 170), (214, 324), (470, 324), (560, 300), (606, 220)),
    *((606, 60), (682, 60), (682, 240), (610, 356), (490, 396), (214, 396), (380, 550)),
]
ARROWS: dict[str, tuple[int, Outline]] = {
    "→": (710, _RIGHT),
    "←": (710, [(710 - x, y) for x, y in _RIGHT]),
    "↑": (560, [(y + 24, x - 70) for x, y in _RIGHT]),
    "↓": (560, [(y + 24, 570 - x) for x, y in _RIGHT]),
    "↗": (640, _OUT),
    "↩": (750, _BACK),
}


def cut(face: Face, packages: Path) -> bytes:
    """The font as WOFF2; the same packages give the same bytes."""
    source = next(packages.glob(f"{face.family}/**/{face.family}-latin-{face.cut}.woff2"))
    font = TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(subset.Options(layout_features=list(FEATURES), hinting=False))
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(_reopened(font), face.axes)
    if face.name == "public-sans":
        add_arrows(font)
    return _saved(font, "woff2")


def add_arrows(font: TTFont) -> None:
    """Draws the arrows into the font."""
    for tag in ("HVAR", "MVAR"):  # without HVAR the widths vary through gvar, which learns of the arrows
        if tag in font:
            del font[tag]
    scale = font["head"].unitsPerEm / 1000
    for sign, (advance, outline) in ARROWS.items():
        name = f"uni{ord(sign):04X}"
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"].glyphs[name] = _drawn(outline, scale)
        font["glyf"].glyphOrder = font.getGlyphOrder()
        font["hmtx"].metrics[name] = (round(advance * scale), round(min(x for x, _ in outline) * scale))
        font["gvar"].variations[name] = []
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(sign)] = name


def _drawn(outline: Outline, scale: float) -> object:
    pen = TTGlyphPen(None)
    clockwise = outline if _signed_area(outline) < 0 else outline[::-1]  # TrueType fills what is drawn clockwise
    first, *others = [(round(x * scale), round(y * scale)) for x, y in clockwise]
    pen.moveTo(first)
    for point in others:
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def _signed_area(outline: Outline) -> float:
    following = outline[1:] + outline[:1]
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(outline, following, strict=True)) / 2


def _reopened(font: TTFont) -> TTFont:
    return TTFont(io.BytesIO(_saved(font, None)), recalcTimestamp=False)


def _saved(font: TTFont, flavor: str | None) -> bytes:
    buffer = io.BytesIO()
    font.flavor = flavor
    font.save(buffer)
    return buffer.getvalue()


if __name__ == "__main__":
    for each in FACES:
        made = cut(each, Path(sys.argv[1]))
        (FOLDER / f"{each.name}.woff2").write_bytes(made)
        print(f"{each.name}.woff2: {len(made)} bytes")
