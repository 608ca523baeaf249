"""Seeds → captures: each read for the source file that names it, or for itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from nutgraf.kinds.capture import Capture, read_seed
from nutgraf.kinds.source import SourceFile
from nutgraf.problems import Place, Problem
from nutgraf.read import File
from nutgraf.rules import problem


@dataclass
class Captures:
    """The seeds as they were read."""

    read: list[Capture] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)  # paths
    problems: list[Problem] = field(default_factory=list)


def read_captures(files: Iterable[File], source_files: Sequence[SourceFile]) -> Captures:
    """Each seed once for every source file that names it; one that none names is a source by itself (design §2.3)."""
    told: dict[str, list[SourceFile | None]] = {}
    for source in source_files:
        told.setdefault(f"seeds/{source.seed.text}", []).append(source)
    found = Captures()
    loose: list[Capture] = []
    for file in files:
        if file.name.parts[0] != "seeds":
            continue
        for source_file in told.get(file.path, [None]):
            capture, problems = read_seed(file, source_file)
            found.problems.extend(problems)
            if capture:
                (found.read if source_file else loose).append(capture)
            else:
                found.unread.add(file.path)
    _add_loose(found, loose, {source.id: source for source in source_files})
    return found


def _add_loose(found: Captures, loose: Iterable[Capture], told: dict[str, SourceFile]) -> None:
    """Adds the captures that no source file names, but for those whose file names give them the id of another."""
    owners = {capture.source: told[capture.source].place.path for capture in found.read}
    for capture in loose:
        found.problems.extend(_clashes(capture, owners))
        if capture.source and capture.source not in owners and capture.source not in told:
            owners[capture.source] = capture.path
            found.read.append(capture)


def _clashes(capture: Capture, owners: dict[str, str]) -> Iterator[Problem]:
    hint = "rename the seed, or name it in a file of content/sources/"
    if not capture.source:
        message = "the name of this seed holds no letter and no digit to make an id of"
        yield problem("bad-name", Place(capture.path), message, hint)
    elif capture.source in owners:
        owner = owners[capture.source]
        message = f"{capture.path} and {owner} both ask for the address /sources/{capture.source}/"
        yield problem("address-clash", Place(capture.path), message, hint)
