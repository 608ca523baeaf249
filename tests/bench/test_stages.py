"""Where the time of a build goes: every stage is found in the engine, and counts once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench import __main__ as command
from bench.record import add_stages, read
from bench.stages import STEPS, measure_stages
from bench.stopwatch import REST, STAGES, Stopwatch
from bench.tables import stages_table

SIZE = 3


def test_each_stage_of_a_build_is_timed(tmp_path: Path) -> None:
    spent = measure_stages(SIZE, 1, tmp_path)
    assert set(spent) == set(STEPS)
    assert all(set(stages) == set(STAGES) for stages in spent.values())
    done = {step: {stage for stage, seconds in stages.items() if seconds} for step, stages in spent.items()}
    assert done["same"] == {"Start of Python", "Import of the command line", "A glance at every file", REST}
    assert done["explainer"] >= {"Load what is remembered", "Parse", "Resolve", "Render", "Remember"}
    assert "Draw share images" not in done["explainer"]
    assert done["cold"] >= set(STAGES) - {"Look at the output"}


def test_what_one_stage_spends_within_another_counts_once(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter((0, 1, 4, 10))  # the outer one begins, the inner one begins and ends, the outer one ends
    monkeypatch.setattr("bench.stopwatch.time.process_time", lambda: next(ticks))
    monkeypatch.setattr(f"{__name__}._inner", _inner)
    monkeypatch.setattr(f"{__name__}._outer", _outer)
    watch = Stopwatch()
    watch.watch("Resolve", f"{__name__}:_inner")
    watch.watch("Parse", f"{__name__}:_outer")
    assert list(_outer()) == [1, 2]
    assert watch.spent == {"Resolve": 3, "Parse": 7}


def _inner() -> int:
    return 1


def _outer() -> Iterator[int]:
    yield _inner()
    yield 2


def test_the_table_adds_up() -> None:
    spent = {step: dict.fromkeys(STAGES, 0.0) | {"Parse": 1.5, REST: 0.25} for step in STEPS}
    table = stages_table({"size": 1000, "spent": spent})
    assert "| 1,000 explainers | Cold | One explainer edited | Nothing changed |" in table
    assert "| Parse | 1,500 ms | 1,500 ms | 1,500 ms |" in table
    assert "| Resolve | – | – | – |" in table
    assert "| **Together** | 1,750 ms | 1,750 ms | 1,750 ms |" in table


def test_the_command_adds_them_to_the_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    record = tmp_path / "record.json"
    add_stages(record, {"size": 1, "spent": {}})
    spent = {step: dict.fromkeys(STAGES, 0.5) for step in STEPS}
    monkeypatch.setattr(command, "measure_stages", lambda *_: spent)
    monkeypatch.setattr("sys.argv", ["bench", "stages", "--size", "7", "--record", str(record)])
    assert command.main() == 0
    assert "| Parse | 500 ms |" in capsys.readouterr().out
    assert read(record)["stages"] == {"size": 7, "spent": spent}
