"""The web fonts: what they hold, what they weigh, and that the fallback faces have their measures."""

import re
from functools import cache

import pytest
from fontTools.ttLib import TTFont

from tests.sites.project import PROJECT
from tools.fonts import ARROWS, CHARACTERS, FACES

FONTS = PROJECT / "assets/fonts"
FACE = re.compile(r"@font-face \{(.*?)\}")
CSS = (PROJECT / "assets/css/fonts.css").read_text("utf-8")
MOST = {
    "newsreader-text": 38_800,
    "newsreader-display": 22_700,
    "newsreader-italic": 23_000,
    "public-sans": 20_800,
}  # bytes
AXES: dict[str, dict[str, tuple[float, float]]] = {
    "newsreader-text": {"wght": (400, 700)},
    "newsreader-display": {},
    "newsreader-italic": {},
    "public-sans": {"wght": (400, 700)},
}
NAMES = [face.name for face in FACES]
_IN_NO_PACKAGE = {"public-sans": "′″"}


@cache
def opened(name: str) -> TTFont:
    return TTFont(FONTS / f"{name}.woff2")


@pytest.mark.parametrize("name", NAMES)
def test_a_font_holds_latin_and_the_signs_of_typographers_and_no_more(name: str) -> None:
    wanted = {*CHARACTERS} - {ord(sign) for sign in _IN_NO_PACKAGE.get(name, "")}
    arrows = {ord(sign) for sign in ARROWS} if name == "public-sans" else set()
    assert set(opened(name).getBestCmap()) == wanted | arrows


@pytest.mark.parametrize("name", NAMES)
def test_a_font_kerns_and_has_figures_for_text_and_tables(name: str) -> None:
    tags = {
        record.FeatureTag
        for table in ("GSUB", "GPOS")
        for record in opened(name)[table].table.FeatureList.FeatureRecord
    }
    assert {"kern", "liga", "tnum", "pnum"} <= tags


@pytest.mark.parametrize("name", NAMES)
def test_a_font_weighs_what_the_budget_allows_and_has_the_weights_that_styles_ask_for(name: str) -> None:
    assert (FONTS / f"{name}.woff2").stat().st_size <= MOST[name]
    font = opened(name)
    axes = {axis.axisTag: (axis.minValue, axis.maxValue) for axis in font["fvar"].axes} if "fvar" in font else {}
    assert axes == AXES[name]


def test_there_are_no_other_fonts_and_the_licence_lies_beside_them() -> None:
    assert {path.stem for path in FONTS.glob("*.woff2")} == set(NAMES)
    licence = (FONTS / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    for project in ("Newsreader", "Public Sans"):
        assert f"The {project} Project Authors" in licence


def described() -> dict[str, str]:
    """The faces of fonts.css by family; the italic stands aside."""
    faces = [face for face in FACE.findall(CSS) if "italic" not in face]
    return {re.findall(r'font-family: "(.+?)"', face)[0]: face for face in faces}


@pytest.mark.parametrize(
    ("fallback", "name"),
    [
        ("Newsreader fb", "newsreader-text"),
        ("Newsreader fb2", "newsreader-text"),
        ("Public Sans fb", "public-sans"),
        ("Public Sans fb2", "public-sans"),
    ],
)
def test_a_fallback_is_as_high_as_the_font_it_stands_for(fallback: str, name: str) -> None:
    told = {key: float(value) for key, value in re.findall(r"([a-z-]+): ([\d.]+)%", described()[fallback])}
    font, scale = opened(name), told["size-adjust"] / 100
    em = font["head"].unitsPerEm
    assert told["ascent-override"] * scale == pytest.approx(100 * font["hhea"].ascent / em, abs=0.02)
    assert told["descent-override"] * scale == pytest.approx(-100 * font["hhea"].descent / em, abs=0.02)
    assert told["line-gap-override"] == font["hhea"].lineGap == 0


@pytest.mark.parametrize("family", ["Newsreader", "Newsreader Display", "Public Sans"])
def test_text_is_never_hidden_while_a_font_loads(family: str) -> None:
    assert "font-display: swap" in described()[family]
