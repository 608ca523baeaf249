"""What a tab is told, by what it shows and what there is."""

import pytest

from nutgraf.preview.edition import Assets
from nutgraf.preview.news import Shown, news

ASSETS = Assets(frozenset({("assets/site.css", 1, 10), ("assets/site.js", 1, 10)}))
STYLED = Assets(frozenset({("assets/site.css", 2, 10), ("assets/site.js", 1, 10)}))
SCRIPTED = Assets(frozenset({("assets/site.css", 2, 10), ("assets/site.js", 2, 10)}))
SHOWN = Shown("1", ASSETS, "none")


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (SHOWN, ()),
        (Shown("2", ASSETS, "none"), ("/-/page",)),
        (Shown("1", ASSETS, "some"), ("/-/problems",)),
        (Shown("1", STYLED, "none"), ("/repo/assets/site.css",)),
        (Shown("2", STYLED, "some"), ("/repo/assets/site.css", "/-/page", "/-/problems")),
        (Shown("2", SCRIPTED, "some"), ("*",)),
    ],
)
def test_a_tab_is_told_as_little_as_will_do(today: Shown, told: tuple[str, ...]) -> None:
    assert news(SHOWN, today, "/repo/") == told


def test_a_tab_whose_assets_are_of_another_day_has_to_reload() -> None:
    assert news(Shown("1", None, "none"), SHOWN, "/repo/") == ("*",)
