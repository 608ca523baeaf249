"""The last line of build and check: what was made, what is wrong, how long it took."""

from collections.abc import Iterable
from pathlib import Path

from nutgraf.build import Build, Contents, Options
from nutgraf.problems import Problem, Severity, has_errors
from nutgraf.publish import MANIFEST
from nutgraf.report.entries import counts


def summary(done: Build, problems: Iterable[Problem], options: Options, seconds: float) -> str:
    """One line of counts and time; of a check also how many infos there are, and drafts that were not checked.

    problems: those of the build, and what is known beside them.
    """
    if options.publishes:  # which shows no infos
        problems = [problem for problem in problems if problem.severity is not Severity.INFO]
    faults = _faults([*problems])
    folder = _shown(options)
    if done.contents is None or has_errors(done.problems):  # without errors there are contents
        if not options.publishes:
            return f"{faults}{_unchecked(done)}. {seconds:.2f} s"
        is_kept = (options.output / MANIFEST).exists()
        kept = f"; {folder}/ still holds the last good build" if is_kept else ""
        return f"{faults}. Nothing was written{kept}. {seconds:.2f} s"
    verb = f"Built {folder}/" if done.is_published else "Checked"
    changed = f", {counted(done.written, 'file')} changed" if done.is_published else ""
    unchecked = "" if options.publishes else _unchecked(done)
    return f"{verb}: {_told(done.contents)}{changed}; {faults}{unchecked}. {seconds:.2f} s"


def _faults(problems: list[Problem]) -> str:
    """The problems in numbers; says so when none of them is a warning or an error."""
    is_fine = all(problem.severity is Severity.INFO for problem in problems)
    return ", ".join(filter(None, ("no warnings" if is_fine else "", counts(problems))))


def _unchecked(done: Build) -> str:
    """The drafts that were not checked, and how they are; "" for none."""
    drafts = done.contents.drafts if done.contents else 0
    return (
        f"; {counted(drafts, 'draft')} not checked (add --drafts to check {'it' if drafts == 1 else 'them'})"
        if drafts
        else ""
    )


def _told(contents: Contents) -> str:
    numbers = [
        counted(contents.pages, "page"),
        counted(contents.explainers, "explainer"),
        counted(contents.terms, "term"),
        counted(contents.sources, "source"),
        f"{counted(contents.quotations, 'quotation')} checked",
    ]
    return ", ".join(numbers)


def counted(number: int, word: str) -> str:
    """The number with its word: “1 page”, “1,200 pages”."""
    return f"{number:,} {word}{'s' * (number != 1)}"


def _shown(options: Options) -> str:
    folder: Path = options.output
    return folder.name if folder.parent == options.project else str(folder)
