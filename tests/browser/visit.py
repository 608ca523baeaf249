"""A tab that listens: to the console, to what is loaded, and to the content security policy."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, Response

_LISTEN = """
addEventListener('securitypolicyviolation', event =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
"""


def until(page: Page, happens: Callable[[], object], what: str) -> None:
    """Waits for something to happen in a tab, at most ten seconds.

    Asks from outside: `Page.wait_for_function` asks again with eval, which our content security policy forbids, and so
    works only where the first answer is yes.
    """
    for _ in range(500):
        if happens():
            return
        page.wait_for_timeout(20)
    pytest.fail(f"Not in ten seconds: {what}")


class Visit:
    """A tab on the served site, and everything that went wrong in it."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.complaints: list[str] = []
        page.add_init_script(_LISTEN)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("request", self._watch)
        page.on("response", self._check)

    def open(self, address: str) -> Page:
        """The page at an address of the site, loaded with its fonts."""
        self.page.goto(self.url + address.lstrip("/"))
        self.page.evaluate("document.fonts.ready.then(() => true)")
        return self.page

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not self._is_lost(message.location["url"]):
            self.complaints.append(f"console: {message.text}")

    def _watch(self, request: Request) -> None:
        if request.url.startswith(("http:", "https:", "ws:", "wss:")) and self._host(request.url) != self._host():
            self.complaints.append(f"request to another host: {request.url}")

    def _check(self, response: Response) -> None:
        if response.status >= 400 and not self._is_lost(response.url):
            self.complaints.append(f"{response.status}: {response.url}")

    def _host(self, url: str = "") -> str:
        return urlsplit(url or self.url).netloc

    def _is_lost(self, url: str) -> bool:
        """Whether a test went to a page that is not there on purpose."""
        return "/nothing-here/" in url and url.endswith("/")
