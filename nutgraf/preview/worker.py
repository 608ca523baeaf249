"""A thread that does one thing after the other, beside the server."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

Result = TypeVar("Result")
REST = 0.5  # seconds without a task after which there is time to tidy up


class Worker(Generic[Result]):
    """Does what it is given in a thread of its own, which never keeps the process from ending."""

    def __init__(self, tidy: Callable[[], object]) -> None:
        """``tidy`` is called there after a task, when nothing else has come for a moment."""
        self._tidy = tidy
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
        try:
            return self._tasks.get(timeout=REST)
        except Empty:
            self._tidy()
            return self._tasks.get()
