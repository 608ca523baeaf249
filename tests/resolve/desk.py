"""A newsroom small enough for one test: files by path → the site that the real parser and resolver make of them."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from nutgraf.kinds.documents import parse
from nutgraf.problems import Problem
from nutgraf.read import File
from nutgraf.resolve.site import Site
from nutgraf.views.parts import Notes, Section
from tests.stages import checked, planned, pressed, project_templates, resolve

PROJECT = Path(__file__).parent.parent.parent
Files = Mapping[str, str | bytes]  # by path; bytes for pictures
_TEXTS = (".html", ".xml", ".json", ".txt", ".css", ".js")
SETTINGS = 'title = "The File"\nbase_url = "https://news.example/file/"\nlanguage = "en"\n'

STORY = """Ports reopen after a long strike

By A. Writer

Tensions over a trade deal between India and the US are key to understanding the past few months.

“This was a very important discussion for both of us,” the minister said on Monday, after the talks had ended.

The 50% tariff on Indian exports remains in place, and nobody expects it to go away before the summer begins.

Officials said the two sides would meet again in February. “We are not in a hurry,” one of them added later.
"""


def files_of(texts: Files) -> list[File]:
    """The files, with a site.toml and a seed where the texts bring none."""
    given: dict[str, str | bytes] = {"site.toml": SETTINGS, **texts}
    if not any(path.startswith("seeds/") for path in given):
        given["seeds/story.txt"] = STORY
    data = {path: text if isinstance(text, bytes) else text.encode() for path, text in given.items()}
    return [File(path, data[path], hashlib.sha256(data[path]).hexdigest()) for path in sorted(data)]


def site_of(texts: Files, *, with_drafts: bool = False, is_clean: bool = True) -> Site:
    """The site; a mistake in one file fails the test unless it is not clean on purpose."""
    documents, problems = parse(files_of(texts))
    if is_clean:
        assert [f"{p.place.path}:{p.place.line}: {p.message}" for p in problems] == []
    return resolve(documents, with_drafts=with_drafts)


def problems_of(texts: Files, *, with_drafts: bool = False) -> list[Problem]:
    """What check says of the site, without the notes that every small site earns."""
    quiet = {"uncited-figure", "single-source", "unused-term", "missing-asset"}
    return [found for found in checked(site_of(texts, with_drafts=with_drafts)) if found.rule not in quiet]


def views_of(texts: Files, *, with_drafts: bool = False) -> dict[str, object]:
    """The views of the pages by address."""
    return {output.address: output.view for output in planned(site_of(texts, with_drafts=with_drafts)) if output.view}


def pages_of(texts: Files, *, with_drafts: bool = False, is_clean: bool = True) -> dict[str, str]:
    """The pages and other texts as they would be published, by file, made with the project’s own templates."""
    site = site_of(texts, with_drafts=with_drafts, is_clean=is_clean)
    pages, problems = pressed(site, project_templates(), lambda file: file.endswith(_TEXTS))
    assert problems == ()
    return {file: page.decode() for file, page in pages.items()}


def file_in(texts: Files, name: str, *, with_drafts: bool = False) -> str:
    """One file as it would be published; faster than all of them."""
    pages, problems = pressed(site_of(texts, with_drafts=with_drafts), project_templates(), lambda file: file == name)
    assert problems == ()
    [made] = pages.values()
    return made.decode()


def files_in(site: Path) -> dict[str, bytes]:
    """The files of a site of tests/sites by path, with the project’s assets."""
    folders = ((PROJECT, "assets/**/*"), (site, "*.toml"), *((site, f"{name}/**/*") for name in ("content", "seeds")))
    found = ((folder, path) for folder, those in folders for path in folder.glob(those) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for folder, path in found}


def margin_of(section: Section | None) -> Notes:
    """All notes of a section, in however many lists they stand."""
    lists = [block for block in section.blocks if isinstance(block, Notes)] if section else []
    notes = tuple(note for each in lists for note in each.notes)
    return Notes(notes[0].number if notes else 1, notes, tuple(note for each in lists for note in each.footnotes))


def explainer(body: str = "", title: str = "Why the ports closed", date: str = "2026-01-22", more: str = "") -> str:
    """An explainer’s file; ``more`` is further front matter."""
    standfirst = "" if "standfirst:" in more else "standfirst: All of it in one sentence.\n"
    return f"---\ntitle: {title}\n{standfirst}date: {date}\n{more}---\n{body}\n"


def term(title: str, kind: str = "term", more: str = "", body: str = "") -> str:
    """A glossary entry’s file."""
    return f"---\ntitle: {title}\nkind: {kind}\ndefinition: What it means.\n{more}---\n{body}\n"


def source(seed: str = "story.txt", more: str = "", body: str = "") -> str:
    """A source file."""
    return f"---\nseed: {seed}\n{more}---\n{body}\n"
