"""Stylesheets: what no browser could read as it is meant, and what is only new or odd."""

import pytest

from tests.resolve.desk import problems_of

CSS = "assets/css/components/own.css"


def faults(css: str) -> list[tuple[int, int, str]]:
    found = [each for each in problems_of({CSS: css}) if each.rule == "bad-stylesheet"]
    return [(each.place.line, each.place.column, each.message) for each in found]


@pytest.mark.parametrize(
    "css",
    [
        "",
        "/* nothing */",
        "@layer a, b;\n@layer a { .a { color: red; &:hover { color: blue } } }",
        "@media (400px <= width < 60em) { .a:is(b, c)::before { content: '}' } }",
        ":root { --empty:; --block: { a: b }; --url: url(a//b.png) }",
        "a { background: url(https://news.example.org/a.png); color: oklch(from red l c h / 50%) }",
        "@property --x { syntax: '<color>'; inherits: false; initial-value: red }",
        ".a { @media print { display: none } }",
        "@import url('reset.css') layer(x) supports(display: grid);",
        "@keyframes x { from { top: 0 } 50% { top: 1px } }",
    ],
)
def test_a_stylesheet_that_can_be_read_is_left_alone(css: str) -> None:
    assert faults(css) == []


@pytest.mark.parametrize(
    ("css", "line", "column"),
    [
        (".a { color: red; }\n}", 2, 1),
        (".a { color: red;\n\n.b { color: blue; }", 1, 1),
        ("@media print {\n  .a { color red; }\n}", 2, 17),
        (".a { content: 'open;\n}", 1, 15),
        ("// a comment\n.a { color: red }", 1, 1),
        (".a { width: calc(1px + 2px)); }", 1, 28),
        ("$colour: red;", 1, 14),
        ("\n/* open", 2, 1),
    ],
)
def test_what_cannot_be_read_is_an_error_with_its_place(css: str, line: int, column: int) -> None:
    assert [found[:2] for found in faults(css)] == [(line, column)]


@pytest.mark.parametrize("css", ["a{b:" + "(" * 20_000, "a{" * 5_000, "@media x{" * 5_000 + "}" * 5_000])
def test_blocks_may_be_nested_as_deep_as_somebody_likes(css: str) -> None:
    assert len(faults(css)) <= 1
