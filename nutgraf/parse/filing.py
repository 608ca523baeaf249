"""Whether a file of content/ has a place and a name that it can be read by, and what to do if not."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from nutgraf.problems import Place, Problem
from nutgraf.read import File
from nutgraf.rules import named_by, problem
from nutgraf.slugs import is_slug, renaming, slugify, unfit

_DOCUMENTS = {".doc", ".docx", ".odt", ".rtf", ".pages"}
_TEXTS = {"", ".txt", ".text", ".markdown"}


def misfiled(name: PurePosixPath, folders: Sequence[str], files: Mapping[str, File]) -> tuple[Problem, ...]:
    """At most one problem: that the file has a place or a name by which it cannot be read; () if it can.

    name: its path in the project. folders: those of the kinds, "" for content/ itself. files: all inputs, to see which
    names are taken.
    """
    place = Place(str(name))
    folder = folder_of(name)
    lost = named_by(str(name))
    if name.suffix.lower() != ".md":
        return (
            problem("misplaced-file", place, "content/ holds Markdown (.md) files only", _as_page(name), cause_of=lost),
        )
    if folder not in folders or (folder == "" and name.name != "index.md"):
        *others, last = [f"content/{each}/" for each in folders if each]
        hint = f"put it straight into {', '.join(others)} or {last}"
        return (problem("misplaced-file", place, "files are not read here", hint, cause_of=lost),)
    if not is_slug(name.stem):
        fit = f"{slugify(name.stem) or 'a-short-name'}.md"
        is_taken = str(name.with_name(fit)) in files
        taken = (f"{fit} is taken: give it another name, in small letters",)
        hints = taken if is_taken else (f"name it {fit}", *_renaming(name, fit, files[str(name)]))
        return (problem("bad-name", place, f"“{name.stem}” cannot be an address", *hints),)
    if unfit(name.stem):
        message = f"this cannot be an address: {unfit(name.stem)}"
        return (problem("bad-name", place, message, "give the file another name"),)
    return ()


def _renaming(name: PurePosixPath, fit: str, file: File) -> Iterator[str]:
    """The command; none where the disk composes the name in another way than paths do here."""
    if isinstance(file.contents, bytes) or Path(file.contents).name == name.name:
        yield from renaming(str(name), str(name.with_name(fit)))


def folder_of(name: PurePosixPath) -> str:
    """The folder of content/ that the file is in, such as “explainers”; "" for content/ itself."""
    return "/".join(name.parts[1:-1])


def _as_page(name: PurePosixPath) -> str:
    """What to do with a file of content/ that is no Markdown."""
    suffix = name.suffix.lower()
    if suffix in _DOCUMENTS:
        return "save it as Markdown (.md)"
    if suffix in _TEXTS:
        return f"save it as {slugify(name.stem) or 'a-short-name'}.md; source articles belong in seeds/"
    return "images belong in assets/images/, source articles in seeds/"
