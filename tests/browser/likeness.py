"""Whether two screenshots show the same page: the same colours, and the same things at the same places.

Measured with four builds of Chromium. Three versions of one builder draw a page to the same bytes. Another builder’s
letters differ at their edges: up to 1.3 % of the tiles and none of the flat colours. A line that stands one pixel lower
changes 7 % of the tiles, a colour that differs by one step is another colour.
"""

from collections.abc import Iterator

from PIL import Image, ImageChops

_TILE = 8  # pixels; a tile’s mean colour evens out how the edges of letters are drawn
_STEPS = 8  # of 255: tiles that differ by more are different
_MOST_TILES = 0.02
_RUN = 4  # pixels of one colour side by side: a fill, a rule, an underline, the stem of a headline; no edge of a letter
_FLAT = 0.00017  # the share of the picture that makes a colour one of the page’s
_HEIGHT = 3  # pixels by which pages may differ in height


def differences(golden: Image.Image, shot: Image.Image) -> Iterator[str]:
    """What a reader would notice, in words; nothing when the pictures are alike."""
    if golden.width != shot.width or abs(golden.height - shot.height) > _HEIGHT:
        yield f"{shot.width} × {shot.height} pixels, not {golden.width} × {golden.height}"
        return
    before, after = flat_colours(golden), flat_colours(shot)
    yield from (f"no {_hex(colour)} any more" for colour in _lost(before, after))
    yield from (f"a new colour, {_hex(colour)}" for colour in _lost(after, before))
    moved = moved_tiles(golden, shot)
    if moved > _MOST_TILES:
        yield f"{moved:.1%} of the picture is different"


def moved_tiles(golden: Image.Image, shot: Image.Image) -> float:
    """The share of tiles whose mean colour is different."""
    frame = (0, 0, golden.width, min(golden.height, shot.height))
    apart = ImageChops.difference(golden.crop(frame).reduce(_TILE), shot.crop(frame).reduce(_TILE))
    red, green, blue = apart.split()
    worst = ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()
    return sum(worst[_STEPS + 1 :]) / sum(worst)


def flat_colours(picture: Image.Image) -> dict[tuple[int, int, int], float]:
    """The colours of fills, rules and thick strokes, with the share of the picture that each covers."""
    same = Image.new("L", picture.size, 255)
    for step in range(1, _RUN):
        red, green, blue = ImageChops.difference(picture, ImageChops.offset(picture, step, 0)).split()
        apart = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        same = ImageChops.darker(same, apart.point(lambda level: 0 if level else 255))
    # The picture’s own colours beside a transparency that says where they are flat.
    marked = Image.merge("RGBA", (*picture.split(), same))
    counted = marked.getcolors(picture.width * picture.height) or []
    pixels = picture.width * picture.height
    return {
        (colour[0], colour[1], colour[2]): count / pixels
        for count, colour in counted
        if isinstance(colour, tuple) and colour[3]
    }


def _lost(
    before: dict[tuple[int, int, int], float], after: dict[tuple[int, int, int], float]
) -> list[tuple[int, int, int]]:
    """The colours of one picture of which the other has next to none."""
    return sorted(c for c, share in before.items() if share >= _FLAT and after.get(c, 0) < share / 50)


def _hex(colour: tuple[int, int, int]) -> str:
    return "#" + "".join(f"{channel:02x}" for channel in colour)
