"""An edition: what the preview shows at a moment, and by which a tab can tell whether it shows the same."""

import hashlib
import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from markupsafe import Markup
from msgspec import Struct, field

from nutgraf.preview.builds import Outcome
from nutgraf.preview.overlay import overlay


class Assets(Struct, frozen=True, dict=True):
    """The files that pages load, as a build left them."""

    files: frozenset[tuple[str, int, int]] = frozenset()  # name in the site, time in nanoseconds, size

    @cached_property
    def version(self) -> str:
        """A name for exactly these files."""
        return digest(repr(sorted(self.files)))

    def changed_since(self, older: "Assets") -> frozenset[str]:
        """The names of files that came, went or were written anew."""
        return frozenset(name for name, *_ in self.files ^ older.files)


class Edition(Struct, frozen=True, dict=True):
    """The site as it was built last, and what that build said."""

    folder: Path
    base: str  # the path of the site on its host, with a slash at both ends
    outcome: Outcome | None = None  # None while the first build is under way
    assets: Assets = field(default_factory=Assets)
    has_drafts: bool = False

    @cached_property
    def overlay(self) -> Markup:
        """The problems as HTML."""
        return overlay(self.outcome)

    @cached_property
    def problems(self) -> str:
        """A name for exactly these problems."""
        return digest(self.overlay)


def digest(words: str | bytes) -> str:
    """A short name for exactly these words."""
    data = words.encode(errors="surrogatepass") if isinstance(words, str) else words
    return hashlib.blake2b(data, digest_size=8).hexdigest()


def assets_in(folder: Path) -> Assets:
    """The assets of the site in a folder."""
    return Assets(frozenset(_files(folder, "assets")))


def _files(folder: Path, name: str) -> Iterator[tuple[str, int, int]]:
    try:
        with os.scandir(folder / name) as entries:
            for entry in entries:
                inside = f"{name}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    yield from _files(folder, inside)
                else:
                    told = entry.stat(follow_symlinks=False)
                    yield inside, told.st_mtime_ns, told.st_size
    except OSError:  # no assets, or some went in this moment: the next build reports it
        return
