"""What the repository refers a reader to is in the repository, or is a public standard.

“§” alone is no fault: standards have sections, and so have our own pages (“docs/writing.md, Dates”).
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from tests.sites.project import PROJECT

# Texts of newsrooms, real ones or made up: what they name is theirs.
_TEXTS_OF_OTHERS = ("content/", "seeds/", "tests/cases/", "tests/fuzz/cases/")
_MADE = {".git", ".venv", ".bench", "build", "dist", "node_modules", "wheels", "__pycache__"}  # not in the repository
_KINDS = {
    ".py",
    ".md",
    ".toml",
    ".cfg",
    ".ini",
    ".yml",
    ".yaml",
    ".html",
    ".xml",
    ".css",
    ".js",
    ".mjs",
    ".txt",
    ".pot",
}
_KINDS |= {".po", ".sh", ".json", ""}
# A page of Markdown, by its name or path, and what says in which part of it: “§2”, “section 2”, “rule 3”, “no. 4”.
_PAGE = re.compile(
    r"(?<![\w./*-])((?:\.{0,2}/)?(?:[\w.-]+/)*[\w-]+\.md)[`*”’]?,?\s+(?:§|sections?\b|rules?\b|nos?\b)\s*\d"
)
# A document without a name for its file: “design §3.1”, “traps: livereload 2”, “the brief, section 4”.
_DOCUMENT = re.compile(
    r"\b((?:the )?(?:design|pages|house|style|claims?|faults?|traps?|briefs?|plan|spec|notes|contract|requirements?)"
    r"(?:,? (?:§|sections? \d)|\s?[:,] [a-z]\w* \d+(?=[).,; ]| and )))"
)
# Pages that tell helpers of this project what to do, and are not shipped with it.
_ELSEWHERE = re.compile(r"(?<![\w/.-])((?:design|house|style|claims|traps|faults|brief)\.md)\b", re.IGNORECASE)


def cited_elsewhere(text: str) -> Iterator[str]:
    """The documents that a text cites and that nobody with the repository alone could open."""
    for found in (*_PAGE.finditer(text), *_ELSEWHERE.finditer(text)):
        if not _is_here(found[1]):
            yield found[1]
    yield from (found[1] for found in _DOCUMENT.finditer(text))


def _is_here(name: str) -> bool:
    return any((PROJECT / folder / name).is_file() for folder in ("", "docs", "docs/decisions", "docs/hosts"))


def _texts() -> Iterator[tuple[str, str]]:
    for parent, folders, names in os.walk(PROJECT):
        folders[:] = sorted(name for name in folders if name not in _MADE and not name.endswith((".egg-info", "cache")))
        for path in (Path(parent, name) for name in sorted(names)):
            name = path.relative_to(PROJECT).as_posix()
            if path.suffix in _KINDS and not name.startswith(_TEXTS_OF_OTHERS):
                yield name, path.read_text("utf-8", "replace")


def test_nothing_is_cited_that_is_not_in_the_repository() -> None:
    own = Path(__file__).relative_to(PROJECT).as_posix()
    found = {name: [*cited_elsewhere(text)] for name, text in _texts() if name != own}
    assert len(found) > 500
    assert {name: cited for name, cited in found.items() if cited} == {}


def test_every_form_of_such_a_citation_is_found() -> None:
    for line in (
        "Seeds, read by the cleaner (design §2.3).",
        "the liberties of design §3.1: Unicode composition",
        "that is seen first (pages.md §1.3, WCAG 1.4.3)",
        "answers to that name only (traps: livereload 1 and 2)",
        "as traps.md says",
        "see house.md for the names",
        "in notes/plans.md, section 4",
        "the brief, section 4",
    ):
        assert [*cited_elsewhere(line)], line


def test_standards_and_pages_of_ours_are_no_such_citation() -> None:
    for line in (
        "a Host header (RFC 9110 §7.2)",
        "an absolute length (CSS Values 4 §6.2, WCAG 1.4.13)",
        "bidirectional controls (Unicode TR36, §2.6); which side is up (EXIF 2.32 §4.6.4)",
        "the marks *, †, ‡, § and ¶",
        "docs/writing.md lists the rules; see docs/decisions/livereload.md",
        "CONTRIBUTING.md, section 2",
        "A house style, a plan: two editors and 3 pages.",
        "Camera traps recorded 61 animals. Fonts by design: 12 of them.",
        "content/pages.md is too large",
    ):
        assert not [*cited_elsewhere(line)], line
