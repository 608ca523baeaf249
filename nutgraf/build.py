"""What a build is asked for, and what it came to."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from nutgraf.additions import NONE, Additions
from nutgraf.problems import Problem
from nutgraf.read import File

if TYPE_CHECKING:  # a build with nothing to do must not pay for what it does not use
    from nutgraf.resolve.site import Site

Look = tuple[str, str, str | None]  # what work saw: scene, attribute, and key where the attribute holds many values


class Archive(Struct, frozen=True):
    """Explainers as they were."""

    name: str  # of the commit, as the editor calls it
    files: tuple[File, ...]  # by the paths they had in the project


class Options(Struct, frozen=True):
    """What a build is asked for."""

    project: Path
    output: Path
    base_url: str | None = None  # instead of the one in site.toml
    with_drafts: bool = False
    is_strict: bool = False  # warnings are errors
    publishes: bool = True  # False only checks
    since: Archive | None = None  # what a check compares with
    today: datetime.date | None = None  # the day of a check; None leaves out what is old by the day
    is_preview: bool = False  # assets keep plain names, for a stylesheet is swapped by its name
    forgets: bool = False  # everything is made anew
    jobs: int = 1  # processes
    additions: Additions = NONE


class Contents(Struct, frozen=True):
    """What a site holds, in numbers."""

    pages: int
    explainers: int
    terms: int
    sources: int
    quotations: int
    drafts: int = 0  # those that were left out


class Build(Struct, frozen=True):
    """What a build came to."""

    files: tuple[File, ...]
    problems: tuple[Problem, ...]
    site: "Site | None"  # None when it could not be resolved, or need not be
    contents: Contents | None = None  # None when it could not be resolved
    written: int = 0  # files that changed on disk
    is_published: bool = False
    parsed: tuple[str, ...] = ()  # the files of content/ that had to be parsed
    rendered: tuple[tuple[str, tuple[Look, ...]], ...] = ()  # addresses, each with what had changed for it

    @property
    def pages(self) -> int:
        """How many pages the site has, embeds not counted; 0 if it could not be resolved."""
        return self.contents.pages if self.contents else 0
