"""A glance: whether there is anything to do at all, told without reading a file of the project.

Git’s index does the same. Every file that the last build saw and every file it wrote is compared with what its disk
says of it now; if all are as they were, so is the site, and what the last build said is said again.
"""

import marshal
import pickle
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from nutgraf.build import Build, Options
from nutgraf.memory.engine import known_engine
from nutgraf.memory.scan import scan
from nutgraf.memory.sealed import read_sealed, write_sealed
from nutgraf.memory.signatures import is_settled, signature_of
from nutgraf.memory.table import Signature
from nutgraf.publish import is_cut_off
from nutgraf.read import File

SEEN = ("site.toml", "assets", "content", "locale", "seeds", "templates")
_MAGIC = f"nutgraf glance 2, Python {sys.version}\n".encode()  # which may have another format


def unchanged(options: Options, folder: Path) -> Build | None:
    """What the last build came to; None if anything may have changed since, or the last build is not known.

    No input is opened: size, times and inode of every file are compared, as in Git’s index (docs/architecture.md).
    """
    if options.forgets or not options.publishes:
        return None
    sealed = read_sealed(folder / "glance", _MAGIC)
    if sealed is None:
        return None
    asked, engine, files, clock, outputs, written_clock, done = marshal.loads(sealed)  # noqa: S302  # plain values
    if asked != _asked(options) or engine != known_engine(folder):
        return None
    if not _are_as_they_were(scan(str(options.project), SEEN), files, clock):
        return None
    output = str(options.output)
    if is_cut_off(options.output):
        return None
    for name, signature in outputs.items():
        if signature_of(f"{output}/{name}") != signature or not is_settled(signature, written_clock):
            return None
    build: Build = pickle.loads(done)  # noqa: S301  # what the engine itself has written
    return build


def remember(
    options: Options,
    folder: Path,
    done: Build,
    seen: tuple[Mapping[str, Signature], int],
    written: tuple[Mapping[str, Signature], int],
) -> None:
    """Notes the build for the next glance.

    seen, written: the files of the project and of the output folder, each with the clock of the moment.
    """
    told = replace(done, site=None, files=_shown(done), written=0, parsed=(), rendered=())
    values: Any = (_asked(options), known_engine(folder), *seen, *written, pickle.dumps(told))
    write_sealed(folder / "glance", _MAGIC, marshal.dumps(values))


def _shown(done: Build) -> tuple[File, ...]:
    """The files whose lines are shown beside problems."""
    named = {problem.place.path for problem in done.problems}
    return tuple(file for file in done.files if file.path in named)


def _asked(options: Options) -> tuple[object, ...]:
    asked = (options.base_url, options.with_drafts, options.is_strict, options.is_preview, str(options.output))
    return (*asked, options.additions.code)


def _are_as_they_were(now: Mapping[str, Signature], then: Mapping[str, Signature], clock: int) -> bool:
    return now == then and all(is_settled(signature, clock) for signature in now.values())
