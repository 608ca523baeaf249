"""A preview that runs in a thread of the test, and what it says."""

import asyncio
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from socket import SHUT_RDWR
from threading import Event, Thread
from typing import Any, Self

from nutgraf.build import Build, Options
from nutgraf.preview.server import Order, Preview
from tests.preview.wire import Reply, Socket, ask

PATIENCE = 60  # seconds; what is waited for takes a few thousandths on a machine with nothing else to do


def until(happens: Callable[[], Any], what: str = "") -> Any:
    """Waits for it, and returns what it is."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := happens():
            return found
        time.sleep(0.01)
    raise AssertionError(f"in vain: {what or happens}")


@dataclass
class Running:
    project: Path
    preview: Preview
    said: list[str] = field(default_factory=list)
    complained: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        return self.preview.port

    @property
    def builds(self) -> int:
        """How many builds have been told of."""
        return sum(line.endswith(" s") for line in self.said)

    def get(self, target: str, **headers: str) -> Reply:
        return ask(self.port, target, **headers)

    def shows(self, words: str, target: str = "/repo/") -> bool:
        return words in self.get(target).text

    def waits_for(self, words: str, target: str = "/repo/") -> None:
        until(lambda: self.shows(words, target), words)

    def waits_for_file(self, target: str) -> None:
        until(lambda: self.get(target).status == 200, target)

    def waits_for_builds(self, number: int) -> None:
        until(lambda: self.builds == number, f"{number} builds")

    def write(self, name: str, words: str) -> None:
        (self.project / name).parent.mkdir(parents=True, exist_ok=True)
        (self.project / name).write_text(words, "utf-8")

    @contextmanager
    def tab(self, target: str = "/repo/") -> Iterator[Socket]:
        """A connected tab that shows the page at the address as it is now."""
        with Socket(self.port) as tab:
            tab.join(f"http://127.0.0.1:{self.port}{target}", **versions(self.get(target)))
            yield tab


class Browser:
    """A tab as a browser keeps it: whatever it is sent, it fetches the page, and it connects again by itself."""

    def __init__(self, preview: Running, target: str) -> None:
        self.shown: dict[str, str] = {}  # versions of what was fetched last
        self._preview = preview
        self._target = target
        self._socket: Socket | None = None
        self._ends = Event()
        self._thread = Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        until(lambda: self.shown)
        return self

    def __exit__(self, *_: object) -> None:
        self._ends.set()
        if self._socket:
            self._socket.connection.shutdown(SHUT_RDWR)
        self._thread.join()

    def is_current(self) -> bool:
        """Whether it shows what the server sends now."""
        return self.shown == versions(self._preview.get(self._target))

    def _run(self) -> None:
        while not self._ends.is_set():
            with suppress(OSError), Socket(self._preview.port) as self._socket:
                self._socket.connection.settimeout(None)
                self._fetch()
                self._socket.join(f"http://127.0.0.1:{self._preview.port}{self._target}", **self.shown)
                while (told := self._socket.hear()) and told["path"] != "*":
                    self._fetch()

    def _fetch(self) -> None:
        self.shown = versions(self._preview.get(self._target))


def versions(reply: Reply) -> dict[str, str]:
    """What the page says about itself."""
    return {
        name: found[1]
        for name in ("page", "assets", "problems")
        if (found := re.search(rf'data-{name}="(\w+)"', reply.text))
    }


@contextmanager
def running(
    project: Path, build: Callable[[Options], Build], rest: Callable[[], None] | None = None, **asked: Any
) -> Iterator[Running]:
    """A preview on a port of its own, after its first build unless that is held up."""
    said: list[str] = []
    complained: list[str] = []
    order = Order(project, **{"port": 0, **asked})
    preview = Preview(order, build, said.append, complained.append, rest)
    loop = asyncio.new_event_loop()
    task = loop.create_task(preview.run())
    thread = Thread(target=_run, args=(loop, task))
    thread.start()
    try:
        yield Running(project, preview, said, complained)
    finally:
        loop.call_soon_threadsafe(task.cancel)
        thread.join()


def _run(loop: asyncio.AbstractEventLoop, task: "asyncio.Task[None]") -> None:
    asyncio.set_event_loop(loop)
    try:
        loop.run_until_complete(task)
    except asyncio.CancelledError:
        loop.run_until_complete(loop.shutdown_asyncgens())
    finally:
        loop.close()
