"""The server: everything of the preview put together, from the port to the last tab."""

import asyncio
import shutil
import tomllib
import webbrowser
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread

from msgspec import Struct, field
from tornado.httpserver import HTTPServer

from nutgraf.addresses import base_path
from nutgraf.build import Build, Options
from nutgraf.preview.builds import Attempts, Outcome
from nutgraf.preview.desk import Desk
from nutgraf.preview.edition import Edition, assets_in
from nutgraf.preview.faults import PreviewError
from nutgraf.preview.handlers import Gate
from nutgraf.preview.logs import heard
from nutgraf.preview.ports import listen, port_of
from nutgraf.preview.refusals import Refusals
from nutgraf.preview.terminal import Say, address, closing, opening, warning, while_open
from nutgraf.preview.watch import Watch
from nutgraf.publish import ForeignError, OutputError, check_output
from nutgraf.read import SETTINGS


class Order(Struct, frozen=True):
    """What a preview is asked for."""

    project: Path
    port: int = 8000
    host: str = "127.0.0.1"
    allowed: frozenset[str] = field(default_factory=frozenset)  # names beside those of this machine
    with_drafts: bool = False
    opens: bool = False  # a browser, when the first build is done


class Preview:
    """A preview of a project, from when it is made: it has its port, and watches."""

    def __init__(
        self,
        order: Order,
        build: Callable[[Options], Build],
        say: Say,
        complain: Say,
        rest: Callable[[], None] | None = None,
    ) -> None:
        """``build`` is called in a thread of its own, and so is ``rest`` when there is nothing to build (Attempts).

        Raises PreviewError when there is no port.
        """
        self._order = order
        self._say = while_open(say)
        self._complain = while_open(complain)
        self._complained = ""
        self._opens = order.opens
        home = order.project / ".cache" / "preview"
        try:
            check_output(order.project, home)
        except OutputError as error:
            raise PreviewError(str(error)) from None
        self._socket = listen(order.host, order.port)
        self.port = port_of(self._socket)
        folder = home / str(self.port)  # of this preview alone: two may run
        # One process: a fork of this one, with its threads, may wait for ever.
        options = Options(order.project, folder, with_drafts=order.with_drafts, is_preview=True, jobs=1)
        base = base_of(order.project) or "/"
        edition = Edition(folder, base, assets=assets_in(folder), has_drafts=order.with_drafts)
        attempts = Attempts(partial(_in_own_folder, build, options), order.project, rest)
        self.desk = Desk(edition, attempts, partial(base_of, order.project))

    @property
    def url(self) -> str:
        """The URL at which the site is served: host, port and base path."""
        return address(self._order.host, self.port, self.desk.edition.base)

    @property
    def is_building(self) -> bool:
        """True while a build is under way."""
        return self.desk.worker.is_busy

    async def run(self) -> None:
        """Serves and builds until it is cancelled. Raises PreviewError if files cannot be watched."""
        allowed = self._order.allowed | {self._order.host, f"[{self._order.host}]"}
        server = HTTPServer(Gate(self.desk, Refusals(allowed, self._complain)))
        server.add_socket(self._socket)
        try:
            with heard(self._complain):
                await self._work()
        finally:
            server.stop()
            self.desk.part()
            await server.close_all_connections()

    async def _work(self) -> None:
        """Builds what changes."""
        loop = asyncio.get_running_loop()
        watch = Watch(self._order.project, lambda names: loop.call_soon_threadsafe(self.desk.batches.add, names))
        try:
            self._open()
            await self.desk.work(self._tell)
        finally:
            watch.end()

    def _open(self) -> None:
        for line in opening(self.url, self._order.port, self.port):
            self._say(line)
        caution = warning(self._order.host)
        if caution:
            self._complain(caution)

    def _tell(self, names: tuple[str, ...], outcome: Outcome, seconds: float) -> None:
        if outcome.text and outcome.text != self._complained:  # what stands there already is not said again
            self._complain(outcome.text)
        self._complained = outcome.text
        self._say(closing(names, outcome, seconds))
        if self._opens:
            self._opens = False
            Thread(target=webbrowser.open, args=(self.url,), daemon=True).start()


def _in_own_folder(build: Callable[[Options], Build], options: Options) -> Build:
    """A build into the preview’s own folder, which is made anew where it is not as a build has left it."""
    try:
        return build(options)
    except ForeignError:
        shutil.rmtree(options.output, ignore_errors=True)
        return build(options)


def base_of(project: Path) -> str | None:
    """The path of base_url in site.toml, with a slash at both ends.

    None if it cannot be read, which the build reports.
    """
    try:
        settings = tomllib.loads((project / SETTINGS).read_text("utf-8"))
        path = base_path(settings["base_url"]).strip("/")
    except (OSError, ValueError, LookupError, TypeError, AttributeError):  # the build says what is wrong with it
        return None
    return f"/{path}/" if path else "/"
