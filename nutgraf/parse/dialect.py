"""Our Markdown: CommonMark with tables, footnotes and strikethrough, citations, glossary links and boxes."""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink, image, link
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_def, footnote_ref

from nutgraf.labels import label_helpers

NESTING = 100  # deeper text would be dropped by markdown-it-py without a word: parse.form reports it
COLUMNS = 100  # of a table; a wide one with short rows is much to show for little text
DEEPEST_IMAGE = 3  # images in the words of an image
LONGEST_URL = 1000  # characters; a page can use one address thousands of times
FOOTNOTES = "footnote_places"  # in the parser’s env: the name and the row of each footnote that is written
_DEPTH = "image_depth"  # in the parser’s env
_CITATION = re.compile(r"\[@([^\[\]\n]*)\](?!\()")
_TERM = re.compile(r"\[\[([^\[\]\n|]*[^\[\]\s|][^\[\]\n|]*)(?:\|([^\[\]\n]*[^\[\]\s][^\[\]\n]*))?\]\]")
_EMBED = re.compile(r"(?<!\w)!(?=\[\[[^\[\]\n]+\]\])")
_BOX = re.compile(r"\{[^{}]*\}")
_FRAMED = re.compile(r"\{\s*embed\s*\}")
FIELDS = "embed_fields"  # the type of the token with the fields of an embed
_LOCATED = frozenset({"link_open", "image", "footnote_ref"})
_InlineRule = Callable[[StateInline, bool], bool]
_PARAGRAPH_ENDERS: RuleOptionsType = {"alt": ["paragraph", "reference"]}


def dialect(*, raw_html: bool = False) -> MarkdownIt:
    """A parser for bodies; raw HTML is text unless ``raw_html`` lets it through."""
    options = {"html": raw_html, "maxNesting": NESTING, "xhtmlOut": False, "store_labels": True}
    parser = MarkdownIt("commonmark", options)
    # markdown-it-py leaves a link to javascript: or data: standing as text, brackets and all. Here every link is read
    # as one, and resolve.links refuses what it must, with a problem.
    parser.validateLink = _is_link  # type: ignore[method-assign]  # the parser’s own way to be told
    parser.helpers = label_helpers()  # type: ignore[assignment]  # a module, of which nobody asks more than its names
    parser.enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False)
    parser.use(container_plugin, "box", validate=lambda params, _: bool(_BOX.match(params.strip())))
    single = (("autolink", _outside_links(autolink)), ("footnote_ref", _outside_links(footnote_ref)))
    for name, rule in (("link", link), ("image", _shallow_image), *single):
        parser.inline.ruler.at(name, _located(rule))
    parser.block.ruler.at("table", _narrow_table, _PARAGRAPH_ENDERS)
    parser.block.ruler.at("footnote_def", _placed_footnote, _PARAGRAPH_ENDERS)
    parser.core.ruler.before("inline", FIELDS, _embed_fields)
    parser.inline.ruler.before("link", "citation", _rule("citation", _CITATION))
    parser.inline.ruler.before("link", "term", _rule("term", _TERM))
    parser.inline.ruler.before("image", "embed", _embed)
    return parser


def _is_link(url: str) -> bool:
    return len(url) <= LONGEST_URL


def _shallow_image(state: StateInline, silent: bool) -> bool:
    """The rule for images. Each is parsed once for every image around it, so there must not be many."""
    depth: int = state.env.get(_DEPTH, 0)
    if depth == DEEPEST_IMAGE:
        return False
    state.env[_DEPTH] = depth + 1
    matched = image(state, silent)
    state.env[_DEPTH] = depth
    return matched


def _narrow_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule for tables, of at most COLUMNS columns."""
    below = start + 1
    if below < end and state.src.count("|", state.bMarks[below], state.eMarks[below]) > COLUMNS + 1:
        return False
    return table(state, start, end, silent)


def _placed_footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule for footnotes, which notes where they are written: of one that nothing marks no token is left."""
    at = state.bMarks[start] + state.tShift[start]
    if not footnote_def(state, start, end, silent):
        return False
    if not silent:
        label = state.src[at + 2 : state.src.index("]", at)]
        state.env.setdefault(FOOTNOTES, []).append((label, start))
    return True


def _embed_fields(state: StateCore) -> None:
    """The rule for the first paragraph of an embed: its fields are no Markdown."""
    tokens = state.tokens
    for number, token in enumerate(tokens):
        is_embed = token.type == "container_box_open" and _FRAMED.match(token.info.strip())
        if is_embed and tokens[number + 1].type == "paragraph_open":
            tokens[number + 2].type = FIELDS


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


def _embed(state: StateInline, silent: bool) -> bool:
    """The rule for ``![[…]]`` of Obsidian, which stays text: a “!” before a link to an entry is something else."""
    if not _EMBED.match(state.src, state.pos, state.posMax):
        return False
    end = state.src.index("]]", state.pos) + 2
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True


def _outside_links(rule: _InlineRule) -> _InlineRule:
    """The rule, but not in the words of a link: HTML has no links in links."""

    def outside(state: StateInline, silent: bool) -> bool:
        return state.linkLevel <= 0 and rule(state, silent)

    return outside


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
