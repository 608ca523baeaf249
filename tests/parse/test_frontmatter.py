"""Front matter: what is read, and where each key and value stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml import SafeLoader

from nutgraf.parse.frontmatter import FrontMatter, split
from nutgraf.parse.yaml_front import read_front_matter


def read(yaml: str) -> FrontMatter:
    front, problems = read_front_matter("f.md", f"---\n{yaml}\n---\n")
    assert front is not None
    assert problems == ()
    return front


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"), ("yes", "yes"), ("12:30", "12:30"), ("1.10", "1.10"), ("007", "007"), ("0x1F", "0x1F"),
        ("2026-01-22", "2026-01-22"), ("2026-01-22T09:00:00Z", "2026-01-22T09:00:00Z"), ("1e3", "1e3"),
        (".inf", ".inf"),
        ("null", None), ("~", None), ("", None), ('"null"', "null"), ("'~'", "~"), ('""', ""), ("50%", "50%"),
        ("“a: b”", None), ("a # b", "a"), ("'a # b'", "a # b"), ("=", "="), ("<<", "<<"),
        ("[a, 1, [b]]", ["a", "1", ["b"]]), ("{a: 1}", {"a": "1"}),
        ("|\n  a\n  ---\n  b", "a\n---\nb"), (">\n  a\n  b", "a b"),
    ],
)  # fmt: skip
def test_scalars_are_read_as_written(written: str, value: object) -> None:
    front, problems = read_front_matter("f.md", f"---\na: {written}\n---\n")
    assert front is not None
    if written == "“a: b”":
        assert not front.is_readable
        assert problems
    else:
        assert front.fields == {"a": value}


def test_keys_and_values_of_nested_fields_know_their_places() -> None:
    front = read("a: b\nkey_facts:\n  - label: ü c\n    value:   'd e'\n  - {label: f, value: [g, h i]}\n")
    places = {key: (place.line, place.column, place.length) for key, place in front.values.items()}
    assert places["a",] == (2, 4, 1)
    assert places["key_facts", 0, "label"] == (4, 12, 3)
    assert places["key_facts", 0, "value"] == (5, 14, 5)
    assert places["key_facts", 1] == (6, 5, 27)
    assert places["key_facts", 1, "value", 1] == (6, 27, 3)
    keys = {key: (place.line, place.column, place.length) for key, place in front.keys.items()}
    assert keys["key_facts", 1, "value"] == (6, 16, 5)


def test_block_scalars_stand_where_their_sign_stands() -> None:
    front = read("a: >-\n  b\n  c\nd: |\n  e\nf: g\n h")
    assert [(front.place(key).line, front.place(key).column) for key in "adf"] == [(2, 4), (5, 4), (7, 4)]


def test_lines_are_those_of_the_editor_whatever_yaml_takes_for_a_line_break() -> None:
    front = read('a: "b\u2028c\u0085d"\ne: f')
    assert (front.place("e").line, front.place("e").column) == (3, 4)


def test_an_absent_field_stands_where_its_parent_stands() -> None:
    front = read("a:\n  - b: c")
    assert front.place("a", 0, "x") == front.values["a", 0]
    assert (front.place("x").line, front.place("x").column) == (1, 1)


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\na: b\n---\nc\n", "c\n", 4),
        ("---\na: b\n---\n    code\n", "    code\n", 4),
        ("---\na: b\n---", "", 3),
        ("---\na: b\n---\n", "", 4),
        ("---  \na: b\n--- \n\n\nc", "\n\nc", 4),
        ("---\na: |\n  ---\n---\nc\n---\nd", "c\n---\nd", 5),
        ("---\n---\nc", "c", 3),
    ],
)
def test_the_body_is_what_stands_below_the_second_fence(text: str, body: str, line: int) -> None:
    assert split(text)[1:] == (body, line)


@pytest.mark.parametrize(
    "text",
    ["a: b", "", "--\na: b\n--\n", " ---\na: b\n---\n", "----\na: b\n----\n",
     "---\na: b\n", "---", "+++\na = 1\n+++\n"],
)  # fmt: skip
def test_without_two_fences_there_is_no_front_matter(text: str) -> None:
    front, (problem,) = read_front_matter("f.md", text)
    assert front is None
    assert (problem.rule, problem.place.line) == ("front-matter", 1)


def test_the_first_of_two_keys_is_kept_and_the_second_told() -> None:
    front, (problem,) = read_front_matter("f.md", "---\na: b\nc: {d: e, d: f}\n---\n")
    assert front is not None
    assert front.fields == {"a": "b", "c": {"d": "e"}}
    assert (problem.rule, problem.place.line, problem.place.column) == ("duplicate-key", 3, 11)


@pytest.mark.parametrize("depth", [20, 1_990, 50_000])
@pytest.mark.parametrize("signs", ["[", "{a: ", "- ", "? ", "[]", ": "])
def test_deep_nesting_is_a_problem_and_no_crash(signs: str, depth: int) -> None:
    opening, closing = (signs[0], signs[1]) if signs == "[]" else (signs, "")
    front, problems = read_front_matter("f.md", f"---\n{opening * depth}a{closing * depth}\n---\n")
    assert front is not None
    assert not front.is_readable
    assert problems


@given(st.text(st.sampled_from("ab:-#&*!|>'\"[]{},?%@` \n\t~=\\\u2028\U0001f6a2"), max_size=40))
@settings(max_examples=400, deadline=None)
def test_whatever_stands_between_the_fences_is_read_or_refused(yaml: str) -> None:
    front, problems = read_front_matter("f.md", f"---\n{yaml}\n---\nbody")
    lines = f"---\n{yaml}\n---\nbody".split("\n")
    assert front is None or front.is_readable or problems
    for problem in problems:
        assert problem.place.line <= len(lines)


def test_without_libyaml_too_many_brackets_are_a_problem_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nutgraf.parse.yaml_front._Loader", SafeLoader)
    front, problems = read_front_matter("f.md", f"---\ntitle: {'[' * 1000}{']' * 1000}\n---\n")
    assert front is not None
    assert not front.is_readable
    assert [problem.message for problem in problems] == ["the front matter is nested too deep"]
