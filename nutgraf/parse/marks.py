"""Quotation marks that do not do what they seem to, so that the words beside them are not checked."""

from collections.abc import Callable, Iterator, Sequence

from markdown_it.token import Token

from nutgraf.parse.quoting import OPEN_MARK
from nutgraf.parse.source_map import SourceMap
from nutgraf.problems import Place, Problem
from nutgraf.quotations import OPENING, Quoted, unchecked_sentences
from nutgraf.rules import problem


def find_odd_marks(
    plain: str, quoted: Quoted, citations: Sequence[int], place: Callable[[int, int], Place]
) -> Iterator[Problem]:
    """A problem for each sentence in single marks before a citation, and each closing mark without an opening one.

    plain: the words of one block. quoted: read_quoted of them. citations: ascending 0-based places in them.
    place: the place in the file of two places in the words.
    """
    for run in unchecked_sentences(plain, citations, quoted.runs):
        message = "words in single marks are not checked"
        hint = f"put double marks, {run.marks}, around them if they are quoted; set a title in italics"
        yield problem("quote-unchecked", place(run.start, run.end), message, hint)
    for at in quoted.loose:
        if citations and at < citations[-1]:
            message = "this quotation mark closes nothing, so the words before it are not checked"
            hint = "put an opening mark before the first quoted word, or remove this one"
            yield problem("quote-unchecked", place(at, at + 1), message, hint)


def find_open_marks(tokens: Sequence[Token]) -> Iterator[Problem]:
    """A problem for each quotation that is not closed, at its opening mark.

    A quotation of several paragraphs opens each of them and closes only the last.
    """
    is_open: Place | None = None  # the mark that the last block has left open
    for token in tokens:
        if token.type != "inline" or token.content.startswith("!["):  # a picture may stand between two paragraphs
            continue
        if is_open and not token.content.lstrip("*_ ").startswith(OPENING):
            yield _open_mark(is_open)
        is_open = token.meta.get(OPEN_MARK)
    if is_open:
        yield _open_mark(is_open)


def _open_mark(place: Place) -> Problem:
    hint = "close it after the last quoted word"
    return problem("stray-sign", place, "this quotation mark is not closed", hint)


def find_code(block: Token, source_map: SourceMap, whole: Place | None) -> Iterator[Problem]:
    """A problem for quotations typed as ``…'': between two of them, Markdown reads everything as code."""
    at = 0
    for child in block.children or ():
        if child.type == "code_inline" and child.markup == "``" and "''" in child.content:
            at = max(block.content.find(child.markup, at), at)
            place = whole or source_map.inline(block, at, len(child.content))
            at += len(child.content)
            message = "this is shown as code, because it stands between two ``, and its quotations are not checked"
            yield problem("quote-unchecked", place, message, "put “…” around quoted words")
