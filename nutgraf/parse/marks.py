"""Quotation marks that do not do what they seem to: single ones before a citation, and double ones left open."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from nutgraf.parse.quoting import OPEN_MARK
from nutgraf.parse.source_map import SourceMap
from nutgraf.patterns import seldom
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

_OPENING = tuple('“"„‟«»”「『〝')
_LEAST_WORDS = 4  # fewer are a name, a title or a way of speaking
_FARTHEST = 600  # characters from a single mark back to its partner
_STOPS = " \t\n\u00a0.,;:!?…"
_SINGLE = seldom(
    r"‘(?!\d)((?:[^‘’]|’(?=[^\W\d_]))+)’\Z"
    r"|(?<![\w'’])'(?=[^\W\d_])((?:[^'‘’]|(?<=\w)['’](?=\w))+)'\Z"  # an apostrophe stands between letters
)


def find_single_marks(citation: Token, block: Token, source_map: SourceMap) -> Iterator[Problem]:
    """A problem if a sentence in single marks stands before the citation as if it were checked."""
    end: int = citation.meta["offset"]
    while end and block.content[end - 1] in _STOPS:
        end -= 1
    if end and block.content[end - 1] in "’'":
        quoted = _SINGLE.search(block.content, max(end - _FARTHEST, 0), end)
        if quoted and _is_said(quoted[1] or quoted[2]):
            place = source_map.inline(block, quoted.start(), len(quoted[0]))
            message = "words in single marks are not checked"
            hint = "put double marks, “…”, around them if they are quoted; set a title in italics"
            yield problem("quote-unchecked", place, message, hint)


def _is_said(text: str) -> bool:
    """Whether the words may be somebody’s: enough for a sentence, and no title, *The Merchant of Venice*."""
    words = text.split()
    return len(words) >= _LEAST_WORDS and any(len(word) > 3 and word[0].islower() for word in words[1:])


def find_open_marks(tokens: Sequence[Token]) -> Iterator[Problem]:
    """A problem for each quotation that is not closed.

    A quotation of several paragraphs opens each of them and closes only the last.
    """
    is_open: Place | None = None  # the mark that the last block has left open
    for token in tokens:
        if token.type != "inline" or token.content.startswith("!["):  # a picture may stand between two paragraphs
            continue
        if is_open and not token.content.lstrip("*_ ").startswith(_OPENING):
            yield _open_mark(is_open)
        is_open = token.meta.get(OPEN_MARK)
    if is_open:
        yield _open_mark(is_open)


def _open_mark(place: Place) -> Problem:
    hint = "close it after the last quoted word"
    return problem("stray-sign", place, "this quotation mark is not closed", hint)
