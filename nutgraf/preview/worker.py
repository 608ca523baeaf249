"""A thread that does one thing after the other, beside the server, and goes on whatever goes wrong."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

Result = TypeVar("Result")
Chore = tuple[float, Callable[[], object]]  # what can wait, and for how many more seconds without a task

_LOG = logging.getLogger(__name__)


class Worker(Generic[Result]):
    """Does what it is given in a thread of its own, which never keeps the process from ending."""

    def __init__(self, rescue: Callable[[BaseException], Result], chores: tuple[Chore, ...] = ()) -> None:
        """``rescue`` makes the result of a task that has raised, of whatever it raised.

        ``chores`` are done in the thread one by one after a task, as long as nothing else comes.
        """
        self._rescue = rescue
        self._chores = chores
        self.is_busy = False
        self._tasks: SimpleQueue[tuple[Callable[[], Result], Future[Result]]] = SimpleQueue()
        Thread(target=self._work, name="preview: builds", daemon=True).start()

    async def do(self, task: Callable[[], Result]) -> Result:
        """What the task returns, or what the rescue makes of what it raises."""
        done: Future[Result] = Future()
        done.set_running_or_notify_cancel()  # nobody can call it back
        self._tasks.put((task, done))
        return await asyncio.wrap_future(done)

    def _work(self) -> None:
        while True:
            task, done = self._next()
            self.is_busy = True
            result = self._result_of(task)
            self.is_busy = False
            done.set_result(result)

    def _result_of(self, task: Callable[[], Result]) -> Result:
        try:
            return task()
        except BaseException as bug:  # noqa: BLE001  # even what would end a program: there is no other thread
            return self._rescue(bug)

    def _next(self) -> tuple[Callable[[], Result], Future[Result]]:
        for seconds, chore in self._chores:
            try:
                return self._tasks.get(timeout=seconds)
            except Empty:
                _do(chore)
        return self._tasks.get()


def _do(chore: Callable[[], object]) -> None:
    try:
        chore()
    except BaseException:  # noqa: BLE001  # as above
        _LOG.exception("the program failed while it tidied up; the preview goes on")
