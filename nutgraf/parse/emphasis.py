"""Asterisks and underscores that were to set words in bold or italics, and that readers would see instead.

CommonMark (§6.2) takes a run of them for an opening only where no space follows it, for a closing only where none
stands before it, and has further rules for runs between a letter and a punctuation mark. What is left over here is
reported where it reads like emphasis; the mark of a note (40**), a censored word (f***) and a product (2 * 3) are text.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from nutgraf.parse.alignment import plain_token
from nutgraf.parse.shown import Shown
from nutgraf.patterns import seldom
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

_RUN = seldom(r"(?<![*_])(?:\*{1,3}|_{1,3})(?![*_])")
_FIRST_OF_CJK = "\u2e80"  # from here on, scripts that put no spaces between words
_STARTS = frozenset({"em_open", "strong_open"})
At = Callable[[int, int], Place]  # an offset in a block’s Markdown and a length → the place


class Run(Struct, frozen=True):
    """A run of asterisks or underscores that Markdown left standing."""

    text: str
    at: int  # where in the block’s Markdown
    left: str  # the character before it, "" at the beginning of the block
    right: str
    place: Place
    is_meant: bool  # written with a backslash, or as an entity

    @property
    def end(self) -> int:
        """Where in the block’s Markdown it ends."""
        return self.at + len(self.text)

    @property
    def opens(self) -> bool:
        """Whether words follow it at once."""
        return bool(self.right) and not self.right.isspace()

    @property
    def closes(self) -> bool:
        """Whether words stand right before it."""
        return bool(self.left) and not self.left.isspace()

    @property
    def is_note_mark(self) -> bool:
        """Whether it reads like the mark of a note: 40**. Behind a full stop, bold words may end in it."""
        return self.is_meant or (self.left.isalnum() and not self.opens)


def find_emphasis(shown: Shown, at: At) -> tuple[tuple[Problem, ...], tuple[Run, ...]]:
    """A problem for each pair of runs in a block that should have been emphasis; and the runs that have no partner."""
    if "*" not in shown.text and "_" not in shown.text:
        return (), ()
    runs = list(_runs(shown, at))
    doubled = _before_emphasis(shown) if runs else frozenset()
    problems = [_uneven(run) for run in runs if run.end in doubled and not run.is_meant]
    loose = [run for run in runs if run.is_meant]
    for kind in sorted({run.text for run in runs}):
        alike = [run for run in runs if run.text == kind and not run.is_meant and run.end not in doubled]
        rest = iter([*alike, None])
        first = next(rest)
        while first:
            second = next(rest)
            if second and _is_pair(first, second, shown.block.content[first.end : second.at]):
                problems.append(_broken(first, second))
                second = next(rest)
            else:
                loose.append(first)
            first = second
    return tuple(problems), tuple(loose)


def find_unclosed(blocks: Iterable[Sequence[Run]]) -> Iterator[Problem]:
    """A problem for each “**” that opens bold words and is not closed in its block.

    Where “**” is the mark of a note somewhere in the text, the others belong to it.
    """
    loose = [run for block in blocks for run in block if run.text == "**"]
    if any(run.is_note_mark for run in loose):
        return
    for run in loose:
        if run.opens and not run.closes:
            message = f"“{run.text}” is shown to readers, because nothing in this paragraph closes it"
            hint = f"put “{run.text}” behind the last bold word; bold words in two paragraphs need it in each"
            yield problem("stray-sign", run.place, message, hint)


def _runs(shown: Shown, at: At) -> Iterator[Run]:
    content = shown.block.content
    for text, start in shown.runs:
        for match in _RUN.finditer(text):
            begin = shown.written(start + match.start())
            end = begin + len(match[0])
            is_meant = shown.is_meant(start + match.start(), match[0][0])
            yield Run(match[0], begin, content[:begin][-1:], content[end : end + 1], at(begin, end - begin), is_meant)


def _before_emphasis(shown: Shown) -> frozenset[int]:
    """Where words begin that are set in bold or italics, right behind a run: ***Note** has one asterisk too many."""
    found, position = set(), 0
    for child, following in pairwise(shown.block.children or ()):
        position += len(plain_token(child))
        is_start = child.type == "text" and following.type in _STARTS
        if is_start and child.content.endswith(following.markup[:1]):
            found.add(shown.written(position - 1) + 1)
    return frozenset(found)


def _is_pair(first: Run, second: Run, words: str) -> bool:
    """Whether the two were to set what stands between them in bold or italics."""
    if (first.closes and not first.opens) or not any(map(str.isalnum, words)):
        return False
    if not first.opens and not second.closes:  # 2 ** 3 ** 4
        return first.text == "**" and not words.strip()[0].isdigit()
    if _is_in_word(first):
        return second.closes and not _is_in_word(second)
    if len(first.text) > 1:
        return True
    if first.text == "_" and _is_in_word(second):  # _file_name
        return False
    return first.opens and (second.closes or ("\n" not in words and second.right.isalnum()))


def _is_in_word(run: Run) -> bool:
    """Whether letters of one word stand on both sides, as in f**k."""
    return all(side.isalnum() and side < _FIRST_OF_CJK for side in (run.left or " ", run.right or " "))


def _broken(first: Run, second: Run) -> Problem:
    """The problem of the run of the two that is in the wrong place."""
    sign = first.text
    if not second.closes:
        hint = f"remove the space before it, so that “{sign}” stands right behind the last word"
        return problem("stray-sign", second.place, f"“{sign}” is shown to readers: a space stands before it", hint)
    if not first.opens:
        hint = f"remove the space after it, so that “{sign}” stands right before the first word"
        return problem("stray-sign", first.place, f"“{sign}” is shown to readers: a space follows it", hint)
    if not second.left.isalnum() and second.right.isalnum():
        message = f"“{sign}” is shown to readers: it stands between “{second.left}” and a letter"
        hint = f"put “{second.left}” behind “{sign}”, or a space"
        return problem("stray-sign", second.place, message, hint)
    if first.left.isalnum() and not first.right.isalnum():
        message = f"“{sign}” is shown to readers: it stands between a letter and “{first.right}”"
        hint = f"put “{first.right}” before “{sign}”, or a space"
        return problem("stray-sign", first.place, message, hint)
    return _uneven(first)


def _uneven(run: Run) -> Problem:
    hint = "put as many before the words as after them, or a backslash before one that is text"
    return problem("stray-sign", run.place, f"“{run.text}” is shown to readers: it has no partner", hint)
