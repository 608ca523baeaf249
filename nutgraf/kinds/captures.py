"""Seeds → captures: each read for the source file that names it, or for itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct

from nutgraf.kinds.capture import Capture, read_seed
from nutgraf.kinds.source import SourceFile
from nutgraf.problems import Place, Problem
from nutgraf.read import File, digest_in
from nutgraf.rules import problem
from nutgraf.slugs import unfit
from nutgraf.work import Handle, Keep, Runner, Scene

# What browsers and Office append to a page’s name for the folder of its pictures, styles and frames, by language.
_SAVED_WITH = (
    *("_files", ".files", "-files", "_Dateien", "-Dateien", "_fichiers", "_archivos", "_file", "_bestanden", "-filer"),
    *("_filer", "_ficheiros", "_arquivos", "_pliki", "_soubory", "_subory", "_elemei", "_tiedostot", "_dosyalar"),
    *("_datoteke", "_fajlovi", "_fitxers", "_failid", "_fails", "_bylos", "_fisiere"),
)


class Captured(Struct, frozen=True):
    """What is known of a capture without opening it."""

    source: str  # id of the source that it is read for
    path: str
    told: str  # path of the source file that names it; "": none does
    capture: Handle


class Captures(Struct, frozen=True):
    """The seeds as they were read."""

    read: tuple[Captured, ...]
    unread: Mapping[str, tuple[Problem, ...]]  # what is wrong with each seed that was not read, by its path
    problems: tuple[Problem, ...]
    open: Callable[[Handle], Any]

    def __iter__(self) -> Iterator[Capture]:
        """The captures, opened."""
        return (self.open(each.capture) for each in self.read)


class Shelf(Struct, frozen=True):
    """What reading one seed may look at."""

    files: Mapping[str, File]
    told: Mapping[str, SourceFile]  # by path


def read_captures(files: Iterable[File], source_files: Sequence[SourceFile], runner: Runner) -> Captures:
    """The captures, one for each source file that names a seed; a seed that none names is a source by itself."""
    shelf = Shelf({file.path: file for file in files}, {source.place.path: source for source in source_files})
    naming: dict[str, list[str]] = {}
    for source in source_files:
        naming.setdefault(f"seeds/{source.seed.text}", []).append(source.place.path)
    paths = [path for path in shelf.files if path.startswith("seeds/")]
    folders = _saved_with_pages(paths)
    seeds = [path for path in paths if path in naming or folders.isdisjoint(PurePosixPath(path).parents)]
    keys = [f"{seed}\n{told}" for seed in seeds for told in naming.get(seed, [""])]

    digest = partial(digest_in, shelf.files)
    scene = Scene("seeds", shelf, {"files": digest, "told": digest})
    done = runner.run("seeds", keys, _seed, scene)
    problems = [problem for each in done.values() for problem in _told(each, runner)]
    read: list[Captured] = []
    loose: list[Captured] = []
    for key in keys:
        seed, _, told = key.partition("\n")
        if done[key][1]:
            (read if told else loose).append(Captured(done[key][0], seed, told, done[key][1]))
    unread = {key.partition("\n")[0]: _told(done[key], runner) for key in keys if not done[key][1]}
    ids = {source.id for source in source_files}
    owners = {each.source: each.told for each in read}
    for captured in loose:
        problems.extend(_clashes(captured, owners))
        if captured.source and captured.source not in owners and captured.source not in ids:
            owners[captured.source] = captured.path
            read.append(captured)
    return Captures(tuple(read), unread, tuple(problems), runner.open)


def _saved_with_pages(paths: Iterable[str]) -> frozenset[PurePosixPath]:
    """The folders that “Web page, complete” puts beside a page: PAGE_files/ beside PAGE.html."""
    pages = [PurePosixPath(path) for path in paths if path.lower().endswith((".html", ".htm"))]
    return frozenset(page.with_name(page.stem + ending) for page in pages for ending in _SAVED_WITH)


def _seed(key: str, keep: Keep, shelf: Shelf) -> tuple[str, Handle | None, Handle | None]:
    """One seed as its source file wants it read: the id of its source, the capture, and what is wrong with it."""
    path, _, told = key.partition("\n")
    capture, problems = read_seed(shelf.files[path], shelf.told[told] if told else None)
    kept = keep(problems) if problems else None
    return (capture.source, keep(capture), kept) if capture else ("", None, kept)


def _told(done: tuple[str, Handle | None, Handle | None], runner: Runner) -> tuple[Problem, ...]:
    """What is wrong with one seed."""
    found: tuple[Problem, ...] = runner.open(done[2]) if done[2] else ()
    return found


def _clashes(captured: Captured, owners: Mapping[str, str]) -> Iterator[Problem]:
    hint = "rename the seed, or name it in a file of content/sources/"
    if not captured.source:
        message = "the name of this seed holds no letter and no digit to make an id of"
        yield problem("bad-name", Place(captured.path), message, hint)
    elif not captured.told and unfit(captured.source):
        message = f"the name of this seed cannot be an address: {unfit(captured.source)}"
        yield problem("bad-name", Place(captured.path), message, hint)
    elif captured.source in owners:
        owner = owners[captured.source]
        message = f"{captured.path} and {owner} both ask for the address /sources/{captured.source}/"
        yield problem("address-clash", Place(captured.path), message, hint)
