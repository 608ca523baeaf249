"""Colours: how they are written, their contrast, and shades that can be read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.colours import as_hex, contrast, legible, mixed, shaded, worst_contrast

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@pytest.mark.parametrize(("written", "colour"), [("#8F1D14", "#8f1d14"), ("#fC0", "#ffcc00"), ("#000", "#000000")])
def test_three_or_six_digits_are_a_colour(written: str, colour: str) -> None:
    assert as_hex(written) == colour


@pytest.mark.parametrize("written", ["red", "8f1d14", "#8f1d1", "#8f1d14ff", "rgb(0, 0, 0)", "#ggg", "", "#８００"])
def test_nothing_else_is(written: str) -> None:
    with pytest.raises(ValueError, match="is not a colour"):
        as_hex(written)


def test_digits_without_their_sign_get_it_back_in_the_hint() -> None:
    with pytest.raises(ValueError, match="is not a colour") as caught:
        as_hex("8F1D14")
    assert caught.value.args[1] == 'write "#8f1d14"'


# The pairs that guides to WCAG quote, and two of assets/css/tokens.css.
@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#ffffff", 1),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#949494", "#ffffff", 3.03),
        ("#ff0000", "#ffffff", 4.00),
        ("#1a1814", "#fcfaf5", 16.99),
        ("#ff9d8c", "#151412", 9.16),
    ],
)
def test_contrast_is_what_wcag_says(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


def test_a_mixture_lies_between_its_colours() -> None:
    assert mixed("#000000", "#ffffff", 0) == "#000000"
    assert mixed("#000000", "#ffffff", 0.2) == "#333333"
    assert mixed("#000000", "#ffffff", 1) == "#ffffff"


def test_a_shade_keeps_its_hue() -> None:
    assert shaded("#8f1d14", "#ffffff", 0.5) == "#ea7067"
    assert shaded("#8f1d14", "#ffffff", 0) == "#8f1d14"


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert legible("#8f1d14", ["#fcfaf5", "#f4efe4"], 4.5) == "#8f1d14"


def test_a_faint_colour_is_moved_no_further_than_it_must() -> None:
    shade = legible("#8f1d14", ["#151412"], 4.5)
    assert 4.5 <= contrast(shade, "#151412") < 4.7


@settings(deadline=None)
@given(COLOURS, st.lists(COLOURS, min_size=1, max_size=3), st.sampled_from([3, 4.5, 7]))
def test_the_shade_can_be_read_wherever_black_or_white_can(colour: str, grounds: list[str], ratio: float) -> None:
    best = max(worst_contrast(end, grounds) for end in ("#000000", "#ffffff"))
    assert worst_contrast(legible(colour, grounds, ratio), grounds) >= min(ratio, best)
