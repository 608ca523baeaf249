import json
from pathlib import Path

import pytest

from bench.record import add_previews
from bench.report import write_report
from bench.sites import STEPS, Figures, Results
from bench.targets import TARGETS, Target, ratio, verdict

COLD = Target("cold", 1_000, "hugo", 1 / 2, 1)
SAME = Target("same", 1_000, "hugo", 10, 30)


def results(ours: list[float], theirs: list[float], step: str = "same") -> Results:
    return {"nutgraf": {step: Figures(wall=ours, cpu=ours)}, "hugo": {step: Figures(wall=theirs, cpu=theirs)}}


def test_a_ratio_is_the_median_of_the_turns_and_not_a_ratio_of_medians() -> None:
    assert ratio(results([1, 2, 1], [10, 10, 30]), "same", "hugo") == 10


def test_a_generator_that_was_not_measured_has_no_ratio() -> None:
    assert ratio({"nutgraf": {"same": Figures(wall=[1])}}, "same", "hugo") is None
    assert verdict(SAME, {}) == "not measured"


@pytest.mark.parametrize(
    ("target", "theirs", "expected"),
    [
        (SAME, 9.9, "missed"),
        (SAME, 10, "must"),
        (SAME, 30, "aim"),
        (COLD, 0.4, "missed"),
        (COLD, 0.5, "must"),
        (COLD, 1, "aim"),
    ],
)
def test_a_target_is_missed_or_met_as_must_or_as_aim(target: Target, theirs: float, expected: str) -> None:
    assert verdict(target, {1_000: results([1], [theirs], target.step)}) == expected


def test_the_page_is_written_from_the_record(tmp_path: Path) -> None:
    figures = {"wall": [1.5], "cpu": [2.0], "peaks": [30_000_000], "written": 7, "is_late": False}
    sizes = {size: {name: dict.fromkeys(STEPS, figures) for name in ("nutgraf", "hugo")} for size in ("100", "1000")}
    record = {
        "machine": {"processor": "A processor", "cores": "2", "memory": "8 GiB", "system": "Linux"},
        "versions": {"hugo": "0.1"},
        "settings": {"turns": 5, "weighings": 1, "limit": 300.0},
        "sizes": sizes,
    }
    (tmp_path / "record.json").write_text(json.dumps(record), "utf-8")
    saves = {"http": (0.06, 0.05, 0.08), "screen": (0.1,), "idle": 0.0015}
    served = {"nutgraf": (0.05,), "hugo": (0.3, 0.2, 0.4), "zensical": ()}
    add_previews(tmp_path / "record.json", {"size": 1000, "served": served, "sites": {"the sample": saves}})
    write_report(tmp_path / "record.json", "22 November 2026", tmp_path / "page.md")
    page = (tmp_path / "page.md").read_text("utf-8")
    assert "Measured on 22 November 2026" in page
    assert "A processor, 2 cores, 8 GiB, Linux" in page
    assert "| hugo | 1.50 s (1.0×) |" in page
    assert "| Nothing changed | 1,000 | hugo | 10× faster | 30× faster | 1× faster | missed |" in page
    assert "| nutgraf | 100 → 1,000 | 1.0× |" in page
    assert "| nutgraf | the sample | 60 ms (50 to 80) | 100 ms (100 to 100) | 0.15% |" in page
    assert "| hugo | 1,000 | 300 ms (200 to 400) |" in page
    assert "| zensical | 1,000 | – |" in page


def test_a_generator_that_ran_into_the_limit_is_said_to_have(tmp_path: Path) -> None:
    late = {"wall": [300.1], "cpu": [0.1], "peaks": [], "written": 0, "is_late": True}
    record = {
        "machine": {"processor": "", "cores": "", "memory": "", "system": ""},
        "versions": {},
        "settings": {"turns": 5, "weighings": 1, "limit": 300.0},
        "sizes": {"100": {"zensical": {"cold": late}}},
    }
    (tmp_path / "record.json").write_text(json.dumps(record), "utf-8")
    write_report(tmp_path / "record.json", "today", tmp_path / "page.md")
    assert "| zensical | over 300 s | – |" in (tmp_path / "page.md").read_text("utf-8")


def test_every_target_is_about_a_step_that_is_measured() -> None:
    assert {target.step for target in TARGETS} <= set(STEPS)
