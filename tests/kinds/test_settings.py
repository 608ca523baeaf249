"""Settings: site.toml and where its keys stand."""

import pytest

from nutgraf.kinds.settings import full_url, read_settings

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
        "raw_html = true\n"
        '[[nav]]\ntitle = "g"\npage = "/"\n[topics.trade]\ntitle = "h"\n[topics."critical minerals"]\ntext = "i"\n'
        '[colours]\naccent = "#fff"\n[checks]\nunused-term = "off"\n'
    )
    settings, problems = read_settings("site.toml", LEAST + more)
    assert problems == ()
    assert settings is not None
    assert (settings.author, settings.raw_html, settings.nav[0].page) == (("d", "e"), True, "/")
    assert set(settings.topics) == {"trade", "critical minerals"}
    assert settings.checks == {"unused-term": "off"}


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
        ('[checks]\nx = "off"', 5, 1),
    ],
)
def test_a_problem_stands_at_its_key_or_value(toml: str, line: int, column: int) -> None:
    _, problems = read_settings("site.toml", LEAST + toml)
    assert [(problem.place.line, problem.place.column) for problem in problems] == [(line, column)]


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
