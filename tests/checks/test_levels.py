"""Levels in [checks] for rules that the engine does not have: a microsite’s own checks say which are theirs."""

from collections.abc import Iterator

from msgspec.structs import replace

from nutgraf.additions import Additions
from nutgraf.checks import Check
from nutgraf.problems import Place, Problem
from nutgraf.resolve.site import Site
from tests.resolve.desk import SETTINGS, site_of
from tests.stages import checked


def silent(site: Site, key: str) -> Iterator[Problem]:
    del site, key
    yield from ()


OWN = Check("headlines", lambda _: ("",), silent, ("long-headline", "shouting"))


def told(level: str, *own: Check) -> list[tuple[str, tuple[str, ...], Place]]:
    site = replace(site_of({"site.toml": f"{SETTINGS}[checks]\n{level}\n"}), additions=Additions(own))
    found = [problem for problem in checked(site) if problem.rule == "unknown-field"]
    return [(problem.message, problem.hints, problem.place) for problem in found]


def test_a_rule_of_ones_own_is_known() -> None:
    assert told('long-headline = "error"\nshouting = "off"', OWN) == []


def test_a_rule_that_nobody_has_is_told_with_the_nearest_there_is() -> None:
    line = len(SETTINGS.splitlines()) + 2
    place = Place("site.toml", line, 1, len("long-headlin"))
    expected = [("there is no rule “long-headlin”", ("did you mean “long-headline”?",), place)]
    assert told('long-headlin = "error"', OWN) == expected


def test_without_the_check_its_rule_is_not_known() -> None:
    [(message, hints, _)] = told('xyzzy = "error"')
    assert (message, hints) == ("there is no rule “xyzzy”", ("docs/writing.md lists the rules",))
