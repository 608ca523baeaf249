"""PNG: what is laid over a picture is in the file, and what lies outside is not."""

from io import BytesIO

from PIL import Image

from nutgraf.share.png import Canvas

COLOURS = [bytes((shade, shade, shade)) for shade in range(10)]


def rows_of(canvas: Canvas) -> list[list[int]]:
    with Image.open(BytesIO(canvas.png(COLOURS))) as picture:
        pixels = picture.tobytes()
    return [list(pixels[start : start + canvas.width]) for start in range(0, len(pixels), canvas.width)]


def test_pixels_lie_where_they_are_laid() -> None:
    canvas = Canvas(4, 3)
    canvas.lay(bytes((1, 2, 9, 3, 4, 9)), 3, 1, 1, 2)  # the last of each three is the rest of a wider row
    assert rows_of(canvas) == [[0, 0, 0, 0], [0, 1, 2, 0], [0, 3, 4, 0]]


def test_pixels_outside_the_picture_are_lost() -> None:
    canvas = Canvas(2, 2)
    canvas.lay(bytes(range(1, 10)), 3, -1, -1, 3)
    canvas.lay(bytes(4), 2, 5, 0, 2)
    canvas.lay(bytes(4), 2, 0, 7, 2)
    assert rows_of(canvas) == [[5, 6], [8, 9]]
