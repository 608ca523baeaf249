"""What other sites show when a page is shared: tags in the page, and the pictures they name."""

import re
from html import unescape
from urllib.parse import urlsplit

import pytest

from nutgraf.plan.languages import territorial
from nutgraf.plan.output import Output
from nutgraf.render import render
from nutgraf.share import ShareImage
from tests.resolve.desk import SETTINGS, Files, explainer, problems_of, site_of, source, term
from tests.share.fonts import FOLDER
from tests.sites.project import PROJECT
from tests.stages import planned, project_templates

FONTS = {f"assets/share/{path.name}": path.read_bytes() for path in sorted(FOLDER.glob("*.ttf"))}
TAGLINE = SETTINGS + 'tagline = "A port, explained"\n'
STORY = explainer(more="updated: 2026-02-01\ntopics: [strikes, the port, strikes]\nauthor: [A. Writer, B. Editor]\n")
DESK: dict[str, str | bytes] = {
    "site.toml": TAGLINE,
    "content/explainers/ports.md": STORY,
    "content/glossary/quay.md": term("Quay"),
    "content/pages/about.md": "---\ntitle: About\n---\nWe.\n",
    "content/sources/story.md": source(),
}


def outputs_of(texts: Files) -> dict[str, Output]:
    return {output.address: output for output in planned(site_of(texts))}


def tags_of(texts: Files, address: str) -> dict[str, list[str]]:
    """The meta elements of a page: the contents of each name, in their order."""
    page = outputs_of(texts)[address]
    contents = render(page, project_templates())
    assert isinstance(contents, bytes)
    found: dict[str, list[str]] = {}
    for name, content in re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', contents.decode()):
        found.setdefault(name, []).append(unescape(content))
    return found


def images_of(texts: Files) -> dict[str, ShareImage]:
    found = {address: output.drawing for address, output in outputs_of(texts).items()}
    return {address: drawing for address, drawing in found.items() if isinstance(drawing, ShareImage)}


def words_of(image: ShareImage) -> tuple[str | None, ...]:
    return tuple(words.text if words else None for words in (image.kicker, image.headline, image.foot))


def with_fonts(texts: Files = DESK, **settings: str) -> Files:
    site = str(texts.get("site.toml", SETTINGS)) + "".join(f'{name} = "{value}"\n' for name, value in settings.items())
    return {**FONTS, **texts, "site.toml": site}


def in_language(language: str, title: str, headline: str, **others: str) -> Files:
    site = f'title = "{title}"\nbase_url = "https://news.example/"\nlanguage = "{language}"\n'
    return {**FONTS, "site.toml": site, "content/explainers/ports.md": explainer(title=headline, **others)}


def test_explainers_and_the_home_page_have_pictures_of_their_own() -> None:
    images = images_of(with_fonts())
    assert images.keys() == {"/share.png", "/ports/share.png"}
    assert words_of(images["/share.png"]) == (None, "The File", "A port, explained")
    assert words_of(images["/ports/share.png"]) == ("STRIKES · EXPLAINED", "Why the ports closed", "The File")


def test_a_page_names_its_picture_in_full_with_its_size_and_its_words() -> None:
    tags = tags_of(with_fonts(), "/ports/")
    stamp = images_of(with_fonts())["/ports/share.png"].stamp
    assert tags["og:image"] == [f"https://news.example/file/ports/share.png?v={stamp}"]
    assert tags["og:image:type"] == ["image/png"]
    assert (tags["og:image:width"], tags["og:image:height"]) == (["1200"], ["630"])
    assert tags["og:image:alt"] == tags["twitter:image:alt"] == ["The File: Why the ports closed"]
    assert tags["twitter:card"] == ["summary_large_image"]


@pytest.mark.parametrize(
    "address",
    ["/", "/about/", "/glossary/", "/glossary/quay/", "/sources/", "/sources/story/", "/timeline/", "/corrections/"],
)
def test_every_other_page_shows_the_picture_of_the_site(address: str) -> None:
    tags = tags_of(with_fonts(), address)
    assert urlsplit(tags["og:image"][0]).path == "/file/share.png"
    assert tags["og:image:alt"] == ["The File: A port, explained"]
    assert tags["og:type"] == ["website"]
    assert not [name for name in tags if name.startswith("article:")]


def test_a_page_without_an_address_has_none_of_these_tags() -> None:
    tags = tags_of(with_fonts(), "/404.html")
    assert not [name for name in tags if name.startswith(("og:", "twitter:", "article:"))]


def test_an_explainer_tells_its_dates_its_topics_and_who_wrote_it() -> None:
    tags = tags_of(with_fonts(), "/ports/")
    assert tags["og:type"] == ["article"]
    assert tags["og:locale"] == ["en_GB"]
    assert tags["article:published_time"] == ["2026-01-22"]
    assert tags["article:modified_time"] == ["2026-02-01"]
    assert tags["article:section"] == ["Strikes"]
    assert tags["article:tag"] == ["Strikes", "The port"]
    assert tags["author"] == ["A. Writer", "B. Editor"]


def test_an_explainer_without_topics_or_a_change_says_nothing_of_them() -> None:
    tags = tags_of(with_fonts({"content/explainers/ports.md": explainer()}), "/ports/")
    assert not tags.keys() & {"article:section", "article:tag", "article:modified_time", "author"}


