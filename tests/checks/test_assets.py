"""Assets: what pages cannot do without."""

import pytest

from nutgraf.checks.assets import check_assets
from tests.resolve.desk import SETTINGS, site_of

LAYERS = {f"assets/css/{name}.css": "/* */" for name in ("reset", "tokens", "base", "layout", "print")}


def told(files: dict[str, str]) -> list[tuple[str, int, str]]:
    return [(found.place.path, found.place.line, found.message) for found in check_assets(site_of(files))]


def test_a_site_without_stylesheets_hears_it_once() -> None:
    [(path, _, message)] = told({"assets/js/site.js": "1"})
    assert path == "assets/css"
    assert "bare" in message


@pytest.mark.parametrize("missing", LAYERS)
def test_each_layer_of_the_design_must_be_there(missing: str) -> None:
    assert told(LAYERS) == []
    [(path, *_)] = told({path: text for path, text in LAYERS.items() if path != missing})
    assert path == missing


def test_a_file_that_a_stylesheet_names_must_be_there_but_for_fonts_that_nobody_loads() -> None:
    sheet = '@font-face { src: url("../fonts/a.woff2") }\n'
    files = {**LAYERS, "assets/css/fonts.css": sheet}
    assert told(files) == [("assets/css/fonts.css", 1, "there is no file assets/fonts/a.woff2")]
    assert told({**files, "assets/fonts/a.woff2": "-"}) == []
    assert told({**files, "site.toml": SETTINGS + 'fonts = "system"\n'}) == []
