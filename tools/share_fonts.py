"""Cuts the fonts of assets/share/ out of the @fontsource packages (version 5.3.0; SIL OFL 1.1).

    for name in @fontsource-variable/newsreader @fontsource-variable/public-sans @fontsource/noto-serif \
        @fontsource/noto-serif-devanagari @fontsource/noto-serif-hebrew @fontsource/noto-naskh-arabic
    do npm pack $name@5.3.0; done
    for file in *.tgz; do mkdir ${file%.tgz} && tar -xzf $file -C ${file%.tgz}; done
    python -m tools.share_fonts .

A package comes in pieces by alphabet. Those of a face are cut to the letters wanted, fixed at one weight and joined:
one file then sets a headline that mixes an alphabet with Latin letters and figures.
"""

import io
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from tools.fonts import CHARACTERS

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "share"
EVERYTHING = range(0x110000)
LATIN = (*CHARACTERS, *map(ord, "ŠšŽž₹"))
DISPLAY = {"opsz": 60, "wght": 600}


@dataclass(frozen=True)
class Face:
    """A font to be cut: the pieces it is joined from, at which weight, and the letters it keeps."""

    name: str
    family: str
    pieces: tuple[str, ...]
    cut: str = "600-normal"
    axes: Mapping[str, float] = field(default_factory=dict)
    letters: Iterable[int] = EVERYTHING


FACES = (
    Face("headline", "newsreader", ("latin", "latin-ext"), "opsz-normal", DISPLAY, LATIN),
    Face("label", "public-sans", ("latin", "latin-ext"), "wght-normal", {"wght": 650}, LATIN),
    Face("newsreader", "newsreader", ("latin", "latin-ext", "vietnamese"), "opsz-normal", DISPLAY),
    Face(
        "noto-serif",
        "noto-serif",
        ("latin", "cyrillic", "cyrillic-ext", "greek"),
        letters=(*LATIN, *range(0x370, 0x530), ord("№")),
    ),
    Face("noto-serif-devanagari", "noto-serif-devanagari", ("devanagari", "latin")),
    Face("noto-serif-hebrew", "noto-serif-hebrew", ("hebrew", "latin")),
    Face("noto-naskh-arabic", "noto-naskh-arabic", ("arabic", "latin")),
)


def cut(face: Face, packages: Path) -> bytes:
    """The font as TrueType; the same packages give the same bytes."""
    pieces = [io.BytesIO(_saved(piece)) for piece in _pieces(face, packages)]
    joined = Merger().merge(pieces)
    head, joined.recalcTimestamp = joined["head"], False
    head.created = head.modified = TTFont(pieces[0])["head"].modified  # not the clock’s
    return _saved(joined)


def _pieces(face: Face, packages: Path) -> Iterator[TTFont]:
    """Each alphabet at the weight wanted, with the letters that are not in one before it."""
    wanted = set(face.letters)
    for name in face.pieces:
        source = next(packages.glob(f"**/{face.family}-{name}-{face.cut}.woff2"))
        font = TTFont(source, recalcTimestamp=False)
        letters = wanted & set(font.getBestCmap())
        wanted -= letters
        options = subset.Options(layout_features=["*"], hinting=False, name_IDs=[0, 1, 2, 13, 14], notdef_outline=True)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=letters)
        subsetter.subset(font)
        font.flavor = None
        font = TTFont(io.BytesIO(_saved(font)), recalcTimestamp=False)
        yield instancer.instantiateVariableFont(font, face.axes) if face.axes else font


def _saved(font: TTFont) -> bytes:
    buffer = io.BytesIO()
    font.flavor = None
    font.save(buffer)
    return buffer.getvalue()


if __name__ == "__main__":
    for each in FACES:
        made = cut(each, Path(sys.argv[1]))
        (FOLDER / f"{each.name}.ttf").write_bytes(made)
        print(f"{each.name}.ttf: {len(made)} bytes")