def test_another_headline_is_another_address_for_caches_but_the_same_file() -> None:
    edited = {**DESK, "content/explainers/ports.md": STORY.replace("Why the ports closed", "Why the port closed")}
    before, after = (urlsplit(tags_of(with_fonts(texts), "/ports/")["og:image"][0]) for texts in (DESK, edited))
    assert before.path == after.path
    assert before.query != after.query


def test_an_edit_that_the_picture_does_not_show_leaves_it_as_it_is() -> None:
    edited = {**DESK, "content/explainers/ports.md": STORY + "\n\nMore.\n"}
    keys = [images_of(with_fonts(texts))["/ports/share.png"].key for texts in (DESK, edited)]
    assert keys[0] == keys[1]


def test_the_colours_are_those_of_site_toml() -> None:
    site = TAGLINE + '[colours]\naccent = "#0b5d3b"\n'
    image = images_of(with_fonts({**DESK, "site.toml": site}))["/ports/share.png"]
    assert image.colours.accent == "#0b5d3b"
    assert image.colours.paper == "#fcfaf5"


def test_pictures_are_drawn_where_pages_ship_no_fonts() -> None:
    assert images_of(with_fonts(fonts="system")).keys() == {"/share.png", "/ports/share.png"}


def test_the_fonts_of_pictures_are_not_published() -> None:
    assert not [address for address in outputs_of(with_fonts()) if address.startswith("/assets/share")]


def test_without_fonts_there_are_no_pictures() -> None:
    assert images_of(DESK) == {}
    tags = tags_of(DESK, "/ports/")
    assert tags["twitter:card"] == ["summary"]
    assert "og:image" not in tags
    assert "twitter:image:alt" not in tags


def test_a_headline_of_the_desks_own_font_comes_first_and_the_others_by_name() -> None:
    texts = {**DESK, "assets/share/headline.ttf": FONTS["assets/share/newsreader.ttf"]}
    faces = {name: image.headline for name, image in images_of(texts).items()}
    assert {words.face.path for words in faces.values() if words} == {"assets/share/headline.ttf"}


def test_designers_find_every_font_in_the_docs() -> None:
    docs = (PROJECT / "docs/theming.md").read_text("utf-8")
    assert [path for path in FONTS if f"| `{path.removeprefix('assets/share/')}` |" not in docs] == []


def test_a_headline_in_hindi_is_drawn_in_devanagari() -> None:
    texts = in_language("hi", "दिल्ली फ़ाइल", "भारत क्या चाहता है", more="topics: [व्यापार]\n")
    image = images_of(texts)["/ports/share.png"]
    assert image.headline
    assert image.headline.face.path == "assets/share/noto-serif-devanagari.ttf"
    assert image.language == "hi"
    assert not image.is_rtl
    assert tags_of(texts, "/ports/")["og:locale"] == ["hi_IN"]


def test_a_site_written_from_the_right_has_pictures_from_the_right() -> None:
    image = images_of(in_language("ur", "دہلی فائل", "ٹیرف کیا ہے"))["/ports/share.png"]
    assert image.is_rtl
    assert image.headline


def test_capitals_of_turkish_keep_their_dots() -> None:
    texts = in_language("tr", "Dosya", "Tarife nedir", more="topics: [siyaset]\n")
    kicker = images_of(texts)["/ports/share.png"].kicker
    assert kicker
    assert kicker.text.startswith("SİYASET · ")


UNDRAWABLE = {**DESK, "content/explainers/ports.md": explainer(title="港口为何关闭")}


def test_a_headline_that_no_font_has_shows_the_picture_of_the_site() -> None:
    assert images_of(with_fonts(UNDRAWABLE)).keys() == {"/share.png"}
    tags = tags_of(with_fonts(UNDRAWABLE), "/ports/")
    assert urlsplit(tags["og:image"][0]).path == "/file/share.png"
    assert tags["og:image:alt"] == ["The File: A port, explained"]


def test_the_desk_is_told_of_a_headline_that_is_not_drawn() -> None:
    found = [problem for problem in problems_of(with_fonts(UNDRAWABLE)) if problem.rule == "undrawn-headline"]
    assert [(problem.place.path, problem.place.line) for problem in found] == [("content/explainers/ports.md", 2)]
    assert "“港口为何关闭”" in found[0].message
    assert not [problem for problem in problems_of(UNDRAWABLE) if problem.rule == "undrawn-headline"]


def test_the_desk_is_told_of_a_site_whose_name_is_not_drawn() -> None:
    found = problems_of(in_language("zh", "港口", "Ports"))
    assert ("site.toml", 1) in {(each.place.path, each.place.line) for each in found if each.rule == "undrawn-headline"}


def test_the_desk_is_told_of_a_web_font_among_the_fonts() -> None:
    web_font = {"assets/share/ours.ttf": (PROJECT / "assets/fonts/newsreader-display.woff2").read_bytes()}
    found = [each for each in problems_of({**with_fonts(), **web_font}) if each.rule == "undrawn-headline"]
    assert [each.place.path for each in found] == ["assets/share/ours.ttf"]


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("en", "en_GB"),
        ("en-001", "en_GB"),
        ("en-US", "en_US"),
        ("en-IN", "en_IN"),
        ("hi", "hi_IN"),
        ("ur", "ur_PK"),
        ("pt", "pt_BR"),
        ("pt-PT", "pt_PT"),
        ("zh-Hant", "zh_TW"),
        ("zh-Hant-HK", "zh_HK"),
        ("sr-Latn", "sr_RS"),
        ("qaa", "qaa"),
    ],
)
def test_open_graph_names_a_territory(language: str, locale: str) -> None:
    assert territorial(language) == locale
