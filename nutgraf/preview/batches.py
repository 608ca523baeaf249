"""Batches: files that change together are built together."""

import asyncio
from collections.abc import Iterable

FEW = 3  # files that a person saves at once
QUIET = 0.1  # seconds without a change that end a larger batch: a branch is being switched
LONGEST = 2.0  # seconds after which it is built in any case


class Batches:
    """The changes that wait for their build. Lives on the event loop."""

    def __init__(self) -> None:
        self._waiting: dict[str, None] = {}  # in the order in which they came
        self._came = asyncio.Event()

    @property
    def waiting(self) -> tuple[str, ...]:
        """What has changed and is not taken yet."""
        return tuple(self._waiting)

    def add(self, names: Iterable[str]) -> None:
        """These files have changed."""
        self._waiting.update(dict.fromkeys(names))
        self._came.set()

    async def take(self) -> tuple[str, ...]:
        """The next batch, when there is one: what has changed since the last was taken, each file once."""
        await self._came.wait()
        loop = asyncio.get_running_loop()
        end = loop.time() + LONGEST
        while len(self._waiting) > FEW and loop.time() < end and await self._grows():
            pass
        self._came.clear()
        names, self._waiting = self.waiting, {}
        return names

    async def _grows(self) -> bool:
        """Whether something else changes before it has been quiet for long enough."""
        self._came.clear()
        try:
            await asyncio.wait_for(self._came.wait(), QUIET)
        except TimeoutError:
            return False
        return True
