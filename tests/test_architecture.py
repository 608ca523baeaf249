"""The walls of the house: which module may import which, what may use the disk, what a template may see.

Every rule is one test, which names everything that breaks it.
"""

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from jinja2 import meta, nodes

from tests.modules import (
    SOURCES,
    Use,
    defined,
    disk_uses,
    imported,
    imported_at_once,
    imports_of,
    named_in,
    properties_with_disk,
    room,
    surrounding_uses,
    tree,
)
from tests.sites.project import PROJECT
from tests.stages import project_templates

TEMPLATES = PROJECT / "templates"
LONGEST_MODULE = 300  # lines; longer ones hold two ideas

# The rooms of nutgraf/ from the ground up: each imports only from those before it.
ROOMS = (
    "__init__",
    # What knows nothing of sites.
    *("labels", "patterns", "colours", "dates", "slugs", "problems", "quotations", "interface", "images", "seeds"),
    *(
        "share",
        "addresses",
        "additions",
        "names",
        "figures",
        "claims",
        "digests",
        "work",
        "rules",
        "progress",
        "atomic",
        "journal",
    ),
    "lock",
    # From the files to the published site.
    *("read", "body", "parse", "kinds", "resolve", "build", "starters", "checks", "changes", "views", "plan"),
    *("environment", "closures", "render", "fingerprint", "publish", "memory", "press", "search_index", "pipeline"),
    # What talks to people.
    *("report", "summary", "explain", "outfit", "preview", "commands", "cli"),
)
# What must stay usable by itself: they are libraries, and know nothing of the rest of the engine.
ALONE = (
    *("dates", "colours", "quotations", "seeds", "images", "share", "interface"),
    *("slugs", "addresses", "problems", "views", "labels", "patterns"),
)

# Every module that uses the disk, and what for. All others work with values: what they need of a file they are handed,
# or they ask for it with File.read() of nutgraf.read.
DISK = {
    "read": "the inputs of the project",
    "environment": "templates, and what Jinja has compiled of them",
    "closures": "templates, to see which includes which",
    "checks.search": "whether Pagefind is installed",
    "interface.shipped": "the catalogues of the package",
    "search_index": "copies of the pages, for Pagefind",
    "publish": "the output folder",
    "atomic": "a file replaced in one step",
    "journal": "what is on its way into the output folder",
    "lock": "one build at a time",
    "memory.compaction": "the cache: how large it has grown",
    "memory.engine": "the code of the engine, for its digest",
    "memory.outputs": "whether published files are as they were",
    "memory.place": "the cache: where it is",
    "memory.scan": "size, times and inode of the inputs",
    "memory.sealed": "the cache: a file in one step",
    "memory.session": "the cache: its folder",
    "memory.signatures": "size, times and inode of a file; the clock of the disk",
    "memory.store": "the cache: large values",
    "memory.table_file": "the cache: the table",
    "outfit.lag": "files of the microsite beside those of the package",
    "outfit.record": "the record of what init laid out",
    "outfit.shipped": "the files that come with the package",
    "preview.answers": "published files, for a browser",
    "preview.builds": "the lines of templates that problems name",
    "preview.edition": "which assets are published",
    "preview.lookup": "which file answers an address",
    "preview.server": "the page that is shown before the first build",
    "preview.snippet": "scripts of the package",
    "preview.watch": "what an editor changes",
    "commands.advice": "whether there is a site here",
    "commands.archive": "Git, for the explainers as they were",
    "commands.captures": "the names of seeds",
    "commands.clean": "the output and the cache, to remove them",
    "commands.context": "the code of the microsite, for its digest",
    "commands.deploy": "the site, on its way to another branch",
    "commands.init": "a new microsite",
    "commands.new": "a new file of content",
    "commands.repository": "Git",
    "commands.terminal": "the terminal, to see how wide it is",
    "commands.running": "where the checkout begins that the site is in; the summary of a GitHub run",
    "commands.update": "files of the package, into the microsite",
    "summary": "whether a site was published before",
    "cli": "whether there is a project here",
}
# Every module that reads a clock or its surroundings, or writes to the terminal, and what for.
SURROUNDINGS = {
    "progress": "the line that says how far a build is",
    "publish": "the home folder, which nothing may be published to",
    "memory.pool": "the process that a worker belongs to",
    "atomic": "waits for a program on Windows that has a file open",
    "memory.store": "which process it is, for each has its own open files",
    "search_index": "the variables that Pagefind is run with",
    "memory.session": "waits until what was written is old enough to be trusted",
    "preview.desk": "how long a build took; mistakes of the program",
    "preview.worker": "mistakes of the program",
    "preview.logs": "mistakes of the server",
    "preview.ports": "the addresses of the preview",
    "preview.watch": "which system tells of changes",
    "commands.archive": "the variables that Git is run with",
    "commands.clean": "how long it took",
    "commands.context": "whether colours are wanted",
    "commands.found": "the terminal",
    "commands.init": "the folder it was called in",
    "commands.new": "the day of a new explainer",
    "commands.reach": "addresses of this machine, told by their form",
    "commands.running": "how long a build took; how many processors there are",
    "commands.serve": "the terminal",
    "commands.source": "the terminal",
    "commands.terminal": "how wide the terminal is",
    "cli": "the terminal, the folder it was called in and today",
}


