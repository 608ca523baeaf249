"""Assets: the joined stylesheet, published names, and the two ways to set type."""

from nutgraf.plan.assets import Assets, make_assets
from nutgraf.read import File, read
from tests.resolve.desk import files_of
from tests.sites.project import PROJECT

OURS = [file for file in read(PROJECT)[0] if file.path.startswith("assets/")]


def with_files(**texts: str) -> list[File]:
    added = files_of({f"assets/css/{name}.css": text for name, text in texts.items()})
    return [*OURS, *(file for file in added if file.path.startswith("assets/"))]


def stylesheet(assets: Assets) -> str:
    return next(asset.draw().decode() for asset in assets.published if asset.address == assets.stylesheet)


def test_a_preview_keeps_plain_names() -> None:
    assets = make_assets(OURS, hashed=False)
    assert (assets.stylesheet, assets.script) == ("/assets/site.css", "/assets/site.js")
    assert assets.fonts[0] == "/assets/fonts/newsreader-text.woff2"
    assert 'url("fonts/newsreader-text.woff2")' in stylesheet(assets)


def test_the_faces_above_the_fold_are_preloaded() -> None:
    assert [font.split("/")[-1].split(".")[0] for font in make_assets(OURS).fonts] == [
        "newsreader-text",
        "newsreader-display",
        "public-sans",
    ]


def test_a_face_of_the_desk_is_preloaded_too_unless_it_is_italic() -> None:
    theirs = """@font-face { font-family: "A"; src: url("../fonts/a.woff2") format("woff2") }
    @font-face { font-family: "A"; src: url("../fonts/a-italic.woff2") format("woff2"); font-style: italic }
    @font-face { font-family: "B"; src: url("../fonts/gone.woff2") }
    @font-face { font-family: "C"; src: local("Georgia") }"""
    texts = {"assets/css/fonts.css": theirs, "assets/fonts/a.woff2": "a", "assets/fonts/a-italic.woff2": "b"}
    files = [file for file in files_of(texts) if file.path.startswith("assets/")]
    assert make_assets(files, hashed=False).fonts == ("/assets/fonts/a.woff2",)


def test_every_font_of_the_stylesheet_is_published_with_its_licence() -> None:
    assets = make_assets(OURS)
    fonts = {asset.address for asset in assets.published if asset.address.startswith("/assets/fonts/")}
    named = {f"/assets/{each.split(chr(34))[0]}" for each in stylesheet(assets).split('url("')[1:]}
    assert fonts == {*named, "/assets/fonts/OFL.txt"}


def test_with_the_fonts_of_the_system_nothing_of_ours_is_loaded() -> None:
    assets = make_assets(OURS, fonts="system")
    css = stylesheet(assets)
    assert "@font-face" not in css
    assert "url(" not in css
    assert "--sans:system-ui" in css
    assert css.index("--sans:system-ui") > css.index('--sans:"Public Sans"'), "the later one counts"
    assert assets.fonts == ()
    assert not [asset.address for asset in assets.published if "/fonts/" in asset.address]


def test_with_our_fonts_the_stack_of_the_system_is_left_out() -> None:
    assert "--sans:system-ui" not in stylesheet(make_assets(OURS))


def test_chosen_colours_come_right_after_ours_and_files_of_the_desk_last() -> None:
    css = stylesheet(make_assets(with_files(zz="a{top:0}"), overrides="@layer tokens{:root{--ink:#000}}"))
    assert css.index("--measure") < css.index("--ink:#000") < css.index("@layer base{")
    assert css.endswith("a{top:0}\n")
