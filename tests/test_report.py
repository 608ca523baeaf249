"""Problems as text, JSON and annotations."""

import hashlib
import json
from pathlib import Path

import pytest

from nutgraf.problems import Place, Problem, Severity
from nutgraf.read import File
from nutgraf.report import as_github, as_json, as_text, counts


def file(path: str, text: str) -> File:
    return File(path, text.encode(), hashlib.sha256(text.encode()).hexdigest())


FILE = file("content/explainers/tariffs.md", "---\n    quote: Trump’s 60% tariff on Indian exports\n")
PLACE = Place(FILE.path, 2, 12, 36)
PROBLEM = Problem(
    "quote-not-found",
    Severity.ERROR,
    PLACE,
    "these words are not in source “gor-meeting”",
    ("nearest, paragraph 5: “Trump’s 50% tariff on Indian exports”", "differs in: 60% → 50%"),
)


def test_text_shows_the_line_and_what_is_meant() -> None:
    assert as_text([PROBLEM], [FILE]) == (
        "content/explainers/tariffs.md:2:12: error[quote-not-found]: these words are not in source “gor-meeting”\n"
        "   2 |     quote: Trump’s 60% tariff on Indian exports\n"
        "     |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "     = nearest, paragraph 5: “Trump’s 50% tariff on Indian exports”\n"
        "     = differs in: 60% → 50%"
    )


def shown(line: str, column: int, length: int = 1) -> list[str]:
    problem = Problem("settings", Severity.ERROR, Place("f", 1, column, length), "m")
    return as_text([problem], [file("f", line)]).split("\n")[1:]


def test_carets_stand_below_wide_and_combining_characters() -> None:
    assert shown("港口 “a b”", 4, 5) == ["   1 | 港口 “a b”", "     |      ^^^^^"]
    assert shown("e\u0301 港口", 4, 2) == ["   1 | e\u0301 港口", "     |   ^^^^"]


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "a" * 500 + "b" * 5 + "c" * 500
    excerpt, caret = shown(line, 501, 5)
    assert len(excerpt) < 180
    assert excerpt[caret.index("^") : caret.rindex("^") + 1] == "bbbbb"
    assert excerpt.startswith("   1 | …")
    assert excerpt.endswith("…")


def test_carets_never_run_past_the_line() -> None:
    assert shown("ab", 2, 99) == ["   1 | ab", "     |  ^"]
    assert shown("ab", 9, 99) == ["   1 | ab", "     |   ^"]


def test_nothing_that_a_terminal_would_obey_is_printed() -> None:
    evil = "\x1b[31m\u202e\x07\r\n"
    problem = Problem("settings", Severity.ERROR, Place(f"a{evil}", 1, 1), f"b{evil}", (f"c{evil}",))
    text = as_text([problem], [file(f"a{evil}", f"d{evil}")])
    assert not any(sign in text for sign in "\x1b\u202e\x07\r")
    assert len(text.split("\n")) == 4


def test_a_whole_file_or_one_that_is_not_there_has_no_excerpt() -> None:
    whole = Problem("empty-file", Severity.ERROR, Place("f"), "m", ("h",))
    absent = Problem("settings", Severity.WARNING, Place("g", 3, 4), "n")
    assert as_text([whole, absent], [file("f", "text")]) == (
        "f: error[empty-file]: m\n     = h\ng:3:4: warning[settings]: n"
    )


def test_json_is_what_the_design_says() -> None:
    told = json.loads(as_json([PROBLEM, Problem("single-source", Severity.INFO, Place("f"), "m")]))
    assert told == {
        "problems": [
            {
                "rule": "quote-not-found",
                "severity": "error",
                "path": FILE.path,
                "line": 2,
                "column": 12,
                "message": PROBLEM.message,
                "hint": "\n".join(PROBLEM.hints),
            },
            {
                "rule": "single-source",
                "severity": "info",
                "path": "f",
                "line": 0,
                "column": 0,
                "message": "m",
                "hint": "",
            },
        ],
        "summary": {"errors": 1, "warnings": 0, "infos": 1},
    }


def test_annotations_escape_what_github_would_read_as_syntax() -> None:
    problem = Problem("settings", Severity.INFO, Place("a,b:c%.md", 2, 3), "50%: a, b\n::error::", ("c\r\nd",))
    assert as_github([problem]) == (
        "::notice file=a%2Cb%3Ac%25.md,line=2,col=3,title=settings::50%25: a, b%0A::error::%0Ac%0D%0Ad"
    )
    assert as_github([Problem("empty-file", Severity.WARNING, Place("f"), "m")]) == (
        "::warning file=f,title=empty-file::m"
    )


def test_counts_are_told_in_words() -> None:
    warning = Problem("settings", Severity.WARNING, Place("f"), "m")
    info = Problem("settings", Severity.INFO, Place("f"), "m")
    assert counts([]) == ""
    assert counts([info]) == ""
    assert counts([PROBLEM, PROBLEM, warning, info]) == "2 errors, 1 warning"


@pytest.mark.parametrize("later", ["another text", None])
def test_a_line_of_a_file_that_has_changed_since_is_not_shown(tmp_path: Path, later: str | None) -> None:
    path = tmp_path / "tariffs.md"
    path.write_bytes(FILE.read())
    there = File(FILE.path, path, FILE.digest)
    assert as_text([PROBLEM], [there]) == as_text([PROBLEM], [FILE])
    path.unlink()
    if later:
        path.write_text(later, "utf-8")
    assert as_text([PROBLEM], [there]) == as_text([PROBLEM], [])
