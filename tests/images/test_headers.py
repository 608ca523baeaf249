"""Headers: read without Pillow, and as Pillow reads them."""

from io import BytesIO
from pathlib import PurePosixPath

import pytest
from PIL import Image, ImageOps

from nutgraf.images import Flaw, FlawedImageError, Header, read_header
from tests.images import makers

KINDS = {
    "photo.jpg": makers.photo(64, 48),
    "progressive.jpeg": makers.photo(64, 48, progressive=True),
    "print.jpg": makers.photo(64, 48, mode="CMYK"),
    "chart.png": makers.chart(64, 48),
    "palette.png": makers.chart(64, 48, mode="P"),
    "film.gif": makers.film(),
    "still.gif": makers.film(frames=1),
    "film.png": makers.film("PNG"),
    "film.webp": makers.film("WEBP"),
    "lossy.webp": makers.webp(64, 48),
    "lossless.webp": makers.saved(makers.scene(64, 48), "WEBP", lossless=True),
    "bare.webp": makers.saved(makers.scene(63, 47), "WEBP"),
    "CAPITALS.JPG": makers.photo(64, 48),
}
LYING = {f"{way}.{kind}": (kind, way) for kind in ("jpg", "png", "webp") for way in range(1, 9)}


def header(name: str, data: bytes) -> Header:
    return read_header(PurePosixPath(f"assets/images/{name}"), data)


def flaw(name: str, data: bytes) -> Flaw:
    with pytest.raises(FlawedImageError) as found:
        header(name, data)
    (only,) = found.value.flaws
    return only


def as_pillow_says(data: bytes) -> tuple[int, int, bool]:
    with Image.open(BytesIO(data)) as image:
        upright = ImageOps.exif_transpose(image)
        return (*upright.size, getattr(image, "is_animated", False))


@pytest.mark.parametrize("name", KINDS)
def test_a_header_says_what_the_whole_picture_says(name: str) -> None:
    found = header(name, KINDS[name])
    assert (found.width, found.height, found.is_animated) == as_pillow_says(KINDS[name])


@pytest.mark.parametrize("name", LYING)
def test_a_picture_has_the_size_that_readers_see_whichever_side_the_camera_held_up(name: str) -> None:
    kind, way = LYING[name]
    data = makers.lying(kind, 64, 48, way)
    found = header(name, data)
    assert found.orientation == way
    assert (found.width, found.height) == as_pillow_says(data)[:2] == ((48, 64) if way >= 5 else (64, 48))
    assert found.stored == (64, 48)


@pytest.mark.parametrize("block", [b"", b"II", b"II*\0\xff\xff\xff\xff", b"MM\0*\0\0\0\x08\0\x09", b"XX*\0\x08\0\0\0"])
def test_camera_data_that_cannot_be_read_turns_nothing(block: bytes) -> None:
    data = makers.saved(makers.scene(64, 48), "JPEG", exif=b"Exif\0\0" + block)
    assert header("photo.jpg", data) == Header("jpeg", 64, 48)


def test_only_the_beginning_of_a_photo_is_read() -> None:
    whole = makers.photo(640, 480)
    assert header("photo.jpg", whole[:1500]) == header("photo.jpg", whole)


@pytest.mark.parametrize("name", [name for name in KINDS if not name.endswith((".jpg", ".jpeg", ".JPG"))])
def test_a_file_that_ends_too_early_is_damaged(name: str) -> None:
    assert flaw(name, KINDS[name][:26]).message.startswith("this picture is damaged: ")


def test_a_photo_without_a_picture_is_damaged() -> None:
    assert flaw("photo.jpg", b"\xff\xd8\xff\xd9").message == "this picture is damaged: it holds no picture"


def test_an_empty_file_is_damaged() -> None:
    assert flaw("photo.jpg", b"") == Flaw(
        "this picture is damaged: it is empty", "save it anew, or ask for another copy"
    )


def test_what_is_no_picture_is_said_to_be_none() -> None:
    assert flaw("photo.jpg", b"\x01\x02 not a picture") == Flaw(
        "this is no picture that can be shown", "save it as JPEG, PNG or WebP"
    )


