"""Signs in front matter that look like YAML’s: told where they stand, and only if something cannot be read."""

import pytest

from nutgraf.parse.yaml_front import read_front_matter

BLANK = "\u00a0"


def told(text: str) -> list[tuple[int, str]]:
    _, problems = read_front_matter("f.md", text)
    return [(problem.place.line, problem.message) for problem in problems]


@pytest.mark.parametrize(
    "yaml",
    [
        f"a: {BLANK}b{BLANK}c",
        f"a: b\n  {BLANK}c",
        "a: |\n  – b: c\n  d:e",
        "a: b\n  – c",
        "a: https://example.org/\nb: 12:30",
        "a: |\n  –––\n  b",
        "{a: 1, b: }",
        '{"a":1,"b":2}',
    ],
)
def test_what_can_be_read_is_no_slip(yaml: str) -> None:
    assert told(f"---\n{yaml}\n---\n") == []


@pytest.mark.parametrize(
    ("yaml", "line", "part"),
    [
        (f"a:{BLANK}b\nc: d\ne: f", 2, "no-break space"),
        (f"a: b\nc:\n{BLANK}{BLANK}- d: e\n    f: g", 4, "no-break space"),
        (f"a: b\nc:\n  -{BLANK}d: e\n    f: g", 4, "no-break space"),
        ("a: b\nc:\n  – d: e\n    f: g", 4, "begins with a dash, “–”"),
        ("a: b\nc:\n  — d: e\n    f: g", 4, "begins with a dash, “—”"),
        ("a: b\nc:d\ne: f", 3, "a blank is missing after the colon of “c”"),
        ("a: b\nc: d\n–––\ne: f", 4, "“–––” is no line of three hyphens"),
    ],
)
def test_a_slip_is_told_in_its_own_line(yaml: str, line: int, part: str) -> None:
    [(number, message)] = told(f"---\n{yaml}\n---\n")
    assert number == line
    assert part in message


def test_slips_of_one_kind_are_told_together_wherever_they_stand() -> None:
    assert [line for line, _ in told(f"---\na:{BLANK}b\nc: d\ne:{BLANK}f\n---\n")] == [2, 4]


@pytest.mark.parametrize(
    "yaml", ["a: |\n  b:c\n  – d: e\nf: *g\nh: i", "a: |\n  b\n  ---\nf: *g\nh: i", 'a: |\n  b:c\nd: e\nf: "g']
)
def test_another_fault_further_below_is_told_as_what_it_is(yaml: str) -> None:
    assert all("“" in message or "quotes" in message for _, message in told(f"---\n{yaml}\n---\n"))
    assert told(f"---\n{yaml}\n---\n")[0][0] == 5


@pytest.mark.parametrize(
    ("text", "line"),
    [("–––\na: b\n–––\n", 1), ("—\na: b\n---\n", 1), ("---\na: b\n----\n\nc", 3), (" ---\na: b\n---", 1)],
)
def test_other_dashes_than_three_hyphens_are_no_fence(text: str, line: int) -> None:
    [(number, message)] = told(text)
    assert (number, message[-23:]) == (line, "no line of three hyphens"[-23:])


def test_a_heading_underlined_with_hyphens_is_not_taken_for_the_fence_that_is_missing() -> None:
    assert told("---\na: b\n\nWords\n------\n") == [(1, "the front matter is not closed")]
