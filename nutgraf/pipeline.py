"""The straight road from the project folder to the published site (design §4.1).

read → parse → resolve → check → plan → render → publish
"""

from dataclasses import dataclass, replace
from pathlib import Path

from nutgraf.checks import check
from nutgraf.kinds.settings import Settings
from nutgraf.parse.documents import parse
from nutgraf.plan.plan import plan
from nutgraf.problems import Problem, has_errors, in_order, with_levels
from nutgraf.progress import Track, untracked
from nutgraf.publish import publish
from nutgraf.read import File, read
from nutgraf.render import make_environment, render
from nutgraf.resolve.resolve import resolve
from nutgraf.resolve.site import Site
from nutgraf.rules import FIXED


@dataclass(frozen=True)
class Options:
    """What a build is asked for."""

    project: Path
    output: Path
    base_url: str | None = None  # instead of the one in site.toml
    with_drafts: bool = False
    is_strict: bool = False  # warnings are errors
    publishes: bool = True  # False only checks


@dataclass(frozen=True)
class Build:
    """What a build came to."""

    files: tuple[File, ...]
    problems: tuple[Problem, ...]
    site: Site | None  # None when it could not be resolved
    pages: int = 0
    written: int = 0  # files that changed on disk
    is_published: bool = False


def build(options: Options, track: Track = untracked) -> Build:
    """Builds the site; with an error nothing is written. ``track`` is told how far the long stages are."""
    files, unread = read(options.project)
    documents, misread = parse(files, track)
    problems = (*unread, *misread)
    settings = _settings(documents.settings, options)
    if settings is None:
        return _ended(Build(files, problems, None), None, options)
    site = resolve(documents, settings, with_drafts=options.with_drafts)
    problems = (*problems, *check(site))
    # Documents that ask for one address cannot be told apart any more: that has to be put right first.
    outputs = plan(site) if not any(problem.rule == "address-clash" for problem in problems) else ()
    pages = sum(output.address.endswith("/") for output in outputs)
    environment = make_environment(options.project / "templates", site.interface)
    contents, failed = render(track("Rendering", outputs), environment)
    done = _ended(Build(files, (*problems, *failed), site, pages), settings, options)
    if has_errors(done.problems) or not options.publishes:
        return done
    return replace(done, written=publish(contents, options.output), is_published=True)


def _settings(settings: Settings | None, options: Options) -> Settings | None:
    return replace(settings, base_url=options.base_url) if settings and options.base_url else settings


def _ended(done: Build, settings: Settings | None, options: Options) -> Build:
    """The build with its problems in order and at the levels the desk has set."""
    levels = settings.checks if settings else {}
    problems = with_levels(done.problems, levels, FIXED, strict=options.is_strict)
    return replace(done, problems=in_order(problems))
