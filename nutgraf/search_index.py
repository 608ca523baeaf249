"""The search index: what Pagefind makes of the pages as they will be published, when one of them is not what it was.

The same pages give the same files (docs/decisions/search.md), so an index is as good as new however it came about.
"""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Protocol

from nutgraf.build import Options
from nutgraf.digests import joined, sum_of
from nutgraf.memory.place import cache_folder
from nutgraf.press import Printed
from nutgraf.publish import OutputError, coming, stage

FOLDER = "search/"  # beside the page that asks
_ARE_FOUND = {"explainer", "term", "source", "page"}  # makers of pages
_ASKED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "*.pf_*", "*.pagefind", "*/*")
# What a reader does not look for, or would find twice.
_PASSED_OVER = (
    "sup, .kicker, .meta, .review, .qa-n, .notes, .facts-evidence, .words, .passages, .seealso, .next, .embed, "
    ".external-frame, .source-n, .source-used, .usedin, .source-notice, .record:not([aria-labelledby=desk-h])"
)
_SYSTEM = ("SYSTEMROOT",)  # without which Windows starts hardly any program; the rest is nothing to Pagefind
_WAY_OUT = (
    "Nothing was published. Install Pagefind anew with "
    'python -m pip install --force-reinstall -c constraints.txt "pagefind[bin]" and build again; '
    "or take search out of site.toml"
)


class Known(Protocol):
    """Knows what the last build wrote."""

    def made_from(self, fingerprint: bytes) -> tuple[str, ...]:
        """The files that were made from what the fingerprint stands for; () when one of them is not as it was."""


def print_index(printed: Iterable[tuple[str, Printed]], options: Options, known: Known) -> list[Printed]:
    """The files of the index of these pages; made in the cache and staged if there is another page among them.

    None while there is no page that could be found. Raises OutputError when Pagefind fails, or the disk refuses.
    """
    folder = options.output
    pages = [each for key, each in printed if key.partition("\n")[0] in _ARE_FOUND and each.file.endswith(".html")]
    if not pages:  # Pagefind would call that a failure
        return []
    fingerprint = joined([b"search", *(part for each in pages for part in (each.file.encode(), each.fingerprint))])
    made = known.made_from(fingerprint)
    if made:
        return [Printed(file, fingerprint, b"", False, False, None) for file in made]
    with TemporaryDirectory(dir=cache_folder(options)) as place:
        _index([each.file for each in pages], folder, Path(place))
        return [
            Printed(FOLDER + name, fingerprint, sum_of(data), True, stage(FOLDER + name, data, folder), None)
            for name, data in _made(Path(place, "index"))
        ]


def _index(files: Iterable[str], folder: Path, place: Path) -> None:
    """Has Pagefind read copies of the pages and write its files beside them."""
    try:
        for file in files:
            copy = place / "site" / file
            copy.parent.mkdir(parents=True, exist_ok=True)
            copyfile(coming(file, folder), copy)
        done = _pagefind(place)
    except OSError as error:  # the disk is full, or the program is not there or not for this machine
        raise OutputError(f"The search index cannot be made: {error.strerror or error}. {_WAY_OUT}") from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").split("\n")
        said = next((line.strip() for line in lines if line.strip()), f"it ended with code {done.returncode}")
        said = said.removeprefix("Error: ").rstrip(".")
        raise OutputError(f"The search index cannot be made, because Pagefind failed: {said}. {_WAY_OUT}")


def _pagefind(place: Path) -> "subprocess.CompletedProcess[bytes]":
    from pagefind_bin import get_executable

    command = [get_executable(), "--site", "site", "--output-path", "index", "--exclude-selectors", _PASSED_OVER]
    environment = {name: os.environ[name] for name in _SYSTEM if name in os.environ}
    return subprocess.run(  # noqa: S603  # no shell
        [*command, "--silent"], cwd=place, env=environment, check=False, capture_output=True
    )


def _made(index: Path) -> list[tuple[str, bytes]]:
    """What a search asks for, by name; ready-made interfaces are left out."""
    paths = sorted({path for name in _ASKED for path in index.glob(name)})
    return [(path.relative_to(index).as_posix(), path.read_bytes()) for path in paths]
