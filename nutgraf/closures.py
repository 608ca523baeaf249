"""Closures: each template with everything that it includes, so that a page knows which of them it is made with.

They are found in the text and not while pages are rendered: Jinja keeps imported templates, so that the second page
would seem to need fewer.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from jinja2 import Environment, TemplateError, meta
from msgspec import Struct

from nutgraf.digests import joined, sum_of
from nutgraf.read import ChangedError
from nutgraf.work import Keep, Runner, Scene


class Sources(Struct, frozen=True):
    """What finding the includes of a template may look at."""

    texts: Mapping[str, bytes]


def closures_of(environment: Environment, folder: Path, runner: Runner) -> Mapping[str, bytes]:
    """The digest of each template of the folder with everything that it includes, by its name.

    A template that cannot be read, or whose includes are computed, has the digest of all of them. Raises ChangedError
    when a template goes meanwhile.
    """
    texts = _texts(folder)
    sums = {name: sum_of(text) for name, text in texts.items()}
    scene = Scene("sources", Sources(texts), {"texts": lambda name: sums.get(name, b"")})
    included = runner.run("templates", texts, partial(_included, environment), scene)
    whole = joined([sums[name] for name in sorted(sums)])
    return {name: _closure(name, included, sums) or whole for name in texts}


def _closure(name: str, included: Mapping[str, tuple[str, ...] | None], sums: Mapping[str, bytes]) -> bytes | None:
    """The digest of one; None when not all that it includes is known."""
    reached: set[str] = set()
    rest = [name]
    while rest:
        current = rest.pop()
        names = included.get(current)
        if names is None:
            return None
        if current not in reached:
            reached.add(current)
            rest += names
    return joined([sums[each] for each in sorted(reached)])


def _included(environment: Environment, name: str, keep: Keep, sources: Sources) -> tuple[str, ...] | None:
    """The templates that a template names; None when it computes one or cannot be parsed."""
    del keep
    try:
        text = sources.texts[name].decode()
        named = tuple(meta.find_referenced_templates(environment.parse(text)))
    except (TemplateError, UnicodeDecodeError):  # rendering says so
        return None
    return None if None in named else tuple(each for each in named if each)


def _texts(folder: Path) -> dict[str, bytes]:
    """The templates by name."""
    try:
        return {name: _text(path) for name, path in _files(folder)}
    except FileNotFoundError as gone:  # since it was listed
        raise ChangedError(Path(gone.filename).relative_to(folder.parent).as_posix()) from None


def _text(path: Path) -> bytes:
    """The text of a template; empty where it may not be read, which rendering reports. Raises FileNotFoundError."""
    try:
        return path.read_bytes()
    except PermissionError:
        return b""


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of a folder and below it, by their names there."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path
