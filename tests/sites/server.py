"""A small web server that answers as GitHub Pages does: 301 to the slash, 404.html, a site under a sub-path, gzip."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "application/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_PACKED = ("text/", "application/javascript", "application/json", "application/xml", "image/svg")  # sent gzipped


@contextmanager
def served(folder: Path, under: str = "/") -> Iterator[str]:
    """The URL of the folder’s site while the server runs; ``under`` is its path on the host."""

    class Handler(_Handler):
        site, base = folder, under

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{under}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    site: Path
    base: str
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(self.base):
            return self._answer(404, b"another site on this host", ".txt")
        found = self.site / path.removeprefix(self.base)
        if any(part.startswith(".") for part in found.relative_to(self.site).parts):
            return self._missing()  # dot files are not uploaded
        if found.is_dir():
            if not path.endswith("/"):
                return self._moved(f"{urlsplit(self.path).path}/")
            found = found / "index.html"
        elif path.endswith("/"):
            return self._missing()
        elif not found.exists():
            found = found.with_name(f"{found.name}.html")
        return self._answer(200, found.read_bytes(), found.suffix) if found.is_file() else self._missing()

    do_HEAD = do_GET  # noqa: N815  # the name that http.server looks for

    def _missing(self) -> None:
        self._answer(404, (self.site / "404.html").read_bytes(), ".html")

    def _moved(self, address: str) -> None:
        self.send_response(301)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, status: int, contents: bytes, suffix: str) -> None:
        kind = _TYPES.get(suffix, "application/octet-stream")
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if kind.startswith(_PACKED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            contents = gzip.compress(contents)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(contents)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(contents)

    def log_message(self, *told: object) -> None:
        """Nothing: a test says itself what went wrong."""
