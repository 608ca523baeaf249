"""Render: one output → bytes. A template sees its view and nothing else."""

import re
from collections.abc import Iterable
from pathlib import Path
from traceback import FrameSummary, extract_tb

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError
from msgspec import Struct
from msgspec.structs import replace

from nutgraf.plan.output import Output, UndrawableError
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem


class Fault(Struct, frozen=True):
    """A mistake in a template, or in what a drawing is made from."""

    problem: Problem
    is_shared: bool  # other pages may have it too: it is the template’s


def render(output: Output, environment: Environment) -> bytes | tuple[Fault, ...]:
    """The bytes of the output, text as UTF-8; or, if its template or drawing is at fault, the faults.

    Raises what our own code raises: an exception that does not come from a template is a bug and keeps its traceback.
    """
    if output.template is None:
        try:
            return output.drawing.draw() if output.drawing else output.contents
        except UndrawableError as error:
            return tuple(Fault(each, is_shared=False) for each in error.problems)
    try:
        return environment.get_template(output.template).render(view=output.view).encode()
    except _MISTAKES as error:
        place, message = _failure(output.template, error)
        return (Fault(problem("bad-template", place, message, output.origin or output.address), is_shared=True),)


def told(faults: Iterable[Fault]) -> tuple[Problem, ...]:
    """The problems of the faults.

    The same mistake in a template becomes one problem, however many pages it affects.
    """
    single: list[Problem] = []
    shared: dict[tuple[Place, str], list[Problem]] = {}
    for fault in faults:
        if fault.is_shared:
            shared.setdefault((fault.problem.place, fault.problem.message), []).append(fault.problem)
        else:
            single.append(fault.problem)
    return (*single, *map(_joined, shared.values()))


def _joined(spoilt: list[Problem]) -> Problem:
    more = len(spoilt) - 1
    others = f" and {more} other page{'s' if more > 1 else ''}" if more else ""
    return replace(spoilt[0], hints=(f"while making {spoilt[0].hints[0]}{others}",))


_ENGINE = Path(__file__).parent
_NO_ATTRIBUTE = re.compile(r"'(?:\w+\.)*(\w+)(?: object)?' (?:object )?has no attribute '(\w+)'")
# What a mistake in a template raises. The same from our own code is a bug, and keeps its traceback.
_MISTAKES = (
    OSError,
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def _failure(template: str, error: Exception) -> tuple[Place, str]:
    """Where in the templates it went wrong, and what; raises the error again if it is none of theirs."""
    if isinstance(error, TemplateSyntaxError):
        return Place(f"templates/{error.name or template}", error.lineno), str(error.message)
    frames = extract_tb(error.__traceback__)
    inside = [number for number, frame in enumerate(frames) if _is_template(frame)]
    ours = [number for number, frame in enumerate(frames) if _ENGINE in Path(frame.filename).parents]
    if isinstance(error, OSError) and error.filename:
        return Place(f"templates/{template}"), f"{Path(error.filename).name} cannot be read: {error.strerror}"
    if not isinstance(error, TemplateError) and (not inside or ours[-1] > inside[-1]):
        raise error
    name, line = template, 0
    if inside:
        frame = frames[inside[-1]]
        name, line = frame.filename.replace("\\", "/").rpartition("/templates/")[2], frame.lineno or 0
    if isinstance(error, TemplateNotFound):
        return Place(f"templates/{name}", line), f"there is no template “{error.name}”"
    return Place(f"templates/{name}", line), _in_words(error)


def _in_words(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "this includes or calls itself without end"
    return _NO_ATTRIBUTE.sub(r"\1 has no “\2”", str(error)) or type(error).__name__


def _is_template(frame: FrameSummary) -> bool:
    """Whether the frame is one of a template: Jinja rewrites tracebacks to show their lines."""
    return frame.filename.endswith((".html", ".xml", ".txt")) and "templates" in Path(frame.filename).parts
