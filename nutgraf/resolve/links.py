"""Links as editors write them: where a path in a Markdown file leads on the site."""

import re
from collections.abc import Iterable, Mapping
from posixpath import basename, normpath, relpath, splitext
from urllib.parse import SplitResult, unquote, urlsplit

from msgspec import Struct

from nutgraf.problems import nearest
from nutgraf.read import as_composed

_HOSTED = frozenset({"http", "https"})  # https:path would be read as a path on whatever host the page is on
_OUTSIDE = _HOSTED | {"mailto", "tel"}
# Addresses as they are said, with the scheme that they lack.
_ENDINGS = "com|org|net|int|gov|edu|info|eu|in|uk|us"
_SCHEMELESS = (
    (re.compile(rf"www\.[^/\s.]+\.\w|[\w-]+(\.[\w-]+)*\.({_ENDINGS})([/?#]|$)", re.IGNORECASE), "https://"),
    (re.compile(r"[^\s/@]+@[\w-]+(\.[\w-]+)+(\?|$)"), "mailto:"),
)
_PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg"}
_PAGES = {"", ".html", ".htm", ".md", ".markdown", ".txt", ".docx"}  # what a link to a page of ours may end with


class Destination(Struct, frozen=True):
    """A file that links can lead to."""

    address: str  # on the site
    title: str  # as messages name it
    anchors: tuple[str, ...] | None  # None: its file cannot be read, so any may be there
    is_draft: bool = False  # not published in this build


class Target(Struct, frozen=True):
    """Where a link leads: to another site, or to an address of ours and an anchor there."""

    url: str | None  # another site's, as written
    address: str = ""  # ours, when url is None
    anchor: str = ""


class Broken(Struct, frozen=True):
    """Why a link leads nowhere."""

    rule: str  # a name of nutgraf.rules
    message: str
    hint: str
    lacks: str = ""  # the file or heading that is not there; "" when the link itself is at fault


def follow(href: str, path: str, destinations: Mapping[str, Destination]) -> Target | Broken:
    """Where the link leads, or why it leads nowhere; nothing is raised.

    href: as written. path: of the file that it is written in, from which a relative path starts. destinations: by
    path.
    """
    try:
        parts = urlsplit(href)
    except ValueError:  # http://[half-a-host
        return Broken("broken-link", f"“{href}” is not a web address", "write https://example.org/path")
    if not href.strip():
        return Broken(
            "broken-link", "this link leads nowhere", "write the file or the web address between the brackets"
        )
    if parts.scheme:
        return _follow_outside(href, parts)
    if href.startswith("//"):
        return Broken("broken-link", "this link does not begin with https:", f"write https:{href}")
    if href.startswith("/"):
        return Broken("broken-link", "a path that starts with “/” breaks when the site moves", _from_root(href, path))
    return _follow_inside(href, parts, path, destinations)


def _follow_outside(href: str, parts: SplitResult) -> Target | Broken:
    """Where a link with a scheme leads."""
    if parts.scheme in _HOSTED and not parts.hostname:
        return Broken("broken-link", f"“{href}” names no host", "write https://example.org/path")
    if parts.scheme in _OUTSIDE:
        return Target(href)
    if len(parts.scheme) == 1:  # C: is a disk
        hint = "put a copy into assets/ and link that"
        return Broken("broken-link", f"“{unquote(href)}” is a file of your own computer", hint)
    return Broken("broken-link", f"links cannot use “{parts.scheme}:”", "link to an https:// address")


def _follow_inside(
    href: str, parts: SplitResult, path: str, destinations: Mapping[str, Destination]
) -> Target | Broken:
    """Where a link to a file of ours leads; one without a file leads to its own page."""
    written, anchor = unquote(parts.path), unquote(parts.fragment)
    name = as_composed(normpath(f"{path.rpartition('/')[0]}/{written}")) if written else path
    found = destinations.get(name)
    if not found:
        return _misread(href, path, destinations) or _missing(name, path, destinations)
    if found.is_draft:
        message = f"“{found.title}” is a draft, which readers cannot open"
        return Broken("broken-link", message, "take “draft: true” out of it", f"file {name}")
    if anchor and found.anchors is not None and anchor not in found.anchors:
        close = nearest(anchor, found.anchors)
        hint = f"did you mean “#{close}”?" if close else _some(found.anchors)
        return Broken("broken-anchor", f"“{found.title}” has no heading “#{anchor}”", hint, f"heading {name}#{anchor}")
    # A link within its own page names the page too: the text may be shown on another, as a correction is.
    return Target(None, found.address, anchor)


def _misread(href: str, path: str, destinations: Iterable[str]) -> Broken | None:
    """Why a link that leads to no file was hardly meant for one."""
    if "\\" in unquote(href):
        return Broken("broken-link", "this path is written with “\\”", _with_slashes(href, path, destinations))
    for shape, scheme in _SCHEMELESS:
        if shape.match(href):
            return Broken("broken-link", f"this link does not begin with {scheme.rstrip('/')}", f"write {scheme}{href}")
    return None


def _missing(name: str, path: str, destinations: Iterable[str]) -> Broken:
    close = _nearest_file(name, destinations)
    hint = f"did you mean “{_relative(close, path)}”?" if close else "name a file in content/ or assets/"
    return Broken("broken-link", f"there is no file “{name}”", hint, f"file {name}")


def _some(anchors: tuple[str, ...]) -> str:
    listed = ", ".join(f"#{anchor}" for anchor in sorted(anchors)[:5])
    return f"its headings are {listed}" if listed else "it has no headings"


def _nearest_file(name: str, paths: Iterable[str]) -> str | None:
    """The file of its kind whose own name is most like that of ``name``, in its folder if there is one."""
    folder, _, own = name.rpartition("/")
    stem, suffix = splitext(own.lower())
    kinds = _PICTURES if suffix in _PICTURES else {suffix, ".md"} if suffix in _PAGES else {suffix}
    alike = sorted(
        (path for path in paths if splitext(path.lower())[1] in kinds),
        key=lambda path: (path.startswith(folder + "/"), path.lower().endswith(suffix)),
    )
    by_name = {splitext(basename(path))[0]: path for path in alike}
    return by_name.get(nearest(stem, by_name) or "")


def _with_slashes(href: str, path: str, destinations: Iterable[str]) -> str:
    own = unquote(href).replace("\\", "/").rpartition("/")[2]
    there = sorted(name for name in destinations if basename(name).lower() == own.lower())
    return "use /, not \\" + (f", as in “{_relative(there[0], path)}”" if there else "")


def _from_root(href: str, path: str) -> str:
    """The same place as a path from the file ``path``: an asset, or what the address reads like."""
    name = href.strip("/")
    known = name if name.startswith("assets/") else f"content/{name if '/' in name else f'explainers/{name}'}.md"
    return f"write the file’s path from here, for instance {_relative(known, path)}"


def _relative(name: str, path: str) -> str:
    return relpath(name, path.rpartition("/")[0])
