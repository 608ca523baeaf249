"""Tabs: the connections to pages in browsers. The protocol is livereload’s; when to reload, and what, is ours.

Its own handler takes messages from any web page, drops a reload that comes less than three seconds after another, and
tells all tabs the same. See docs/decisions/livereload.md.
"""

import json
from typing import Any
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler
from tornado.httputil import HTTPServerRequest
from tornado.routing import Matcher

from nutgraf.preview.desk import Desk
from nutgraf.preview.hosts import is_own
from nutgraf.preview.news import Shown

_LONGEST_MESSAGE = 10_000  # bytes


class IsSocket(Matcher):
    """Whether a request opens a connection. To anything else ``/livereload`` is a page like others."""

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """An empty table when it does; None when not."""
        is_upgrade = request.headers.get("Upgrade", "").lower() == "websocket"
        return {} if is_upgrade and request.path == "/livereload" else None


class TabHandler(LiveReloadHandler):  # type: ignore[misc]  # the package has no types
    """One tab, from the moment its script connects."""

    path: str
    shown: Shown

    def initialize(self, desk: Desk) -> None:
        """Called by tornado for every connection."""
        self.desk = desk

    def prepare(self) -> None:
        """Turns away what names no page: a browser always does (RFC 6455 §4.1)."""
        if "Origin" not in self.request.headers:
            self.send_error(403)

    def check_origin(self, origin: str) -> bool:
        """Only pages of this server."""
        return is_own(origin, self.request.headers["Host"])

    @property
    def max_message_size(self) -> int:
        """Its messages are short; nobody fills the memory with others."""
        return _LONGEST_MESSAGE

    def on_message(self, message: str | bytes) -> None:
        """Greets the script, and takes the tab in when it has said what it shows."""
        told = _read(message)
        if told.get("command") == "hello":
            super().on_message(message)
        elif told.get("command") == "info":
            shows = _table(_table(told.get("plugins")).get("nutgraf"))
            self.path = _path(told.get("url"))
            self.desk.join(self, *(str(shows.get(part)) for part in ("page", "assets", "problems")))
        else:
            self.close()

    def reload(self, path: str) -> None:
        """Sends the message; to a tab that is gone nothing happens."""
        if self.ws_connection is not None and not self.ws_connection.is_closing():
            self.send_message({"command": "reload", "path": path, "liveCSS": True, "liveImg": True})

    def on_close(self) -> None:
        """The tab was closed or has gone to another page."""
        self.desk.tabs.discard(self)


def _read(message: str | bytes) -> dict[str, Any]:
    try:
        return _table(json.loads(message))
    except (ValueError, RecursionError):
        return {}


def _path(url: object) -> str:
    """The path of the page; that of none for what is no address."""
    try:
        return urlsplit(str(url)).path
    except ValueError:
        return ""


def _table(told: object) -> dict[str, Any]:
    return told if isinstance(told, dict) else {}
