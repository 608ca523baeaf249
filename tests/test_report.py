"""Problems as text, JSON and annotations."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from nutgraf.problems import Place, Problem, Severity
from nutgraf.read import File
from nutgraf.report.data import as_json
from nutgraf.report.entries import counts, entries
from nutgraf.report.github import MOST, as_annotations, as_table, for_github
from nutgraf.report.text import as_text
from nutgraf.report.wrapping import cells
from tests.plan.test_open_data import faults


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


def test_json_keeps_every_problem_with_its_hints_and_its_length_where_it_is_known() -> None:
    told = json.loads(as_json([PROBLEM, Problem("single-source", Severity.INFO, Place("f"), "m")]))
    assert told == {
        "version": 1,
        "problems": [
            {
                "rule": "quote-not-found",
                "severity": "error",
                "path": FILE.path,
                "line": 2,
                "column": 12,
                "length": 36,
                "message": PROBLEM.message,
                "hints": list(PROBLEM.hints),
            },
            {
                "rule": "single-source",
                "severity": "info",
                "path": "f",
                "line": 0,
                "column": 0,
                "length": None,
                "message": "m",
                "hints": [],
            },
        ],
        "summary": {"errors": 1, "warnings": 0, "infos": 1},
    }


def test_json_is_as_its_schema_says() -> None:
    infos = [
        Problem("single-source", Severity.INFO, Place("f"), "m"),
        Problem("settings", Severity.WARNING, PLACE, "m"),
    ]
    assert faults("problems", json.loads(as_json([PROBLEM, *infos]))) == []
    assert faults("problems", json.loads(as_json([PROBLEM])) | {"version": 2}) != []


def test_annotations_escape_what_github_would_read_as_syntax() -> None:
    problem = Problem("settings", Severity.INFO, Place("a,b:c%.md", 2, 3), "50%: a, b\n::error::", ("c\r\nd",))
    assert as_annotations(entries([problem])) == (
        "::notice file=a%2Cb%3Ac%25.md,line=2,col=3,title=settings::50%25: a, b%0A::error::%0Ac%0D%0Ad"
    )
    assert as_annotations(entries([Problem("empty-file", Severity.WARNING, Place("f"), "m")])) == (
        "::warning file=f,title=empty-file::m"
    )


def test_counts_are_told_in_words() -> None:
    warning = Problem("settings", Severity.WARNING, Place("f"), "m")
    info = Problem("settings", Severity.INFO, Place("f"), "m")
    assert counts([]) == ""
    assert counts([info]) == "1 info"
    assert counts([PROBLEM, PROBLEM, warning, info, info]) == "2 errors, 1 warning, 2 infos"


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


def lacking(path: str, line: int, rule: str = "unknown-source", severity: Severity = Severity.ERROR) -> Problem:
    """One of several problems that come from a source that is not there."""
    return Problem(rule, severity, Place(path, line, 4), "there is no source “a”", ("put it back",), "source a")


def test_problems_that_lack_one_thing_are_one_entry_with_every_place() -> None:
    other = Problem("settings", Severity.ERROR, Place("b.md", 2), "m")
    problems = [lacking("a.md", 4), lacking("a.md", 9), other, lacking("b.md", 1), lacking("b.md", 1)]
    assert as_text(problems, []) == (
        "a.md:4:4: error[unknown-source]: there is no source “a”\n"
        "     = put it back\n"
        "     = and 3 more places: a.md:9; b.md:1\n"
        "b.md:2: error[settings]: m"
    )
    assert len(json.loads(as_json(problems))["problems"]) == 5


def test_problems_of_another_rule_or_that_lack_another_thing_stay_apart() -> None:
    other = Problem("unknown-source", Severity.ERROR, Place("a.md", 5), "there is no source “b”", (), "source b")
    problems = [lacking("a.md", 4), other, lacking("a.md", 6, "bad-citation")]
    assert [entry.problem for entry in entries(problems)] == problems


def test_of_many_places_twenty_are_listed_and_the_rest_counted() -> None:
    hint = entries([lacking("a.md", line) for line in range(1, 40)])[0].hints()[-1]
    assert hint == f"and 38 more places: a.md:{', '.join(map(str, range(2, 22)))}; and 18 more"


def test_a_cause_stands_first_and_what_it_causes_is_folded_under_it() -> None:
    unrelated = Problem("settings", Severity.ERROR, Place("a.md", 1), "m")
    cause = Problem(
        "misplaced-file", Severity.WARNING, Place("seeds/a.pdf"), "no text", ("save it",), "", ("source a",)
    )
    problems = [unrelated, lacking("a.md", 4), lacking("c.md", 7, "quote-unchecked", Severity.WARNING), cause]
    assert as_text([*problems, lacking("b.md", 2)], []) == (
        "seeds/a.pdf: warning[misplaced-file]: no text\n"
        "     = save it\n"
        "     = this causes 2 errors [unknown-source]: there is no source “a”\n"
        "     = put it back\n"
        "     = in a.md:4; b.md:2\n"
        "     = this causes 1 warning [quote-unchecked]: there is no source “a”\n"
        "     = put it back\n"
        "     = in c.md:7\n"
        "a.md:1: error[settings]: m"
    )


def test_of_a_chain_of_causes_the_first_has_all_the_rest() -> None:
    root = Problem("symlink", Severity.ERROR, Place("seeds/a.txt"), "not followed", (), "", ("file seeds/a.txt",))
    seed = Problem("seed-missing", Severity.ERROR, Place("a.md", 2), "no seed", (), "file seeds/a.txt", ("source a",))
    [entry] = entries([lacking("c.md", 4), seed, root])
    assert entry.problem == root
    assert entry.effects == ((lacking("c.md", 4),), (seed,))


def test_causes_that_go_in_a_ring_lose_no_problem() -> None:
    one = Problem("settings", Severity.ERROR, Place("a"), "m", (), "x", ("y",))
    other = Problem("settings", Severity.ERROR, Place("b"), "m", (), "y", ("x",))
    after = Problem("bad-date", Severity.ERROR, Place("c"), "m", (), "y")
    assert [entry.problem for entry in entries([one, other, after])] == [one, other, after]


def on_terminal(width: int) -> list[str]:
    """The lines of a long problem on a terminal, without colours."""
    line = "The harbour board said on Tuesday that “nothing of the kind has ever been planned by anybody” in 港口."
    place = Place("content/explainers/tariffs.md", 1, 40, 50)
    hint = "nearest, paragraph 5: “nothing of the kind has ever been planned by the board”"
    problem = Problem("quote-not-found", Severity.ERROR, place, PROBLEM.message, (hint,))
    text = as_text([problem], [file(place.path, line)], width)
    return re.sub(r"\x1b\[[0-9;]*m", "", text).split("\n")


@pytest.mark.parametrize("width", [80, 50, 30])
def test_on_a_terminal_lines_fit_it_and_those_that_go_on_are_indented(width: int) -> None:
    lines = on_terminal(width)
    longest_word = len("content/explainers/tariffs.md:1:40:")  # which stays whole
    assert all(cells(line) <= max(width, longest_word) for line in lines)
    hint = next(number for number, line in enumerate(lines) if line.startswith("     = nearest"))
    assert lines[hint + 1].startswith("       ")
    assert lines[1].startswith("    ")


def test_on_a_terminal_each_level_has_its_colour_and_elsewhere_none() -> None:
    problems = [Problem("settings", level, Place("f", 1, 1, 1), "m") for level in Severity]
    text = as_text(problems, [file("f", "text")], 80)
    for level, colour in ((Severity.ERROR, 31), (Severity.WARNING, 33), (Severity.INFO, 36)):
        assert f"\x1b[{colour}m\x1b[1m{level.value}[settings]:\x1b[0m m" in text
        assert f"\x1b[{colour}m^\x1b[0m" in text
    assert "\x1b" not in as_text(problems, [file("f", "text")])


def many(number: int) -> list[Problem]:
    """So many infos, then as many warnings, then errors."""
    levels = reversed(Severity)
    return [Problem("settings", level, Place("f", line), "m|*") for level in levels for line in range(1, number + 1)]


def test_github_gets_the_ten_most_severe_and_the_rest_is_a_table() -> None:
    told, rest = for_github(many(4))
    lines = as_annotations(told, "site/").split("\n")
    assert [line.split()[0] for line in lines] == ["::error"] * 4 + ["::warning"] * 4 + ["::notice"] * 2
    assert len(lines) == MOST == 10
    assert as_table(rest, "site/").split("\n")[2:] == [
        "| Level | Place | Rule | Problem |",
        "|---|---|---|---|",
        "| info | site/f&#58;3 | settings | m&#124;&#42; |",
        "| info | site/f&#58;4 | settings | m&#124;&#42; |",
        "",
        "",
    ]


def test_a_warning_that_causes_errors_is_an_error_on_github() -> None:
    cause = Problem("misplaced-file", Severity.WARNING, Place("seeds/a.pdf"), "no text", (), "", ("source a",))
    told = entries([lacking("a.md", 4), cause])
    text = as_annotations(told, "site/")
    assert text.startswith("::error file=site/seeds/a.pdf,title=misplaced-file::no text%0Athis causes 1 error ")
    assert text.endswith("%0Ain site/a.md:4")
    assert "in site/a.md&#58;4 |" in as_table(told, "site/")


def test_a_table_that_github_would_refuse_is_cut_off() -> None:
    problems = [Problem("settings", Severity.INFO, Place("f", line), "m" * 1_000) for line in range(1, 1_001)]
    table = as_table(entries(problems))
    assert len(table.encode()) < 1_000_000
    assert re.search(r"\nAnd \d+ more\.\n", table)
