"""Share images, as another program reads them."""

import io
import pickle
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image, ImageChops

from nutgraf.read import File
from nutgraf.share import HEIGHT, WIDTH, Colours, ShareImage, drawable
from tests.share.fonts import FOLDER, HEADLINES, LABEL, OTHERS

PAPER, INK, ACCENT = (252, 250, 245), (26, 24, 20), (143, 29, 20)
COLOURS = Colours("#fcfaf5", "#1a1814", "#8f1d14")
EDGE = 60
KICKER, HEADLINE, FOOT = (110, 168), (168, 505), (515, 590)  # rows
Picture = Image.Image


def share_image(
    headline: str = "What India and the US want from each other on trade",
    kicker: str = "TRADE · EXPLAINED",
    foot: str = "The Delhi File",
    language: str = "en",
    *,
    is_rtl: bool = False,
) -> ShareImage:
    return ShareImage(
        headline=drawable(headline, HEADLINES),
        kicker=drawable(kicker, (LABEL, *OTHERS)),
        foot=drawable(foot, HEADLINES),
        colours=COLOURS,
        language=language,
        is_rtl=is_rtl,
    )


def opened(image: ShareImage) -> Picture:
    return Image.open(io.BytesIO(image.draw())).convert("RGB")


def ink_box(picture: Picture, rows: tuple[int, int]) -> tuple[int, int, int, int] | None:
    """Where something stands between two rows: left, top, right, bottom."""
    strip = picture.crop((0, rows[0], WIDTH, rows[1]))
    box = ImageChops.difference(strip, Image.new("RGB", strip.size, PAPER)).getbbox()
    return box and (box[0], box[1] + rows[0], box[2], box[3] + rows[0])


def boxes(picture: Picture) -> list[tuple[int, int, int, int] | None]:
    return [ink_box(picture, rows) for rows in (KICKER, HEADLINE, FOOT)]


LONG = (
    "What the Supreme Court’s ruling on emergency tariffs means for Indian exporters, American importers and the trade "
    "deal that both governments said was within reach"
)
HARD = {
    "short": share_image("Pax"),
    "long": share_image(LONG),
    "far too long": share_image(f"{LONG}, and {LONG}, and {LONG}"),
    "a long word": share_image("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"),
    "hindi": share_image("भारत और अमेरिका व्यापार पर क्या चाहते हैं: 50% टैरिफ़", "व्यापार · व्याख्या", "दिल्ली फ़ाइल", "hi"),
    "arabic": share_image("ماذا تريد الهند والولايات المتحدة (US) من اتفاق 2026؟", "تجارة", "ملف", "ar", is_rtl=True),
    "mixed": share_image("Why “आत्मनिर्भर भारत” became the word of the year"),
    "long neighbours": share_image("Short", "A VERY LONG TOPIC " * 6, "A site whose name goes on " * 5),
}


@pytest.mark.parametrize("image", HARD.values(), ids=HARD)
def test_every_line_stays_between_the_edges_and_clear_of_the_next(image: ShareImage) -> None:
    picture = opened(image)
    assert picture.size == (WIDTH, HEIGHT) == (1200, 630)
    for box in boxes(picture):
        assert box
        assert box[0] >= EDGE - 8  # letters may lean out of their box by a little
        assert box[2] <= WIDTH - EDGE + 8
    for gap in ((80, 110), (505, 515), (590, HEIGHT)):
        assert ink_box(picture, gap) is None


@pytest.mark.parametrize("image", HARD.values(), ids=HARD)
def test_a_picture_is_a_small_file(image: ShareImage) -> None:
    assert len(image.draw()) < 60_000


@given(st.text(min_size=1, max_size=120))
@settings(max_examples=40, deadline=None)
def test_whatever_a_headline_holds_it_never_runs_over(headline: str) -> None:
    picture = opened(share_image(headline))
    assert ink_box(picture, (505, 515)) is None
    assert ink_box(picture, (80, 110)) is None


def test_it_stands_on_paper_under_a_double_rule_with_an_accent_above_the_headline() -> None:
    picture = opened(share_image())
    assert picture.getpixel((5, 5)) == PAPER
    assert [picture.getpixel((600, row)) for row in (59, 60, 68, 69, 73, 74, 76, 77)] == [
        *(PAPER, INK, INK, PAPER, PAPER, INK, INK, PAPER)
    ]
    kicker = picture.crop((0, KICKER[0], WIDTH, KICKER[1])).getcolors()
    headline = picture.crop((0, HEADLINE[0], WIDTH, HEADLINE[1])).getcolors()
    assert kicker
    assert headline
    assert ACCENT in {colour for _, colour in kicker}
    assert INK not in {colour for _, colour in kicker}
    assert INK in {colour for _, colour in headline}


def test_the_colours_are_those_it_is_given() -> None:
    picture = opened(replace(share_image(), colours=Colours("#ffffff", "#000080", "#006400")))
    found = {colour for _, colour in picture.getcolors(100_000) or ()}
    assert {(255, 255, 255), (0, 0, 128), (0, 100, 0)} <= found


def test_what_is_written_from_the_right_begins_at_the_right_edge() -> None:
    for box in boxes(opened(HARD["arabic"])):
        assert box
        assert box[2] > WIDTH - EDGE - 12
        assert box[0] > EDGE


def test_a_short_headline_is_set_larger_than_a_long_one() -> None:
    short, long = (
        ink_box(opened(image), HEADLINE) for image in (share_image("Why now?"), share_image("Why now? " * 30))
    )
    assert short
    assert long
    one_line = short[3] - short[1]
    assert one_line > 80
    assert long[3] - long[1] > 2 * one_line


def test_words_that_no_font_has_leave_an_empty_place_and_no_boxes() -> None:
    picture = opened(share_image("印度", "印度", "印度"))
    assert boxes(picture) == [None, None, None]
    assert picture.getpixel((600, 64)) == INK


def test_without_a_kicker_the_headline_moves_up() -> None:
    box = ink_box(opened(replace(share_image(), kicker=None)), (80, 505))
    assert box
    assert 130 <= box[1] <= 140


def test_the_same_values_give_the_same_bytes_also_in_another_process() -> None:
    image = share_image()
    copy = pickle.loads(pickle.dumps(image))
    assert copy.draw() == image.draw()
    assert copy.key == image.key


def test_a_drawing_takes_its_fonts_to_a_worker_by_name() -> None:
    path = FOLDER / "headline.ttf"
    face = File("assets/share/headline.ttf", path, sha256(path.read_bytes()).hexdigest())
    image = replace(share_image(), headline=drawable("Why now?", (face,)), kicker=None, foot=None)
    sent = pickle.dumps(image)
    assert len(sent) < 2_000
    loaded = replace(image, headline=drawable("Why now?", HEADLINES))
    assert pickle.loads(sent).draw() == loaded.draw()
    assert image.stamp == loaded.stamp


@pytest.mark.parametrize(
    "other",
    [
        share_image("Another headline"),
        share_image(kicker="POLITICS"),
        share_image(foot="Another site"),
        share_image(language="tr"),
        share_image(is_rtl=True),
        replace(share_image(), colours=replace(COLOURS, accent="#006400")),
        replace(share_image(), headline=drawable("What India and the US want from each other on trade", OTHERS)),
    ],
)
def test_the_key_and_the_stamp_tell_every_change(other: ShareImage) -> None:
    assert other.key != share_image().key
    assert other.stamp != share_image().stamp
