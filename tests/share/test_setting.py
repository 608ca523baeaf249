"""Lines of glyphs, as HarfBuzz shapes them."""

import io

import pytest
from fontTools.ttLib import TTFont

from nutgraf.read import File
from nutgraf.share.setting import PlacedLine, Style, inked, pitch, rise, set_line
from tests.share.fonts import HEADLINE, LABEL, face
from tests.sites.project import PROJECT

ENGLISH = Style(HEADLINE, "en")
HINDI = Style(face("noto-serif-devanagari"), "hi")
ARABIC = Style(face("noto-naskh-arabic"), "ar", is_rtl=True)


def numbers(text: str, style: Style) -> list[int]:
    return [glyph.number for glyph in set_line(text, style).glyphs]


def test_letters_that_lean_into_one_another_are_kerned() -> None:
    apart = set_line("A", ENGLISH).width + set_line("V", ENGLISH).width
    assert set_line("AV", ENGLISH).width < apart - 0.03


def test_letters_that_would_collide_become_a_ligature() -> None:
    assert len(numbers("fi", ENGLISH)) == 1


def test_capitals_are_set_apart_and_not_joined() -> None:
    tight = set_line("OFFICE", Style(LABEL, "en"))
    spaced = set_line("OFFICE", Style(LABEL, "en", tracking=0.06))
    assert spaced.width == pytest.approx(tight.width + 5 * 0.06)
    assert len(numbers("fi", Style(HEADLINE, "en", tracking=0.06))) == 2


def test_a_conjunct_of_hindi_is_one_shape_and_its_short_i_stands_before_it() -> None:
    assert len(numbers("क्ष", HINDI)) == 1
    assert numbers("कि", HINDI)[1] == numbers("क", HINDI)[0]


def test_letters_of_arabic_are_joined() -> None:
    assert len({*numbers("بب", ARABIC)} - {*numbers("ب", ARABIC)}) == 2  # the first has a tail, the last a neck


def test_arabic_runs_from_the_right_and_its_figures_from_the_left() -> None:
    words = numbers("عام 2026", ARABIC)
    assert words[:4] == numbers("2026", ARABIC)


def test_a_language_may_have_forms_of_its_own() -> None:
    serbian, russian = (numbers("б", Style(face("noto-serif"), language)) for language in ("sr", "ru"))
    assert serbian != russian


def test_a_variable_font_is_set_semibold() -> None:
    font = TTFont(PROJECT / "assets/fonts/public-sans.woff2")
    font.flavor = None
    buffer = io.BytesIO()
    font.save(buffer)
    variable = File("variable.ttf", buffer.getvalue(), "")
    regular = font["hmtx"][font.getBestCmap()[ord("H")]][0] / font["head"].unitsPerEm
    assert set_line("H", Style(variable, "en")).width > regular


def test_scripts_that_reach_far_get_more_room_between_lines() -> None:
    assert pitch(HEADLINE) == 1.04
    assert 1.2 < pitch(HINDI.face) < pitch(ARABIC.face) < 1.5


def test_the_ink_of_a_line_lies_where_it_is_placed() -> None:
    line = set_line("Hx", ENGLISH)
    ink = inked([PlacedLine(line, 100, 60, 200)])
    assert 60 <= ink.left <= 66
    assert ink.top == pytest.approx(200 - rise(line) * 100, abs=1)
    assert len(ink.coverage) / ink.stride == pytest.approx(rise(line) * 100, abs=2)
    assert ink.width <= ink.stride


def test_lines_that_overlap_do_not_wipe_one_another_out() -> None:
    above, below = (PlacedLine(set_line(text, ENGLISH), 100, 0, y) for text, y in (("g", 100), ("f", 130)))
    assert sum(inked([above, below]).coverage) > sum(inked([above]).coverage)


def test_no_words_leave_no_ink() -> None:
    assert inked([]).coverage == b""
    assert inked([PlacedLine(set_line(" ", ENGLISH), 100, 0, 0)]).coverage == b""
