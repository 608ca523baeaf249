"""Markup of other programs, which means nothing here: readers would see it as it is written."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath
from urllib.parse import quote

from markdown_it.token import Token
from msgspec import Struct

from nutgraf.parse.shown import Shown
from nutgraf.parse.source_map import SourceMap
from nutgraf.patterns import seldom
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

At = Callable[[int, int], Place]  # an offset in a block’s Markdown and a length → the place
_PICTURES = frozenset(".jpg .jpeg .png .gif .webp .svg .avif .heic .heif .bmp .tif .tiff".split())
_LONGEST = 200  # characters that are pointed at


class _Syntax(Struct, frozen=True):
    """Something that other programs read."""

    needs: str  # without it a text cannot hold this; to look for it costs next to nothing
    shape: re.Pattern[str]
    name: str  # behind “this is”
    hint: str  # "" for an embed, which has hints of its own
    begins_line: bool = False
    rule: str = "stray-sign"


_PICTURE = "write ![what it shows](../../assets/images/…)"
_NOTE = "put the text into an aside: a line :::{note} above it and a line ::: below it"
_REMOVE = "remove it"
_SHORTCODES = "write what it stands for: a picture, a link, a quotation"
_SYNTAXES = (
    # Templates
    _Syntax("{{", seldom(r"\{\{[<%]"), "a shortcode of Hugo", _SHORTCODES),
    _Syntax("{%", seldom(r"\{%-?\s*[\w/]"), "a tag of Liquid, Jinja or Nunjucks", _SHORTCODES),
    _Syntax("{{", seldom(r"\{\{"), "a placeholder of a template", "write the words that it stands for"),
    _Syntax("{/*", seldom(r"\{/\*"), "a comment of MDX", "delete it, or put it into the front matter, behind a #"),
    _Syntax(
        "import ", seldom(r"import\s(?:[\w{*][^\n]*\sfrom\s)?[\"'“”‘’]"), "an import of MDX", _REMOVE, begins_line=True
    ),
    _Syntax("export ", seldom(r"export\s(?:const|default|let|function)\s"), "MDX", _REMOVE, begins_line=True),
    # CriticMarkup
    _Syntax("{", seldom(r"\{(?:\+\+|--|==|>>|~~)"), "a tracked change", "accept the change or delete it"),
    # Attributes
    _Syntax(
        "{",
        seldom(r"\{(?::|[#.][^\s{}]|\s+[#.][\w-]|-\}|[\w-]+=[\"'“”\w])[^{}\n]*\}?"),
        "an attribute of Pandoc, Kramdown or Google Docs",
        "remove it; a heading gets its anchor by itself",
    ),
    _Syntax(
        "{",
        seldom(r"\{(?:code|quote|panel|noformat|info|note|tip|warning|color|toc|expand)(?::[^{}\n]*)?\}"),
        "a macro of Jira or Confluence",
        "remove it, or write it in Markdown",
    ),
    # Admonitions, callouts, tabs, contents
    _Syntax("[!", seldom(r"\[![A-Za-z][\w-]*(?:\|[^\]\n]*)?\][+-]?"), "a callout", _NOTE, begins_line=True),
    _Syntax("!!!", seldom(r"!!!\+? ?[A-Za-z]"), "an admonition of MkDocs", _NOTE, begins_line=True),
    _Syntax("???", seldom(r"\?\?\?\+? ?[A-Za-z]"), "an admonition of MkDocs", _NOTE, begins_line=True),
    _Syntax(
        "===", seldom(r"===[!+]? [\"'“”]"), "a tab of MkDocs", "write a heading: “### ” and its words", begins_line=True
    ),
    _Syntax("--8<--", seldom(r"-{1,2}8<-{1,2}"), "a snippet of MkDocs", "put the text itself here"),
    _Syntax(".. ", seldom(r"\.\.\s+[\w-]+::"), "a directive of reStructuredText", _SHORTCODES, begins_line=True),
    _Syntax(
        "[",
        seldom(r"\[(?:TOC|toc)\]"),
        "a table of contents of another program",
        "remove it",
        begins_line=True,
    ),
    # Lists
    _Syntax(
        "[",
        seldom(r"\[[ xX]\](?=\s+\S)"),
        "a box to tick",
        "remove the “[ ]”, or write “done” or “open”",
        begins_line=True,
    ),
    _Syntax(
        ": ",
        seldom(r":\s+\S"),
        "a definition of Pandoc or Markdown Extra",
        "write a list, “- **word**: what it is”, or an entry of the glossary",
        begins_line=True,
    ),
    _Syntax(
        "*[", seldom(r"\*\[[^\]\n]+\]:"), "an abbreviation of Markdown Extra", "write an entry of the glossary", True
    ),
    # Obsidian and its like
    _Syntax("![[", seldom(r"!\[\[[^\[\]\n]+\]\]"), "an embed of Obsidian", ""),
    _Syntax(
        "%%",
        seldom(r"(?<!\d)%%(?=\S|\s+\w)"),
        "a comment of Obsidian",
        "delete it, or put it into the front matter, behind a #",
    ),
    _Syntax("==", seldom(r"(?<![=\w])==(?=[^\s=])[^=\n]+(?<=\S)==(?!=)"), "a highlight", "write *…* or **…**"),
    _Syntax("^", seldom(r"(?:(?<=\s)|\A)\^[a-zA-Z0-9][a-zA-Z0-9-]*\s*\Z"), "the name of a block in Obsidian", _REMOVE),
    _Syntax("::", seldom(r"[\w-]+:: (?=\S)|\[[\w -]+:: [^\]\n]*\]"), "a property of Obsidian or Logseq", _REMOVE, True),
    _Syntax(
        "#",
        seldom(r"(?:#[^\W\d_][\w/-]*\s+)+#[^\W\d_][\w/-]*\s*\Z"),
        "a row of tags",
        "write “topics: […]” in the front matter",
        begins_line=True,
    ),
    # Characters set otherwise
    _Syntax(
        "^[", seldom(r"\^\[[^\]\n]"), "an inline footnote of Pandoc", "write [^1], and below the paragraph “[^1]: …”"
    ),
    _Syntax(
        "^", seldom(r"(?<=[\w)])\^[^\s^]{1,20}\^"), "a raised character of Pandoc", "write the character itself: ², ⁿ"
    ),
    _Syntax(
        "~", seldom(r"(?<=\w)~[^\s~]{1,20}~(?!~)"), "a lowered character of Pandoc", "write the character itself: ₂"
    ),
    _Syntax(
        "$$",
        seldom(r"(?<!\$)\$\$(?!\$)(?=[^$\n]*\$\$)[^$\n]*[\\^_=+{][^$\n]*\$\$(?!\$)"),
        "a formula of TeX",
        "write it in words, or show a picture of it",
    ),
    _Syntax(
        "\\",
        seldom(
            r"\\(?:(?:newpage|pagebreak|clearpage|noindent|medskip|bigskip)\b|(?:begin|cite|ref|footnote|textbf|textit|emph)\{)"
        ),
        "a command of TeX",
        _REMOVE,
    ),
    _Syntax("++", seldom(r"(?<![\w+])\+\+(?=[^\s+])[^+\n]+(?:\+[^+\n]+)*\+\+(?!\+)"), "underlined text", "write *…*"),
    _Syntax(
        ":",
        seldom(r"(?<![\w:/.]):[a-z][a-z0-9_+-]*[a-z0-9]:(?![\w:/])"),
        "the name of an emoji",
        "put the emoji itself here, or remove it",
    ),
    # Wikis, forums, chats, content management systems
    _Syntax("'''", seldom(r"'''[^'\n]+'''"), "bold text of a wiki", "write **…**"),
    _Syntax(
        "==", seldom(r"={2,6} +\S"), "a heading of a wiki or of AsciiDoc", "write “## ” and its words", begins_line=True
    ),
    _Syntax("::", seldom(r"(?:image|video|audio|include)::?[^\s\[]{1,200}\["), "a macro of AsciiDoc", _SHORTCODES),
    _Syntax(
        "h", seldom(r"h[1-6]\. +\S"), "a heading of Jira or Textile", "write “## ” and its words", begins_line=True
    ),
    _Syntax("#+", seldom(r"#\+[A-Za-z_]+:?"), "a line of Org", "remove it, or write it in Markdown", begins_line=True),
    _Syntax("[http", seldom(r"\[https?://[^\s\[\]]+ [^\[\]\n]+\]"), "a link of a wiki", "write [words](https://…)"),
    _Syntax(
        "http",
        seldom(r"\Ahttps?://[^\s|]+\||<https?://[^\s|<>]+\|[^<>\n]*>"),
        "a link of Slack",
        "write [words](https://…)",
    ),
    _Syntax(
        "[",
        seldom(r"\[[a-z][\w-]*(?:\s+[\w-]+=[\"“”'‘’\w][^\[\]\n]*)\]|\[/[a-z][\w-]*\]"),
        "a shortcode of WordPress or a forum",
        "remove it, or write it in Markdown",
    ),
)
# Blocks of code that other programs turn into something else, by what stands behind their ```.
_DRAWN = {
    "mermaid": "a diagram",
    "plantuml": "a diagram",
    "graphviz": "a diagram",
    "dot": "a diagram",
    "math": "a formula",
    "latex": "a formula",
    "dataview": "a query of Obsidian",
    "dataviewjs": "a query of Obsidian",
    "query": "a query of Obsidian",
    "tasks": "a query of Obsidian",
}


def find_foreign(shown: Shown, at: At) -> Iterator[Problem]:
    """A problem for each piece of another program’s markup in a block; of two that overlap, for the first."""
    if not shown.text:
        return
    found = [each for syntax in _SYNTAXES if syntax.needs in shown.text for each in _found(syntax, shown)]
    end = 0
    for begin, words, syntax in sorted(found, key=lambda each: each[0]):
        if begin >= end:
            end = begin + len(words)
            place = at(begin, min(len(words), _LONGEST))
            message = f"this is {syntax.name}, and readers would see it as it is written"
            told = (syntax.rule, message, syntax.hint) if syntax.hint else _embed(words)
            yield problem(told[0], place, *told[1:])


def _found(syntax: _Syntax, shown: Shown) -> Iterator[tuple[int, str, _Syntax]]:
    """Where the syntax begins in the block’s Markdown, and what of it was matched."""
    for text, position in shown.runs:
        if syntax.needs not in text:
            continue
        if syntax.begins_line:
            match = syntax.shape.match(text)
            matches = [match] if match and _begins_line(shown.block.content, shown.written(position)) else []
        else:
            matches = list(syntax.shape.finditer(text))
        for match in matches:
            if not shown.is_meant(position + match.start(), match[0][0]):
                yield shown.written(position + match.start()), match[0].rstrip(), syntax


def _embed(words: str) -> tuple[str, str, str]:
    """The rule, the message and the hint for ``![[…]]``."""
    name = words.removeprefix("![[").removesuffix("]]").partition("|")[0].strip()
    path = PurePosixPath(name.partition("#")[0])
    message = f"“{words}” shows a file in Obsidian; here readers would see it as it is written"
    if path.suffix.lower() in _PICTURES:
        return "broken-image", message, f"write ![what it shows](../../assets/images/{quote(path.name)})"
    if path.suffix and path.suffix.lower() != ".md" and path.suffix[1:].isalnum():
        return (
            "stray-sign",
            message,
            f"put the file into assets/ and link to it: [words](../../assets/{quote(path.name)})",
        )
    return (
        "stray-sign",
        message,
        "put its text here, or link to it: [[name]] for the glossary, [words](file.md) for a page",
    )


def _begins_line(content: str, at: int) -> bool:
    """Whether a run of text that begins there stands at the beginning of its line: else it follows on markup."""
    return at == 0 or content[at - 1].isspace()


def find_drawn(tokens: Sequence[Token], source_map: SourceMap) -> Iterator[Problem]:
    """A problem for each block of code that another program would draw, and that readers would see as code."""
    for token in tokens:
        language = token.info.strip(" {}").partition(" ")[0].lower() if token.type == "fence" else ""
        if language in _DRAWN:
            message = f"this is {_DRAWN[language]}, and readers would see its code"
            hint = f"show a picture of it: {_PICTURE.removeprefix('write ')}"
            yield problem("stray-sign", source_map.block(token), message, hint)
