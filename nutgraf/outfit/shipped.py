"""What comes with the engine: a wheel carries it beside the package, a checkout is it."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import nutgraf
from nutgraf.interface.shipped import TEMPLATE
from nutgraf.read import is_litter

# Each is a file or a folder, and lies at the same place in a microsite (pyproject.toml lists them for the wheel).
# Of docs/ it gets the pages for desks; the others speak of files that it does not have.
PARTS = (
    ".github/workflows/check.yml",
    ".github/workflows/pages.yml",
    "assets",
    "constraints.txt",
    "docs/deploying.md",
    "docs/extending.md",
    "docs/hosts",
    "docs/images",
    "docs/schemas",
    "docs/sharing.md",
    "docs/theming.md",
    "docs/views.md",
    "docs/writing.md",
    "site.py",
    "templates",
)
# What a microsite gets from inside the package.
FROM_PACKAGE = {"locale/interface.pot": TEMPLATE}
_CARRIED = "nutgraf_outfit"


def shipped() -> Mapping[str, Path]:
    """The path on this machine of each file that ``init`` lays out, by its path in a microsite."""
    beside = Path(nutgraf.__file__).parents[1]
    root = beside / _CARRIED if (beside / _CARRIED).is_dir() else beside
    found = {path.relative_to(root).as_posix(): path for part in PARTS for path in _files(root / part)}
    return found | FROM_PACKAGE


def _files(part: Path) -> Iterator[Path]:
    if part.is_file():
        yield part
    for parent, folders, names in os.walk(part):
        folders.sort()
        yield from (Path(parent, name) for name in sorted(names) if not name.startswith(".") and not is_litter(name))
