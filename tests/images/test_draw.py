"""Drawing: smaller files of a picture, upright, in sRGB, and silent about the camera."""

from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image

from nutgraf.images import FlawedImageError, Format, clean, draw, recipe, widths
from tests.images import makers
from tests.images.test_headers import header

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
CORNERS = [RED, GREEN, BLUE, WHITE]  # of the scene, clockwise


def drawn(name: str, data: bytes, width: int, format_: Format) -> Image.Image:
    found = header(name, data)
    height = round(found.height * width / found.width)
    with Image.open(BytesIO(draw(data, found, width, height, format_))) as image:
        image.load()
    assert (image.format, image.size) == (format_.upper(), (width, height))
    return image


def corners(image: Image.Image) -> list[tuple[int, ...]]:
    """The colours of the quarters, clockwise from the top left, near the middle; what the compression did rounded."""
    left, right, top, bottom = image.width * 2 // 8, image.width * 6 // 8, image.height * 3 // 8, image.height * 6 // 8
    places = [(left, top), (right, top), (right, bottom), (left, bottom)]
    seen = [image.convert("RGB").getpixel(place) for place in places]
    return [tuple(255 * (part > 127) for part in colour) for colour in seen if isinstance(colour, tuple)]


@pytest.mark.parametrize("format_", ["jpeg", "webp"])
@pytest.mark.parametrize("width", [20, 320])
def test_a_photo_is_drawn_in_the_size_and_format_that_are_asked_for(width: int, format_: Format) -> None:
    assert corners(drawn("photo.jpg", makers.photo(640, 400), width, format_)) == CORNERS


@pytest.mark.parametrize("way", range(1, 9))
@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_a_picture_that_lies_is_drawn_upright(kind: str, way: int) -> None:
    # How the scene’s corners follow each other once it is turned upright (EXIF 2.32 §4.6.4).
    order = {1: "0123", 2: "1032", 3: "2301", 4: "3210", 5: "0321", 6: "3012", 7: "2103", 8: "1230"}[way]
    image = drawn(f"a.{kind}", makers.lying(kind, 96, 64, way), 48, "webp")
    assert corners(image) == [CORNERS[int(number)] for number in order]


@pytest.mark.parametrize(
    "options",
    [{"mode": "CMYK"}, {"mode": "L"}, {"progressive": True}, {"icc_profile": makers.wide_profile()}],
    ids=["print", "grey", "progressive", "another screen"],
)
@pytest.mark.parametrize("format_", ["jpeg", "webp"])
def test_nothing_of_the_camera_or_of_its_colours_is_left(options: dict[str, object], format_: Format) -> None:
    data = makers.photo(640, 400, **options)  # type: ignore[arg-type]
    found = header("photo.jpg", data)
    made = draw(data, found, 320, 200, format_)
    assert makers.SECRET not in made
    with Image.open(BytesIO(made)) as image:
        assert image.mode in {"RGB", "L"}
        assert not image.getexif()
        assert not {"icc_profile", "comment", "xmp"} & image.info.keys()


def test_a_photo_in_the_colours_of_print_is_shown_in_those_of_screens() -> None:
    assert corners(drawn("print.jpg", makers.photo(640, 400, mode="CMYK"), 320, "webp")) == CORNERS


def test_a_photo_in_the_colours_of_another_screen_looks_as_it_looked_there() -> None:
    exchanged = makers.photo(640, 400, icc_profile=makers.wide_profile())  # in that profile red is green
    assert corners(drawn("wide.jpg", exchanged, 320, "jpeg")) == [GREEN, RED, BLUE, WHITE]


@pytest.mark.parametrize("profile", [b"nonsense", b"\0" * 200])
def test_a_broken_profile_counts_as_none(profile: bytes) -> None:
    assert corners(drawn("a.jpg", makers.photo(640, 400, icc_profile=profile), 320, "jpeg")) == CORNERS


def test_a_profile_for_another_kind_of_picture_counts_as_none() -> None:
    grey = makers.photo(640, 400, mode="L", icc_profile=makers.wide_profile())
    assert drawn("grey.jpg", grey, 320, "jpeg").mode == "L"


