"""The widths in which a picture is published."""

# Pixels. A column of 37rem takes 592 on an ordinary screen and 1184 on a sharp one; a phone takes 670 (375 wide, two
# for one), 960 to 976 (360 three for one, 412 at 2.625) or up to 1170 (430 three for one). Browsers round up.
WIDTHS = (680, 1000, 1200)
_LEAST_STEP = 1.2  # a file that saves less than that is not worth making


def widths(own: int) -> tuple[int, ...]:
    """The widths in pixels in which a picture is published, ascending: one to three, none wider than the picture.

    own: the width of the picture in pixels, upright.
    """
    largest = min(own, WIDTHS[-1])
    return (*(width for width in WIDTHS if width * _LEAST_STEP <= largest), largest)
