"""CommonMark 0.31.2: what our dialect does not change on purpose is rendered as the specification says."""

import re
from html import escape, unescape

from nutgraf.body import Html, Image, LinkStart, Piece, Words
from nutgraf.parse.body import parse_body
from nutgraf.problems import Place
from tests.cases.commonmark.examples import read_examples

EXAMPLES = read_examples()
WHERE = Place("content/pages/spec.md", 1, 1)
GLOSSARY = "[[…]] leads to the glossary"
LANGUAGE = 161  # where HTML is text, its “``` c” begins code: the language of code is not shown
EXCEPTIONS = {548: GLOSSARY, 559: GLOSSARY, 590: GLOSSARY}  # docs/decisions/commonmark.md has them in words


def test_every_example_of_the_specification_is_here() -> None:
    assert [example.number for example in EXAMPLES] == list(range(1, 653))


def test_examples_are_rendered_as_the_specification_says_but_for_what_is_ours() -> None:
    other = [each.number for each in EXAMPLES if rendered(each.markdown, raw_html=True) != evened(each.html)]
    assert other == list(EXCEPTIONS)


def test_no_word_of_an_example_is_lost_where_html_is_text() -> None:
    for example in (each for each in EXAMPLES if each.number != LANGUAGE):
        shown = set(words(rendered(example.markdown, raw_html=False)))
        assert [word for word in words(evened(example.html)) if word not in shown] == [], example.number


def rendered(markdown: str, *, raw_html: bool) -> str:
    """The Markdown as a page would have it, evened out."""
    body, _ = parse_body(markdown, WHERE, raw_html=raw_html, noteless="an example")
    return evened("".join(as_html(piece) for section in body.sections for piece in section.pieces))


def as_html(piece: Piece) -> str:
    """The piece as the specification would write it."""
    match piece:
        case Html(markup):
            return markup
        case Words(text):
            return escape(text, quote=False)
        case LinkStart(href, title):
            return f'<a href="{escape(href)}"{titled(title)}>'
        case Image(src, alt, title):
            return f'<img src="{escape(src)}" alt="{escape(alt)}"{titled(title)}>'
        case _:
            return repr(piece)


def titled(title: str) -> str:
    return f' title="{escape(title)}"' if title else ""


def evened(html: str) -> str:
    """HTML without what says the same in other signs, and without what every heading, code and picture of ours has."""
    html = re.sub(r"<(br|hr|img)([^>]*?) */>", r"<\1\2>", html)
    html = re.sub(r'(<h[1-6]) id="[^"]*"', r"\1", html)
    html = re.sub(r'<code class="language-[^"]*">', "<code>", html)
    html = html.replace('<pre tabindex="0">', "<pre>").replace("<figure>", "<p>").replace("</figure>", "</p>")
    html = html.replace("<blockquote>\n</blockquote>", "<blockquote></blockquote>")
    return html.replace("&quot;", '"').replace("&#34;", '"').strip("\n")


def words(html: str) -> list[str]:
    return re.findall(r"[^\W_]+", unescape(re.sub(r"<[^>]*>", " ", html)))