def offenders(broken: Callable[[str], Iterable[object]]) -> Mapping[str, list[str]]:
    """What breaks a rule, by module."""
    found = {module: [str(each) for each in broken(module)] for module in SOURCES}
    return {module: each for module, each in found.items() if each}


def imports_of_later(module: str, names: Iterable[str]) -> Iterator[str]:
    """The modules from rooms that come later, or are in no list."""
    for name in sorted(names):
        known = {room(module), *ROOMS[: ROOMS.index(room(module))]} if room(module) in ROOMS else set()
        if room(name) not in known:
            yield f"imports {name}"


def test_every_room_is_listed_once() -> None:
    assert sorted(ROOMS) == sorted({room(module) for module in SOURCES})


def test_imports_point_one_way() -> None:
    assert offenders(lambda module: imports_of_later(module, imported(module))) == {}


def test_an_import_that_points_the_other_way_is_found() -> None:
    def found(module: str, line: str) -> list[str]:
        return list(imports_of_later(module, imports_of(ast.parse(line)) & SOURCES.keys()))

    assert found("parse.text", "from nutgraf.kinds.term import Term") == ["imports kinds.term"]
    assert found("kinds.term", "from nutgraf.parse import text") == []
    assert found("plan.plan", "def late():\n import nutgraf.press") == ["imports press"]
    assert found("unlisted", "import nutgraf.read") == ["imports read"]


def test_a_library_knows_nothing_of_the_engine() -> None:
    def broken(module: str) -> Iterable[str]:
        return imported(module) - {each for each in SOURCES if room(each) in {room(module), "labels", "patterns"}}

    assert set(ALONE) <= {room(module) for module in SOURCES}
    assert {module: each for module, each in offenders(broken).items() if room(module) in ALONE} == {}


def test_no_modules_import_each_other_in_a_ring() -> None:
    done: set[str] = set()

    def visit(module: str, above: tuple[str, ...]) -> None:
        assert module not in above, " → ".join((*above, module))
        if module not in done:
            for name in sorted(imported(module)):
                visit(name, (*above, module))
            done.add(module)

    for module in SOURCES:
        visit(module, ())


def test_only_the_modules_in_the_list_use_the_disk() -> None:
    found = offenders(lambda module: disk_uses(tree(module)))
    assert {module: each for module, each in found.items() if module not in DISK} == {}
    assert [module for module in DISK if module not in found] == [], "in the list, but they use no disk"


def test_no_property_uses_the_disk() -> None:
    assert offenders(lambda module: properties_with_disk(tree(module))) == {}


def test_only_the_modules_in_the_list_know_where_and_when_they_run() -> None:
    found = offenders(lambda module: surrounding_uses(tree(module)))
    assert {module: each for module, each in found.items() if module not in SURROUNDINGS} == {}
    assert [module for module in SURROUNDINGS if module not in found] == [], "in the list, but they do not"


def names_in(uses: Iterable[Use]) -> set[str]:
    return {use.name for use in uses}


