"""Small inputs from bug reports and real files: every case of tests/cases/inputs does what it says."""

from pathlib import Path

import pytest

from tests.cases.inputs.case import InputCase, read_inputs

ALL = read_inputs()


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in ALL])
def test_an_input_from_real_life_is_handled(case: InputCase, tmp_path: Path) -> None:
    outcome = case.run(tmp_path)
    assert not case.faults(outcome), f"{case.title}\n{outcome.output}"


def test_every_case_says_in_a_sentence_what_is_right() -> None:
    assert ALL
    assert [case.name for case in ALL if not case.title.endswith(".") or "\n" in case.title] == []
    assert [case.name for case in ALL if not case.expected] == []
