"""A Markdown body → sections of pieces, and the problems of its form."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct, field
from msgspec.structs import replace

from nutgraf.body import Body, Footnote, FootnoteMark, Inline, Quotation, Section, Statement, Words
from nutgraf.parse.alignment import plain_text
from nutgraf.parse.annotate import Annotator
from nutgraf.parse.dialect import dialect
from nutgraf.parse.foreign import find_foreign
from nutgraf.parse.form import form_problems
from nutgraf.parse.pieces import cut, teach
from nutgraf.parse.quoting import uncited_in
from nutgraf.parse.shown import Shown
from nutgraf.parse.source_map import SourceMap
from nutgraf.parse.statements import STATEMENTS
from nutgraf.problems import Place, Problem
from nutgraf.slugs import slugify, unique

# Ids that the page’s own parts use (docs/architecture.md); a heading that would take one gets a number behind it.
PAGE_IDS = ("main", "key-facts", "timeline", "words", "sources", "corrections", "how", "embed", "next", "intro")

# c1, r1-2, fr1, p4, q4-0-9, t-tariff, e-2026, u-a: what notes, marks, paragraphs, passages, words, events and uses
# are called on a page.
_OURS = re.compile(r"(?:[cfprqy]|fr)\d+(?:-\d+)*|[teu]-.*|letter-.*")

_SIGN = re.compile(r"[\\`*_~\[\]<&]|:::")  # without one of these, a line is text


@lru_cache
def _parser(raw_html: bool) -> MarkdownIt:
    return teach(dialect(raw_html=raw_html))


def parse_body(
    text: str, first: Place, *, raw_html: bool = False, noteless: str | None = None
) -> tuple[Body, tuple[Problem, ...]]:
    """The body that the Markdown means, in sections of pieces, and every problem of its form; nothing is raised.

    text: with line feeds as line ends. first: the place in the file at which it begins, line and column from 1.
    raw_html: whether HTML is kept. noteless: what the text is called (“a desk’s note”) when it is shown as one piece:
    without questions, and without a list of notes that a citation could lead to.
    """
    parser = _parser(raw_html)
    source_map = SourceMap(first.path, tuple(text.split("\n")), first)
    env: dict[str, Any] = {}
    tokens = parser.parse(text, env)
    annotator = Annotator(source_map, noteless=noteless)
    annotator.annotate(tokens)
    problems = (*annotator.problems, *form_problems(tokens, env, source_map))
    main, footnote_tokens = _without_footnotes(tokens)
    sections, anchors = _sections(parser, main, source_map, has_questions=noteless is None)
    footnotes = dict(_footnotes(parser, footnote_tokens))
    placed = tuple(_with_footnotes(sections, footnotes))
    return Body(placed, anchors, annotator.words, tuple(annotator.doubts)), problems


def parse_inline(text: str, place: Place, *, noteless: str | None = None) -> tuple[Inline, tuple[Problem, ...]]:
    """One line of inline Markdown from front matter as pieces, and every problem of its form.

    White space is collapsed.
    place: of the field; problems are reported there. noteless: as for parse_body.
    """
    line = " ".join(text.split())
    if line and not _SIGN.search(line):
        # Most of front matter says nothing in Markdown: the parser would find these words and no more.
        block = Token("inline", "", 0, content=line, children=[Token("text", "", 0, content=line)])
        foreign = tuple(find_foreign(Shown(block), lambda *_: place))
        return Inline((Words(line, 1, is_linkable=True),), uncited_in(line, place), place), foreign
    parser = _parser(False)
    tokens = parser.parseInline(line)
    annotator = Annotator(SourceMap(place.path, (), place), place, noteless)
    annotator.annotate(tokens)
    statements = _statements(tokens)
    cited = statements if any(each.references for each in statements) else ()
    return Inline(cut(parser, tokens), _uncited(tokens), place, cited), tuple(annotator.problems)


def _uncited(tokens: Sequence[Token]) -> tuple[Quotation, ...]:
    return tuple(quotation for token in tokens for quotation in token.meta.get("uncited", ()))


def _statements(tokens: Sequence[Token]) -> tuple[Statement, ...]:
    return tuple(statement for token in tokens for statement in token.meta.get(STATEMENTS, ()))


def _without_footnotes(tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    for number, token in enumerate(tokens):
        if token.type == "footnote_block_open":
            return list(tokens[:number]), list(tokens[number:])
    return list(tokens), []


class _Draft(Struct):
    """A section while its tokens are gathered."""

    heading: Token | None
    place: Place
    anchor: str = ""
    tokens: list[Token] = field(default_factory=list)


def _sections(
    parser: MarkdownIt, tokens: Sequence[Token], source_map: SourceMap, *, has_questions: bool
) -> tuple[list[Section], tuple[str, ...]]:
    taken = {*PAGE_IDS, *(f"{name}-h" for name in PAGE_IDS)}
    anchors: list[str] = []
    drafts = [_Draft(None, source_map.first)]
    for number, token in enumerate(tokens):
        if token.type == "heading_open":
            anchor = _anchor(tokens[number + 1], taken)
            anchors.append(anchor)
            if token.tag == "h2" and token.level == 0 and has_questions:
                drafts.append(_Draft(tokens[number + 1], source_map.block(token), anchor))
                continue
            token.attrSet("id", anchor)
        is_question = drafts[-1].heading is not None and not drafts[-1].tokens
        if is_question and (token is drafts[-1].heading or token.type == "heading_close"):
            continue
        drafts[-1].tokens.append(token)
    filled = [draft for draft in drafts if draft.heading or draft.tokens]
    return [_section(parser, draft) for draft in filled], tuple(anchors)


def _section(parser: MarkdownIt, draft: _Draft) -> Section:
    question = cut(parser, [draft.heading]) if draft.heading else ()
    uncited, statements = _uncited(draft.tokens), _statements(draft.tokens)
    return Section(draft.anchor, question, cut(parser, draft.tokens), (), uncited, draft.place, statements)


def _anchor(heading: Token, taken: set[str]) -> str:
    slug = slugify(plain_text(heading.children or [])) or "section"
    return unique(f"q-{slug}" if _OURS.fullmatch(slug) else slug, taken)


def _footnotes(parser: MarkdownIt, tokens: Sequence[Token]) -> Iterator[tuple[int, Footnote]]:
    start = 0
    for number, token in enumerate(tokens):
        if token.type == "footnote_open":
            start = number
        elif token.type == "footnote_close":
            order = int(tokens[start].meta["id"]) + 1
            inside = tokens[start + 1 : number]
            pieces = cut(parser, list(_one_run(inside)))
            yield order, Footnote(order, pieces, _uncited(inside), _statements(inside))


def _one_run(tokens: Sequence[Token]) -> Iterator[Token]:
    """A footnote’s tokens as one run of text: its paragraphs are lines."""
    is_first = True
    for token in tokens:
        if token.type == "paragraph_open" and not token.hidden:
            if not is_first:
                yield Token("hardbreak", "br", 0)
            is_first = False
        elif token.type != "paragraph_close":
            yield token


def _with_footnotes(sections: Sequence[Section], footnotes: dict[int, Footnote]) -> Iterator[Section]:
    """The sections, each with the footnotes that it is the first to mark."""
    for section in sections:
        marks = [piece.number for piece in section.pieces if isinstance(piece, FootnoteMark)]
        own = tuple(footnotes.pop(number) for number in dict.fromkeys(marks) if number in footnotes)
        uncited = tuple(quotation for footnote in own for quotation in footnote.uncited)
        statements = (*section.statements, *(statement for footnote in own for statement in footnote.statements))
        yield replace(section, footnotes=own, uncited=(*section.uncited, *uncited), statements=statements)
