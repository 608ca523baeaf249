"""What site.toml says of the looks of a site, as pages and stylesheet show it."""

from collections.abc import Mapping
from pathlib import Path

from nutgraf.plan.theme import light_palette, overrides
from nutgraf.views.frame import Emblem, Frame, Theme
from tests.resolve.desk import SETTINGS, explainer, file_in, site_of, views_of
from tests.sites.published import Published, words_of

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 40"><path d="M0 0h320v40H0z"/></svg>'


def frame_of(toml: str, address: str = "/a/", **files: str) -> Frame:
    pages = {"content/explainers/a.md": explainer(), "site.toml": SETTINGS + toml}
    view = views_of({**pages, **{f"assets/images/{name}.svg": text for name, text in files.items()}})[address]
    frame: Frame = view.frame  # type: ignore[attr-defined]  # every page has one
    return frame


def test_a_site_that_says_nothing_lays_nothing_over_the_tokens() -> None:
    assert overrides(site_of({}).colours) == ""


def test_a_colour_by_day_is_said_for_the_dark_too_because_later_rules_win() -> None:
    colours = site_of({"site.toml": SETTINGS + '[colours]\npanel = "#FFFFFF"\n'}).colours
    assert overrides(colours) == (
        "@layer tokens{:root{--panel:#ffffff}@media (prefers-color-scheme:dark){:root{--panel:#211f1b}}}"
    )


def test_a_colour_for_the_dark_is_said_there_only() -> None:
    colours = site_of({"site.toml": SETTINGS + '[colours.dark]\nfocus = "#FFFFFF"\n'}).colours
    assert overrides(colours) == "@layer tokens{@media (prefers-color-scheme:dark){:root{--focus:#ffffff}}}"


def test_drawings_get_the_colours_by_day() -> None:
    palette = light_palette(site_of({"site.toml": SETTINGS + '[colours]\naccent = "#0B5D3B"\n'}))
    assert (palette.paper, palette.ink, palette.accent, palette.rule) == ("#fcfaf5", "#1a1814", "#0b5d3b", "#dcd4c4")


def test_browsers_are_told_paper_accent_and_mark() -> None:
    told = '[colours]\npaper = "#FFFFFF"\naccent = "#0B5D3B"\n[colours.dark]\npaper = "#000000"\n'
    assert frame_of(told).theme == Theme("#ffffff", "#000000", "#0b5d3b", "#ffe9a3", None)


def test_an_icon_of_the_desk_replaces_the_drawn_one() -> None:
    assert frame_of('icon = "flag.svg"\n', flag=LOGO).theme.icon == "../assets/images/flag.svg"


def test_a_logo_comes_with_its_size_and_the_one_for_the_dark() -> None:
    logo = frame_of('logo = "logo.svg"\nlogo_dark = "night.svg"\n', logo=LOGO, night=LOGO.replace("40", "80")).logo
    assert logo
    assert logo.light == Emblem("../assets/images/logo.svg", 320, 40)
    assert logo.dark == Emblem("../assets/images/night.svg", 320, 80)
    alone = frame_of('logo = "assets/images/logo.svg"\n', logo=LOGO).logo
    assert alone
    assert (alone.light.src, alone.dark) == ("../assets/images/logo.svg", None)


def test_the_foot_leads_where_the_desk_says_and_else_to_what_there_is() -> None:
    entry = '[[footer]]\ntitle = "{}"\npage = "{}"\n'.format
    told = (
        entry("Dates", "/timeline/"),
        entry("Imprint", "https://press.example/"),
        entry("Mail", "mailto:a@b.example"),
    )
    assert [(link.title, link.href) for link in frame_of("".join(told)).footer] == [
        ("Dates", "../timeline/"),
        ("Imprint", "https://press.example/"),
        ("Mail", "mailto:a@b.example"),
    ]
    assert [link.title for link in frame_of("").footer] == ["Corrections", "Feed"]


def test_a_publisher_is_named_unless_the_title_does() -> None:
    assert frame_of('publisher = "The Press"\n').publisher == "The Press"
    assert frame_of('publisher = "The File"\n').publisher == ""


def rendered(toml: str, files: Mapping[str, str] = {}) -> str:
    return file_in({"content/explainers/a.md": explainer(), "site.toml": SETTINGS + toml, **files}, "a/index.html")


def test_rights_are_text() -> None:
    page = rendered('rights = "© A & B <i>2026</i>"\npublisher = "The Press"\n')
    assert "<p>Published by The Press. © A &amp; B &lt;i&gt;2026&lt;/i&gt;</p>" in page


def test_the_drawn_icon_has_the_colours_of_the_site() -> None:
    page = rendered('[colours]\naccent = "#0B5D3B"\nmark = "#CFE8FF"\n')
    assert "fill='%230b5d3b'" in page
    assert "fill='%23cfe8ff'" in page
    assert "8f1d14" not in page.lower()


def test_every_page_of_a_themed_site_wears_its_logo_and_foot(themed: Published) -> None:
    for page in (page for page in themed.pages if any(page.all("header"))):
        logo = next(image for image in page.all("img") if image.get("alt") == "The Harbour Desk")
        assert (logo.get("src") or "").endswith("assets/images/logo.svg")
        assert (logo.get("width"), logo.get("height")) == ("2160", "240")
        [dark] = page.all("source")[:1]
        assert (dark.get("srcset") or "").endswith("assets/images/logo-dark.svg")
        [foot] = [each for each in page.all("footer") if each.get("class") == "colophon"]
        assert "Published by Placeholder Press. © Placeholder Press 2026, CC BY 4.0" in words_of(foot)
        assert [words_of(link) for link in foot.iter("a")] == ["Who we are", "Imprint", "Write to us"]
        icon = next(link for link in page.all("link") if link.get("rel") == "icon")
        assert (icon.get("href") or "").endswith("assets/images/icon.svg")
        for emblem in (logo.get("src"), dark.get("srcset"), icon.get("href")):
            assert (themed.folder / "assets/images" / Path(emblem or "").name).exists()
