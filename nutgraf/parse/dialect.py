"""Our Markdown: CommonMark with tables, footnotes and strikethrough, citations, glossary links and boxes."""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, image, link
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

NESTING = 100  # deeper text would be dropped by markdown-it-py without a word: parse.form reports it
_CITATION = re.compile(r"\[@([^\[\]\n]*)\](?!\()")
_TERM = re.compile(r"\[\[([^\[\]\n|]*[^\[\]\s|][^\[\]\n|]*)(?:\|([^\[\]\n]*[^\[\]\s][^\[\]\n]*))?\]\]")
_BOX = re.compile(r"\{[^{}]*\}")
_LOCATED = frozenset({"link_open", "image", "footnote_ref"})
_InlineRule = Callable[[StateInline, bool], bool]


def dialect(*, raw_html: bool = False) -> MarkdownIt:
    """A parser for bodies; raw HTML is text unless ``raw_html`` lets it through."""
    parser = MarkdownIt("commonmark", {"html": raw_html, "maxNesting": NESTING, "xhtmlOut": False})
    # markdown-it-py leaves a link to javascript: or data: standing as text, brackets and all. Here every link is read
    # as one, and resolve.links refuses what it must, with a problem.
    parser.validateLink = _any_link  # type: ignore[method-assign]  # the parser’s own way to be told
    parser.enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False)
    parser.use(container_plugin, "box", validate=lambda params, _: bool(_BOX.match(params.strip())))
    for name, rule in (("link", link), ("image", image), ("autolink", autolink), ("footnote_ref", footnote_ref)):
        parser.inline.ruler.at(name, _located(rule))
    parser.inline.ruler.before("link", "citation", _rule("citation", _CITATION))
    parser.inline.ruler.before("link", "term", _rule("term", _TERM))
    return parser


def _any_link(url: str) -> bool:
    del url
    return True


def _rule(kind: str, pattern: re.Pattern[str]) -> _InlineRule:
    """An inline rule that turns what the pattern matches into a token of its kind."""

    def rule(state: StateInline, silent: bool) -> bool:
        match = pattern.match(state.src, state.pos, state.posMax)
        if not match:
            return False
        if not silent:
            token = state.push(kind, "", 0)
            token.content = match[0]
            token.meta = {"groups": match.groups(), "offset": state.pos, "end": match.end()}
        state.pos = match.end()
        return True

    return rule


def _located(rule: _InlineRule) -> _InlineRule:
    """The rule, but its tokens know where in their block they begin and end."""

    def located(state: StateInline, silent: bool) -> bool:
        offset, before = state.pos, len(state.tokens)
        matched = rule(state, silent)
        if matched and not silent:
            for token in state.tokens[before:]:
                if token.type in _LOCATED and "offset" not in token.meta:
                    token.meta = {**token.meta, "offset": offset, "end": state.pos}
                    break
        return matched

    return located
