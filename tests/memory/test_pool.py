"""Many processes give what one gives."""

import sys

import pytest

from nutgraf.memory import pool
from nutgraf.memory.pool import each, worth
from tests.memory.desk import Desk
from tests.systems import linux_only

METHODS = [pytest.param("fork", marks=linux_only("copies of a process without a risk")), "spawn"]


@pytest.fixture(params=METHODS)
def method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How processes start: as on Linux, or as everywhere else."""
    monkeypatch.setattr(pool, "METHOD", request.param)
    return str(request.param)


def double(key: str, process: int) -> tuple[str, bool]:
    return key * 2, process > 0


@pytest.mark.usefixtures("method")
@pytest.mark.parametrize("count", [0, 1, 7, 200])
def test_results_come_in_the_order_of_their_keys(count: int) -> None:
    keys = [str(number) for number in range(count)]
    assert [key for key, _ in each(double, keys, 2)] == [key * 2 for key in keys]


def test_with_one_job_no_process_is_started() -> None:
    assert list(each(double, ["a"], 1)) == [("aa", False)]


def key_and_process(key: str, process: int) -> tuple[str, int]:
    return key, process


@pytest.mark.usefixtures("method")
def test_after_a_shift_fresh_processes_take_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "SHIFT", 100)
    keys = [str(number) for number in range(200)]
    done = list(each(key_and_process, keys, 2))
    assert [key for key, _ in done] == keys
    shifts = [{process for _, process in done[start : start + 100]} for start in (0, 100)]
    assert all(shifts)
    assert len(set().union(*shifts)) == sum(map(len, shifts))  # nobody works in two


@linux_only("copies of a process without a risk")
def test_a_copy_need_not_be_handed_its_work() -> None:
    assert [key for key, _ in each(lambda key, process: (key, process), ["a", "b"], 2)] == ["a", "b"]


def test_work_that_cannot_be_handed_over_is_done_by_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "METHOD", "spawn")
    assert list(each(lambda key, process: (key, process), ["a", "b"], 2)) == [("a", 0), ("b", 0)]


def test_nor_is_what_the_script_itself_defines(monkeypatch: pytest.MonkeyPatch) -> None:
    """In another process the name leads to another module: it does not run the script."""
    monkeypatch.setattr(pool, "METHOD", "spawn")
    monkeypatch.setattr(sys.modules["__main__"], "key_and_process", key_and_process, raising=False)
    monkeypatch.setattr(key_and_process, "__module__", "__main__")
    assert list(each(key_and_process, ["a", "b"], 2)) == [("a", 0), ("b", 0)]


def test_a_process_is_started_only_where_it_is_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [str(number) for number in range(1_000)]
    for method, least in (("fork", 100), ("spawn", 500)):
        monkeypatch.setattr(pool, "METHOD", method)
        assert [worth(4, keys[:least]), worth(4, keys[: least - 1]), worth(1, keys)] == [4, 1, 1]
    monkeypatch.setattr(pool, "_MOST", 61)
    assert worth(96, keys) == 61


def test_two_processes_publish_the_same_bytes_as_one(desk: Desk, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    monkeypatch.setitem(pool.PAYS, method, 100)
    for number in range(100):
        text = (
            f"---\ntitle: Story {number}\nstandfirst: x\ndate: 2025-03-04\n---\nFerry, “it has done so” [@letter p2].\n"
        )
        desk.write(f"content/explainers/story-{number}.md", text)
    alone = desk.build()
    assert alone.is_published
    expected = desk.published()
    names = {path.name for path in desk.cache.glob("*.values")}
    done = desk.build(forgets=True, jobs=2)
    assert done.written == 0
    assert desk.published() == expected
    assert [each.message for each in done.problems] == [each.message for each in alone.problems]
    assert len({path.name for path in desk.cache.glob("*.values")}) > len(names)  # each process has its own
    again = desk.build(jobs=2)
    assert (again.written, again.parsed, again.rendered) == (0, (), ())
