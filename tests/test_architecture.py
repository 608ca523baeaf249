"""The walls of the house: which module may import which, how long a module is, what a template may see."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jinja2 import meta, nodes

from nutgraf.environment import make_environment
from tests.sites.project import PROJECT

ENGINE = PROJECT / "nutgraf"
TEMPLATES = PROJECT / "templates"
LONGEST_MODULE = 250  # lines; longer ones hold two ideas

# The road of design §4.1, from the ground up. A module belongs to the longest name here that it begins with, and
# imports only from its own layer and from those before it. The parse stage stands on three: its tools,
# the kinds of content made with them, and the modules that read every kind.
LAYERS = (
    (
        "problems",
        "dates",
        "colours",
        "slugs",
        "addresses",
        "names",
        "labels",
        "patterns",
        "quotations",
        "seeds",
        "interface",
        "progress",
        "digests",
        "work",
        "atomic",
        "journal",
        "lock",
        "additions",
        "images",
        "share",
        "__init__",
    ),
    ("figures",),
    ("rules",),
    ("read",),
    ("body",),
    ("parse",),
    ("kinds",),
    ("parse.documents", "parse.captures", "parse.catalogues"),
    ("resolve",),
    ("build",),
    ("starters",),
    ("checks", "changes"),
    ("views",),
    ("plan",),
    ("environment", "render"),
    ("publish",),
    ("memory",),
    ("closures",),
    ("press", "fingerprint"),
    ("search_index",),
    ("pipeline",),
    ("report",),
    ("summary", "explain"),
    ("preview",),
    ("preview", "outfit"),
    ("preview", "outfit", "commands"),
    ("cli",),
)
# What must stay usable by itself: they are libraries, and know nothing of the rest of the engine.
ALONE = (
    *("dates", "colours", "quotations", "seeds", "images", "share", "interface"),
    *("slugs", "addresses", "problems", "views", "labels", "patterns"),
)


def named(path: Path) -> str:
    name = path.relative_to(ENGINE).with_suffix("").as_posix().replace("/", ".")
    return name.removesuffix(".__init__")


MODULES = {named(path): path for path in sorted(ENGINE.rglob("*.py"))}


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text("utf-8"))


@cache
def imported(module: str) -> frozenset[str]:
    """The modules of the engine that a module imports, anywhere in it."""
    found = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module} has a relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
    inside = {name.removeprefix("nutgraf.") for name in found if name.startswith("nutgraf.")}
    return frozenset(inside & MODULES.keys())


def layer(module: str) -> int:
    def fits(name: str) -> bool:
        return module == name or module.startswith(f"{name}.")

    found = [(len(name), number) for number, names in enumerate(LAYERS) for name in names if fits(name)]
    assert found, f"{module} has no place in LAYERS"
    return max(found)[1]


def test_every_module_has_its_place_on_the_road() -> None:
    assert [layer(module) for module in MODULES]


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_nothing_from_a_later_stage(module: str) -> None:
    later = [name for name in imported(module) if layer(name) > layer(module)]
    assert not later, f"{module} imports {', '.join(later)}"


@pytest.mark.parametrize("package", ALONE)
def test_a_library_knows_nothing_of_the_engine(package: str) -> None:
    own = {name for name in MODULES if name == package or name.startswith(f"{package}.")}
    assert own
    assert {name for module in own for name in imported(module)} <= {*own, "labels", "patterns"}


def test_no_modules_import_each_other_in_a_ring() -> None:
    done: set[str] = set()

    def visit(module: str, above: tuple[str, ...]) -> None:
        assert module not in above, " → ".join((*above, module))
        if module not in done:
            for name in sorted(imported(module)):
                visit(name, (*above, module))
            done.add(module)

    for module in MODULES:
        visit(module, ())


def modules_with(pattern: str) -> set[str]:
    """The modules whose source has the pattern, but for the shell around the engine: memory, preview and commands."""
    found = {name for name, path in MODULES.items() if re.search(pattern, path.read_text("utf-8"))}
    return {name for name in found if layer(name) < layer("preview") and not name.startswith("memory.")}


def test_only_read_and_publish_touch_files() -> None:
    writing = "write_text|write_bytes|unlink|rmtree|mkdir"
    doing = rf"((?<![.\w])(?<!def )open|(?<=\.)read_text|read_bytes|{writing}|iterdir|r?glob)\("
    own_words, templates, copies = "interface.shipped", "closures", "search_index"
    assert modules_with(doing) == {"read", "publish", "journal", "lock", own_words, templates, copies}


def test_the_engine_neither_prints_nor_reads_the_clock() -> None:
    assert modules_with(r"\b(print|time\.\w+|datetime\.now|date\.today|random\.\w+|getenv)\(|os\.environ") == {
        "progress",
        "search_index",  # which starts a program
    }


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_one_idea_and_not_long(module: str) -> None:
    assert len(MODULES[module].read_text("utf-8").splitlines()) <= LONGEST_MODULE


def public(body: list[ast.stmt]) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """The public functions, classes and methods of a module or class."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


