"""The thread that builds: one task after the other, and chores when there is none."""

import asyncio

from nutgraf.preview.worker import Worker
from tests.preview.running import until


def test_chores_are_done_in_turn_when_no_task_comes() -> None:
    done: list[str] = []
    worker: Worker[None] = Worker(((0.01, lambda: done.append("tidy")), (0.01, lambda: done.append("write"))))
    until(lambda: len(done) == 2)
    asyncio.run(worker.do(lambda: done.append("task")))
    until(lambda: len(done) == 5)
    assert done == ["tidy", "write", "task", "tidy", "write"]


def test_a_task_comes_before_chores() -> None:
    done: list[str] = []
    worker: Worker[None] = Worker(((60.0, lambda: done.append("tidy")),))
    for name in ("first", "second"):
        asyncio.run(worker.do(lambda name=name: done.append(name)))  # type: ignore[misc]
    assert done == ["first", "second"]
