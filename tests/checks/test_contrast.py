"""Contrast: what is measured, and whose fault it is. The messages stand in tests/cases/problems/theme/."""

import re

import pytest

from nutgraf.problems import Problem
from nutgraf.resolve.tokens import TOKENS
from tests.resolve.desk import PROJECT, SETTINGS, problems_of

OURS = (PROJECT / TOKENS).read_text("utf-8")


def complaints(toml: str = "", tokens: str = OURS) -> list[Problem]:
    return [each for each in problems_of({"site.toml": SETTINGS + toml, TOKENS: tokens}) if each.rule == "low-contrast"]


def test_our_own_colours_can_be_read() -> None:
    assert complaints() == complaints(tokens="") == []


# The faintest grey that will do on white and the next one (WCAG: 4.54 and 4.48), and the same for text (7.00 and 6.9).
@pytest.mark.parametrize(
    ("role", "enough", "faint"),
    [("accent", "#767676", "#777777"), ("link", "#767676", "#777777"), ("ink", "#595959", "#5A5A5A")],
)
def test_the_bound_is_that_of_wcag(role: str, enough: str, faint: str) -> None:
    white = '[colours]\npaper = "#FFFFFF"\npanel = "#FFFFFF"\nmark = "#FFFFFF"\nok = "#000000"\nfocus = "#000000"\n'
    others = "".join(f'{other} = "#000000"\n' for other in ("accent", "link", "ink") if other != role)
    marks = OURS.replace("--mark-target: #ffd75e", "--mark-target: #ffffff")

    def told(colour: str) -> list[Problem]:
        found = complaints(f'{white}{others}{role} = "{colour}"\n', marks)
        return [each for each in found if "on “paper”" in each.message]

    assert told(enough) == []
    assert [each.place.line for each in told(faint)] == [12]


def test_a_colour_for_the_dark_is_measured_on_dark_paper() -> None:
    told = complaints('[colours.dark]\nlink = "#17466E"\n')
    assert [(each.place.line, "of the dark scheme" in each.message) for each in told] == [(5, True)]


def test_a_colour_that_follows_needs_no_second_complaint() -> None:
    assert [each.place.line for each in complaints('[colours]\naccent = "#D9534F"\n')] == [5]


def test_a_colour_that_a_designer_wrote_is_measured_where_it_stands() -> None:
    tokens = OURS.replace("--accent: #8f1d14", "--accent: #d9534f")
    [found] = complaints(tokens=tokens)
    line = tokens[: tokens.index("#d9534f")].count("\n") + 1
    assert (found.place.path, found.place.line) == (TOKENS, line)


@pytest.mark.parametrize(("token", "colour"), [("ink-2", "#8a8478"), ("ui", "#9a917f")])
def test_a_grey_that_a_designer_wrote_must_be_legible_too(token: str, colour: str) -> None:
    tokens = re.sub(rf"--{token}: #[0-9a-f]+", f"--{token}: {colour}", OURS, count=1)
    [found] = complaints(tokens=tokens)
    assert found.message.startswith(f"“{token}” is too faint on “")


def test_the_shade_that_is_proposed_will_do() -> None:
    [found] = complaints('[colours]\naccent = "#D9534F"\n')
    assert complaints(f'[colours]\naccent = "{found.hints[-1].split()[-1]}"\n') == []
