"""The code of a desk, called so that a mistake in it is told as the desk’s: what failed, on what, in which line."""

import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from nutgraf.additions import AdditionError
from nutgraf.body import Box
from nutgraf.checks import Check
from nutgraf.kinds.documents import Kind
from nutgraf.kinds.explainer import Explainer
from nutgraf.memory.store import StoreError
from nutgraf.parse.frontmatter import FrontMatter
from nutgraf.plan.maker import Maker
from nutgraf.read import ChangedError

Addition = Box | Check | Kind | Maker
_Told = Callable[[Exception, tuple[Any, ...]], AdditionError]
_OTHERS = {"nutgraf", "site-packages", "dist-packages"}  # what lies in the project and is not the desk’s
_LAST = 3  # lines of the desk’s code
_OF_THE_BUILD = (StoreError, ChangedError)  # a damaged memory, a file that has just changed: a build looks after both


def guarded(added: Addition, project: Path) -> Addition:
    """The same addition, whose functions raise AdditionError where those of the desk fail."""
    if isinstance(added, Box):
        return added._replace(make=_once(added.make, partial(_failed, f"the box “{added.name}”", project)))
    if isinstance(added, Kind):
        told = partial(_failed, f"the kind “{added.folder}”", project)
        return replace(added, reader=_once(added.reader, told))
    if isinstance(added, Check):
        told = partial(_failed, f"the check “{added.name}”", project)
        return replace(added, keys=_each(added.keys, told), check=_each(added.check, told))
    told = partial(_failed, f"the output “{added.name}”", project)
    return replace(added, keys=_each(added.keys, told), make=_each(added.make, told))


def _once(function: Callable[..., Any], told: _Told) -> Callable[..., Any]:
    return partial(_call, function, told)  # unlike a function in a function, this can be handed to another process


def _each(function: Callable[..., Any], told: _Told) -> Callable[..., Iterator[Any]]:
    return partial(_call_each, function, told)


def _call(function: Callable[..., Any], told: _Told, *given: Any) -> Any:
    try:
        return function(*given)
    except _OF_THE_BUILD:
        raise
    except Exception as error:  # a desk’s code may raise anything; all of it is told as a mistake of theirs
        raise told(error, given) from error


def _call_each(function: Callable[..., Any], told: _Told, *given: Any) -> Iterator[Any]:
    try:
        yield from function(*given)
    except _OF_THE_BUILD:
        raise
    except Exception as error:  # as above
        raise told(error, given) from error


def _failed(what: str, project: Path, error: Exception, given: tuple[Any, ...]) -> AdditionError:
    """What the desk is told: of the whole way that Python went, the lines of its own."""
    lines = [line for line in traceback.extract_tb(error.__traceback__) if _is_own(Path(line.filename), project)]
    files = [Path(line.filename).relative_to(project).as_posix() for line in lines]
    subject = _subject(given)
    head = what + (f" of {files[0]}" if files else "") + " failed" + (f" on {subject}" if subject else "")
    shown = [
        f"  {file}, line {line.lineno}, in {line.name}\n    {line.line}"
        for file, line in list(zip(files, lines, strict=True))[-_LAST:]
    ]
    return AdditionError("\n".join([f"{head}:", *shown, *traceback.format_exception_only(error)]).rstrip())


def _is_own(path: Path, project: Path) -> bool:
    parts = path.relative_to(project).parts if path.is_relative_to(project) else ()
    return bool(parts) and not parts[0].startswith(".") and not _OTHERS.intersection(parts)


def _subject(given: tuple[Any, ...]) -> str:
    """What the function was called for; empty when it was for the whole site."""
    for each in given:
        if isinstance(each, Explainer):
            return f"content/explainers/{each.slug}.md"
        if isinstance(each, FrontMatter):
            return each.path
    return given[-1] if isinstance(given[-1], str) else ""