@pytest.mark.parametrize("module", MODULES)
def test_every_public_name_says_what_the_caller_gets(module: str) -> None:
    silent = [node.name for node in public(tree(module).body) if not ast.get_docstring(node)]
    assert not silent
    assert ast.get_docstring(tree(module)), "the module has no docstring"


def test_heavy_packages_are_not_imported_by_the_command_line_itself() -> None:
    heavy = {"edtf", "babel", "pydantic", "jinja2", "rapidfuzz", "rich", "markdown_it", "livereload"}
    seen, waiting = set(), ["cli"]
    while waiting:
        module = waiting.pop()
        if module not in seen:
            seen.add(module)
            waiting += [name for name in at_once(module) if name in MODULES]
            assert not {name.split(".")[0] for name in at_once(module)} & heavy, module


def at_once(module: str) -> set[str]:
    """What a module imports when it is imported itself; the engine’s modules without “nutgraf.”."""
    found: set[str] = set()
    for node in tree(module).body:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(str(node.module))
    return {name.removeprefix("nutgraf.") for name in found}


TEMPLATE_NAMES = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*") if path.is_file())
_INTERFACE = {"_", "gettext", "ngettext", "pgettext", "npgettext", "caller"}


def source(name: str) -> str:
    return (TEMPLATES / name).read_text("utf-8")


@pytest.mark.parametrize("name", TEMPLATE_NAMES)
def test_no_template_switches_escaping_off(name: str) -> None:
    assert not re.search(r"\|\s*safe\b|autoescape|Markup|forceescape", source(name))


@pytest.mark.parametrize("name", TEMPLATE_NAMES)
def test_a_page_sees_its_view_and_a_component_its_arguments(name: str) -> None:
    parsed = make_environment(TEMPLATES).parse(source(name))
    imports = {node for each in parsed.find_all(nodes.FromImport) for node in each.names}
    macros = imports | {macro.name for macro in parsed.find_all(nodes.Macro)}
    seen = meta.find_undeclared_variables(parsed) - _INTERFACE - macros
    assert seen <= (set() if name.startswith("components/") else {"view"})
    assert "with context" not in source(name)


@pytest.mark.parametrize("name", TEMPLATE_NAMES)
def test_what_a_template_needs_can_be_told_without_rendering_it(name: str) -> None:
    needed = set(meta.find_referenced_templates(make_environment(TEMPLATES).parse(source(name))))
    assert None not in needed, "a computed template name: nobody could tell which pages it changes"
    assert needed <= set(TEMPLATE_NAMES)


def test_pages_are_base_then_page_then_component() -> None:
    for name in TEMPLATE_NAMES:
        extended = re.findall(r'{% extends "([^"]+)" %}', source(name))
        assert extended == (["base.html"] if name.startswith("pages/") else [])


def test_every_component_is_used() -> None:
    together = "".join(source(name) for name in TEMPLATE_NAMES)
    unused = [name for name in TEMPLATE_NAMES if name.startswith("components/") and f'"{name}"' not in together]
    assert not unused