@pytest.mark.parametrize("mode", ["RGBA", "P", "LA"])
@pytest.mark.parametrize("format_", ["png", "webp"])
def test_what_shines_through_still_does(mode: str, format_: Format) -> None:
    with Image.open(BytesIO(makers.chart(400, 240))) as given:
        data = makers.saved(given.convert(mode), "PNG")
    image = drawn("chart.png", data, 300, format_)
    assert image.mode == "RGBA"
    assert image.getpixel((5, 5))[3] == 0  # type: ignore[index]
    assert image.getpixel((250, 150))[3] == 255  # type: ignore[index]


def test_one_colour_named_as_transparent_is() -> None:
    data = makers.saved(makers.scene(400, 240), "PNG", transparency=RED)
    image = drawn("chart.png", data, 400, "webp")
    assert image.getpixel((5, 5))[3] == 0  # type: ignore[index]


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    data = makers.saved(Image.new("I;16", (400, 240), 40_000), "PNG")
    assert drawn("grey.png", data, 300, "png").getpixel((9, 9)) == 156


def test_black_and_white_is_smoothed_to_grey() -> None:
    image = drawn("fax.png", makers.chart(400, 240, mode="1"), 300, "png")
    assert image.mode == "L"


def test_a_chart_loses_nothing_in_webp() -> None:
    data = makers.chart(400, 240)
    found = header("chart.png", data)
    made = draw(data, found, 400, 240, "webp")
    with Image.open(BytesIO(made)) as image, Image.open(BytesIO(data)) as given:
        assert image.convert("RGBA").getpixel((300, 60)) == given.getpixel((300, 60)) == (*GREEN, 255)
        assert image.convert("RGB").getcolors() is not None  # five colours, none blurred
        assert len(image.convert("RGB").getcolors() or ()) <= 5


def test_a_photo_saved_as_png_becomes_a_lossy_webp() -> None:
    data = makers.saved(makers.texture(400, 240), "PNG")
    assert len(draw(data, header("photo.png", data), 400, 240, "webp")) < len(data) / 4


def test_a_photo_that_cannot_be_made_smaller_is_published_with_its_own_pixels() -> None:
    frugal = makers.saved(makers.texture(640, 400), "JPEG", quality=20, exif=makers.exif())
    assert draw(frugal, header("a.jpg", frugal), 640, 400, "jpeg") == clean(frugal, "jpeg")
    generous = makers.saved(makers.texture(640, 400), "JPEG", quality=98)
    assert len(draw(generous, header("a.jpg", generous), 640, 400, "jpeg")) < len(generous) / 2


@pytest.mark.parametrize("options", [{"orientation": 3}, {"mode": "CMYK"}, {"icc_profile": makers.wide_profile()}])
def test_its_own_pixels_are_no_choice_where_they_would_look_different(options: dict[str, object]) -> None:
    data = makers.photo(64, 40, **options)  # type: ignore[arg-type]
    assert draw(data, header("a.jpg", data), 64, 40, "jpeg") != clean(data, "jpeg")


@pytest.mark.parametrize("format_", ["jpeg", "webp"])
def test_the_same_photo_gives_the_same_bytes(format_: Format) -> None:
    data = makers.photo(640, 400)
    assert len({draw(data, header("a.jpg", data), 320, 200, format_) for _ in range(2)}) == 1


def test_what_a_drawing_depends_on_names_pillow() -> None:
    from PIL import __version__

    assert recipe().endswith(f" {__version__}")


def test_damage_among_the_pixels_is_a_flaw_and_no_traceback() -> None:
    data = makers.saved(makers.texture(640, 400), "PNG")
    middle = len(data) // 2
    broken = data[:middle] + b"damaged" + data[middle + 7 :]
    with pytest.raises(FlawedImageError) as found:
        draw(broken, header("a.png", broken), 320, 200, "webp")
    assert found.value.flaws[0].message == "this picture is damaged: its pixels cannot be read"


def test_a_file_that_says_two_sizes_is_not_opened() -> None:
    data = makers.photo(640, 400)
    lied = replace(header("a.jpg", data), width=64, height=40)
    with pytest.raises(FlawedImageError):
        draw(data, lied, 64, 40, "jpeg")


@pytest.mark.parametrize(
    ("own", "made"),
    [
        (6000, (680, 1000, 1200)),
        (1200, (680, 1000, 1200)),
        (1199, (680, 1199)),
        (900, (680, 900)),
        (800, (800,)),
        (700, (700,)),
        (300, (300,)),
        (1, (1,)),
    ],
)
def test_a_picture_is_published_in_up_to_three_widths_and_never_wider_than_it_is(own: int, made: tuple[int]) -> None:
    assert widths(own) == made
