"""Settings: site.toml and where its keys stand."""

import pytest

from nutgraf.kinds.settings import full_url, read_settings
from nutgraf.problems import Place

LEAST = 'title = "a"\nbase_url = "https://example.org/a"\nlanguage = "en"\n'


def test_the_three_required_settings_are_enough() -> None:
    settings, problems = read_settings("site.toml", LEAST)
    assert problems == ()
    assert settings is not None
    assert (settings.base_url, settings.timezone, settings.author, settings.raw_html) == (
        "https://example.org/a/",
        "UTC",
        (),
        False,
    )


def test_all_settings_are_read() -> None:
    more = (
        'tagline = "b"\ntimezone = "Asia/Kolkata"\npublisher = "c"\nauthor = ["d", "e"]\nrights = "f"\n'
        'raw_html = true\nfonts = "system"\nlogo = "logo.svg"\nlogo_dark = "assets/images/night.PNG"\n'
        'icon = "icons/flag.png"\n'
        '[[nav]]\ntitle = "g"\npage = "/"\n[topics.trade]\ntitle = "h"\n[topics."critical minerals"]\ntext = "i"\n'
        '[[footer]]\ntitle = "j"\npage = "mailto:a@b.example"\n'
        '[colours]\naccent = "#FFF"\n[colours.dark]\nink = "#abcDEF"\n[checks]\nunused-term = "off"\n'
    )
    settings, problems = read_settings("site.toml", LEAST + more)
    assert problems == ()
    assert settings is not None
    assert (settings.author, settings.raw_html, settings.nav[0].page) == (("d", "e"), True, "/")
    assert set(settings.topics) == {"trade", "critical minerals"}
    assert (settings.fonts, settings.rights, settings.publisher) == ("system", "f", "c")
    assert (settings.logo, settings.logo_dark, settings.icon) == ("logo.svg", "night.PNG", "icons/flag.png")
    assert [(entry.page, entry.place.line) for entry in settings.footer] == [("mailto:a@b.example", 23)]
    assert (settings.colours.accent, settings.colours.ink, settings.colours.dark.ink) == ("#ffffff", None, "#abcdef")
    assert settings.checks == {"unused-term": "off"}


def test_the_place_of_a_setting_is_that_of_its_value_or_of_what_is_around_it() -> None:
    settings, _ = read_settings("site.toml", LEAST + 'colours = {accent = "#fff"}\nlogo = "a.svg"\n')
    assert settings is not None
    assert settings.place("logo") == Place("site.toml", 5, 8, 7)
    assert settings.place("colours", "accent") == settings.place("colours") == Place("site.toml", 4, 11, 17)
    assert settings.place("icon") == Place("site.toml")


@pytest.mark.parametrize("name", ["places", "place"])
def test_what_the_program_notes_for_itself_is_no_setting(name: str) -> None:
    settings, problems = read_settings("site.toml", f"{LEAST}{name} = 5\n")
    assert settings is None
    assert [problem.rule for problem in problems] == ["unknown-field"]
    assert "places" not in "".join(problems[0].hints)


@pytest.mark.parametrize(
    ("toml", "line", "column"),
    [
        ('colour = "b"', 4, 1),
        ("tagline = 5", 4, 11),
        ('  "tagline"   =   5  ', 4, 19),
        ('[[nav]]\ntitle = "a"\npage = "/"\n[[nav]]\ntitle = "b"\npage = 5', 9, 8),
        ('[[nav]]\ntitle = "a"\npage = "/"\nx = 1', 7, 1),
        ('[topics.trade]\ntext = "a"\nx = 1', 6, 1),
        ("topics.trade.title = 5", 4, 22),
        ('nav = [{title = "a", page = 5}]', 4, 7),
        ("[checks]\nunused-term = 5", 5, 15),
        ('[checks]\nsymlink = "off"', 5, 1),
        ('[colours]\nacent = "#fff"', 5, 1),
        ('[colours]\n[colours.dark]\naccent = "red"', 6, 10),
        ('[[footer]]\ntitle = "a"\npage = 5', 6, 8),
        ('logo = "logo.jpg"', 4, 8),
        ('fonts = "none"', 4, 9),
    ],
)
def test_a_problem_stands_at_its_key_or_value(toml: str, line: int, column: int) -> None:
    _, problems = read_settings("site.toml", LEAST + toml)
    assert [(problem.place.line, problem.place.column) for problem in problems] == [(line, column)]


def test_a_rule_that_is_none_of_ours_is_kept_with_its_place_for_who_knows_more() -> None:
    settings, problems = read_settings("site.toml", LEAST + '[checks]\nlong-headline = "off"\nunused-term = "off"')
    assert problems == ()
    assert settings is not None
    assert settings.other_levels == {"long-headline": Place("site.toml", 5, 1, 13)}


@pytest.mark.parametrize("url", ["http://a/", "https://example.org/a/b/", "https://xn--bcher-kva.example:8000/"])
def test_a_base_url_is_kept(url: str) -> None:
    assert full_url(url) == full_url(url.removesuffix("/")) == url


@pytest.mark.parametrize(
    "url",
    ["", "a", "/a/", "//a/", "ftp://a/", "https://", "https://a/?b", "https://a/#b", "https://[a/", "https://a b/"],
)
def test_what_is_no_full_web_address_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="not a full web address"):
        full_url(url)
