"""Parse: files → documents of their kinds (design §4.1)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, TypeVar

from nutgraf.interface import Catalogue
from nutgraf.kinds.capture import Capture
from nutgraf.kinds.explainer import Explainer, read_explainer
from nutgraf.kinds.page import Home, Page, read_home, read_page
from nutgraf.kinds.settings import Settings, read_settings
from nutgraf.kinds.source import SourceFile, read_source_file
from nutgraf.kinds.term import Term, read_term
from nutgraf.parse.body import parse_body
from nutgraf.parse.captures import read_captures
from nutgraf.parse.catalogues import read_catalogues
from nutgraf.parse.frontmatter import FrontMatter, read_front_matter
from nutgraf.parse.text import decode
from nutgraf.problems import Place, Problem
from nutgraf.progress import Track, untracked
from nutgraf.read import SETTINGS, File
from nutgraf.rules import problem
from nutgraf.slugs import is_slug, slugify

Wanted = TypeVar("Wanted")
_Reader = Callable[[str, FrontMatter, bool], tuple[Any, tuple[Problem, ...]]]


@dataclass(frozen=True)
class Kind:
    """A kind of content: where its files lie, and what reads them."""

    folder: str  # in content/, "" for content/ itself
    reader: _Reader


KINDS = (
    Kind("", read_home),
    Kind("explainers", read_explainer),
    Kind("glossary", read_term),
    Kind("pages", read_page),
    Kind("sources", read_source_file),
)


@dataclass(frozen=True)
class Documents:
    """Everything the desk wrote, parsed; each kind by slug."""

    settings: Settings | None
    home: Home | None = None
    explainers: tuple[Explainer, ...] = ()
    terms: tuple[Term, ...] = ()
    pages: tuple[Page, ...] = ()
    source_files: tuple[SourceFile, ...] = ()
    captures: tuple[Capture, ...] = ()
    seeds: tuple[str, ...] = ()  # the names of all files in seeds/, read or not
    unread: frozenset[str] = frozenset()  # paths of files that could not be read: what they hold is not known
    assets: tuple[File, ...] = field(default=(), repr=False)
    catalogues: tuple[Catalogue, ...] = field(default=(), repr=False)  # the desk’s own interface words


def parse(files: Sequence[File], track: Track = untracked) -> tuple[Documents, tuple[Problem, ...]]:
    """The documents, and every problem that one file alone can have."""
    settings, problems = _settings(files)
    raw_html = settings.raw_html if settings else False
    parsed: list[object] = []
    found = list(problems)
    unread: set[str] = set()
    for file in track("Reading", [file for file in files if file.name.parts[0] == "content"]):
        document, problems = _parse_content(file, raw_html)
        parsed.append(document)
        found.extend(problems)
        if document is None:
            unread.add(file.path)
    source_files = _of(SourceFile, parsed)
    captures = read_captures(files, source_files)
    catalogues = read_catalogues(files)
    documents = Documents(
        settings=settings,
        home=next(iter(_of(Home, parsed)), None),
        explainers=_of(Explainer, parsed),
        terms=_of(Term, parsed),
        pages=_of(Page, parsed),
        source_files=source_files,
        captures=tuple(captures.read),
        seeds=tuple(file.path.removeprefix("seeds/") for file in files if file.name.parts[0] == "seeds"),
        unread=frozenset(unread | captures.unread),
        assets=tuple(file for file in files if file.name.parts[0] == "assets"),
        catalogues=catalogues.read,
    )
    return documents, (*found, *captures.problems, *catalogues.problems)


def _of(kind: type[Wanted], parsed: Iterable[object]) -> tuple[Wanted, ...]:
    return tuple(document for document in parsed if isinstance(document, kind))


def _settings(files: Iterable[File]) -> tuple[Settings | None, tuple[Problem, ...]]:
    file = next((file for file in files if file.path == SETTINGS), None)
    if file is None:
        hint = "make one with title, base_url and language"
        return None, (problem("settings", Place(SETTINGS), "there is no site.toml", hint),)
    text, problems = decode(file)
    if text is None:
        return None, problems
    settings, more = read_settings(file.path, text)
    return settings, (*problems, *more)


def _parse_content(file: File, raw_html: bool) -> tuple[object, tuple[Problem, ...]]:
    kind, misplaced = _kind_of(file.name)
    if kind is None:
        return None, misplaced
    text, problems = decode(file)
    if text is None:
        return None, problems
    front, more = read_front_matter(file.path, text)
    if front is None:
        return None, (*problems, *more)
    if not front.is_readable:
        _, form = parse_body(front.body, front.body_start, raw_html=raw_html)
        return None, (*problems, *more, *form)
    document, most = kind.reader(file.name.stem, front, raw_html)
    return document, (*problems, *more, *most)


def _kind_of(name: PurePosixPath) -> tuple[Kind | None, tuple[Problem, ...]]:
    place = Place(str(name))
    folder = "/".join(name.parts[1:-1])
    kind = next((kind for kind in KINDS if kind.folder == folder), None)
    if name.suffix.lower() != ".md":
        hint = "images belong in assets/images/, source articles in seeds/"
        return None, (problem("misplaced-file", place, "content/ holds Markdown (.md) files only", hint),)
    if kind is None or (folder == "" and name.name != "index.md"):
        *folders, last = [f"content/{kind.folder}/" for kind in KINDS if kind.folder]
        hint = f"put it straight into {', '.join(folders)} or {last}"
        return None, (problem("misplaced-file", place, "files are not read here", hint),)
    if not is_slug(name.stem):
        hint = f"name it {slugify(name.stem) or 'a-short-name'}.md"
        return None, (problem("bad-name", place, f"“{name.stem}” cannot be an address", hint),)
    return kind, ()
