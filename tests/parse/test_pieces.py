"""Bodies: every fixture of tests/parse/fixtures, and what holds of all of them."""

import pickle
import re
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.body import Words, plain
from nutgraf.parse.body import parse_body, parse_inline
from nutgraf.problems import Place
from tests.parse.fixtures.reading import FIXTURES, Fixture, read_fixtures, shown

FILES = sorted(path.name for path in FIXTURES.glob("*.md"))
ALL = [fixture for name in FILES for fixture in read_fixtures(name)]
SIGNS = st.sampled_from(
    "“ ” \" [@a] [@a␣p1] [[b]] [ ] ( ) * _ ` \\ &amp; ~~ | >␣ -␣ ⏎ ⏎⏎ ##␣ —␣ ::: {note}"
    " [^1] [^1]:␣ ␣␣␣␣ ⇥ word␣ two␣words 港口 . ! <b> ---"
    .replace("⏎", "\n").split(" ")
).map(lambda sign: sign.replace("␣", " ").replace("⇥", "\t"))  # fmt: skip
WHERE = Place("f.md", 1, 1)


@pytest.mark.parametrize("case", [pytest.param(each, id=f"{each.file}:{each.line} {each.title}") for each in ALL])
def test_a_body_is_read_as_its_fixture_says(case: Fixture) -> None:
    assert shown(case.markdown) == case.expected


@given(st.lists(SIGNS, max_size=40).map("".join))
@settings(max_examples=400, deadline=None)
def test_no_text_breaks_the_parser_and_every_place_lies_in_the_file(markdown: str) -> None:
    lines = markdown.split("\n")
    body, problems = parse_body(markdown, WHERE)
    places = [problem.place for problem in problems]
    places += [quotation.place for section in body.sections for quotation in section.uncited]
    for place in places:
        assert place.line <= len(lines)
        assert place.line == 0 or place.column <= len(lines[place.line - 1]) + 1


@given(st.lists(SIGNS, max_size=30).map("".join))
@settings(max_examples=200, deadline=None)
def test_no_text_breaks_a_line_of_front_matter(text: str) -> None:
    inline, problems = parse_inline(text, WHERE)
    assert all(problem.place == WHERE for problem in problems)
    assert all(quotation.place == WHERE for quotation in inline.uncited)


def test_names_never_reach_over_the_edge_of_a_block() -> None:
    body, _ = parse_body("- Pax\n- Silica\n\n| Pax | Silica |\n|---|---|\n\nPax\nSilica", WHERE)
    words = [(piece.text, piece.block) for piece in body.sections[0].pieces if isinstance(piece, Words)]
    assert words == [("Pax", 1), ("Silica", 2), ("Pax", 3), ("Silica", 4), ("Pax", 5), ("\n", 5), ("Silica", 5)]


def test_headings_and_links_are_not_searched_for_names() -> None:
    body, _ = parse_body("## Pax\n\nSee [Pax](x.md), Pax and *Pax*.", WHERE)
    pieces = [*body.sections[0].question, *body.sections[0].pieces]
    assert [piece.is_linkable for piece in pieces if isinstance(piece, Words) and "Pax" in piece.text] == [
        False,
        False,
        True,
        True,
    ]


def test_the_plain_words_of_a_question_hold_its_code_and_its_glossary_links() -> None:
    body, _ = parse_body("## What is a [[quay|second quay]] in `<code>`, *really*? [[Pax]]", WHERE)
    assert body.sections[0].title == "What is a second quay in <code>, really? Pax"


def test_a_line_of_front_matter_is_one_line() -> None:
    inline, _ = parse_inline("One\n\n  # two\n- *three*", WHERE)
    assert inline.plain == "One # two - three"


def test_a_text_without_notes_is_one_section_and_refuses_citations_and_footnotes() -> None:
    body, problems = parse_body("a [@b]\n\n## c\n\nd[^1]\n\n[^1]: e", WHERE, noteless="the home page")
    assert [section.anchor for section in body.sections] == [""]
    assert body.anchors == ("c",)
    assert [(problem.rule, problem.place.line) for problem in problems] == [("bad-citation", 1), ("bad-citation", 5)]
    assert "the home page cannot hold a citation" in problems[0].message


def test_raw_html_passes_only_where_the_site_allows_it() -> None:
    assert "<b>" in shown_html("a <b>c</b>", raw_html=True)
    assert "<b>" not in shown_html("a <b>c</b>", raw_html=False)


def shown_html(markdown: str, *, raw_html: bool) -> str:
    body, _ = parse_body(markdown, WHERE, raw_html=raw_html)
    return "".join(getattr(piece, "markup", "") for piece in body.sections[0].pieces)


@pytest.mark.parametrize("sign", ["> ", "- ", "1. ", "* > "])
def test_nesting_is_read_in_full_or_reported(sign: str) -> None:
    for depth in (1, 5, 20, 40, 60, 150):
        body, problems = parse_body(nested(sign, depth), WHERE)
        text = plain(piece for section in body.sections for piece in section.pieces)
        assert text == "deep" or [problem.rule for problem in problems if problem.rule == "too-deep"]


def nested(sign: str, depth: int) -> str:
    return sign * depth + "deep"


def test_words_are_counted_without_markup() -> None:
    body, _ = parse_body("## One two?\n\n*three* [four](x.md) [@five] `six`\n\n> seven\n> — eight", WHERE)
    assert body.words == 7


def test_bodies_can_be_pickled() -> None:
    for fixture in ALL:
        body, problems = parse_body(fixture.markdown, WHERE)
        assert pickle.loads(pickle.dumps((body, problems))) == (body, problems)


@given(st.text(alphabet="ab “”\".,:;!?#$%(){}-–'’|@^=+/é港\t\n", max_size=40))
@settings(max_examples=300, deadline=None)
def test_a_line_without_markdown_is_read_as_the_parser_would_read_it(text: str) -> None:
    inline, problems = parse_inline(text, WHERE)
    with patch("nutgraf.parse.body._SIGN", re.compile("")):  # the parser is asked
        parsed, found = parse_inline(text, WHERE)
    assert plain(inline.pieces) == plain(parsed.pieces)
    assert all(isinstance(piece, Words) and piece.is_linkable and piece.block == 1 for piece in inline.pieces)
    assert [each.text for each in inline.uncited] == [each.text for each in parsed.uncited]
    assert problems == found


def test_a_comment_is_hidden_and_not_reported_where_html_is_let_through() -> None:
    text = "Ask. <!-- the lawyers -->\n\n<!-- the lawyers -->"
    assert [problem.rule for problem in parse_body(text, WHERE)[1]] == ["stray-sign", "stray-sign"]
    assert parse_body(text, WHERE, raw_html=True)[1] == ()


def test_a_comment_in_front_matter_is_reported() -> None:
    (found,) = parse_inline("Ask <!-- the lawyers -->", WHERE)[1]
    assert (found.rule, found.place) == ("stray-sign", WHERE)
