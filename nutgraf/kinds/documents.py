"""Parse: files → documents of their kinds."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from nutgraf.body import Body
from nutgraf.digests import sum_of
from nutgraf.interface import Catalogue
from nutgraf.kinds.captures import Captures, read_captures
from nutgraf.kinds.catalogues import read_catalogues
from nutgraf.kinds.explainer import read_explainer
from nutgraf.kinds.page import Home, read_home, read_page
from nutgraf.kinds.settings import Settings, read_settings
from nutgraf.kinds.source import SourceFile, read_source_file
from nutgraf.kinds.term import Term, read_term
from nutgraf.parse.body import parse_body
from nutgraf.parse.filing import folder_of, misfiled
from nutgraf.parse.frontmatter import FrontMatter, split
from nutgraf.parse.text import decode
from nutgraf.problems import Place, Problem, has_errors, with_levels
from nutgraf.read import SETTINGS, File, digest_in
from nutgraf.rules import FIXED, problem
from nutgraf.work import PLAIN, Handle, Keep, Runner, Scene

LONGEST = 200_000  # characters of a file: 33,000 words, two and a half hours to read
Wanted = TypeVar("Wanted")
_Earlier = Callable[[str, bytes], Any]  # a path and the digest of its front matter → the document, or None
_Reader = Callable[[str, FrontMatter, Body], tuple[Any, tuple[Problem, ...]]]


class Kind(Struct, frozen=True):
    """A kind of content: where its files lie, and what reads them."""

    folder: str  # in content/, "" for content/ itself
    reader: _Reader  # gives the document, or None, and every problem of the front matter
    noteless: str | None = None  # what its text is called (“the home page”), if that cannot cite
    holds_body: bool = False  # as the field ``body``, untouched: another body can take its place


KINDS = (
    Kind("", read_home, noteless="the home page", holds_body=True),
    Kind("explainers", read_explainer, holds_body=True),
    Kind("glossary", read_term, holds_body=True),
    Kind("pages", read_page, holds_body=True),
    Kind("sources", read_source_file, noteless="the note on a source", holds_body=True),
)


class Written(Struct, frozen=True):
    """What is known of a file of content/ without opening what it holds."""

    kind: str  # name of its class; "" when it could not be read
    slug: str
    title: str
    is_draft: bool
    document: Handle
    problems: Handle | None  # None: there are none
    front: bytes = b""  # digest of the front matter; b"" when something is wrong with it


class Documents(Struct, frozen=True, dict=True):
    """Everything the desk wrote, parsed; each kind by slug."""

    settings: Settings | None
    written: Mapping[str, Written]  # by path
    open: Callable[[Handle], Any]
    captures: Captures
    files: Mapping[str, File]  # by path
    catalogues: tuple[Catalogue, ...] = ()  # the desk’s own interface words

    def of(self, kind: type[Wanted]) -> tuple[Wanted, ...]:
        """The documents of one kind, opened, in the order of their paths; only files that could be read."""
        return tuple(self.open(each.document) for each in self.written.values() if each.kind == kind.__name__)

    def in_folders(self, kinds: Iterable[Kind]) -> Mapping[str, tuple[object, ...]]:
        """The documents of each kind, opened, by its folder in content/, such as “explainers”."""
        return {kind.folder: tuple(self._in(f"content/{kind.folder}/")) for kind in kinds}

    def _in(self, folder: str) -> Iterator[object]:
        read = (each for path, each in self.written.items() if each.kind and path.startswith(folder))
        return (self.open(each.document) for each in read)

    @cached_property
    def home(self) -> Home | None:
        """The home page; None if the desk has written none, or it cannot be read."""
        return next(iter(self.of(Home)), None)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """All entries of the glossary."""
        return self.of(Term)

    @cached_property
    def source_files(self) -> tuple[SourceFile, ...]:
        """All files of content/sources/, whether or not there is a capture."""
        return self.of(SourceFile)

    @property
    def assets(self) -> tuple[File, ...]:
        """The files of assets/, unread."""
        return tuple(file for path, file in self.files.items() if path.startswith("assets/"))

    @property
    def seeds(self) -> tuple[str, ...]:
        """The names of all files in seeds/, relative to it, whether or not they could be read."""
        return tuple(path.removeprefix("seeds/") for path in self.files if path.startswith("seeds/"))

    @cached_property
    def unread(self) -> frozenset[str]:
        """Paths of files that could not be read, each with a problem that is an error at the levels of site.toml."""
        levels = self.settings.checks if self.settings else {}
        found = self._not_read.items()
        return frozenset(path for path, told in found if has_errors(with_levels(told, levels, FIXED, strict=False)))

    @property
    def left_out(self) -> frozenset[str]:
        """Paths of files that were not read although the build goes on; report what refers to one."""
        return frozenset(self._not_read) - self.unread

    @cached_property
    def _not_read(self) -> Mapping[str, tuple[Problem, ...]]:
        unread = {path: each.problems for path, each in self.written.items() if not each.kind}
        return {**self.captures.unread, **{path: self.open(told) if told else () for path, told in unread.items()}}


class Shelf(Struct, frozen=True):
    """What parsing one file may look at."""

    files: Mapping[str, File]
    raw_html: bool = False


def parse(
    files: Sequence[File], runner: Runner = PLAIN, kinds: Sequence[Kind] = KINDS
) -> tuple[Documents, tuple[Problem, ...]]:
    """The documents, and every problem that one file alone can have; nothing is raised for a file that is wrong.

    files: the inputs, site.toml among them. runner: does the work, or only what has changed. kinds: the kinds of
    content, with those of the microsite. `documents.settings` is None if site.toml cannot be used. Raises ChangedError
    if a file has changed since it was read.
    """
    by_path = {file.path: file for file in files}
    digests = {"files": partial(digest_in, by_path)}
    known = runner.run("settings", [SETTINGS], _settings, Scene("settings", Shelf(by_path), digests))
    settings, problems = runner.open(known[SETTINGS])
    shelf = Shelf(by_path, settings.raw_html if settings else False)
    paths = [file.path for file in files if file.is_in("content")]
    scene = Scene("content", shelf, digests)
    parsed = runner.run("content", paths, partial(_content, kinds, partial(_earlier, runner)), scene)
    written = {path: Written(*parsed[path]) for path in paths}
    found = [problem for each in written.values() if each.problems for problem in runner.open(each.problems)]
    told = [runner.open(each.document) for each in written.values() if each.kind == SourceFile.__name__]
    captures = read_captures(files, told, runner)
    catalogues = read_catalogues(files)
    documents = Documents(settings, written, runner.open, captures, shelf.files, catalogues.read)
    return documents, (*problems, *found, *captures.problems, *catalogues.problems)


def _earlier(runner: Runner, path: str, front: bytes) -> Any:
    """What a file was when it was parsed last, if its front matter was the same, and nothing was wrong with it."""
    known = runner.before("content", path)
    written = Written(*known) if known else None
    return runner.open(written.document) if written and written.front == front else None


def _content(kinds: Sequence[Kind], earlier: _Earlier, path: str, keep: Keep, shelf: Shelf) -> tuple[object, ...]:
    """One file of content/, as the fields of Written."""
    file = shelf.files[path]
    document, problems, front = _parse_content(file, kinds, shelf, earlier)
    told = keep(problems) if problems else None
    if document is None:
        return "", file.name.stem, path, False, None, told
    title, is_draft = getattr(document, "title", None) or path, getattr(document, "is_draft", False)
    kept = keep(document, exactly=isinstance(document, Term))  # pages are compared by the entries that they show
    return type(document).__name__, file.name.stem, title, is_draft, kept, told, front


def _settings(path: str, keep: Keep, shelf: Shelf) -> Handle:
    """The settings, or None, and every problem of their file."""
    return keep(_read_settings(shelf.files.get(path)))


def _read_settings(file: File | None) -> tuple[Settings | None, tuple[Problem, ...]]:
    if file is None:
        hint = "make one with title, base_url and language; nutgraf init FOLDER makes a whole site"
        return None, (problem("settings", Place(SETTINGS), "there is no site.toml", hint),)
    text, problems = decode(file)
    if text is None:
        return None, problems
    settings, more = read_settings(file.path, text)
    return settings, (*problems, *more)


def _parse_content(
    file: File, kinds: Sequence[Kind], shelf: Shelf, earlier: _Earlier
) -> tuple[object, tuple[Problem, ...], bytes]:
    """The document of a file, or None; every problem of the file; and the digest of its front matter."""
    place = Place(file.path)
    by_folder = {kind.folder: kind for kind in kinds}
    if misplaced := misfiled(file.name, list(by_folder), shelf.files):
        return None, misplaced, b""
    kind = by_folder[folder_of(file.name)]
    text, problems = decode(file)
    if text is None:
        return None, problems, b""
    if len(text) > LONGEST:
        message = f"this file has {len(text):,} characters; {LONGEST:,} is the most"
        return None, (*problems, problem("too-large", place, message, "cut it into several pages")), b""
    try:
        source, written, line = split(text)
    except ValueError:
        return None, (*problems, *_front_matter(file.path, text)[1]), b""
    front = sum_of(source.encode())
    known = earlier(file.path, front) if kind.holds_body else None
    body, form = parse_body(written, Place(file.path, line, 1), raw_html=shelf.raw_html, noteless=kind.noteless)
    if known:  # an editor writes on in the text: to read the rest again would take longer
        return replace(known, body=body), (*problems, *form), front
    read, more = _front_matter(file.path, text)
    document, most = kind.reader(file.name.stem, read, body) if read and read.is_readable else (None, ())
    return document, (*problems, *more, *most, *form), b"" if more or most else front


def _front_matter(path: str, text: str) -> tuple[FrontMatter | None, tuple[Problem, ...]]:
    from nutgraf.parse.yaml_front import read_front_matter  # and so YAML, which who writes on in a text does not need

    return read_front_matter(path, text)
