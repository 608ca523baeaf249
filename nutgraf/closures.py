"""Closures: each template with everything that it includes, so that a page knows which of them it is made with.

They are found in the text and not while pages are rendered: Jinja keeps imported templates, so that the second page
would seem to need fewer.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
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


def closures_of(environment: Environment, texts: Mapping[str, bytes], runner: Runner) -> Mapping[str, bytes]:
    """The digest of each template with everything that it includes, by its name.

    A template that cannot be parsed, or whose includes are computed, has the digest of all of them.
    """
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


def texts_in(folder: Path) -> dict[str, bytes]:
    """The templates of a folder by name, without those that may not be read: rendering reports them.

    Raises ChangedError when one vanishes meanwhile.
    """
    texts = {}
    try:
        for name, path in _files(folder):
            with suppress(PermissionError):
                texts[name] = path.read_bytes()
    except FileNotFoundError as gone:  # since it was listed
        raise ChangedError(Path(gone.filename).relative_to(folder.parent).as_posix()) from None
    return texts


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of a folder and below it, by their names there."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path
