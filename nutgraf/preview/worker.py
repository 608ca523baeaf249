"""A thread that does one thing after the other, beside the server."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

Result = TypeVar("Result")
Chore = tuple[float, Callable[[], object]]  # what can wait, and for how many more seconds without a task


class Worker(Generic[Result]):
    """Does what it is given in a thread of its own, which never keeps the process from ending."""

    def __init__(self, chores: tuple[Chore, ...] = ()) -> None:
        """``chores`` are done there one by one after a task, as long as nothing else comes."""
        self._chores = chores
        self.is_busy = False
        self._tasks: SimpleQueue[tuple[Callable[[], Result], Future[Result]]] = SimpleQueue()
        Thread(target=self._work, name="preview: builds", daemon=True).start()

    async def do(self, task: Callable[[], Result]) -> Result:
        """What the task returns. It must not raise."""
        done: Future[Result] = Future()
        done.set_running_or_notify_cancel()  # nobody can call it back
        self._tasks.put((task, done))
        return await asyncio.wrap_future(done)

    def _work(self) -> None:
        while True:
            task, done = self._next()
            self.is_busy = True
            result = task()
            self.is_busy = False
            done.set_result(result)

    def _next(self) -> tuple[Callable[[], Result], Future[Result]]:
        for seconds, chore in self._chores:
            try:
                return self._tasks.get(timeout=seconds)
            except Empty:
                chore()
        return self._tasks.get()
