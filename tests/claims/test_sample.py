"""The sample, changed: every figure, date and name that it cites is put wrong, one at a time, and each is reported.

Its own pages say nothing that is reported.
"""

import re
from typing import NamedTuple

import pytest

from nutgraf.problems import Place
from nutgraf.resolve.linking import names_of
from nutgraf.resolve.mentions import entries_of
from nutgraf.resolve.site import Site
from nutgraf.resolve.verification import Verifier
from tests.claims.case import RULES
from tests.resolve.desk import files_in, problems_of, site_of
from tests.sites.project import PROJECT


class Change(NamedTuple):
    """Words of a file, and what is written in their place."""

    place: Place
    words: str
    wrong: str


def texts() -> dict[str, bytes]:
    found = {path: data for path, data in files_in(PROJECT).items() if not path.startswith("assets/")}
    return {path: data for path, data in found.items() if "/." not in path}


PEOPLE = ("Sergio Gor", "Marco Rubio", "Donald Trump", "S. Jaishankar")


def lines_of(texts: dict[str, bytes], path: str) -> list[str]:
    return texts[path].decode().split("\n")


def changed(texts: dict[str, bytes], change: Change) -> dict[str, bytes]:
    """The texts with the words put wrong on their line, where they stand or else where they come first on it."""
    lines = lines_of(texts, change.place.path)
    line = lines[change.place.line - 1]
    at = line.find(change.words, max(change.place.column - 1, 0))
    at = at if at >= 0 else line.find(change.words)
    assert at >= 0, change
    lines[change.place.line - 1] = f"{line[:at]}{change.wrong}{line[at + len(change.words) :]}"
    return {**texts, change.place.path: "\n".join(lines).encode()}


def wrong_figure(words: str) -> str:
    """The figure with another first digit, or another word for it."""
    digit = re.search(r"\d", words)
    if digit:
        return f"{words[: digit.start()]}{(int(digit[0]) + 6) % 9 + 1}{words[digit.end() :]}"
    return "ninety-seven"


def wrong_date(words: str) -> str:
    """A date with other years; without a year, in another month."""
    if re.search(r"\d{4}", words):
        return re.sub(r"\d{4}", lambda year: str(int(year[0]) - 3), words)
    return re.sub(r"(January|February|March|April|May)", "October", words)


def wrong_name(written: str, paragraph: str) -> str:
    """Somebody whom the paragraph does not name."""
    return next(name for name in PEOPLE if name != written and name.split()[-1] not in paragraph)


def changes(site: Site, subject: str) -> list[Change]:
    """Each figure, date or name that its evidence has, put wrong."""
    verifier = Verifier(site.sources, names_of(entries_of(site.terms)), "en")
    found = []
    for path in site.bound:
        bound = site.bound[path]
        for each in verifier.checked(bound.document, bound.citations.found):
            verdict = each.verdict
            if verdict.subject == subject and verdict.found and verdict.is_listed:
                paragraph = site.sources[verdict.found.source].text_of(verdict.found.paragraph)
                wrong = {
                    "figure": wrong_figure(verdict.text),
                    "date": wrong_date(verdict.text),
                    "name": wrong_name(verdict.text, paragraph) if subject == "name" else "",
                }
                found.append(Change(each.place, verdict.text, wrong[subject]))
    return found


def unreported(found: list[Change]) -> list[Change]:
    """The changes that no check of claims reports on their line."""
    sample, missed = texts(), []
    for change in found:
        said = [each.place for each in problems_of(changed(sample, change)) if each.rule in RULES]
        if (change.place.path, change.place.line) not in {(place.path, place.line) for place in said}:
            missed.append(change)
    return missed


def test_the_sample_says_nothing_that_is_reported() -> None:
    assert [found for found in problems_of(texts()) if found.rule in RULES] == []


@pytest.mark.parametrize(("subject", "least"), [("figure", 15), ("date", 10), ("name", 9)])
def test_each_that_is_put_wrong_is_reported_on_its_line(subject: str, least: int) -> None:
    found = changes(site_of(texts()), subject)
    assert len(found) >= least
    assert unreported(found) == []
