"""Pictures on pages: which files are published of each, and how a page asks for them."""

import pickle
import re

import pytest

from nutgraf.images import clean
from nutgraf.plan.output import Output, UndrawableError
from nutgraf.plan.pictures import Clean, Variant
from tests.images import makers
from tests.resolve.desk import Files, explainer, site_of, views_of
from tests.stages import planned

PHOTO = makers.photo(1600, 1000)


def outputs_of(files: Files) -> dict[str, Output]:
    """The pictures that are published, by address; their hashes as #."""
    return {re.sub(r"\.[0-9a-f]{10}(?=\.)", ".#", output.address): output for output in pictures_of(files)}


def pictures_of(files: Files) -> list[Output]:
    return [output for output in planned(site_of(files)) if output.address.startswith("/assets/images/")]


def markup_of(body: str, **pictures: bytes) -> str:
    """The page’s text, with pictures by their name in assets/images/: ``port_jpg``."""
    view = views_of(desk(body, **pictures))["/a/"]
    return re.sub(r"\.[0-9a-f]{10}(?=\.)", ".#", str(view))


def desk(body: str, **pictures: bytes) -> dict[str, str | bytes]:
    named = {f"assets/images/{name.replace('_', '.')}": data for name, data in pictures.items()}
    return {"content/explainers/a.md": explainer(body), **named}


def shown(name: str) -> str:
    return f"![What it shows](../../assets/images/{name})"


def test_a_photo_is_published_in_three_sizes_and_two_formats() -> None:
    made = outputs_of(desk(shown("port.jpg"), port_jpg=PHOTO))
    assert sorted(made) == [
        f"/assets/images/port-{width}.#{suffix}" for width in (1000, 1200, 680) for suffix in (".jpg", ".webp")
    ]


def test_a_photo_s_markup_names_every_size_and_keeps_its_place_free() -> None:
    assert (
        '<picture><source type="image/webp" srcset="../assets/images/port-680.#.webp 680w, '
        '../assets/images/port-1000.#.webp 1000w, ../assets/images/port-1200.#.webp 1200w" '
        'sizes="(min-width: 41em) 37rem, calc(100vw - 2.5rem)">'
        '<img src="../assets/images/port-1200.#.jpg" srcset="../assets/images/port-680.#.jpg 680w, '
        '../assets/images/port-1000.#.jpg 1000w, ../assets/images/port-1200.#.jpg 1200w" '
        'sizes="(min-width: 41em) 37rem, calc(100vw - 2.5rem)" width="1200" height="750" alt="What it shows"></picture>'
    ) in markup_of(shown("port.jpg"), port_jpg=PHOTO)


def test_a_small_photo_has_one_size() -> None:
    assert (
        '<picture><source type="image/webp" srcset="../assets/images/port-300.#.webp">'
        '<img src="../assets/images/port-300.#.jpg" width="300" height="200" alt="What it shows"></picture>'
    ) in markup_of(shown("port.jpg"), port_jpg=makers.photo(300, 200))


def test_a_photo_that_the_camera_stored_lying_gets_the_size_of_one_that_stands() -> None:
    assert 'width="1000" height="1600"' in markup_of(shown("a.jpg"), a_jpg=makers.photo(1600, 1000, orientation=6))


def test_a_caption_stands_under_a_picture_that_stands_alone() -> None:
    alone = '![A](../../assets/images/a.jpg "One & two")'
    assert "</picture><figcaption>One &amp; two</figcaption></figure>" in markup_of(alone, a_jpg=PHOTO)
    assert "figcaption" not in markup_of(f"In a line {alone} of text.", a_jpg=PHOTO)


def test_the_text_for_those_who_cannot_see_cannot_break_out() -> None:
    text = markup_of('![A "<b>](../../assets/images/a.jpg)', a_jpg=PHOTO)
    assert 'alt="A &#34;&lt;b&gt;"' in text


def test_the_name_of_a_file_can_hold_anything() -> None:
    name = "Å, b (1).jpg"
    page = explainer(f"![A](<../../assets/images/{name}>)")
    view = str(views_of({"content/explainers/a.md": page, f"assets/images/{name}": PHOTO})["/a/"])
    assert re.search(r'srcset="../assets/images/%C3%85%2C%20b%20%281%29-680\.\w+\.webp 680w, ', view)


def lazy(markup: str) -> list[bool]:
    return ["loading" in image for image in re.findall("<img [^>]*>", markup)]


def test_only_what_readers_may_see_before_they_scroll_is_loaded_at_once() -> None:
    two = f"{shown('a.jpg')}\n\n{shown('a.jpg')}\n\n"
    assert lazy(markup_of(f"{two}## Q?\n\n{two}", a_jpg=PHOTO)) == [False, True, True, True]
    assert lazy(markup_of(f"## Q?\n\n{two}", a_jpg=PHOTO)) == [False, True]
    assert lazy(markup_of(f"Words.\n\n## Q?\n\n{two}", a_jpg=PHOTO)) == [True, True]
    assert lazy(markup_of(f"## Q?\n\nWords.\n\n## Q two?\n\n{two}", a_jpg=PHOTO)) == [True, True]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("film.gif", makers.film()),
        ("still.gif", makers.film(frames=1)),
        ("film.png", makers.film("PNG")),
        ("film.webp", makers.film("WEBP")),
    ],
)
def test_a_film_is_published_as_it_is_but_for_what_it_tells(name: str, data: bytes) -> None:
    stem, _, suffix = name.partition(".")
    files = desk(shown(name), **{f"{stem}_{suffix}": data})
    (address, output), *more = outputs_of(files).items()
    assert (address, more) == (f"/assets/images/{stem}.#.{suffix}", [])
    assert output.drawing
    assert output.drawing.draw() == clean(data, {"gif": "gif", "png": "png", "webp": "webp"}[suffix])  # type: ignore[arg-type]
    assert f'<img src="../assets/images/{stem}.#.{suffix}" width="32" height="24" alt=' in str(
        re.sub(r"\.[0-9a-f]{10}(?=\.)", ".#", str(views_of(files)["/a/"]))
    )


