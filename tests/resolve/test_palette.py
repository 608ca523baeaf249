"""The colours of a site: what tokens.css and site.toml say, and what follows."""

import pytest
from msgspec.structs import asdict

from nutgraf.colours import contrast
from nutgraf.problems import Place
from nutgraf.resolve.palette import DAY, NIGHT, Palette, Schemes
from nutgraf.resolve.tokens import TOKENS, read_tokens
from tests.resolve.desk import PROJECT, SETTINGS, files_of, site_of

OURS = (PROJECT / TOKENS).read_text("utf-8")


def colours_of(toml: str = "", tokens: str = OURS) -> Schemes:
    return site_of({"site.toml": SETTINGS + toml, TOKENS: tokens}).colours


def changes(palette: Palette, ours: Palette) -> set[str]:
    before = asdict(ours)
    return {role for role, colour in asdict(palette).items() if colour != before[role]}


def test_the_colours_known_here_are_those_of_the_stylesheet() -> None:
    day, night = read_tokens(files_of({TOKENS: OURS})[0])
    for tokens, ours in ((day, DAY), (night, NIGHT)):
        assert {token: chosen.colour for token, chosen in tokens.items()} == {
            role.replace("_", "-"): colour for role, colour in asdict(ours).items()
        }


def test_a_site_that_says_nothing_has_our_colours() -> None:
    for tokens in (OURS, ""):
        colours = colours_of(tokens=tokens)
        assert (colours.light.palette, colours.dark.palette) == (DAY, NIGHT)
        assert not {**colours.light.changed, **colours.dark.changed, **colours.light.chosen, **colours.dark.chosen}


def test_one_colour_changes_nothing_else_by_day_and_lends_its_hue_to_the_dark() -> None:
    colours = colours_of('[colours]\naccent = "#0B5D3B"\n')
    assert changes(colours.light.palette, DAY) == changes(colours.dark.palette, NIGHT) == {"accent"}
    assert colours.light.changed == {"accent": "#0b5d3b"}
    assert colours.dark.palette.accent == "#19d085"
    assert colours.dark.chosen["accent"].place == colours.light.chosen["accent"].place == Place("site.toml", 5, 10, 9)


def test_a_colour_for_the_dark_is_taken_as_it_is_and_leaves_the_day_alone() -> None:
    colours = colours_of('[colours]\naccent = "#0B5D3B"\n[colours.dark]\naccent = "#7FD6AE"\n')
    assert (colours.light.palette.accent, colours.dark.palette.accent) == ("#0b5d3b", "#7fd6ae")
    assert colours.dark.chosen["accent"].place.line == 7
    assert colours_of('[colours.dark]\naccent = "#7FD6AE"\n').light.palette == DAY


@pytest.mark.parametrize("role", ["paper", "panel", "ink"])
def test_the_sheet_by_day_says_nothing_of_the_dark(role: str) -> None:
    assert colours_of(f'[colours]\n{role} = "#ABCDEF"\n').dark.palette == NIGHT


def test_greys_and_hairlines_follow_paper_and_ink() -> None:
    colours = colours_of('[colours]\npaper = "#FFF1E5"\nink = "#33302E"\n')
    assert changes(colours.light.palette, DAY) == {"paper", "panel", "ink", "ink_2", "rule", "ui"}
    assert colours.light.palette.rule == "#dcd0c6"
    assert contrast(colours.light.palette.ui, "#fff1e5") >= 4.5
    told = colours_of('[colours]\npaper = "#FFF1E5"\npanel = "#F2DFCE"\n')
    assert told.light.palette.panel == "#f2dfce"


def test_the_marks_of_the_highlighter_follow_it() -> None:
    colours = colours_of('[colours]\nmark = "#CFE8FF"\n')
    for scheme, ours in ((colours.light, DAY), (colours.dark, NIGHT)):
        palette = scheme.palette
        assert changes(palette, ours) == {"mark", "mark_target", "mark_line"}
        assert contrast(palette.mark_line, palette.paper) >= 4.5
        assert contrast(palette.ink, palette.mark_target) >= 7


@pytest.mark.parametrize("colour", ["#8f1d14", "#0b5d3b", "#0a2a5e", "#000000", "#7a0099", "#663300"])
def test_what_the_dark_is_lent_can_be_read_there(colour: str) -> None:
    toml = "".join(f'{role} = "{colour}"\n' for role in ("accent", "link", "ok", "focus"))
    palette = colours_of(f"[colours]\n{toml}").dark.palette
    for role in ("accent", "link", "ok"):
        for ground in (palette.paper, palette.panel, palette.mark, palette.mark_target):
            assert contrast(getattr(palette, role), ground) >= 4.5


def test_a_designer_may_change_the_tokens_themselves() -> None:
    tokens = OURS.replace("--accent: #8f1d14", "--accent: #0b5d3b").replace("--paper: #151412", "--paper: #000")
    colours = colours_of(tokens=tokens)
    assert (colours.light.palette.accent, colours.dark.palette.paper) == ("#0b5d3b", "#000000")
    assert not colours.light.changed, "the stylesheet says it already"
    line = tokens[: tokens.index("#0b5d3b")].count("\n") + 1
    assert colours.light.chosen["accent"].place == Place(TOKENS, line, 15, 7)
    assert colours_of('[colours]\naccent = "#123456"\n', tokens).light.palette.accent == "#123456"


def test_without_a_dark_scheme_in_the_tokens_the_day_holds() -> None:
    colours = colours_of(tokens=":root { --paper: #fff; --ink: #111 }")
    assert (colours.dark.palette.paper, colours.dark.palette.ink) == ("#ffffff", "#111111")


def test_comments_other_queries_and_other_notations_are_passed_over() -> None:
    css = """/* --accent: #111111 */
    :root { --accent: oklch(40% .1 30); --link: #123456; --label: 1px #fff }
    @media (prefers-contrast: more) { :root { --link: #000000 } }
    @media (prefers-color-scheme:dark) { :root { --link: #abcdef; --mark: #12345 } }
    """
    day, night = read_tokens(files_of({TOKENS: css})[0])
    assert {name: chosen.colour for name, chosen in day.items()} == {"link": "#123456"}
    assert {name: chosen.colour for name, chosen in night.items()} == {"link": "#abcdef"}
