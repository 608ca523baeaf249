"""Cleaning: every pixel stays, and nothing about who took the picture, where and with what."""

from io import BytesIO

import pytest
from PIL import Image

from nutgraf.images import FlawedImageError, clean
from nutgraf.images.read import format_of
from tests.images import makers
from tests.images.makers import SECRET
from tests.images.test_headers import header

PROFILE = makers.wide_profile()
NOISY = {
    "photo.jpg": makers.photo(64, 48),
    "turned.jpg": makers.photo(64, 48, orientation=6),
    "progressive.jpg": makers.photo(64, 48, progressive=True),
    "profile.jpg": makers.photo(64, 48, icc_profile=PROFILE),
    "print.jpg": makers.photo(64, 48, mode="CMYK"),
    "chart.png": makers.chart(64, 48),
    "turned.png": makers.chart(64, 48, orientation=8),
    "palette.png": makers.chart(64, 48, mode="P"),
    "film.gif": makers.film(),
    "photo.webp": makers.webp(64, 48),
    "turned.webp": makers.webp(64, 48, orientation=5),
}


def cleaned(data: bytes) -> bytes:
    format_ = format_of(data)
    assert format_
    return clean(data, format_)


def frames(data: bytes) -> list[tuple[bytes, object]]:
    """The pixels of every frame, and for how long it is shown."""
    with Image.open(BytesIO(data)) as image:
        found = []
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            found.append((image.convert("RGBA").tobytes(), image.info.get("duration")))
        return found


@pytest.mark.parametrize("name", NOISY)
def test_whatever_a_camera_or_a_program_wrote_is_gone_and_every_pixel_is_there(name: str) -> None:
    made = cleaned(NOISY[name])
    assert SECRET in NOISY[name] or SECRET[:5] in NOISY[name]
    assert SECRET not in made
    assert frames(made) == frames(NOISY[name])
    with Image.open(BytesIO(made)) as image:
        assert set(image.getexif()) <= {0x0112}  # which side is up
        assert not image.getexif().get_ifd(0x8825)  # GPS


@pytest.mark.parametrize("name", NOISY)
def test_a_clean_file_shows_the_same_side_up_and_is_not_cleaned_twice(name: str) -> None:
    made = cleaned(NOISY[name])
    assert header(name, made) == header(name, NOISY[name])
    assert cleaned(made) == made


def test_a_profile_of_colours_stays() -> None:
    with Image.open(BytesIO(cleaned(NOISY["profile.jpg"]))) as image:
        assert image.info["icc_profile"] == PROFILE


def test_a_film_is_played_as_often_as_before() -> None:
    with Image.open(BytesIO(cleaned(NOISY["film.gif"]))) as image:
        assert image.info["loop"] == 0
    assert len(frames(cleaned(NOISY["film.gif"]))) == 3


def test_a_second_picture_behind_the_first_is_cut_off() -> None:
    for name in ("photo.jpg", "chart.png", "film.gif", "photo.webp"):
        assert cleaned(NOISY[name] + NOISY["photo.jpg"]) == cleaned(NOISY[name])


def test_the_thumbnail_of_a_photo_that_was_cropped_later_is_cut_out() -> None:
    plain = makers.saved(makers.scene(64, 48), "JPEG")
    assert plain[2:6] == b"\xff\xe0\0\x10"
    thumbnail = b"\x01\x01" + SECRET[:3]  # one pixel
    with_thumbnail = plain[:4] + b"\0\x13" + plain[6:18] + thumbnail + plain[20:]
    with_thumbnail = with_thumbnail[:2] + b"\xff\xe0" + with_thumbnail[4:]
    assert SECRET[:3] in with_thumbnail
    assert cleaned(with_thumbnail) == plain


def test_a_photo_s_colour_transform_is_kept() -> None:
    assert b"Adobe" in cleaned(NOISY["print.jpg"])


@pytest.mark.parametrize("name", NOISY)
def test_a_file_that_ends_too_early_cannot_be_cleaned(name: str) -> None:
    with pytest.raises(FlawedImageError):
        cleaned(NOISY[name][:-30])
