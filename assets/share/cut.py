"""Cut the fonts of the share images out of the @fontsource packages.

    npm pack @fontsource-variable/newsreader @fontsource-variable/public-sans @fontsource/noto-serif \
      @fontsource/noto-serif-devanagari @fontsource/noto-naskh-arabic @fontsource/noto-serif-hebrew
    (unpack all of them into one folder)
    pip install fonttools brotli
    python cut.py FOLDER

Each package comes in pieces by alphabet. The pieces of a face are fixed at one weight, cut to the letters wanted, and joined:
one file then sets a headline that mixes an alphabet with Latin letters and figures.
"""

import io
import sys
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

LATIN = (*range(0x20, 0x7F), *range(0xA0, 0x100), 0x131, 0x152, 0x153, 0x160, 0x161, 0x178, 0x17D, 0x17E)
SIGNS = (
    *(0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2020, 0x2021, 0x2022, 0x2026, 0x2030),
    *(0x2032, 0x2033, 0x2039, 0x203A, 0x2044, 0x20AC, 0x20B9, 0x2122, 0x2212),
)
FEWER = (*LATIN, *SIGNS)
ALL = range(0x110000)
HEADLINE = {"opsz": 60, "wght": 600}
# file → its pieces by name, where its axes are fixed, and the letters it keeps
FACES = {
    "headline": (("newsreader-latin-opsz-normal", "newsreader-latin-ext-opsz-normal"), HEADLINE, FEWER),
    "label": (("public-sans-latin-wght-normal", "public-sans-latin-ext-wght-normal"), {"wght": 650}, FEWER),
    "newsreader": (
        [f"newsreader-{piece}-opsz-normal" for piece in ("latin", "latin-ext", "vietnamese")],
        HEADLINE,
        ALL,
    ),
    "noto-serif": (
        [f"noto-serif-{piece}-600-normal" for piece in ("latin", "cyrillic", "cyrillic-ext", "greek")],
        {},
        (*FEWER, *range(0x370, 0x400), *range(0x400, 0x530), 0x2116),
    ),
    "noto-serif-devanagari": (
        [f"noto-serif-devanagari-{piece}-600-normal" for piece in ("devanagari", "latin")],
        {},
        ALL,
    ),
    "noto-naskh-arabic": ([f"noto-naskh-arabic-{piece}-600-normal" for piece in ("arabic", "latin")], {}, ALL),
    "noto-serif-hebrew": ([f"noto-serif-hebrew-{piece}-600-normal" for piece in ("hebrew", "latin")], {}, ALL),
}


def plain(font: TTFont) -> TTFont:
    """The font as an uncompressed file would give it."""
    buffer = io.BytesIO()
    font.flavor = None
    font.save(buffer)
    buffer.seek(0)
    return TTFont(buffer)


def piece(path: Path, axes: dict[str, float], letters: set[int]) -> TTFont:
    """The letters wanted of a file that are not in another piece already, at one weight."""
    font = plain(TTFont(path))
    kept = letters & set(font.getBestCmap())
    letters -= kept
    options = subset.Options(layout_features=["*"], hinting=False, name_IDs=[0, 1, 2, 13, 14], notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=kept)
    cutter.subset(font)
    return instancer.instantiateVariableFont(plain(font), axes) if axes else font


def cut(folder: Path, names: list[str], axes: dict[str, float], letters: set[int]) -> TTFont:
    """A face, joined from its pieces."""
    paths = [next(folder.glob(f"**/{name}.woff2")) for name in names]
    buffers = []
    for path in paths:
        buffers.append(io.BytesIO())
        piece(path, axes, letters).save(buffers[-1])
        buffers[-1].seek(0)
    return Merger().merge(buffers) if len(buffers) > 1 else TTFont(buffers[0])


if __name__ == "__main__":
    for stem, (names, axes, letters) in FACES.items():
        target = Path(__file__).parent / f"{stem}.ttf"
        cut(Path(sys.argv[1]), list(names), axes, set(letters)).save(target)
        sys.stdout.write(f"{target.name}: {target.stat().st_size} bytes\n")
