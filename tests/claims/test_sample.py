"""The sample, changed: every figure, date and name that it cites is put wrong, one at a time, and each is reported.

Its own pages say nothing that is reported.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from nutgraf.body import Inline, Statement
from nutgraf.dates import mentions_in
from nutgraf.figures import figures_in
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.term import Term
from nutgraf.problems import Place
from nutgraf.resolve.linking import names_of
from nutgraf.resolve.mentions import entries_of
from nutgraf.resolve.site import Site
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


def wrong_words(date: str) -> str:
    """A date with other years; without a year, in another month."""
    if re.search(r"\d{4}", date):
        return re.sub(r"\d{4}", lambda year: str(int(year[0]) - 3), date)
    return re.sub(r"(January|February|March|April|May)", "October", date)


def statements(site: Site) -> Iterator[Statement]:
    """What the pages say under a source of its own."""
    for path in site.bound:
        document = site.bound[path].document
        for section in document.body.sections:
            yield from (each for each in section.statements if each.references and each.is_close)
        inlines: list[Inline] = []
        if isinstance(document, Explainer):
            inlines += [text for fact in document.facts if fact.source for text in (fact.label, fact.value)]
            for event in document.events:
                inlines += [text for text in (event.title, event.text) if text and event.source]
        if isinstance(document, Term) and document.source:
            inlines.append(document.definition)
        yield from (each for text in inlines for each in text.statements)


def wrong_figures(site: Site) -> Iterator[Change]:
    for each in statements(site):
        for figure in figures_in(each.text):
            if figure.kind not in {"date", "year"} and not figure.is_counted:
                yield Change(each.place(figure.start, figure.end), figure.text, wrong_figure(figure.text))


def wrong_days(site: Site) -> Iterator[Change]:
    published = site.sources["gor-meeting"].credit.published
    for each in statements(site):
        for mention in mentions_in(each.text, ("en",), published):
            if mention.periods and not mention.is_relative:
                yield Change(each.place(mention.start, mention.end), mention.text, wrong_words(mention.text))
    for path in site.bound:
        document = site.bound[path].document
        for event in document.events if isinstance(document, Explainer) else ():
            if event.source:
                place = replace(event.place, column=0)
                yield Change(place, event.date.text, wrong_words(event.date.text))


def wrong_names(site: Site) -> Iterator[Change]:
    finder = names_of(entries_of(site.terms))
    wrong = ("Marco Rubio", "Donald Trump", "S. Jaishankar")
    for path in site.bound:
        document = site.bound[path].document
        if not isinstance(document, Explainer):
            continue
        texts = [fact.value for fact in document.facts if fact.source]
        texts += [text for event in document.events if event.source for text in (event.title, event.text) if text]
        for text in texts:
            for start, end, name in finder.in_claim(text.plain, "en"):
                if name:
                    other = next(each for each in wrong if each not in name.written)
                    yield Change(text.place, text.plain[start:end], other)


def unreported(changes: Iterator[Change]) -> tuple[int, list[Change]]:
    """How many changes there are, and those that no check of claims reports on their line."""
    sample, missed, number = texts(), [], 0
    for number, change in enumerate(changes, 1):
        told = {
            (found.place.path, found.place.line)
            for found in problems_of(changed(sample, change))
            if found.rule in RULES
        }
        if (change.place.path, change.place.line) not in told:
            missed.append(change)
    return number, missed


def test_the_sample_says_nothing_that_is_reported() -> None:
    assert [found for found in problems_of(texts()) if found.rule in RULES] == []


def test_every_wrong_figure_is_reported_on_its_line() -> None:
    number, missed = unreported(wrong_figures(site_of(texts())))
    assert number >= 20
    assert missed == []


def test_every_wrong_date_is_reported_on_its_line() -> None:
    number, missed = unreported(wrong_days(site_of(texts())))
    assert number >= 10
    assert missed == []


def test_every_wrong_name_is_reported_on_its_line() -> None:
    number, missed = unreported(wrong_names(site_of(texts())))
    assert number >= 5
    assert missed == []