PLANTED_DISK = {
    "text = open(path).read()": {"builtins.open"},
    "from pathlib import Path\ntext = Path('a').read_text()": {".read_text"},
    "lines = map(Path.read_bytes, paths)": {".read_bytes"},
    "with path.open() as lines: pass": {".open"},
    "with (folder / name).open('wb') as file: pass": {".open"},
    "path.replace(other)": {".replace"},
    "import os\nos.remove(path)": {"os.remove"},
    "import os as system\nsystem.scandir('.')": {"os.scandir"},
    "from os import scandir as look\nlook('.')": {"os.scandir"},
    "from os.path import exists\nexists(path)": {"os.path.exists"},
    "from os import path\npath.getmtime(name)": {"os.path.getmtime"},
    "import posixpath\nposixpath.lexists(name)": {"posixpath.lexists"},
    "def late():\n import shutil\n shutil.rmtree(folder)": {"shutil", "shutil.rmtree"},
    "import subprocess\nsubprocess.run(command)": {"subprocess.run"},
    "from tempfile import TemporaryDirectory\nTemporaryDirectory()": {"tempfile.TemporaryDirectory"},
    "from jinja2 import FileSystemLoader\nloader = FileSystemLoader(folder)": {"jinja2.FileSystemLoader"},
    "class Loader(jinja2.FileSystemLoader): pass\nimport jinja2": {"jinja2.FileSystemLoader"},
    "from io import open as read\nread(path)": {"io.open"},
    "import importlib.resources\nimportlib.resources.files('x')": {"importlib.resources", "importlib.resources.files"},
    # What only looks like it.
    "text.replace('a', 'b')": set(),
    "moment.replace(hour=1)": set(),
    "from msgspec.structs import replace\nreplace(site)": set(),
    "from nutgraf.resolve import resolve\nresolve.resolve(documents)": set(),
    "runner.open(handle); self._runner.open(handle)": set(),
    "from PIL import Image\nImage.open(buffer)": set(),
    "import os\nfound = os.environ, os.fspath(path)\ndef f(status: os.stat_result): pass": set(),
    "import posixpath\nposixpath.normpath(name)": set(),
    "def f(open): pass\nexists = mkdir = 1": set(),
}
PLANTED_PROPERTIES = {
    "class File:\n @property\n def data(self): return self.path.read_bytes()": {"data"},
    "class File:\n @property\n def data(self): return open(self.path)": {"data"},
    "class Asset:\n @cached_property\n def text(self): return self.file.read().decode()": {"text"},
    "import functools, os\nclass File:\n @functools.cached_property\n def size(self): return os.stat(1)": {"size"},
    "class File:\n def read(self): return self.path.read_bytes()": set(),
    "class File:\n @property\n def name(self): return self.path.name": set(),
}
PLANTED_SURROUNDINGS = {
    "print('done')": {"builtins.print"},
    "import time\ntime.time()": {"time.time"},
    "from time import perf_counter as now\nnow()": {"time.perf_counter"},
    "import datetime\ndatetime.date.today()": {"datetime.date.today"},
    "from datetime import datetime\ndatetime.now()": {"datetime.datetime.now"},
    "from random import choice\nchoice('ab')": {"random.choice"},
    "import os\nos.environ['HOME']": {"os.environ"},
    "from os import getenv\ngetenv('HOME')": {"os.getenv"},
    "import sys\nsys.stdout.write('x')": {"sys.stdout", "sys.stdout.write"},
    "import uuid\nuuid.uuid4()": {"uuid", "uuid.uuid4"},
    "import datetime\ndatetime.date(2026, 1, 1); options.today; site.now()": set(),
    "def f(time): return time.text": set(),
    "import sys\nsys.intern('x')": set(),
}


def test_what_is_planted_is_found_and_what_only_looks_like_it_is_not() -> None:
    for find, planted in (
        (disk_uses, PLANTED_DISK),
        (properties_with_disk, PLANTED_PROPERTIES),
        (surrounding_uses, PLANTED_SURROUNDINGS),
    ):
        assert {code: names_in(find(ast.parse(code))) for code in planted} == planted


