"""The pictures of a whole site, as they are published."""

import re
from io import BytesIO
from posixpath import join, normpath

from PIL import Image

from tests.images.makers import SECRET
from tests.sites.project import SITES
from tests.sites.published import Published

_GPS = 0x8825


def test_no_published_file_tells_where_a_photo_was_taken(states: Published) -> None:
    given = (SITES / "states/assets/images/harbour.jpg").read_bytes()
    assert SECRET in given
    assert Image.open(BytesIO(given)).getexif().get_ifd(_GPS)
    for name, data in states.files.items():
        assert SECRET not in data, name
        if name.endswith((".jpg", ".png", ".webp", ".gif")):
            with Image.open(BytesIO(data)) as image:
                assert not image.getexif().get_ifd(_GPS), name


def test_a_page_names_files_that_are_there_in_the_sizes_that_it_says(states: Published) -> None:
    files = states.files
    page = states.page("/pictures/")
    named = set()
    for element in [*page.all("img"), *page.all("source")]:
        for address, width in re.findall(r"(\S+)(?: (\d+)w)?(?:,|$)", element.get("srcset", "")):
            name = normpath(join("pictures", address))
            named.add(name)
            if width:
                assert Image.open(BytesIO(files[name])).width == int(width), name
    assert len(named) == 11
    assert named <= files.keys()


def test_every_image_of_every_page_says_what_it_shows_and_how_large_it_is(states: Published) -> None:
    images = [image for page in states.pages for image in page.all("img")]
    assert len(images) > 6
    for image in images:
        assert {"alt", "width", "height"} <= image.attrib.keys()