STRANGERS = {
    "a web page": b"\xef\xbb\xbf\n<!DOCTYPE html>\n<html><body><svg></svg></body></html>",
    "a text in XML": b'<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>',
    "a text in JSON": b'{"error": "not found"}',
    "a text": b"403 Forbidden: the link has expired.\n",
    "a PDF document": b"%PDF-1.7\n",
    "an archive or an Office document": b"PK\x03\x04\x14\0",
    "a TIFF picture": b"II*\0\x08\0\0\0",
    "a BMP picture": b"BM\x8a\x10\0\0\0\0\0\0",
    "a film or a sound": b"\0\0\0\x20ftypisom",
    "an HEIC or AVIF picture": b"\0\0\0\x20ftypavif",
    "a pointer of Git LFS, not the picture": b"version https://git-lfs.github.com/spec/v1\n",
    "what macOS notes about a file, not the file": b"\0\x05\x16\x07\0\x02\0\0",
}


@pytest.mark.parametrize("what", STRANGERS)
@pytest.mark.parametrize("name", ["photo.jpg", "photo.PNG", "photo.svg"])
def test_what_is_saved_as_a_picture_by_mistake_is_called_what_it_is(what: str, name: str) -> None:
    found = flaw(name, STRANGERS[what])
    assert (found.message, "svg" in found.hint.lower()) == (f"this is {what}", False)


@pytest.mark.parametrize(
    "head", ["<svg", "<?xml version='1.0'?>\n<!-- a -- b -->\n<svg", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg", "<x:svg"]
)
def test_a_drawing_under_another_name_is_called_a_drawing(head: str) -> None:
    assert flaw("photo.jpg", f'{head} xmlns="http://www.w3.org/2000/svg"/>'.encode()).hint == "name it photo.svg"


def test_a_telephone_s_picture_under_the_name_of_a_jpeg_is_recognised() -> None:
    assert flaw("photo.jpg", b"\0\0\0\x18ftypheic\0\0\0\0").message == "this is an HEIC or AVIF picture"


@pytest.mark.parametrize("suffix", [".heic", ".tif", ".avif", ".HEIC", ".dng", ".psd"])
def test_kinds_that_nothing_here_can_clean_are_refused_by_their_name(suffix: str) -> None:
    found = flaw(f"photo{suffix}", makers.photo(64, 48))
    assert found.message == f"{suffix.lower()} files can tell who made a picture and where, and are not published"


def test_a_picture_of_another_kind_than_its_name_says_gets_its_right_name() -> None:
    assert flaw("chart.png", makers.photo(64, 48)) == Flaw(
        "this is a JPEG picture under another name", "name it chart.jpg"
    )


@pytest.mark.parametrize(("width", "height"), [(20_000, 10), (10, 20_000), (9_000, 9_000), (2**31, 2**31)])
def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_opened(width: int, height: int) -> None:
    found = flaw("bomb.png", makers.claiming(width, height))
    assert found.message == f"this picture is too large: {width:,} by {height:,} pixels"


def test_the_photo_of_a_large_camera_is_not_too_large() -> None:
    assert header("photo.png", makers.claiming(10_000, 8_000)).width == 10_000


def test_a_picture_without_a_size_is_damaged() -> None:
    assert flaw("none.png", makers.claiming(0, 10)).message == "this picture is damaged: it has no size"


GIF = b"GIF89a\x02\x00\x02\x00\x00\x00\x00"
BARE = {
    "a GIF of nothing": ("a.gif", GIF + b"\x3b", "it holds no picture"),
    "a GIF with a block of another kind": ("a.gif", GIF + b"\x99\x3b", "a block of it is of no known kind"),
    "a WebP of nothing": ("a.webp", b"RIFF\x0c\x00\x00\x00WEBPEXIF\x00\x00\x00\x00", "it holds no picture"),
    "a WebP whose part is longer than it": (
        "a.webp",
        b"RIFF\x0c\x00\x00\x00WEBPEXIF\x09\x00\x00\x00",
        "ends too early",
    ),
}


@pytest.mark.parametrize("what", BARE)
def test_a_file_that_holds_no_picture_is_damaged(what: str) -> None:
    name, data, told = BARE[what]
    assert told in flaw(name, data).message


def test_fill_bytes_between_the_parts_of_a_photo_are_passed_over() -> None:
    photo = makers.photo(64, 48)
    filled = photo[:2] + b"\xff\xff" + photo[2:]
    assert header("a.jpg", filled) == header("a.jpg", photo)
