"""A published site as tests look at it: its files, and its pages as trees of elements."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

from nutgraf.addresses import file_of
from nutgraf.build import Build, Options
from nutgraf.pipeline import build

_MANIFEST = ".nutgraf.json"


def publish_site(project: Path, folder: Path, base_url: str | None = None) -> "Published":
    """The project’s site, built into the folder without a problem."""
    done = build(Options(project, folder, base_url=base_url))
    assert done.is_published, "\n".join(f"{problem.place}: {problem.message}" for problem in done.problems)
    return Published(folder, done)


@dataclass(frozen=True)
class Page:
    """One HTML page."""

    name: str  # its file, relative to the site
    html: str

    @cached_property
    def root(self) -> Element:
        """The page as a browser reads it; an error of its HTML raises html5lib’s ParseError."""
        parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False)
        tree: Element = parser.parse(self.html)
        return tree

    @property
    def elements(self) -> Iterator[Element]:
        """Every element; comments are left out."""
        return (element for element in self.root.iter() if isinstance(element.tag, str))

    @property
    def is_redirect(self) -> bool:
        """Whether it leads on to another page at once."""
        return '<meta http-equiv="refresh"' in self.html

    @cached_property
    def ids(self) -> list[str]:
        return [element.attrib["id"] for element in self.elements if "id" in element.attrib]

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]

    def references(self) -> Iterator[tuple[str, str]]:
        """What the page loads or leads to: the element’s tag and the reference as it is written."""
        for element in self.elements:
            if element.tag == "link" and element.get("rel") == "canonical":
                continue
            for attribute in ("href", "src", "poster", "data"):
                if attribute in element.attrib:
                    yield str(element.tag), element.attrib[attribute]
            for candidate in filter(None, element.get("srcset", "").split(",")):
                yield str(element.tag), candidate.split()[0]


@dataclass(frozen=True)
class Published:
    """A site in its output folder."""

    folder: Path
    build: Build | None  # None when another process built it

    @property
    def files(self) -> Mapping[str, bytes]:
        """Every published file by its name."""
        paths = sorted(path for path in self.folder.rglob("*") if path.is_file() and path.name != _MANIFEST)
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in paths}

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        return tuple(Page(name, data.decode()) for name, data in self.files.items() if name.endswith(".html"))

    def page(self, address: str) -> Page:
        return next(page for page in self.pages if page.name == file_of(address))


def words_of(element: Element) -> str:
    """The words of an element as a reader sees them."""
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()
