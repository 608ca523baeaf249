"""What is wrong with the form of a body: impossible headings, text too deep to be read, text that is left out."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from markdown_it.token import Token

from nutgraf.parse.dialect import NESTING
from nutgraf.parse.foreign import find_drawn
from nutgraf.parse.losses import losses
from nutgraf.parse.pasted import pasted
from nutgraf.parse.source_map import SourceMap
from nutgraf.problems import Problem
from nutgraf.rules import problem


def form_problems(tokens: Sequence[Token], env: Mapping[str, Any], source_map: SourceMap) -> Iterator[Problem]:
    """A problem for each part of a body that the page could not show, or not as it was meant."""
    yield from _headings(tokens, source_map)
    yield from _too_deep(tokens, source_map)
    yield from losses(tokens, env, source_map)
    yield from pasted(tokens, source_map)
    yield from find_drawn(tokens, source_map)


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
