"""The desk: has each batch built once, keeps the edition, and tells the tabs that show something older."""

from collections.abc import Callable
from typing import Protocol

from msgspec.structs import replace

from nutgraf.preview.answers import answer
from nutgraf.preview.batches import Batches
from nutgraf.preview.builds import Attempts, Outcome
from nutgraf.preview.edition import Edition, assets_in
from nutgraf.preview.news import EVERYTHING, Shown, news
from nutgraf.preview.worker import Worker

# Seconds after a build: by then the tabs have fetched what is new; and nobody is in the middle of saving.
SHOWN_BY = 0.5
CALM = 4.0


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
        self.worker: Worker[Outcome] = Worker(((SHOWN_BY, attempts.tidy), (CALM, attempts.write_down)))
        self._attempts = attempts
        self._base = base

    async def work(self, tell: Callable[[tuple[str, ...], Outcome], None]) -> None:
        """Builds at once and then batch by batch, without end; ``tell`` is given what changed and what came of it."""
        names: tuple[str, ...] = ()
        while True:
            outcome = await self.worker.do(self._attempts)
            if outcome.is_published or not self.batches.waiting:  # what waits may mend it: its build comes at once
                self._take_over(outcome)
                tell(names, outcome)
                names = ()
            names = (*dict.fromkeys((*names, *await self.batches.take())),)

    def _take_over(self, outcome: Outcome) -> None:
        base = self._base() if outcome.is_published else None
        assets = assets_in(self.edition.folder)
        self.edition = replace(self.edition, outcome=outcome, assets=assets, base=base or self.edition.base)
        for tab in tuple(self.tabs):
            self.update(tab)

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
