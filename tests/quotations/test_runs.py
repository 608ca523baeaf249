"""Every case of tests/cases/quotations/runs.md: which runs of a block are quotations."""

from itertools import pairwise

import pytest

from nutgraf.quotations import quoted_runs
from tests.quotations.case_files import Case, read_cases


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in read_cases("runs.md", 2)])
def test_each_case_has_its_runs(case: Case) -> None:
    plain, expected = case.fields
    runs = quoted_runs(plain)
    shown = [f"{run.words}: {run.text}".replace("\n", "/") for run in runs]
    assert shown == ([] if expected == "(none)" else expected.split("\n"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in read_cases("runs.md", 2)])
def test_each_run_lies_where_it_says(case: Case) -> None:
    plain = case.fields[0]
    runs = quoted_runs(plain)
    assert all(plain[run.start : run.end] == run.text for run in runs)
    assert all(first.end < second.start for first, second in pairwise(runs))


def test_a_block_of_many_marks_is_read_in_one_pass() -> None:
    assert len(quoted_runs('"a b" ' * 20_000)) == 20_000
    assert len(quoted_runs("“a b " * 20_000)) == 1
