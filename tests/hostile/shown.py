"""What a page shows: its words, and the elements that it may show them with."""

import re

from markdown_it import MarkdownIt

from tests.sites.project import PROJECT

# What our templates and Markdown make. An element that comes from anywhere else has got through.
_TEMPLATES = "".join(path.read_text("utf-8") for path in (PROJECT / "templates").rglob("*.html"))
_WRITTEN = """
    a blockquote br code del em figcaption figure h3 h4 h5 h6 hr img li mark ol p picture pre source strong sup
    table tbody td th thead time tr ul
"""
ELEMENTS = (frozenset(re.findall(r"<([a-z][a-z0-9]*)", _TEMPLATES)) | set(_WRITTEN.split())) - {"iframe"}
_COMMONMARK = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
_COMMONMARK.validateLink = lambda url: True  # type: ignore[method-assign]  # what may be followed is not its matter


def even(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def shown(markdown: str, *, in_link: bool = False) -> str:
    """The words that CommonMark makes of inline Markdown; in the words of a link an address stays as it is written."""
    parser = _COMMONMARK.disable("autolink") if in_link else _COMMONMARK.enable("autolink")
    tokens = parser.parseInline(markdown)[0].children or []
    return "".join(token.content for token in tokens if token.type != "image")
