"""Assets that pages cannot do without: the stylesheets, and the files that they name."""

import re
from collections.abc import Container, Iterable, Iterator
from posixpath import dirname, normpath

from nutgraf.problems import Place, Problem
from nutgraf.read import File
from nutgraf.resolve.site import Site
from nutgraf.rules import problem
from nutgraf.slugs import LONGEST_NAME

_SHEETS = ("reset", "tokens", "base", "layout", "print")  # the layers; components are the designer’s to choose
_FOLDER = "assets/css"
_WEB_FONTS = "assets/css/fonts.css"  # not published where site.toml asks for the system’s
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_URL = re.compile(
    r"""url\(\s*["']?(?![\w+.-]+:|//|#)([^"')\s]+)"""
)  # of a file of ours; data: and others have a scheme


def check_assets(site: Site) -> Iterator[Problem]:
    """A problem for each part of the design that is not there, and would be missed by readers only."""
    files = {file.path: file for file in site.assets}
    yield from _twins(files)
    yield from _too_long(files)
    sheets = {path: file for path, file in files.items() if path.startswith(f"{_FOLDER}/") and path.endswith(".css")}
    if not sheets:
        hint = "put the project’s own assets/ back; the script and the fonts are in it too"
        yield problem("missing-asset", Place(_FOLDER), "there is no stylesheet: pages would be published bare", hint)
        return
    for path in (f"{_FOLDER}/{name}.css" for name in _SHEETS):
        if path not in sheets:
            message = "this stylesheet is missing, and with it a layer of the design"
            yield problem(
                "missing-asset", Place(path), message, "put it back, or leave it there empty but for a comment"
            )
    for file in sheets.values():
        if file.path != _WEB_FONTS or site.settings.fonts == "web":
            yield from _check_named(file, files.keys())


def _twins(paths: Iterable[str]) -> Iterator[Problem]:
    """A problem for each file whose name is that of another but for its case or its Unicode form."""
    seen: dict[str, str] = {}
    for path in paths:
        other = seen.setdefault(path.casefold(), path)
        if other != path:
            message = f"{path} and {other} are one file on many disks"
            yield problem("address-clash", Place(path), message, "give one of the two another name")


def _too_long(paths: Iterable[str]) -> Iterator[Problem]:
    """A problem for each file that could not be written under its name, which gets an ending."""
    for path in paths:
        if any(len(part.encode()) > LONGEST_NAME for part in path.split("/")):
            message = f"this name has more than {LONGEST_NAME} bytes, which is too long for many a disk"
            yield problem("bad-name", Place(path), message, "give the file a shorter name")


def _check_named(sheet: File, paths: Container[str]) -> Iterator[Problem]:
    """A problem for each file that a stylesheet names and that is not in assets/."""
    css = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), sheet.read().decode("utf-8", "replace"))
    for number, line in enumerate(css.split("\n"), 1):
        for match in _URL.finditer(line):
            named = match[1].partition("#")[0].partition("?")[0]
            if _path(sheet.path, named) not in paths:
                place = Place(sheet.path, number, match.start(1) + 1, len(match[1]))
                message = f"there is no file {_path(sheet.path, named)}"
                yield problem("missing-asset", place, message, "put it there, or take the line out")


def _path(sheet: str, reference: str) -> str:
    """The file that a stylesheet means, by its path in the project."""
    return normpath(f"{dirname(sheet)}/{reference}")
