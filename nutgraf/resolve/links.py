"""Links as editors write them: where a path in a Markdown file leads on the site."""

from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import normpath, relpath
from urllib.parse import unquote, urlsplit

from nutgraf.problems import nearest

_OUTSIDE = frozenset({"http", "https", "mailto", "tel"})


@dataclass(frozen=True)
class Destination:
    """A file that links can lead to."""

    address: str
    title: str
    anchors: frozenset[str]


@dataclass(frozen=True)
class Target:
    """Where a link leads: to another site, or to an address of ours and an anchor there."""

    url: str | None  # another site's, as written
    address: str = ""  # ours, when url is None; "" is the page itself
    anchor: str = ""


@dataclass(frozen=True)
class Broken:
    """Why a link leads nowhere."""

    rule: str
    message: str
    hint: str | None


def follow(href: str, path: str, destinations: Mapping[str, Destination]) -> Target | Broken:
    """Where ``href``, written in the file ``path``, leads."""
    parts = urlsplit(href)
    if parts.scheme:
        if parts.scheme.lower() in _OUTSIDE:
            return Target(href)
        return Broken("broken-link", f"links cannot use “{parts.scheme}:”", "link to an https:// address")
    if href.startswith("//"):
        return Broken("broken-link", "this link has no scheme", f"write https:{href}")
    if href.startswith("/"):
        return Broken("broken-link", "a link that starts with “/” breaks when the site moves", _from_root(href, path))
    name = normpath(f"{path.rpartition('/')[0]}/{unquote(parts.path)}") if parts.path else path
    found = destinations.get(name)
    if not found:
        close = nearest(name, destinations)
        hint = f"did you mean “{_relative(close, path)}”?" if close else "name a file in content/ or assets/"
        return Broken("broken-link", f"there is no file “{name}”", hint)
    anchor = unquote(parts.fragment)
    if anchor and anchor not in found.anchors:
        close = nearest(anchor, found.anchors)
        hint = f"did you mean “#{close}”?" if close else f"its headings are {_some(found.anchors)}"
        return Broken("broken-anchor", f"“{found.title}” has no heading “#{anchor}”", hint)
    return Target(None, found.address if parts.path else "", anchor)


def _some(anchors: frozenset[str]) -> str:
    return ", ".join(f"#{anchor}" for anchor in sorted(anchors)[:5]) or "none"


def _from_root(href: str, path: str) -> str:
    example = _relative(f"content/glossary/{href.strip('/')}.md", path)
    return f"write the file’s path from here, for instance {example}"


def _relative(name: str, path: str) -> str:
    return relpath(name, path.rpartition("/")[0])
