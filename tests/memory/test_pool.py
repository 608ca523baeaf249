"""Many processes give what one gives."""

import pytest

from nutgraf.memory import memory, pool
from nutgraf.memory.pool import each
from tests.memory.desk import Desk


def double(key: str, process: int) -> tuple[str, bool]:
    return key * 2, process > 0


@pytest.mark.parametrize("count", [0, 1, 7, 200])
def test_results_come_in_the_order_of_their_keys(count: int) -> None:
    keys = [str(number) for number in range(count)]
    assert [key for key, _ in each(double, keys, 2)] == [key * 2 for key in keys]


def test_with_one_job_no_process_is_started() -> None:
    assert list(each(double, ["a"], 1)) == [("aa", False)]


def test_after_a_shift_fresh_processes_take_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "SHIFT", 50)
    keys = [str(number) for number in range(200)]
    done = list(each(lambda key, process: (key, process), keys, 2))
    assert [key for key, _ in done] == keys
    shifts = [{process for _, process in done[start : start + 50]} for start in range(0, 200, 50)]
    assert all(shifts)
    assert len(set().union(*shifts)) == sum(map(len, shifts))  # nobody works in two


def test_two_processes_publish_the_same_bytes_as_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(memory.PAYS):
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
