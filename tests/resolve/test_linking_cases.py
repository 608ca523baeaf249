"""Every case of tests/cases/glossary: which words of a text are linked to which entries."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest

from nutgraf.body import Html, Mention, Piece, TermLink, Words
from nutgraf.resolve.claims import Document
from nutgraf.slugs import slugify, unique
from tests.resolve.desk import explainer, site_of, term

CASES = Path(__file__).parent.parent / "cases" / "glossary"
_SIGN = re.compile(r"\{(?:U\+([0-9A-F]{4}))\}")
_NAMED = {"{SHY}": "\u00ad", "{ZWNJ}": "\u200c"}


class Case(NamedTuple):
    where: str
    title: str
    terms: str
    markdown: str
    expected: str


def cases() -> Iterator[Case]:
    for path in sorted(CASES.glob("*.md")):
        lines = path.read_text("utf-8").split("\n")
        dots = [number for number, line in enumerate(lines) if line == "."]
        for first, second, third, last in zip(*[iter(dots)] * 4, strict=True):
            fields = ["\n".join(lines[a + 1 : b]) for a, b in ((first, second), (second, third), (third, last))]
            yield Case(f"{path.stem}:{first}", lines[first - 1], fields[0], _signs(fields[1]), _signs(fields[2]))


def _signs(text: str) -> str:
    for name, sign in _NAMED.items():
        text = text.replace(name, sign)
    return _SIGN.sub(lambda match: chr(int(match[1], 16)), text)


def document_of(case: Case) -> Document:
    """The linked document: an explainer, or the entry that the terms field names with “on:”."""
    own = next((line.removeprefix("on: ") for line in case.terms.split("\n") if line.startswith("on: ")), None)
    files: dict[str, str] = {}
    taken: set[str] = set()
    for line in case.terms.split("\n"):
        if line.startswith("on: "):
            continue
        slug = unique(slugify(re.split(r"[|{]", line)[0]), taken)
        files[f"content/glossary/{slug}.md"] = _term(line, case.markdown if slug == own else "")
    if own is None:
        files["content/explainers/story.md"] = explainer(case.markdown)
    site = site_of(files)
    path = site.terms_by_slug[own].place.path if own else site.explainers[0].path
    return site.bound[path].document


def _term(line: str, body: str) -> str:
    names, _, flags = line.partition("{")
    marks = [flag.strip() for flag in flags.rstrip("}").split(",") if flag.strip()]
    title, *aliases = (f'"{name.strip()}"' for name in names.split("|"))
    more = f"aliases: [{', '.join(aliases)}]\n" if aliases else ""
    more += "case_sensitive: true\n" if "case" in marks else "case_sensitive: false\n" if "nocase" in marks else ""
    more += "autolink: false\n" if "no-autolink" in marks else ""
    kinds = [mark for mark in marks if mark not in {"case", "nocase", "no-autolink"}]
    return term(title, kinds[0] if kinds else "term", more, body)


def shown(document: Document) -> str:
    """The text of the body, a line for each block, with links as [words](entry)."""
    parts: list[str] = []
    for section in document.body.sections:
        parts += ["\n\n", *(_shown(piece) for piece in section.question), "\n\n"]
        parts += (_shown(piece) for piece in section.pieces)
        for footnote in section.footnotes:
            parts += ["\n\n", *(_shown(piece) for piece in footnote.pieces)]
    lines = re.sub(r"\n\n\s*", "\n\n", "".join(parts)).strip().split("\n\n")
    return "\n".join(line.strip("\n") for line in lines if line.strip())


def _shown(piece: Piece) -> str:
    if isinstance(piece, Words):
        return piece.text
    if isinstance(piece, Mention):
        return f"[{''.join(map(_shown, piece.pieces))}]({piece.term})"
    if isinstance(piece, TermLink):
        return f"[{piece.text}]({slugify(piece.target) if piece.target != 'BTA' else 'bilateral-trade-deal'})"
    if not isinstance(piece, Html):
        return ""
    is_inline = re.fullmatch(r"(?:</?(?:em|strong|s|a|code)>|<code>.*</code>|<br>)", piece.markup)
    bare = re.sub(r"<br ?/?>", "", re.sub(r"<[^>]*>", "" if is_inline else "\n\n", piece.markup))
    return unescape(bare)


ALL = list(cases())


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.where} {case.title}")
def test_a_text_is_linked_as_the_case_says(case: Case) -> None:
    assert shown(document_of(case)) == case.expected


def test_there_are_at_least_sixty_cases() -> None:
    assert len(ALL) >= 60
