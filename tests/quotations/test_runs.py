"""Every case of tests/cases/quotations/runs.md: which runs of a block are quotations."""

from itertools import pairwise

import pytest

from nutgraf.quotations import Run, quoted_runs, read_quoted, unchecked_sentences
from tests.quotations.case_files import Case, read_cases


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in read_cases("runs.md", 2)])
def test_each_case_has_its_runs(case: Case) -> None:
    plain, expected = case.fields
    quoted = read_quoted(plain)
    shown = [f"{run.words}: {run.text}{_end(run)}".replace("\n", "/") for run in quoted.runs]
    shown += [f"loose: {plain[max(at - 8, 0) : at + 1]}" for at in quoted.loose]
    assert shown == ([] if expected == "(none)" else expected.split("\n"))


def _end(run: Run) -> str:
    return "" if run.is_closed else " (not closed)"


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in read_cases("runs.md", 2)])
def test_each_run_lies_where_it_says(case: Case) -> None:
    plain = case.fields[0]
    runs = quoted_runs(plain)
    assert all(plain[run.start : run.end] == run.text for run in runs)
    assert all(first.end < second.start for first, second in pairwise(runs))


def test_a_block_of_many_marks_is_read_in_one_pass() -> None:
    assert len(quoted_runs('"a b" ' * 20_000)) == 20_000
    assert len(quoted_runs("“a b " * 20_000)) == 1
    assert len(read_quoted("a b”, " * 20_000).loose) == 20_000
    assert len(read_quoted("‘a b’’, " * 20_000).loose) == 0
    assert len(quoted_runs('"a “b »c ' * 20_000)) == 1


# Every character with Unicode’s property Quotation_Mark, and the marks of ornament.
_UNICODE = "\"'«»‘’‚‛“”„‟‹›⹂「」『』〝〞〟﹁﹂﹃﹄＂＇｢｣❛❜❝❞🙶🙷🙸"


def test_no_mark_of_unicode_is_passed_over() -> None:
    passed = [
        mark
        for mark in _UNICODE
        if not any(
            read.runs or read.loose or [*unchecked_sentences(words, [len(words)])]
            for words in (f"She said: {mark}we are ashamed of it{other} today: {mark}we are" for other in _UNICODE)
            if (read := read_quoted(words))
        )
    ]
    assert not passed


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in read_cases("single.md", 2)])
def test_a_sentence_in_single_marks_before_a_citation_is_seen(case: Case) -> None:
    pieces = case.fields[0].split("[@]")
    plain = "".join(pieces)
    ends = [sum(map(len, pieces[:number])) for number in range(1, len(pieces))]
    found = unchecked_sentences(plain, ends, quoted_runs(plain))
    assert [f"{plain[run.start : run.end]} {run.marks}" for run in found] == (
        [] if case.fields[1] == "(none)" else case.fields[1].split("\n")
    )


def test_single_marks_are_read_in_one_pass() -> None:
    assert not [*unchecked_sentences("’a ‘b ‹c ‚d " * 20_000, [240_000])]
