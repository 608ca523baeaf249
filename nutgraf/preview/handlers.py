"""Handlers: requests → answers over HTTP. Every request passes the same gate first."""

from typing import Any

from livereload.handlers import LiveReloadJSHandler
from tornado.httputil import HTTPServerRequest
from tornado.routing import Rule
from tornado.web import Application, RequestHandler

from nutgraf.preview.answers import answer
from nutgraf.preview.desk import Desk
from nutgraf.preview.hosts import admits
from nutgraf.preview.media_types import media_type
from nutgraf.preview.ranges import part_of
from nutgraf.preview.refusals import Refusals
from nutgraf.preview.snippet import OWN, PROBLEMS, own_file
from nutgraf.preview.tabs import IsSocket, TabHandler


class Gate(Application):
    """The addresses of the preview, closed to everyone but its editor."""

    def __init__(self, desk: Desk, refusals: Refusals) -> None:
        self._refusals = refusals
        rules: list[Any] = [
            Rule(IsSocket(), TabHandler, {"desk": desk}),
            (rf"{OWN}livereload\.js", Script),
            (rf"{OWN}(page\.js|preview\.(?:css|js))", OwnFile),
            (PROBLEMS, Problems, {"desk": desk}),
            (r"(?s:.*)", Page, {"desk": desk}),
        ]
        super().__init__(rules, log_function=_log_nothing)

    def find_handler(self, request: HTTPServerRequest, **more: Any) -> Any:
        """The handler of a request; of one that is not the editor’s, always the same."""
        host, origin = request.headers.get("Host", ""), request.headers.get("Origin")
        if admits(host, origin, self._refusals.allowed):
            return super().find_handler(request, **more)
        self._refusals.add(host, origin)
        return self.get_handler_delegate(request, Refused)


def _log_nothing(handler: RequestHandler) -> None:
    """Requests are not logged: what others send would stand in the editor’s terminal."""
    del handler


class Sealed(RequestHandler):
    """What all answers have in common: they are not kept, and no other site may take them in."""

    def set_default_headers(self) -> None:
        """Called by tornado before every answer."""
        self.clear_header("Server")
        self.set_header("Cache-Control", "no-store")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("X-Content-Type-Options", "nosniff")

    def compute_etag(self) -> None:
        """None: what is not kept needs no mark to be compared by."""

    def write_error(self, status_code: int, **more: Any) -> None:
        """A line of plain text."""
        del more
        self.set_header("Content-Type", media_type("error.txt"))
        self.finish(f"{status_code} {self._reason}\n")


class Refused(Sealed):
    """The answer to everybody else."""

    def prepare(self) -> None:
        """Ends every request, whatever its method."""
        self.send_error(403)


class OwnFile(Sealed):
    """A file of the preview itself. Its address names its version, so that a browser may keep it."""

    def get(self, name: str) -> None:
        """The file."""
        self.set_header("Cache-Control", "max-age=86400")
        self.set_header("Content-Type", media_type(name))
        self.write(own_file(name))


class Script(Sealed, LiveReloadJSHandler):  # type: ignore[misc]  # the package has no types
    """The script that the package brings along."""


class Problems(Sealed):
    """What is wrong now, for pages that are open."""

    def initialize(self, desk: Desk) -> None:
        """Called by tornado for every request."""
        self.desk = desk

    def get(self) -> None:
        """The overlay, and the name of what it shows."""
        self.set_header("X-Problems", self.desk.edition.problems)
        self.write(str(self.desk.edition.overlay))


class Page(Sealed):
    """Everything of the site."""

    def initialize(self, desk: Desk) -> None:
        """Called by tornado for every request."""
        self.desk = desk

    def get(self) -> None:
        """The page or file at the address, whole or in part."""
        found = answer(self.request.path, self.desk.edition)
        if found.location:
            query = f"?{self.request.query}" if self.request.query else ""
            return self.redirect(found.location + query, status=found.status)
        self.set_status(found.status)
        self.set_header("Content-Type", found.media_type)
        self.set_header("Accept-Ranges", "bytes")
        if found.version:
            self.set_header("X-Page", found.version)
        size = len(found.contents)
        part = part_of(self.request.headers.get("Range"), size) if found.status == 200 else None
        if part is None:
            return self._send(found.contents)
        self.set_status(206 if part else 416)
        self.set_header("Content-Range", f"bytes {part.start}-{part.stop - 1}/{size}" if part else f"bytes */{size}")
        return self._send(found.contents[part.start : part.stop])

    head = get

    def _send(self, contents: bytes) -> None:
        self.set_header("Content-Length", str(len(contents)))
        if self.request.method != "HEAD":
            self.write(contents)
