"""Every kind of content: all its fields, from the file to the typed document."""

from collections.abc import Callable
from typing import Any

import pytest

from nutgraf.dates import parse_date
from nutgraf.kinds.explainer import read_explainer
from nutgraf.kinds.page import read_home, read_page
from nutgraf.kinds.source import read_source_file
from nutgraf.kinds.term import Term, read_term
from nutgraf.parse.body import parse_body
from nutgraf.parse.yaml_front import read_front_matter
from nutgraf.problems import Place

EXPLAINER = """\
title: Why Westport built a second quay
standfirst: One quay was *not* enough.
date: 2026-01-14
updated: 2026-01-15
author: Anna Berg
topics: [harbour, trade]
draft: true
review_by: 2026-02-01
sources: [port-report, harbour-law]
aliases: [old/quay]
key_facts:
  - label: Cost
    value: 40 million euros
    source: port-report p3
    quote: The quay cost 40 million euros
    as_of: 2026-01
    status: disputed
  - {label: Length, value: 300 metres}
timeline:
  - date: 2026-02/2026-03
    title: Cranes arrive
    text: Two *of them*.
    source: "[@port-report]"
    status: expected
  - {date: 2026-01-12, title: The quay opens}
corrections: [{date: 2026-01-15, text: a}, {date: 2026-01-16, text: b}]
changes: [{date: 2026-01-16, text: c}]
"""


def parsed(reader: Callable[..., Any], slug: str, yaml: str, text: str = "") -> Any:
    front, problems = read_front_matter("content/x/quay.md", f"---\n{yaml}\n---\n{text}")
    assert front is not None
    assert problems == ()
    body, problems = parse_body(text, Place("content/x/quay.md", 1, 1))
    assert problems == ()
    return reader(slug, front, body)


def rules(problems: tuple[Any, ...]) -> list[str]:
    return [problem.rule for problem in problems]


def test_an_explainer_has_all_its_fields() -> None:
    explainer, problems = parsed(read_explainer, "quay", EXPLAINER, "Intro.\n\n## Why?\n")
    assert problems == ()
    assert explainer is not None
    assert (explainer.address, explainer.title) == ("/quay/", "Why Westport built a second quay")
    assert explainer.standfirst.plain == "One quay was not enough."
    assert explainer.last_changed == parse_date("2026-01-15")
    assert (explainer.authors, explainer.topics, explainer.is_draft) == (("Anna Berg",), ("harbour", "trade"), True)
    assert explainer.review_by == parse_date("2026-02-01")
    assert [named.text for named in explainer.further] == ["port-report", "harbour-law"]
    assert [named.text for named in explainer.aliases] == ["/old/quay/"]
    assert [section.title for section in explainer.body.sections] == ["", "Why?"]
    assert (explainer.place.line, explainer.place.column) == (2, 8)


def test_a_fact_has_all_its_fields() -> None:
    explainer, _ = parsed(read_explainer, "quay", EXPLAINER)
    assert explainer is not None
    fact, bare = explainer.facts
    assert (fact.label.plain, fact.value.plain, fact.status) == ("Cost", "40 million euros", "disputed")
    assert fact.source is not None
    assert (fact.source.source, fact.source.paragraph, fact.source.place.line) == ("port-report", 3, 15)
    assert fact.quote is not None
    assert (fact.quote.text, fact.quote.place.line) == ("The quay cost 40 million euros", 16)
    assert fact.as_of == parse_date("2026-01")
    assert (bare.source, bare.quote, bare.as_of, bare.status) == (None, None, None, "reported")


def test_events_stand_by_date_and_notices_newest_first() -> None:
    explainer, _ = parsed(read_explainer, "quay", EXPLAINER)
    assert explainer is not None
    assert [event.title.plain for event in explainer.events] == ["The quay opens", "Cranes arrive"]
    cranes = explainer.events[1]
    assert cranes.text is not None
    assert (cranes.text.plain, cranes.status, cranes.place.line) == ("Two of them.", "expected", 21)
    assert cranes.source is not None
    assert cranes.source.source == "port-report"
    assert [notice.text.plain for notice in explainer.corrections] == ["b", "a"]
    assert [notice.text.plain for notice in explainer.changes] == ["c"]


def test_what_is_not_written_has_its_usual_value() -> None:
    explainer, problems = parsed(read_explainer, "quay", "title: a\nstandfirst: b\ndate: 2026-01-14")
    assert problems == ()
    assert explainer is not None
    assert (explainer.authors, explainer.topics, explainer.facts, explainer.events) == ((), (), (), ())
    assert (explainer.updated, explainer.review_by, explainer.is_draft) == (None, None, False)
    assert explainer.body.sections == ()