def unused(parsed: ast.Module, used: set[str]) -> list[str]:
    return [name for name in defined(parsed) if name not in used and not name.startswith("__")]


def test_nothing_is_defined_that_only_tests_use() -> None:
    used = {name for module in SOURCES for name in named_in(tree(module))}
    assert offenders(lambda module: unused(tree(module), used)) == {}


def test_what_nothing_uses_is_found() -> None:
    planted = ast.parse("A, B = 1, 2\nclass C: pass\ndef d(): return B\ndef e(): return d()\nTABLE = {'run': 'e'}")
    assert unused(planted, {*named_in(planted)}) == ["A", "C", "TABLE"]


def test_a_module_is_one_idea_and_not_long() -> None:
    lengths = {module: len(text.splitlines()) for module, text in SOURCES.items()}
    assert {module: length for module, length in lengths.items() if length > LONGEST_MODULE} == {}


def public(body: list[ast.stmt]) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """The public functions, classes and methods of a module or class."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


def test_every_public_name_says_what_the_caller_gets() -> None:
    def silent(module: str) -> Iterator[str]:
        if not ast.get_docstring(tree(module)):
            yield "the module has no docstring"
        yield from (node.name for node in public(tree(module).body) if not ast.get_docstring(node))

    assert offenders(silent) == {}


def test_heavy_packages_are_not_imported_by_the_command_line_itself() -> None:
    heavy = {"edtf", "babel", "pydantic", "jinja2", "rapidfuzz", "rich", "markdown_it", "livereload"}
    seen: dict[str, set[str]] = {}
    waiting = ["cli"]
    while waiting:
        module = waiting.pop()
        if module not in seen:
            names = imported_at_once(module)
            seen[module] = {name.split(".")[0] for name in names} & heavy
            waiting += [name for name in names if name in SOURCES]
    assert len(seen) > 1
    assert {module: each for module, each in seen.items() if each} == {}


TEMPLATE_NAMES = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*") if path.is_file())
_INTERFACE = {"_", "gettext", "ngettext", "pgettext", "npgettext", "caller"}


def source(name: str) -> str:
    return (TEMPLATES / name).read_text("utf-8")


def faulty_templates(broken: Callable[[str], object]) -> Mapping[str, object]:
    """What breaks a rule, by template."""
    found = {name: broken(name) for name in TEMPLATE_NAMES}
    return {name: each for name, each in found.items() if each}


def test_no_template_switches_escaping_off() -> None:
    switch = re.compile(r"\|\s*safe\b|autoescape|Markup|forceescape")
    assert faulty_templates(lambda name: switch.findall(source(name))) == {}


def test_a_page_sees_its_view_and_a_component_its_arguments() -> None:
    environment = project_templates()

    def seen_too_much(name: str) -> set[str]:
        parsed = environment.parse(source(name))
        imports = {node for each in parsed.find_all(nodes.FromImport) for node in each.names}
        macros = imports | {macro.name for macro in parsed.find_all(nodes.Macro)}
        seen = meta.find_undeclared_variables(parsed) - _INTERFACE - macros
        context = {"with context"} if "with context" in source(name) else set()
        return context | seen - (set() if name.startswith("components/") else {"view"})

    assert faulty_templates(seen_too_much) == {}


def test_what_a_template_needs_can_be_told_without_rendering_it() -> None:
    environment = project_templates()

    def unknown(name: str) -> set[str | None]:
        """None for a computed name: nobody could tell which pages that template changes."""
        return set(meta.find_referenced_templates(environment.parse(source(name)))) - set(TEMPLATE_NAMES)

    assert faulty_templates(unknown) == {}


def test_pages_are_base_then_page_then_component() -> None:
    found = {name: re.findall(r'{% extends "([^"]+)" %}', source(name)) for name in TEMPLATE_NAMES}
    assert found == {name: ["base.html"] if name.startswith("pages/") else [] for name in TEMPLATE_NAMES}


def test_every_component_is_used() -> None:
    together = "".join(source(name) for name in TEMPLATE_NAMES)
    unused = [name for name in TEMPLATE_NAMES if name.startswith("components/") and f'"{name}"' not in together]
    assert not unused
