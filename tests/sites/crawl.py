"""Follows every reference of a served site, as a reader with much time would."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from tests.sites.published import Page

_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")


@dataclass
class Crawl:
    """What a crawl from one address met."""

    start: str
    reached: set[str] = field(default_factory=set)  # URLs of ours that answered
    elsewhere: set[str] = field(default_factory=set)  # URLs of other hosts, which are not asked
    broken: list[str] = field(default_factory=list)  # one sentence each


def crawl(start: str) -> Crawl:
    """Everything that can be reached from a URL under that URL, each reference checked."""
    found = Crawl(start)
    connection = HTTPConnection(urlsplit(start).netloc, timeout=20)
    ids: dict[str, set[str]] = {}
    anchors: list[tuple[str, str, str]] = []
    waiting = [start]
    while waiting:
        url = waiting.pop()
        if url in found.reached:
            continue
        found.reached.add(url)
        page_ids, references = _read(connection, url, found)
        ids[url] = page_ids
        for reference in references:
            target, fragment = urldefrag(urljoin(url, reference))
            if not target.startswith(start):
                _leave(found, url, reference, target)
                continue
            waiting.append(target)
            if fragment:
                anchors.append((url, target, unquote(fragment)))
    connection.close()
    found.broken += [
        f"{page} leads to #{anchor}, which {target} does not have"
        for page, target, anchor in anchors
        if anchor not in ids[target]
    ]
    return found


def _leave(found: Crawl, page: str, reference: str, target: str) -> None:
    if urlsplit(target).netloc == urlsplit(found.start).netloc:
        found.broken.append(f"{page} leads to {reference}, outside of the site")
    elif urlsplit(target).scheme != "data":
        found.elsewhere.add(target)


def _read(connection: HTTPConnection, url: str, found: Crawl) -> tuple[set[str], list[str]]:
    """The ids of a file and what it refers to."""
    connection.request("GET", urlsplit(url).path)
    response = connection.getresponse()
    contents = response.read()
    if response.status != 200:
        found.broken.append(f"{url} answers {response.status}")
        return set(), []
    kind = response.headers.get_content_type()
    if kind == "text/html":
        page = Page(url, contents.decode())
        return set(page.ids), [reference for _, reference in page.references()]
    return set(), list(_css_references(contents.decode())) if kind == "text/css" else []


def _css_references(css: str) -> Iterator[str]:
    return (reference for reference in _CSS_URL.findall(css) if not reference.startswith("data:"))
