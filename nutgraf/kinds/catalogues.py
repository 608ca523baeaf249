"""The desk’s own interface words: ``locale/<language>.po``."""

from collections.abc import Iterable

from msgspec import Struct

from nutgraf.interface import Catalogue, Fault, normal, read_catalogue
from nutgraf.kinds.languages import is_language
from nutgraf.parse.text import decode
from nutgraf.problems import Place, Problem
from nutgraf.read import File
from nutgraf.rules import problem

_OF_TOOLS = {".mo", ".pot"}  # what translators’ programs leave beside a catalogue


class Catalogues(Struct, frozen=True):
    """What the catalogues of the desk came to."""

    read: tuple[Catalogue, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_catalogues(files: Iterable[File]) -> Catalogues:
    """The catalogues in locale/ of the desk, and a problem for each fault in them, at its line."""
    read: list[Catalogue] = []
    problems: list[Problem] = []
    for file in files:
        if not file.is_in("locale") or file.name.suffix.lower() in _OF_TOOLS:
            continue
        if len(file.name.parts) != 2 or file.name.suffix.lower() != ".po" or not is_language(normal(file.name.stem)):
            hint = "put the words of a language into locale/<language>.po, as in locale/de.po"
            problems.append(problem("misplaced-file", Place(file.path), "files are not read here", hint))
            continue
        text, found = decode(file)
        problems += found
        if text is not None:
            catalogue, faults = read_catalogue(normal(file.name.stem), text, file.path)
            read.append(catalogue)
            problems += [_problem(file.path, fault) for fault in faults]
    return Catalogues(tuple(read), tuple(problems))


def _problem(path: str, fault: Fault) -> Problem:
    return problem("bad-catalogue", Place(path, fault.line), fault.message, fault.hint)