@pytest.mark.parametrize("author", ["author: Anna Berg", "author: [Anna Berg]", "author:\n  - Anna Berg"])
def test_an_author_is_a_text_or_a_list(author: str) -> None:
    yaml = f"title: a\nstandfirst: b\ndate: 2026-01-14\n{author}"
    explainer, _ = parsed(read_explainer, "quay", yaml)
    assert explainer is not None
    assert explainer.authors == ("Anna Berg",)


def term(yaml: str) -> Term:
    read, problems = parsed(read_term, "quay", f"title: Quay\ndefinition: A wall.\n{yaml}")
    assert problems == ()
    assert isinstance(read, Term)
    return read


def test_a_glossary_entry_has_all_its_fields() -> None:
    quay = term(
        "kind: term\naliases: [wharf]\ncase_sensitive: true\nautolink: false\nwikidata: Q863454\nsee_also: [berth]"
    )
    assert (quay.address, quay.names, quay.kind, quay.wikidata) == (
        "/glossary/quay/",
        ("Quay", "wharf"),
        "term",
        "Q863454",
    )
    assert (quay.case_sensitive, quay.is_linked, [named.text for named in quay.see_also]) == (True, False, ["berth"])
    cited = term("kind: term\nsource: port-report p1\nquote: a second quay")
    assert cited.source is not None
    assert cited.quote is not None
    assert (cited.source.paragraph, cited.quote.text) == (1, "a second quay")


@pytest.mark.parametrize(
    ("yaml", "name", "minds"),
    [
        ("kind: term", "quay", False),
        ("kind: figure", "Quay", False),
        ("kind: term", "NATO", True),
        ("kind: person", "Quay", True),
        ("kind: place", "quay", True),
        ("kind: person\ncase_sensitive: false", "Quay", False),
        ("kind: term\ncase_sensitive: true", "quay", True),
    ],
)
def test_capitals_matter_by_kind_unless_the_entry_says_otherwise(yaml: str, name: str, minds: bool) -> None:
    assert term(yaml).minds_case(name) is minds


def test_a_definition_may_be_280_characters_long_and_no_longer() -> None:
    for length, expected in ((280, []), (281, ["long-definition"])):
        yaml = f"title: a\nkind: term\ndefinition: '*{'b' * length}*'"
        _, problems = parsed(read_term, "a", yaml)
        assert rules(problems) == expected


def test_a_source_file_has_all_its_fields() -> None:
    yaml = (
        "seed: a b.txt\nsha256: " + "A" * 64 + "\ntitle: T\nauthor: A\npublisher: P\npublished: 2026-01\n"
        "url: https://example.org/a?b#c\nlanguage: en-GB\nencoding: windows-1252\nrights: excerpt\n"
        "remove: [x]\nkeep: [y, 'z: z']\nspellings: {Sergio Gore: Sergio Gor}"
    )
    source, problems = parsed(read_source_file, "a", yaml, "A note.")
    assert problems == ()
    assert source is not None
    assert source.sha256 is not None
    assert (source.seed.text, source.sha256.text) == ("a b.txt", "a" * 64)
    assert (source.title, source.author, source.publisher, source.language) == ("T", "A", "P", "en-GB")
    assert source.published == parse_date("2026-01")
    assert source.url is not None
    assert source.encoding is not None
    assert (source.url.text, source.encoding.text, source.rights) == (
        "https://example.org/a?b#c",
        "windows-1252",
        "excerpt",
    )
    assert ([line.text for line in source.remove], [line.text for line in source.keep]) == (["x"], ["y", "z: z"])
    assert source.spellings == (("Sergio Gore", "Sergio Gor"),)
    assert len(source.body.sections) == 1


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "//example.org",
        "example.org",
        "http://",
        "http://[x",
        "https://a b",
        "ftp://a",
        "data:,x",
    ],
)
def test_the_address_of_a_source_is_one_of_the_web(url: str) -> None:
    source, problems = parsed(read_source_file, "a", f"seed: a.txt\nurl: '{url}'")
    assert source is None
    assert rules(problems) == ["bad-value"]


def test_a_page_and_the_home_page() -> None:
    page, _ = parsed(read_page, "about", "title: About\nstandfirst: Us\naliases: [who]\ndraft: true", "Text.")
    assert page is not None
    assert page.standfirst is not None
    assert (page.address, page.standfirst.plain, page.is_draft) == ("/about/", "Us", True)
    home, problems = parsed(read_home, "index", "explainers: [a, b]", "## Hello\n\nText.")
    assert problems == ()
    assert home is not None
    assert [named.text for named in home.explainers] == ["a", "b"]
    assert home.standfirst is None


def test_text_in_front_matter_loses_its_outer_blanks_and_line_breaks() -> None:
    page, _ = parsed(read_page, "about", "title: '  About '\nstandfirst: |\n  One\n  two\n")
    assert page is not None
    assert page.standfirst is not None
    assert (page.title, page.standfirst.plain) == ("About", "One two")
