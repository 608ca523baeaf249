"""What must hold for any newsroom: nothing escapes, a problem has a place, pages are sound, all of it twice alike."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

from jinja2 import Environment

from nutgraf.interface import Interface
from nutgraf.kinds.documents import parse
from nutgraf.problems import Problem, has_errors, in_order, with_levels
from nutgraf.read import File
from nutgraf.report.data import as_json
from nutgraf.report.github import as_annotations, as_table, for_github
from nutgraf.report.text import as_text
from nutgraf.rules import FIXED
from tests.fuzz.newsrooms import USUAL, Newsroom
from tests.sites.project import PROJECT
from tests.sites.published import Page
from tests.stages import checked, environment_of, pressed, resolve

_BASE = "https://news.example/file/"
_SCHEMES = ("http:", "https:", "mailto:", "tel:", "data:image/svg+xml,", "data:,")
_DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"/>'

Built = tuple[Mapping[str, bytes], tuple[Problem, ...]]


def must_hold(newsroom: Newsroom) -> None:
    """Raises AssertionError, or whatever escapes, when something does not hold."""
    files = files_of({**USUAL, **newsroom})
    made, problems = built(files)
    assert (made, problems) == built(files), "not made alike twice"
    for problem in problems:
        _has_a_place(problem, files)
    json.loads(as_json(problems))
    as_text(problems, files)
    for entries in for_github(problems):
        as_annotations(entries)
        as_table(entries)
    if not has_errors(problems):
        are_sound(made)


def files_of(newsroom: Newsroom) -> tuple[File, ...]:
    """The files as they would be read."""
    texts = {**newsroom, **_assets()}
    raw = {path: text.encode("utf-8", "surrogateescape") for path, text in texts.items()}
    return tuple(File(path, raw[path], hashlib.sha256(raw[path]).hexdigest()) for path in sorted(raw))


@cache
def _assets() -> Mapping[str, str]:
    paths = [path for path in (PROJECT / "assets").rglob("*.*") if path.suffix in {".css", ".js"}]
    texts = {path.relative_to(PROJECT).as_posix(): path.read_text("utf-8") for path in paths}
    return {**texts, "assets/images/bars.svg": _DRAWING}


def built(files: tuple[File, ...]) -> Built:
    """What would be published by file, and every problem."""
    documents, problems = parse(files)
    if documents.settings is None:
        return {}, in_order(problems)
    site = resolve(documents)
    problems = (*problems, *checked(site))
    contents: Mapping[str, bytes] = {}
    if not any(problem.rule == "address-clash" for problem in problems):
        contents, more = pressed(site, _environment(site.interface))
        problems = (*problems, *more)
    return contents, in_order(with_levels(problems, documents.settings.checks, FIXED, strict=False))


_environments: dict[str, Environment] = {}


def _environment(interface: Interface) -> Environment:
    """The templates of this project; they are read once for each language."""
    key = f"{interface.language} {interface.key}"
    return _environments.setdefault(key, environment_of(PROJECT / "templates", interface))


def _has_a_place(problem: Problem, files: tuple[File, ...]) -> None:
    place = problem.place
    text = next((file.read().decode("utf-8-sig", "replace") for file in files if file.path == place.path), None)
    assert text is not None or not place.line, f"{place} is in no file"
    lines = (text or "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert place.line <= len(lines), f"{place} lies behind the end: {problem}"
    if place.line:
        assert place.column + place.length <= len(lines[place.line - 1]) + 2, (
            f"{place} lies outside its line: {problem}"
        )


def are_sound(made: Mapping[str, bytes], base: str = _BASE) -> Mapping[str, Page]:
    """The pages by name. Raises AssertionError for one that is no strict HTML, or has an id twice or a dead link."""
    pages = {name: Page(name, contents.decode()) for name, contents in made.items() if name.endswith(".html")}
    anchors = {name: set(pages[name].ids) if name in pages else set() for name in made}
    for name, contents in made.items():
        if name.endswith(".xml"):
            ElementTree.fromstring(contents)
        elif name.endswith(".json"):
            json.loads(contents)
    for name, page in pages.items():
        assert len(page.ids) == len(anchors[name]), f"{name} has an id twice"
        for element in page.elements:
            assert not any(attribute.startswith("on") for attribute in element.attrib), f"{name} has a handler"
        for _, reference in page.references():
            _leads_somewhere(urljoin(base, name), reference, base, anchors)
    return pages


def _leads_somewhere(page: str, reference: str, base: str, made: Mapping[str, set[str]]) -> None:
    target, fragment = urldefrag(urljoin(page, reference))
    if urlsplit(target).netloc != urlsplit(base).netloc:
        assert target.lower().startswith(_SCHEMES), f"{page} leads to {reference}"
        return
    assert target.startswith(base), f"{page} leads out of the site: {reference}"
    name = unquote(urlsplit(target).path.removeprefix(urlsplit(base).path))
    name = f"{name}index.html" if not name or name.endswith("/") else name
    assert name in made, f"{page} leads to {reference}, which is not there"
    assert not fragment or unquote(fragment) in made[name], f"{page} leads to {reference}: no such anchor"
