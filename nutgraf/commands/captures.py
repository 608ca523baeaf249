"""What the commands look up in a project: its documents, and the capture that a name on the command line means."""

from collections.abc import Sequence
from pathlib import Path

import click

from nutgraf.kinds.capture import Capture
from nutgraf.kinds.documents import Documents, parse
from nutgraf.kinds.source import SourceFile
from nutgraf.read import as_composed, read


def documents_of(project: Path) -> Documents:
    """Everything in the project that can be read; its problems are the build’s to report."""
    files, _ = read(project)
    documents, _ = parse(files)
    return documents


def capture_called(name: str, documents: Documents) -> Capture | None:
    """The capture of that name, which is its source’s id, its file in seeds/, or the path of that file."""
    wanted = as_composed(name.removeprefix("seeds/"))
    for capture in documents.captures:
        if wanted in {capture.source, capture.path.removeprefix("seeds/")}:
            return capture
    return None


def sources_told(names: Sequence[str]) -> str:
    """Which sources there are, for a message that one is not among them."""
    return f"the sources are {', '.join(names)}" if names else "none is there yet; put a capture into seeds/"


def names_for_shell(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """The sources and seeds whose names begin so, for a shell that completes the word."""
    del parameter
    project: Path = context.obj
    sources = (path.stem for path in project.glob("content/sources/*.md"))
    seeds = (f"seeds/{path.name}" for path in project.glob("seeds/*") if not path.name.startswith("."))
    return sorted(name for name in (*sources, *seeds) if name.startswith(begun))


def told_of(capture: Capture, documents: Documents) -> SourceFile | None:
    """What the desk says about the capture; None when no source file names it."""
    return next((source for source in documents.source_files if source.id == capture.source), None)
