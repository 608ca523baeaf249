"""Render: one output → bytes. A template sees its view and nothing else (design §4.2)."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from traceback import extract_tb

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from nutgraf.plan.output import Output
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem


def make_environment(templates: Path) -> Environment:
    """The templates of a project."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]  # added by the extension
    for name in ("lipsum", "range", "cycler", "joiner", "namespace"):
        environment.globals.pop(name, None)
    environment.filters.pop("random", None)
    return environment


def render(outputs: Iterable[Output], environment: Environment) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    """The contents by address, and a problem for each template that fails."""
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    for output in outputs:
        if output.template is None:
            contents[output.address] = output.contents
            continue
        try:
            text = environment.get_template(output.template).render(view=output.view)
        except TemplateError as error:
            problems.append(_problem(output, error))
        else:
            contents[output.address] = text.encode()
    return contents, tuple(problems)


def _problem(output: Output, error: TemplateError) -> Problem:
    """What went wrong, in the template’s own lines, and for which page."""
    if isinstance(error, TemplateSyntaxError):
        name, line = error.name or output.template or "", error.lineno
    else:
        frames = [frame for frame in extract_tb(error.__traceback__) if "/templates/" in frame.filename]
        name = frames[-1].filename.rpartition("/templates/")[2] if frames else output.template or ""
        line = (frames[-1].lineno or 0) if frames else 0
    shown = output.origin or output.address
    return problem("bad-template", Place(f"templates/{name}", line), f"{error.message}", f"while making {shown}")
