"""However deep text is nested, it is shown or its line is named: nothing is dropped in silence."""

import pytest

from nutgraf.body import Image, plain
from nutgraf.parse.body import parse_body, parse_inline
from nutgraf.problems import Place
from nutgraf.seeds import read_capture

WHERE = Place("content/pages/deep.md", 1, 1)
CONTAINERS = {
    "quotes": "> ",
    "lists": "- ",
    "numbered lists": "1. ",
    "quotes and lists": "> - ",
    "lists, quotes and numbers": "* > 1) ",
}


def shown(markdown: str) -> str:
    body, _ = parse_body(markdown, WHERE, raw_html=False)
    pieces = [piece for section in body.sections for piece in (*section.question, *section.pieces)]
    return plain(pieces) + "".join(piece.alt for piece in pieces if isinstance(piece, Image))


def deep_lines(markdown: str) -> list[int]:
    _, problems = parse_body(markdown, WHERE, raw_html=False)
    return [problem.place.line for problem in problems if problem.rule == "too-deep"]


@pytest.mark.parametrize("sign", CONTAINERS.values(), ids=CONTAINERS)
def test_a_word_in_blocks_is_shown_or_its_line_is_named(sign: str) -> None:
    for depth in range(1, 70):
        markdown = f"Above.\n\n{sign * depth}deep\n"
        assert deep_lines(markdown) == [3] or "deep" in shown(markdown), depth


def test_lists_may_be_nested_as_deep_as_anybody_reads() -> None:
    assert "deep" in shown("- " * 40 + "deep")
    assert "deep" in shown("> " * 90 + "deep")


def test_the_line_is_the_first_that_lies_too_deep() -> None:
    markdown = "\n".join(f"{'  ' * depth}- deep {depth}" for depth in range(70))
    [line] = deep_lines(markdown)
    words = shown(markdown)
    assert all(f"deep {depth}" in words for depth in range(line - 1))
    assert f"deep {line}" not in words


SPANS = {
    "emphasis": ("*a ", " b*"),
    "emphasis of both kinds": ("*a __b ", "__*"),
    "links": ("[a ", "](b.md)"),
    "pictures": ("![a ", "](b.png)"),
    "open brackets": ("[a ", ""),
    "closing brackets": ("", " b]"),
    "struck out": ("~~a ", " b~~"),
    "code": ("`a ", ""),
    "terms": ("[[a ", "]]"),
}


@pytest.mark.parametrize(("before", "behind"), SPANS.values(), ids=SPANS)
def test_a_word_in_spans_is_shown_or_told(before: str, behind: str) -> None:
    for depth in (1, 20, 97, 98, 99, 100, 101, 150, 1000):
        markdown = f"{before * depth}deep{behind * depth}"
        _, problems = parse_body(markdown, WHERE)
        assert "deep" in shown(markdown) or problems, depth
        inline, told = parse_inline(markdown, WHERE)
        assert "deep" in inline.plain or told or "![" in markdown, depth


@pytest.mark.parametrize("sign", CONTAINERS.values(), ids=CONTAINERS)
def test_a_markdown_seed_is_read_whole_or_refused(sign: str) -> None:
    for depth in range(1, 70):
        capture = f"# Report\n\n{sign * depth}deep\n"
        try:
            reading = read_capture(capture, ".md")
        except ValueError as error:
            assert str(error).startswith("line 3 is nested too deep to be read")  # noqa: PT017  # it may be raised
        else:
            assert [paragraph.text for paragraph in reading.paragraphs] == ["deep"]
