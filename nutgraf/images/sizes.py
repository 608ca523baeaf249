"""The widths in which a picture is published."""

# Pixels. Text is 37rem wide, 592 pixels: that is 640 on an ordinary screen and 1280 on a sharp one. A phone shows
# 335: 640 where a pixel is two, 960 where it is three.
WIDTHS = (640, 960, 1280)
_LEAST_STEP = 1.2  # a file that saves less than that is not worth making


def widths(own: int) -> tuple[int, ...]:
    """The widths for a picture of that width, smallest first: up to three, never wider than it is."""
    largest = min(own, WIDTHS[-1])
    return (*(width for width in WIDTHS if width * _LEAST_STEP <= largest), largest)