def test_a_drawing_is_published_as_it_is_in_the_size_it_says() -> None:
    assert '<img src="../assets/images/map.#.svg" width="1200" height="600" alt=' in markup_of(
        shown("map.svg"), map_svg=makers.svg()
    )


def test_a_webp_is_not_drawn_in_webp_twice() -> None:
    made = outputs_of(desk(shown("a.webp"), a_webp=makers.webp(1600, 1000)))
    assert sorted(made) == [f"/assets/images/a-{width}.#.webp" for width in (1000, 1200, 680)]
    assert "<picture>" not in markup_of(shown("a.webp"), a_webp=makers.webp(1600, 1000))


def test_a_chart_stays_a_png_for_those_who_want_one() -> None:
    made = outputs_of(desk(shown("a.png"), a_png=makers.chart(700, 350)))
    assert sorted(made) == ["/assets/images/a-700.#.png", "/assets/images/a-700.#.webp"]


def test_a_picture_that_no_page_shows_keeps_its_name_and_nothing_of_its_camera() -> None:
    (address, output), *more = outputs_of(desk("Words.", port_jpg=PHOTO)).items()
    assert (address, more) == ("/assets/images/port.jpg", [])
    assert output.drawing
    assert output.drawing.draw() == clean(PHOTO, "jpeg")


@pytest.mark.parametrize("link", ["[large](../../assets/images/port.jpg)", "[{}](../../assets/images/port.jpg)"])
def test_a_photo_can_be_linked_to_at_its_full_size(link: str) -> None:
    body = f"{shown('port.jpg')}\n\n{link.format(shown('port.jpg'))}"
    assert "/assets/images/port.jpg" in outputs_of(desk(body, port_jpg=PHOTO))


def test_a_picture_that_a_stylesheet_or_the_masthead_needs_keeps_its_name() -> None:
    files = {**desk(shown("a.svg") + shown("b.png"), a_svg=makers.svg(), b_png=makers.chart(80, 40))}
    assert not {"/assets/images/a.svg", "/assets/images/b.png"} & outputs_of(files).keys()
    files["assets/css/components/own.css"] = ".a { background: url(../../images/a.svg) }"
    files["site.toml"] = 'title = "F"\nbase_url = "https://news.example/"\nlanguage = "en"\nlogo = "b.png"\n'
    assert {"/assets/images/a.svg", "/assets/images/b.png"} <= outputs_of(files).keys()


def test_a_photo_that_stands_on_two_pages_is_drawn_once() -> None:
    files = {**desk(shown("a.jpg"), a_jpg=PHOTO), "content/explainers/b.md": explainer(shown("a.jpg"), "B")}
    assert len(outputs_of(files)) == 6


def test_another_photo_under_the_old_name_has_other_addresses() -> None:
    def addresses(data: bytes) -> set[str]:
        return {output.address for output in pictures_of(desk(shown("a.jpg"), a_jpg=data))}

    assert not addresses(PHOTO) & addresses(makers.photo(1600, 1001))


def test_the_same_photo_under_two_names_is_two_pictures() -> None:
    files = desk(shown("a.jpg") + shown("a.jpeg"), a_jpg=PHOTO, a_jpeg=PHOTO)
    assert len({output.address for output in pictures_of(files)}) == len(pictures_of(files)) == 12


def test_what_a_drawing_is_made_from_is_its_key() -> None:
    drawings = [output.drawing for output in outputs_of(desk(shown("a.jpg"), a_jpg=PHOTO)).values()]
    again = [output.drawing for output in outputs_of(desk(shown("a.jpg"), a_jpg=PHOTO)).values()]
    keys = [drawing.key for drawing in drawings if drawing]
    assert len(set(keys)) == 6
    assert keys == [drawing.key for drawing in again if drawing]
    other = outputs_of(desk(shown("a.jpg"), a_jpg=makers.photo(1600, 1001))).values()
    assert not set(keys) & {output.drawing.key for output in other if output.drawing}


def test_another_pillow_draws_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    outputs = outputs_of(desk(shown("a.jpg"), a_jpg=PHOTO)).values()
    before = [output.drawing.key for output in outputs if output.drawing]
    monkeypatch.setattr("PIL.__version__", "99.0")
    assert not set(before) & {output.drawing.key for output in outputs if output.drawing}


def test_drawings_can_be_sent_to_another_process() -> None:
    for output in outputs_of(desk(shown("a.jpg") + "\n\n" + shown("f.gif"), a_jpg=PHOTO, f_gif=makers.film())).values():
        assert isinstance(output.drawing, Variant | Clean)
        assert pickle.loads(pickle.dumps(output.drawing)) == output.drawing


def test_damage_that_shows_only_when_it_is_drawn_names_the_file() -> None:
    broken = PHOTO[:-40]
    for output in outputs_of(desk(shown("a.jpg"), a_jpg=broken)).values():
        assert output.drawing
        with pytest.raises(UndrawableError) as found:
            output.drawing.draw()
        (only,) = found.value.problems
        assert (only.rule, only.place.path) == ("bad-image", "assets/images/a.jpg")
        assert pickle.loads(pickle.dumps(found.value)).problems == (only,)


def test_a_picture_that_cannot_be_shown_leaves_its_words() -> None:
    page = str(views_of(desk(shown("a.jpg"), a_jpg=b""))["/a/"])
    assert "<figure>What it shows</figure>" in page
