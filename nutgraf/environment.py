"""The environment: the templates of a project, compiled as Jinja does it but for the shortest way to a call.

A page makes hundreds of calls of macros and interface words. Jinja asks of each whether it wants the context, copies
its arguments, and wraps again what is HTML already. ``code_generator_class`` is where its documentation lets one in.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from keyword import iskeyword
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateSyntaxError,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.utils import internalcode, missing
from markupsafe import Markup, escape
from msgspec.structs import replace

from nutgraf.interface import Interface, is_english, told_apart, unmarked

NO_TEXTS: Mapping[str, bytes] = MappingProxyType({})
# What is HTML already: Markup() would ask it first whether it can make HTML of itself.
_html: Callable[[str], Markup] = partial(str.__new__, Markup)


def make_environment(
    templates: Path, interface: Interface, compiled: Path, texts: Mapping[str, bytes] = NO_TEXTS
) -> Environment:
    """The Jinja environment of a project, in which ``_("…")`` gives the words of the interface.

    compiled: a folder that keeps compiled templates. texts: templates that have been read, by name: what a build has
    taken digests of is what it renders.
    """
    environment = _Environment(
        loader=_Loader(templates, texts),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # every build has an environment of its own
        bytecode_cache=_Compiled(str(compiled)),
        extensions=["jinja2.ext.i18n"],
    )
    environment.made_from = (templates, interface, compiled)
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # of the extension: “{% trans %}” gives places by name
    for name in ("lipsum", "range", "cycler", "joiner", "namespace"):
        environment.globals.pop(name, None)
    environment.filters.pop("random", None)
    environment.globals.update(_words(interface))
    return environment


def _words(interface: Interface) -> dict[str, Callable[..., Markup]]:
    """The functions in which templates say interface words. A catalogue holds text, of which these make HTML."""
    interface = replace(interface, marks_english=not is_english(interface.language))
    known: dict[str, Markup] = {}  # by message

    def gettext(message: str, **places: Any) -> Markup:
        said = known.get(message)
        if said is None:
            said = known[message] = escape(interface.gettext(message))
        return _filled(said, places)

    def ngettext(one: str, many: str, number: int, **places: Any) -> Markup:
        return _filled(escape(interface.ngettext(one, many, number)), {"num": number, **places})

    def pgettext(context: str, message: str, **places: Any) -> Markup:
        return _filled(escape(interface.pgettext(context, message)), {"context": context, **places})

    def npgettext(context: str, one: str, many: str, number: int, **places: Any) -> Markup:
        said = escape(interface.npgettext(context, one, many, number))
        return _filled(said, {"context": context, "num": number, **places})

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext, "pgettext": pgettext, "npgettext": npgettext}


def _filled(said: Markup, places: Mapping[str, Any]) -> Markup:
    """The message with its places filled. What is no number is made HTML."""
    filled = {name: place if isinstance(place, int | float) else escape(place) for name, place in places.items()}
    return _html(str.__mod__(said, filled))


class _Loader(FileSystemLoader):
    """Reads templates. One that is not UTF-8 is a mistake in it, at the line where it stands."""

    def __init__(self, folder: Path, texts: Mapping[str, bytes]) -> None:
        super().__init__(folder)
        self._folder = folder
        self._texts = texts

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, its path, and whether it is as it was."""
        try:
            if template not in self._texts:
                return super().get_source(environment, template)
            return self._texts[template].decode(), str(self._folder / template), lambda: True
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            message = f"byte 0x{error.object[error.start]:02X} is not UTF-8 text; save the file as UTF-8"
            raise TemplateSyntaxError(message, line, template) from None


class _Compiled(FileSystemBytecodeCache):
    """What became of the templates; where it cannot be kept, they are compiled again."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps it. A refusal is no mistake of the template."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


class _Template(Template):
    """A template whose pages say which of their words are English though the site is not."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The page."""
        page = super().render(*args, **kwargs)
        return told_apart(page) if (self.name or "").endswith(".html") else unmarked(page)


class _Macro(Macro):
    """A macro that is called at once, unless it wants what is inside the call or more than its arguments."""

    @internalcode
    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """What it writes."""
        if self.catch_varargs or self.catch_kwargs or self.caller or len(args) > self._argument_count:
            return super().__call__(*args, **kwargs)
        if len(args) < self._argument_count or kwargs:
            names = self.arguments[len(args) :]
            if kwargs.keys() - names:  # Jinja says which of them is wrong
                return super().__call__(*args, **kwargs)
            args = (*args, *(kwargs.get(name, missing) for name in names))
        return _html(self._func(*args))  # what a macro writes is HTML, as it is for Jinja


class _CodeGenerator(CodeGenerator):
    """Writes templates as Python."""

    def write_commons(self) -> None:
        """What a template has at hand; its macros see it too."""
        super().write_commons()
        self.writeline("escape = environment.escape")
        self.writeline("Macro = environment.macro")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802  # Jinja’s
        """A call. What has a name is a macro or an interface word, and neither asks for the context."""
        is_unpacked = node.dyn_args or node.dyn_kwargs or any(iskeyword(each.key) for each in node.kwargs)
        if forward_caller or is_unpacked or not isinstance(node.node, nodes.Name):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


class _Environment(Environment):
    """Compiles templates with what stands above."""

    code_generator_class = _CodeGenerator
    template_class = _Template
    macro = _Macro
    made_from: tuple[Path, Interface, Path | None]

    def __reduce__(self) -> tuple[Callable[..., Environment], tuple[Path, Interface, Path | None]]:
        """What another process makes the same environment from."""
        return make_environment, self.made_from

    @staticmethod
    def escape(value: object) -> str:
        """The value as HTML; what is HTML already is not wrapped again."""
        return value if value.__class__ is Markup else escape(value)
