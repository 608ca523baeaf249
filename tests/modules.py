"""The modules of nutgraf/ as syntax trees: what each imports, and where it uses the disk, a clock or the terminal.

Everything is found in the tree and not by running the program, so a use that no test reaches is found too. A name is
followed to where it was imported from: ``from os import scandir as look`` is a use of ``os.scandir``.
"""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from tests.sites.project import PROJECT

ENGINE = PROJECT / "nutgraf"

# What reads or writes files, or starts a program that does. All of ``os`` counts but for what is below it.
_DISK_PACKAGES = {
    *("os", "shutil", "tempfile", "subprocess", "fcntl", "msvcrt", "mmap", "glob", "fileinput", "linecache"),
    *(
        "sqlite3",
        "dbm",
        "shelve",
        "zipfile",
        "tarfile",
        "filelock",
        "watchfiles",
        "importlib.resources",
        "importlib.util",
    ),
    *("jinja2.FileSystemLoader", "jinja2.PackageLoader", "jinja2.FileSystemBytecodeCache", "jinja2.loaders"),
    *("io.open", "codecs.open", "builtins.open", "posixpath", "ntpath"),
}
_WORDS_OF_PATHS = ("join", "split", "splitext", "basename", "dirname", "commonpath", "normpath", "relpath", "sep")
_NO_DISK = {
    *("os.environ", "os.environb", "os.getenv", "os.fspath", "os.PathLike", "os.sep", "os.linesep", "os.name"),
    *("os.cpu_count", "os.getpid", "os.getppid", "os._exit", "os.strerror", "os.stat_result", "os.kill", "os.fsencode"),
    *(f"{module}.{name}" for module in ("os.path", "posixpath", "ntpath") for name in _WORDS_OF_PATHS),
    *("subprocess.CalledProcessError", "subprocess.CompletedProcess"),
}
# Methods of paths and of entries of folders, which nothing else has.
_PATH_METHODS = {
    *("read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob", "scandir"),
    *("mkdir", "rmdir", "unlink", "rename", "touch", "chmod", "lchmod", "symlink_to", "hardlink_to"),
    *(
        "exists",
        "is_file",
        "is_dir",
        "is_symlink",
        "is_mount",
        "is_junction",
        "is_fifo",
        "is_socket",
        "is_block_device",
    ),
    *("stat", "lstat", "readlink", "samefile", "resolve", "expanduser"),
}
# Whose ``open`` opens no file: values that the memory keeps, bytes as a picture, a page in a browser.
_OPEN_NO_FILE = {"self", "runner", "_runner", "_store", "Image", "webbrowser"}

_SURROUNDINGS = {  # what gives another answer on another day, machine or terminal
    *("time", "random", "secrets", "uuid", "getpass", "socket", "platform", "os.environ", "os.environb", "os.getenv"),
    *("sys.stdout", "sys.stderr", "sys.stdin", "sys.argv", "builtins.print", "builtins.input", "logging", "warnings"),
    *("datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today"),
    *("os.getpid", "os.cpu_count", "os.getcwd", "pathlib.Path.cwd", "pathlib.Path.home", "os.urandom"),
}
_SAME_EVERYWHERE = {"time.struct_time"}

# Named only to say what of it: ``os`` in ``os.cpu_count``, which is looked at whole.
_BARE = {"os", "os.path", "posixpath", "ntpath", "subprocess", "time", "sys", "socket", "platform", "logging"}


class Use(NamedTuple):
    """Something that a line uses."""

    line: int
    name: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.name}"


def _named() -> dict[str, str]:
    found = {}
    for path in sorted(ENGINE.rglob("*.py")):
        name = path.relative_to(ENGINE).with_suffix("").as_posix().replace("/", ".")
        found[name.removesuffix(".__init__")] = path.read_text("utf-8")
    return found


SOURCES: Mapping[str, str] = _named()  # by module, without “nutgraf.”


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(SOURCES[module])


def room(module: str) -> str:
    """The folder in nutgraf/ that the module is in, or the module itself where it is in none."""
    return module.partition(".")[0]


@cache
def imported(module: str) -> frozenset[str]:
    """The modules of nutgraf/ that a module imports, anywhere in it."""
    return imports_of(tree(module)) & SOURCES.keys()


def imports_of(parsed: ast.Module) -> frozenset[str]:
    """Everything of nutgraf/ that is imported, without “nutgraf.”. A relative import has no name, and is refused."""
    found = set()
    for node in ast.walk(parsed):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"line {node.lineno} is a relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
    return frozenset(name.removeprefix("nutgraf.") for name in found if name.startswith("nutgraf."))


