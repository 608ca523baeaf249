"""The thread that builds: one task after the other, and chores when there is none."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from nutgraf.preview.worker import Worker
from tests.preview.running import until


def rescue(bug: BaseException) -> None:
    raise bug


def do(worker: Worker[None], task: Callable[[], None]) -> None:
    """Has the worker do the task; from a thread of its own, because the tests in a browser leave this one a loop."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(worker.do(task))).result()


def test_chores_are_done_in_turn_when_no_task_comes() -> None:
    done: list[str] = []
    worker: Worker[None] = Worker(rescue, ((0.01, lambda: done.append("tidy")), (0.01, lambda: done.append("write"))))
    until(lambda: len(done) == 2)
    do(worker, lambda: done.append("task"))
    until(lambda: len(done) == 5)
    assert done == ["tidy", "write", "task", "tidy", "write"]


def test_a_task_comes_before_chores() -> None:
    done: list[str] = []
    worker: Worker[None] = Worker(rescue, ((60.0, lambda: done.append("tidy")),))
    for name in ("first", "second"):
        do(worker, partial(done.append, name))
    assert done == ["first", "second"]


@pytest.mark.parametrize("bug", [KeyError("a bug"), SystemExit(3), StopIteration(), KeyboardInterrupt()])
def test_it_goes_on_whatever_a_task_or_a_chore_raises(bug: BaseException) -> None:
    chores: list[str] = []

    def fail() -> str:
        chores.append("done")
        raise bug

    worker: Worker[str] = Worker(repr, ((0.01, fail), (0.01, fail)))
    until(lambda: len(chores) == 2)
    for task, result in ((fail, repr(bug)), (lambda: "built", "built"), (fail, repr(bug)), (lambda: "built", "built")):
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(asyncio.run, worker.do(task)).result() == result
        assert not worker.is_busy
