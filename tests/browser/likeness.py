"""Whether two screenshots show the same page: the same colours, and the same things at the same places.

Measured with four versions of Chromium by two builders. Versions 143, 148 and 153 of one builder draw a page to the
same pixels. Between builders the edges of letters differ: in 1.3 % of the tiles at most, in 10 % of a block’s at most,
and in none of the flat colours. One headline that stands a pixel lower makes 6 %, one note that is moved by three
pixels 28 % of its block, and a colour that is changed by one step is another colour.
"""

from collections.abc import Iterator

from PIL import Image, ImageChops

Colour = tuple[int, int, int]

_TILE = 8  # pixels; a tile’s mean colour evens out how the edges of letters are drawn
_BLOCK = 8  # tiles
_STEPS, _MOST = 8, 0.02  # of 255: a tile that differs by more is different; and how many of all may be
_STEPS_IN_A_BLOCK, _MOST_IN_A_BLOCK = 24, 0.12  # a small part that was moved
_RUN = 4  # pixels of one colour side by side: a fill, a rule, an underline, a stroke; never the edge of a letter
_FLAT = 0.00017  # the share of the picture that makes such a colour one of the page’s
_NO_COLOUR = (255, 0, 255)
_HEIGHT = 3  # pixels by which pages may differ in height


def differences(golden: Image.Image, shot: Image.Image) -> Iterator[str]:
    """What a reader would notice, in words; nothing when the pictures are alike."""
    if golden.width != shot.width or abs(golden.height - shot.height) > _HEIGHT:
        yield f"{shot.width} × {shot.height} pixels, not {golden.width} × {golden.height}"
        return
    before, after = flat_colours(golden), flat_colours(shot)
    yield from (f"no {_written(colour)} any more" for colour in _lost(before, after))
    yield from (f"a new colour, {_written(colour)}" for colour in _lost(after, before))
    tiles = _changed_tiles(golden, shot)
    everywhere = sum(_different(tiles, _STEPS).histogram()[1:]) / (tiles.width * tiles.height)
    if everywhere > _MOST:
        yield f"{everywhere:.1%} of the picture is different"
    somewhere = _different(tiles, _STEPS_IN_A_BLOCK).reduce(_BLOCK).getextrema()
    if isinstance(somewhere[1], int) and somewhere[1] > 255 * _MOST_IN_A_BLOCK:
        yield "a part of the picture is different"


def flat_colours(picture: Image.Image) -> dict[Colour, float]:
    """The colours of fills, rules and thick strokes, with the share of the picture that each covers."""
    flat = Image.new("L", picture.size, 255)
    for step in range(1, _RUN):
        beside = _strongest(ImageChops.difference(picture, ImageChops.offset(picture, step, 0)))
        flat = ImageChops.darker(flat, beside.point(lambda level: 0 if level else 255))
    pixels = picture.width * picture.height
    # What is not flat becomes one colour that no page has: thousands of others need no counting.
    counted = Image.composite(picture, Image.new("RGB", picture.size, _NO_COLOUR), flat).getcolors(pixels) or []
    return {
        (colour[0], colour[1], colour[2]): count / pixels
        for count, colour in counted
        if isinstance(colour, tuple) and colour != _NO_COLOUR
    }


def _lost(before: dict[Colour, float], after: dict[Colour, float]) -> list[Colour]:
    """The colours of one picture of which the other has next to nothing."""
    return sorted(one for one, share in before.items() if share >= _FLAT and after.get(one, 0) < share / 50)


def _changed_tiles(golden: Image.Image, shot: Image.Image) -> Image.Image:
    """How far the mean colours of each tile are apart."""
    frame = (0, 0, golden.width, min(golden.height, shot.height))
    return _strongest(ImageChops.difference(golden.crop(frame).reduce(_TILE), shot.crop(frame).reduce(_TILE)))


def _different(tiles: Image.Image, steps: int) -> Image.Image:
    return tiles.point(lambda level: 255 if level > steps else 0)


def _strongest(picture: Image.Image) -> Image.Image:
    """The strongest of red, green and blue at each place."""
    red, green, blue = picture.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _written(colour: Colour) -> str:
    return "#" + "".join(f"{channel:02x}" for channel in colour)
