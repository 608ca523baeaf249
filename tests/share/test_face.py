"""The letters of a font, against what fontTools reads."""

import io
from hashlib import sha256
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from nutgraf.read import File
from nutgraf.share import letters_of
from tests.share.fonts import FOLDER, HEADLINE
from tests.sites.project import PROJECT


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ttf")), ids=lambda path: path.stem)
def test_the_letters_of_a_font_are_those_that_other_readers_find(path: Path) -> None:
    assert letters_of(File(path.name, path, sha256(path.read_bytes()).hexdigest())) == TTFont(path).getBestCmap().keys()


def test_segments_that_list_their_glyphs_are_read() -> None:
    """Format 4 can name glyphs one by one, as fonts do whose glyphs stand in another order than their letters."""
    font = TTFont(io.BytesIO(HEADLINE.read()))
    order = font.getGlyphOrder()
    table = next(table for table in font["cmap"].tables if table.format == 4)
    codes = sorted(table.cmap)
    table.cmap = dict(zip(codes, sorted(order[1 : len(codes) + 1], reverse=True), strict=True))
    font["cmap"].tables = [table]
    buffer = io.BytesIO()
    font.save(buffer)
    assert letters_of(File("shuffled.ttf", buffer.getvalue(), "")) == set(codes)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"A web page that somebody has saved as a font.",
        (PROJECT / "assets/fonts/newsreader-display.woff2").read_bytes(),
        HEADLINE.read()[:300],
        HEADLINE.read()[:12] + b"\xff" * 400,
    ],
    ids=["empty", "text", "web font", "cut off", "overwritten"],
)
def test_what_is_no_font_has_no_letters(data: bytes) -> None:
    assert letters_of(File("x.ttf", data, "")) == frozenset()
