"""Nothing vanishes: what is cited or quoted ends as a note, checked or said not to be, or as a problem at its line.

A few newsrooms, the same every time; NEWSROOMS=2000 tries as many others.
"""

import os
from collections import Counter
from collections.abc import Iterable, Sequence

from hypothesis import HealthCheck, Phase, given, settings

from nutgraf.kinds.documents import parse
from nutgraf.problems import Problem, Severity, with_levels
from nutgraf.resolve.citations import Finding, Note
from nutgraf.resolve.site import Site
from nutgraf.rules import FIXED
from nutgraf.slugs import slugify
from tests.fuzz.citing import Cited, Said, cited
from tests.fuzz.invariants import files_of
from tests.stages import checked, resolve

_MORE = int(os.environ.get("NEWSROOMS", "0"))


@settings(
    max_examples=_MORE or 60,
    deadline=None,
    derandomize=not _MORE,
    database=None,
    phases=[Phase.generate, *([Phase.shrink] if _MORE else [])],
    suppress_health_check=list(HealthCheck),
)
@given(cited())
def test_nothing_that_is_cited_or_quoted_vanishes(cited: Cited) -> None:
    site, problems = _built(cited)
    vanished = [*_without_a_note(cited.said, site, problems), *_unchecked(cited.said, site, problems)]
    assert not vanished, _told(vanished, cited, problems)


def _built(cited: Cited) -> tuple[Site, tuple[Problem, ...]]:
    documents, problems = parse(files_of(cited.newsroom))
    assert documents.settings, problems
    site = resolve(documents)
    found = with_levels((*problems, *checked(site)), documents.settings.checks, FIXED, strict=False)
    return site, tuple(each for each in found if each.severity is not Severity.INFO)


def _without_a_note(said: Iterable[Said], site: Site, problems: Sequence[Problem]) -> list[Said]:
    """The citations that are neither a problem nor one of the marks that lead to a note of their source."""
    missing = [each for each in said if each.source and each.is_cited and not _is_reported(each, problems)]
    wanted = Counter((each.path, each.source) for each in missing)
    marks: Counter[tuple[str, str]] = Counter()
    for path, bound in site.bound.items():
        for note in bound.citations.notes:
            marks[path, note.source.id] += note.marks
    return [each for each in missing if marks[each.path, each.source] < wanted[each.path, each.source]]


def _unchecked(said: Iterable[Said], site: Site, problems: Sequence[Problem]) -> list[Said]:
    """The quoted words that are neither a problem nor found in a source that readers can open."""
    verbatim = {
        (path, " ".join(finding.quotation.text.split()))
        for path, bound in site.bound.items()
        for note in bound.citations.notes
        for finding in _shown(note)
    }
    quoted = [each for each in said if each.words and not _is_reported(each, problems)]
    return [each for each in quoted if not any(path == each.path and each.words in text for path, text in verbatim)]


def _shown(note: Note) -> list[Finding]:
    return [finding for finding in note.findings if finding.is_shown_by(note.source)]


def _is_reported(each: Said, problems: Iterable[Problem]) -> bool:
    """Whether a problem is at its lines, or an error stops the build at the line or in a file that names its source."""
    return any(
        (problem.place.path == each.path and problem.place.line in each.lines)
        or (not each.is_cited and problem.rule == "unknown-source" and f"“{each.source}”" in problem.message)
        or (problem.severity is Severity.ERROR and _is_of_source(problem.place.path, each.source))
        for problem in problems
    )


def _is_of_source(path: str, source: str) -> bool:
    folder, _, name = path.rpartition("/")
    return folder in {"seeds", "content/sources"} and slugify(name.rpartition(".")[0]) == source


def _told(vanished: Iterable[Said], cited: Cited, problems: Iterable[Problem]) -> str:
    texts = {path: text.split("\n") for path, text in cited.newsroom.items()}
    lines = [
        f"{each.path}:{each.lines.start}: {each.source}: " + "|".join(texts[each.path][line - 1] for line in each.lines)
        for each in vanished
    ]
    of_sources = [text for path, text in cited.newsroom.items() if path.startswith("content/sources")]
    names = [path for path in cited.newsroom if not path.startswith("content/explainers")]
    rules = [f"{each.place.path}:{each.place.line}: {each.rule}" for each in problems]
    return "\n".join([*lines, *of_sources, *names, *rules])