def imported_at_once(module: str) -> set[str]:
    """What a module imports when it is imported itself; those of nutgraf/ without “nutgraf.”."""
    found: set[str] = set()
    for node in tree(module).body:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(str(node.module))
    return {name.removeprefix("nutgraf.") for name in found}


def disk_uses(parsed: ast.AST, origins: Mapping[str, str] | None = None) -> Iterator[Use]:
    """Where a module uses the disk. ``origins`` are the imports, of a part that does not hold them itself."""
    origins = origins_in(parsed) if origins is None else origins
    for node in _expressions(parsed):
        name = dotted(node, origins)
        if name and _is_in(name, _DISK_PACKAGES) and not _is_in(name, _NO_DISK) and name not in _BARE:
            yield Use(node.lineno, name)
        elif isinstance(node, ast.Attribute) and not (name and name.startswith("nutgraf.")):
            if node.attr in _PATH_METHODS or (node.attr == "open" and _last(node.value) not in _OPEN_NO_FILE):
                yield Use(node.lineno, f".{node.attr}")
        elif isinstance(node, ast.Call) and _is_path_replace(node):
            yield Use(node.lineno, ".replace")


def _is_path_replace(node: ast.Call) -> bool:
    """Whether it moves a file: ``replace`` of a text takes two arguments, of a date only named ones."""
    is_method = isinstance(node.func, ast.Attribute) and node.func.attr == "replace"
    return is_method and len(node.args) == 1 and not node.keywords


def properties_with_disk(parsed: ast.Module) -> Iterator[Use]:
    """The properties that read or write: a use that looks like none."""
    origins = origins_in(parsed)
    for node in ast.walk(parsed):
        if isinstance(node, ast.FunctionDef) and any(_last(each) in _PROPERTIES for each in node.decorator_list):
            reads = any(isinstance(each, ast.Attribute) and each.attr == "read" for each in ast.walk(node))
            if reads or any(disk_uses(node, origins)):
                yield Use(node.lineno, node.name)


_PROPERTIES = {"property", "cached_property"}


def surrounding_uses(parsed: ast.Module) -> Iterator[Use]:
    """Where a module reads a clock or its surroundings, takes chance, or writes to the terminal."""
    origins = origins_in(parsed)
    for node in _expressions(parsed):
        name = dotted(node, origins)
        if name and _is_in(name, _SURROUNDINGS) and not _is_in(name, _SAME_EVERYWHERE) and name not in _BARE:
            yield Use(node.lineno, name)


def _expressions(parsed: ast.AST) -> Iterator[ast.expr]:
    return (node for node in ast.walk(parsed) if isinstance(node, ast.expr))


def origins_in(parsed: ast.AST) -> Mapping[str, str]:
    """Where each name of a module comes from: its imports, and what is built in."""
    found = {name: f"builtins.{name}" for name in ("open", "print", "input")}
    for node in ast.walk(parsed):
        if isinstance(node, ast.Import):
            for alias in node.names:
                whole = alias.name if alias.asname else alias.name.partition(".")[0]
                found[alias.asname or whole] = whole
        elif isinstance(node, ast.ImportFrom):
            found |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return found


def dotted(node: ast.AST, origins: Mapping[str, str]) -> str | None:
    """The full name of what an expression or an import names; None for anything that was not imported."""
    match node:
        case ast.Name(id=name, ctx=ast.Load()):
            return origins.get(name)
        case ast.Attribute(value=value, attr=attr):
            before = dotted(value, origins)
            return f"{before}.{attr}" if before else None
        case _:
            return None


def _is_in(name: str, those: set[str]) -> bool:
    return any(name == each or name.startswith(f"{each}.") for each in those)


def _last(node: ast.AST) -> str:
    """The last name of an expression: ``runner`` in ``parts.runner``; "" when it has none."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def defined(parsed: ast.Module) -> Iterator[str]:
    """The functions, classes and constants that a module defines."""
    for node in parsed.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name))


def named_in(parsed: ast.AST) -> Iterator[str]:
    """Every name that is used: read, imported, asked of a value, or written as a text, by which commands are found."""
    for node in ast.walk(parsed):
        match node:
            case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name) | ast.alias(name=name):
                yield name
            case ast.Constant(value=str(text)):
                yield text
