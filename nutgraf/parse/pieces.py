"""Tokens → pieces: finished HTML with holes.

markdown-it-py’s renderer writes the HTML; where only the site can fill in, our render rules leave a mark between
two NULs (a character that Markdown cannot hold) and keep the piece, and the HTML is cut at the marks.
"""

from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import escape

from nutgraf.body import Citation, FootnoteMark, Html, Image, LinkStart, Piece, TermLink, Words


def cut(parser: MarkdownIt, tokens: Sequence[Token]) -> tuple[Piece, ...]:
    """The tokens as pieces. Tokens that become holes carry their piece, or what it needs, in ``meta``."""
    holes: list[Piece] = []
    html = parser.renderer.render(tokens, parser.options, {"holes": holes})
    pieces: list[Piece] = []
    for number, part in enumerate(html.split("\0")):
        if number % 2:
            pieces.append(holes[int(part)])
        elif part:
            pieces.append(Html(part))
    return tuple(pieces)


def teach(parser: MarkdownIt) -> MarkdownIt:
    """The parser with our render rules."""
    for kind in ("text", "softbreak", "citation", "term", "link_open", "image", "footnote_ref", "box_place"):
        parser.add_render_rule(kind, _hole)
    for kind in ("footnote_anchor", "footnote_block_open", "footnote_block_close", "footnote_open", "footnote_close"):
        parser.add_render_rule(kind, _nothing)
    parser.add_render_rule("table_open", _table_open)
    parser.add_render_rule("table_close", _table_close)
    for kind in ("th_open", "td_open"):
        parser.add_render_rule(kind, _cell_open)
    for kind in ("fence", "code_block"):
        parser.add_render_rule(kind, _code)
    parser.add_render_rule("container_box_open", _aside_open)
    parser.add_render_rule("container_box_close", _aside_close)
    return parser


def _hole(_: Any, tokens: Sequence[Token], number: int, options: OptionsDict, env: EnvType) -> str:
    del options
    holes: list[Piece] = env["holes"]
    holes.append(_piece(tokens[number]))
    return f"\0{len(holes) - 1}\0"


def _piece(token: Token) -> Piece:
    meta = token.meta
    match token.type:
        case "text" | "softbreak":
            return Words(token.content or "\n", meta.get("block", 0), meta.get("is_linkable", False))
        case "citation":
            return Citation(meta["references"], meta.get("quotations", ()), meta["place"], meta.get("block", 0))
        case "term":
            target, text = meta["groups"]
            return TermLink(target.strip(), text and text.strip(), meta.get("block", 0), meta["place"])
        case "link_open":
            return LinkStart(str(token.attrs["href"]), str(token.attrs.get("title", "")), meta["place"])
        case "image":
            src, title = str(token.attrs["src"]), str(token.attrs.get("title", ""))
            return Image(src, _alt(token), title, meta.get("is_figure", False), meta["place"])
        case "footnote_ref":
            return FootnoteMark(str(meta.get("label")), int(meta["id"]) + 1, int(meta["subId"]))
        case _:
            piece: Piece = meta["box"]
            return piece


def _alt(token: Token) -> str:
    return "".join(" " if child.type == "softbreak" else child.content for child in token.children or ())


def _nothing(*_: Any) -> str:
    return ""


def _table_open(*_: Any) -> str:
    # A wide table scrolls inside its own region, which the keyboard can reach (WCAG 2.1.1).
    return '<div class="prose-wide" role="region" aria-label="Table" tabindex="0"><table>\n'


def _table_close(*_: Any) -> str:
    return "</table></div>\n"


def _cell_open(_: Any, tokens: Sequence[Token], number: int, *__: Any) -> str:
    token = tokens[number]
    scope = ' scope="col"' if token.tag == "th" else ""
    style = str(token.attrs.get("style", ""))  # markdown-it writes inline styles, which the CSP forbids
    side = {"text-align:right": ' class="num"', "text-align:center": ' class="mid"'}.get(style, "")
    return f"<{token.tag}{scope}{side}>"


def _code(_: Any, tokens: Sequence[Token], number: int, *__: Any) -> str:
    return f'<pre tabindex="0"><code>{escape(tokens[number].content)}</code></pre>\n'


def _aside_open(*_: Any) -> str:
    return '<div class="prose-note" role="note">\n'


def _aside_close(*_: Any) -> str:
    return "</div>\n"
