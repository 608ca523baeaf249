"""The last line of build and check: what was made, what is wrong, how long it took."""

from pathlib import Path

from nutgraf.build import Build, Contents, Options
from nutgraf.problems import has_errors
from nutgraf.publish import MANIFEST
from nutgraf.report import counts


def summary(done: Build, options: Options, seconds: float) -> str:
    """One line of counts and time."""
    faults = counts(done.problems)
    folder = _shown(options)
    if done.contents is None or has_errors(done.problems):  # without errors there are contents
        if not options.publishes:
            return f"{faults}. {seconds:.2f} s"
        is_kept = (options.output / MANIFEST).exists()
        kept = f"; {folder}/ still holds the last good build" if is_kept else ""
        return f"{faults}. Nothing was written{kept}. {seconds:.2f} s"
    verb = f"Built {folder}/" if done.is_published else "Checked"
    changed = f", {counted(done.written, 'file')} changed" if done.is_published else ""
    return f"{verb}: {_told(done.contents)}{changed}; {faults or 'no warnings'}. {seconds:.2f} s"


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
