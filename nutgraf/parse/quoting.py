"""Which quoted words a citation answers for: those since the previous citation in its block."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from markdown_it.token import Token

from nutgraf.body import Quotation
from nutgraf.parse.alignment import plain_token
from nutgraf.patterns import seldom
from nutgraf.problems import Place
from nutgraf.quotations import LEAST_WORDS, Run, quoted_runs

_ADDRESS = seldom(r"\]\([^\s()]+\s+\Z")
_LONGEST_PATH = 300
OPEN_MARK = "open_mark"  # in a block’s meta: the place of a mark that nothing closes


def has_quotation(text: str) -> bool:
    """Whether the text holds quoted words that must be checked."""
    return any(run.words >= LEAST_WORDS for run in quoted_runs(text))


def uncited_in(line: str, place: Place) -> tuple[Quotation, ...]:
    """The quotations of a line of text, which no citation can cover."""
    return tuple(Quotation(run.text, place) for run in quoted_runs(line) if run.words >= LEAST_WORDS)


def quote_to_citations(
    block: Token, plain: str, quoted: Sequence[Run], place: Callable[[int, int], Place]
) -> tuple[Quotation, ...]:
    """The quotations of a block that no citation covers; the others are put into their citation’s meta.

    ``place`` leads from two places in the words of the block to the file.
    """
    children = block.children or []
    if quoted and not quoted[-1].is_closed and quoted[-1].words:
        opening = quoted[-1].opening
        block.meta = {**block.meta, OPEN_MARK: place(opening, opening + 1)}
    runs = [run for run in quoted if run.words >= LEAST_WORDS and not _is_caption(plain, run)]
    if not runs:
        return ()
    waiting = [(run.end, Quotation(run.text, place(run.opening, run.end + 1))) for run in runs]
    _show_what_is_checked(children, [(run.start, run.end) for run in runs])
    return _given_out(children, waiting)


def citations_in(children: Sequence[Token]) -> list[int]:
    """Where the citations of a block stand in its words."""
    position, found = 0, []
    for child in children:
        if child.type == "citation":
            found.append(position)
        position += len(plain_token(child))
    return found


def _is_caption(plain: str, run: Run) -> bool:
    """Whether the words were meant for a picture’s caption, and are text because of their curly marks."""
    if not plain.startswith(")", run.end + 1):
        return False
    return bool(_ADDRESS.search(plain, max(run.opening - _LONGEST_PATH, 0), run.opening))


def _given_out(children: Sequence[Token], waiting: list[tuple[int, Quotation]]) -> tuple[Quotation, ...]:
    """Puts the quotations, which wait in order with their ends, into the citations; those left over."""
    position = given = 0
    for child in children:
        position += len(plain_token(child))
        if child.type == "citation":
            first, given = given, bisect_right(waiting, position, lo=given, key=lambda pair: pair[0])
            child.meta["quotations"] = tuple(quotation for _, quotation in waiting[first:given])
    return tuple(quotation for _, quotation in waiting[given:])


def _show_what_is_checked(children: Sequence[Token], runs: Sequence[tuple[int, int]]) -> None:
    """Keeps the words of glossary links inside quotations: ``“[[Gor]] said”`` must not show the entry’s title."""
    position = 0
    for child in children:
        last = bisect_right(runs, position, key=lambda run: run[0]) - 1
        if child.type == "term" and last >= 0 and position < runs[last][1]:
            keep_words(child)
        position += len(plain_token(child))


def keep_words(term: Token) -> None:
    """Makes a glossary link show the words that stand in it."""
    target, text = term.meta["groups"]
    term.meta = {**term.meta, "groups": (target, text or target)}
