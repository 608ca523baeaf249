"""What is wrong with the form of a body: impossible headings, text too deep to be read, footnotes without a mark."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from markdown_it.token import Token

from nutgraf.parse.dialect import NESTING
from nutgraf.parse.source_map import SourceMap
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem


def form_problems(tokens: Sequence[Token], env: Mapping[str, Any], source_map: SourceMap) -> Iterator[Problem]:
    """A problem for each part of a body that the page could not show, or not as it was meant."""
    yield from _headings(tokens, source_map)
    yield from _too_deep(tokens, source_map)
    yield from _unmarked_footnotes(env, source_map)


def _headings(tokens: Sequence[Token], source_map: SourceMap) -> Iterator[Problem]:
    for token, words in pairwise(tokens):
        if token.type == "heading_open" and not words.content.strip():
            hint = "write the question behind the signs, or take the line out"
            yield problem("empty-heading", source_map.block(token), "this heading has no words", hint)
        elif token.type == "heading_open" and token.tag == "h1":
            hint = "begin the heading with “##”; the title in the front matter is the page’s headline"
            place = source_map.block(token)
            yield problem("title-in-body", place, "the body cannot have a first-level heading", hint)


def _too_deep(tokens: Sequence[Token], source_map: SourceMap) -> Iterator[Problem]:
    deep = next((token for token in tokens if token.level >= NESTING - 2 and token.map), None)
    if deep:
        hint = "bring it nearer to the margin"
        yield problem("too-deep", source_map.block(deep), "this is nested too deep to be read", hint)


def _unmarked_footnotes(env: Mapping[str, Any], source_map: SourceMap) -> Iterator[Problem]:
    """markdown-it-py leaves out a footnote that nothing marks, without a word."""
    for name, number in env.get("footnotes", {}).get("refs", {}).items():
        if number < 0:
            sign = f"[^{name[1:]}]"
            place = next(_places_of(f"{sign}:", source_map), Place(source_map.path))
            message = f"nothing in the text marks the footnote “{sign}”, so nobody would see it"
            yield problem("bad-citation", place, message, f"put “{sign}” where the footnote belongs, or remove it")


def _places_of(words: str, source_map: SourceMap) -> Iterator[Place]:
    for row, line in enumerate(source_map.lines):
        column = line.find(words)
        if column >= 0 and not line[:column].strip(" \t>"):
            yield Place(source_map.path, source_map.first.line + row, column + 1, len(words) - 1)
