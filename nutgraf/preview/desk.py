"""The desk: has each batch built once, keeps the edition, and tells the tabs that show something older."""

import logging
import time
from collections.abc import Callable
from typing import Protocol

from msgspec.structs import replace

from nutgraf.preview.answers import answer
from nutgraf.preview.batches import Batches
from nutgraf.preview.builds import Attempts, Outcome, failed
from nutgraf.preview.edition import Edition, assets_in
from nutgraf.preview.news import EVERYTHING, Shown, news
from nutgraf.preview.worker import Worker

# Seconds after a build: by then the tabs have fetched what is new; and nobody is in the middle of saving.
SHOWN_BY = 0.5
CALM = 4.0

Tell = Callable[[tuple[str, ...], Outcome, float], None]
_LOG = logging.getLogger(__name__)


class Tab(Protocol):
    """A page in a browser that is connected."""

    path: str  # of the page, as it would be asked for
    shown: Shown

    def reload(self, path: str) -> None:
        """Shows anew what is at the path, or with ``*`` the whole page."""

    def close(self) -> None:
        """Ends the connection."""


class Desk:
    """What all requests and tabs see. Lives on the event loop."""

    def __init__(self, edition: Edition, attempts: Attempts, base: Callable[[], str | None]) -> None:
        self.edition = edition
        self.tabs: set[Tab] = set()
        self.batches = Batches()
        chores = (SHOWN_BY, attempts.tidy), (CALM, attempts.write_down)
        self.worker: Worker[tuple[Edition, Outcome]] = Worker(self._rescued, chores)
        self._attempts = attempts
        self._base = base

    async def work(self, tell: Tell) -> None:
        """Builds at once and then batch by batch, without end.

        ``tell`` is given what changed, what came of it, and how many seconds that took.
        """
        names: tuple[str, ...] = ()
        while True:
            started = time.perf_counter()
            edition, outcome = await self.worker.do(self._made)
            if outcome.is_published or not self.batches.waiting:  # what waits may mend it: its build comes at once
                self._take_over(edition)
                tell(names, outcome, time.perf_counter() - started)
                names = ()
            names = (*dict.fromkeys((*names, *await self.batches.take())),)

    def _made(self) -> tuple[Edition, Outcome]:
        """The next edition, made in the worker’s thread: what goes wrong there, the rescue makes an edition of."""
        outcome = self._attempts()
        base = self._base() if outcome.is_published else None
        assets = assets_in(self.edition.folder)
        return replace(self.edition, outcome=outcome, assets=assets, base=base or self.edition.base), outcome

    def _rescued(self, bug: BaseException) -> tuple[Edition, Outcome]:
        outcome = failed(bug)
        return replace(self.edition, outcome=outcome), outcome

    def _take_over(self, edition: Edition) -> None:
        self.edition = edition
        for tab in tuple(self.tabs):
            try:
                self.update(tab)
            except Exception:  # noqa: BLE001  # one tab must not keep the others from it; its browser connects again
                _LOG.exception("the program failed while it updated a tab; the preview goes on")
                self.tabs.discard(tab)
                tab.close()

    def shown_at(self, path: str) -> Shown:
        """What a tab would show if it opened the page at the path now."""
        page = answer(path, self.edition)
        return Shown(page.version, self.edition.assets, self.edition.problems)

    def join(self, tab: Tab, page: str, assets: str, problems: str) -> None:
        """Takes a tab in, with the versions of what it shows: old ones if a build ended while it was loading."""
        is_of_today = assets == self.edition.assets.version
        tab.shown = Shown(page, self.edition.assets if is_of_today else None, problems)
        self.tabs.add(tab)
        self.update(tab)

    def part(self) -> None:
        """Ends all connections."""
        for tab in tuple(self.tabs):
            tab.close()

    def update(self, tab: Tab) -> None:
        """Tells the tab what it does not show yet."""
        today = self.shown_at(tab.path)
        paths = news(tab.shown, today, self.edition.base)
        for path in paths:
            tab.reload(path)
        if EVERYTHING not in paths:  # a tab that has to reload comes back by itself
            tab.shown = today
