"""Answers: the path of a request → what GitHub Pages would send, with the preview’s snippet in every page."""

from markupsafe import Markup
from msgspec import Struct

from nutgraf.preview.edition import Edition, digest
from nutgraf.preview.lookup import Moved, look_up
from nutgraf.preview.media_types import media_type
from nutgraf.preview.snippet import snippet

_HTML = media_type("page.html")
_NOTE = Markup("""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<h1>{title}</h1>
<p>{text}</p>
</html>
""")


class Answer(Struct, frozen=True):
    """What a path is answered with."""

    status: int
    media_type: str = ""
    contents: bytes = b""
    version: str = ""  # of a page: it changes when the page does
    location: str = ""  # where to go instead


def answer(path: str, edition: Edition) -> Answer:
    """The file at the path, or the site’s own page for lost readers."""
    found = look_up(path, edition.base, edition.folder)
    if isinstance(found, Moved):
        return Answer(301 if found.is_permanent else 302, location=found.path)
    try:
        if found is None:
            return _page(404, (edition.folder / "404.html").read_bytes(), edition)
        if found.suffix != ".html":
            return Answer(200, media_type(found.name), found.read_bytes())
        return _page(200, found.read_bytes(), edition)
    except OSError:  # there is none, or a build removed it in this moment
        return _nothing(edition)


def _page(status: int, html: bytes, edition: Edition) -> Answer:
    version = digest(f"{status}".encode() + html)
    return Answer(status, _HTML, html + snippet(edition, version), version)


def _nothing(edition: Edition) -> Answer:
    """A note instead of a page of the site, while there is none."""
    if edition.outcome is None:
        title, text, status = "One moment", "The first build is under way. This page shows it when it is done.", 503
    elif (edition.folder / "index.html").exists():
        title, text, status = "Not found", "There is no page at this address.", 404
    else:
        title, text, status = "No page yet", "There was no good build so far. The problems are listed below.", 503
    return _page(status, _NOTE.format(title=title, text=text).encode(), edition)
