from pathlib import Path

import pytest

from bench.record import add_previews, add_series, begin, measured, read
from bench.report import write_report
from bench.series import Measured, Series, ratio
from bench.sites import STEPS, Figures, Results
from bench.targets import HUGOS, TARGETS, Target, verdict
from bench.tools import Tools

COLD = Target("cold", 1_000, "hugo", 1 / 2, 1)
SAME = Target("same", 1_000, "hugo", 10, 30)
VERSIONS = {"hugo": "0.1"}


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> Tools:
    """Tools of which nothing is installed."""
    monkeypatch.setattr(Tools, "versions", lambda _: dict(VERSIONS))
    return Tools()


@pytest.fixture
def record(tmp_path: Path, tools: Tools) -> Path:
    """A record that was begun."""
    begin(tmp_path / "record.json", tools)
    return tmp_path / "record.json"


def results(ours: list[float], theirs: list[float], step: str = "same", peer: str = "hugo") -> Results:
    return {"nutgraf": {step: Figures(wall=ours, cpu=ours)}, peer: {step: Figures(wall=theirs, cpu=theirs)}}


def series(size: int, peer: str, ours: list[float], theirs: list[float]) -> Series:
    """All steps of ours beside one other."""
    figures = {"nutgraf": ours, peer: theirs}
    return Series(
        size,
        300,
        {
            name: {step: Figures(wall=wall, cpu=wall, peaks=[30_000_000], written=7) for step in STEPS}
            for name, wall in figures.items()
        },
    )


def page_of(record: Path) -> str:
    page = record.with_name("page.md")
    write_report(record, "22 November 2026", page)
    return page.read_text("utf-8")


def test_a_ratio_is_the_median_of_the_turns_and_not_a_ratio_of_medians() -> None:
    assert ratio(results([1, 2, 1], [10, 10, 30]), "same", "hugo") == 10


def test_a_generator_that_was_not_measured_has_no_ratio() -> None:
    assert ratio({"nutgraf": {"same": Figures(wall=[1])}}, "same", "hugo") is None
    assert verdict(SAME, Measured(())) == "not measured"


def test_a_ratio_is_taken_with_ours_of_the_same_series() -> None:
    both = Measured((series(1_000, "hugo", [1, 1, 1], [4, 4, 4]), series(1_000, "pelican", [2], [6])))
    assert both.ratio(1_000, "same", "hugo") == 4
    assert both.ratio(1_000, "same", "pelican") == 3


def test_the_newest_series_of_a_generator_counts_and_of_ours_the_one_with_the_most_turns() -> None:
    old, new, short = (series(1_000, "hugo", [ours] * turns, [9] * turns) for ours, turns in ((1, 5), (3, 5), (4, 1)))
    found = Measured((old, new, short))
    assert found.ratio(1_000, "same", "hugo") == 9 / 4
    ours = found.figures(1_000, "nutgraf", "same")
    assert ours
    assert ours.wall == [3] * 5


def test_a_series_without_weighings_leaves_the_memory_of_the_one_before() -> None:
    weighed = series(1_000, "hugo", [1], [1])
    timed = Series(1_000, 300, results([1], [8], "cold"))
    found = Measured((weighed, timed))
    assert found.ratio(1_000, "cold", "hugo", is_memory=True) == 1
    assert found.ratio(1_000, "cold", "hugo") == 8
    ours = found.figures(1_000, "nutgraf", "cold")
    assert ours
    assert ours.peaks == [30_000_000]  # not those of the other steps alone


def test_a_record_takes_series_of_several_commands_and_drops_what_was_measured_again(record: Path) -> None:
    add_series(record, series(1_000, "hugo", [1], [2]))
    add_series(record, series(1_000, "pelican", [1], [3]))
    add_series(record, series(10_000, "hugo", [1], [4]))
    add_previews(record, {"size": 1})
    add_series(record, series(1_000, "hugo", [1], [5]))
    found = measured(read(record))
    assert [(each.size, *each.results) for each in found.series] == [
        (1_000, "nutgraf", "pelican"),
        (10_000, "nutgraf", "hugo"),
        (1_000, "nutgraf", "hugo"),
    ]
    assert found.ratio(1_000, "same", "hugo") == 5
    assert read(record)["previews"] == {"size": 1}


def test_a_record_of_other_versions_is_refused(record: Path, tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(record, tools)
    monkeypatch.setitem(VERSIONS, "hugo", "0.2")
    with pytest.raises(SystemExit, match="has other versions"):
        begin(record, tools)


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
    assert verdict(target, Measured((Series(1_000, 300, results([1], [theirs], target.step)),))) == expected


def test_the_page_is_written_from_the_record(record: Path) -> None:
    for size, theirs in ((100, 1.5), (1_000, 3.0)):
        add_series(record, series(size, "hugo", [1.5], [theirs]))
    add_series(record, series(1_000, "hugo-all", [1.5], [6.0]))
    add_series(record, series(1_000, "mkdocs", [1.5], [0.5]))
    saves = {"http": (0.06, 0.05, 0.08), "screen": (0.1,), "idle": 0.0015}
    served = {"nutgraf": (0.05,), "hugo": (0.3, 0.2, 0.4), "zensical": ()}
    add_previews(record, {"size": 1000, "served": served, "sites": {"the sample": saves}})
    page = page_of(record)
    assert "Measured on 22 November 2026" in page
    assert "hugo 0.1." in page
    assert "| Hugo, pages only | 7 | 1 | 3.00 s | 3.00 s | 3.00 s | 3.00 s | 30 MB |" in page
    same = "2.00× faster | 2.00× faster | 2.00× faster | 2.00× faster | 1.00× of it"
    assert f"| Hugo, pages only | {same} |" in page
    assert f"| Hugo, all the same files | {same.replace('2.00', '4.00')} |" in page
    assert f"| MkDocs | {same.replace('2.00× faster', '3.00× slower')} |" in page
    assert "| Nothing changed | 1,000 | Hugo, pages only | 10× faster | 30× faster | 2× faster | missed |" in page
    assert "| Hugo, pages only | 100 → 1,000 | 2.0× | 2.0× | 2.0× | 2.0× | 1.0× |" in page
    assert "| Nutgraf | the sample | 60 ms (50 to 80) | 100 ms (100 to 100) | 0.15% |" in page
    assert "| Hugo, pages only | 1,000 | 300 ms (200 to 400) |" in page
    assert "| Zensical | 1,000 | – |" in page


def test_a_generator_that_ran_into_the_limit_is_said_to_have(record: Path) -> None:
    late = Figures(wall=[300.1], cpu=[0.1], is_late=True)
    add_series(record, Series(100, 300, {"nutgraf": {"cold": Figures(wall=[1])}, "zensical": {"cold": late}}))
    page = page_of(record)
    assert "| Zensical | – | – | over 300 s | – |" in page
    assert "| Zensical | over 300× faster | – |" in page


def test_a_record_without_sites_has_no_page(record: Path) -> None:
    with pytest.raises(SystemExit, match="no measured sites"):
        page_of(record)


def test_every_target_is_about_a_step_that_is_measured() -> None:
    assert {target.step for target in TARGETS} <= set(STEPS)


def test_every_target_against_hugo_is_told_of_both_hugos() -> None:
    against = [{target for target in TARGETS if target.peer == hugo} for hugo in HUGOS]
    assert {(each.step, each.size, each.must, each.is_memory) for each in against[0]} == {
        (each.step, each.size, each.must, each.is_memory) for each in against[1]
    }
