"""The quotation marks of the world as data, and the marks of a text with what stands beside them.

Most languages agree on which character is a mark and differ in which way round it is used: German closes with the mark
that English opens with, Swedish opens with the one that English closes with, Urdu turns the pair around. So a mark has
a *kind*, and a kind says only which way it usually faces; runs.py pairs the marks of a text by what stands beside each.
The characters are those with Unicode’s property Quotation_Mark (PropList.txt) without the single ones (single.py), and
what keyboards and typesetters write for them: primes, gershayim, ornaments, ,, '' <<. Pairs such as 《》 are set around
titles, and are no quotation marks.
"""

import re
import unicodedata
from collections.abc import Container, Iterator
from enum import IntEnum

from msgspec import Struct

from nutgraf.patterns import seldom
from nutgraf.quotations.signs import INVISIBLE

STRAIGHT = '"'  # faces either way
# Each kind, with all that is written for it.
_WRITTEN = {
    STRAIGHT: ('"', "＂", "″", "‶", "״", "''"),
    "“": ("“", "❝", "🙶", "‘‘", "``"),
    "”": ("”", "❞", "🙷", "’’", "´´"),
    "„": ("„", "‟", "⹂", "🙸", ",,", "‚‚"),
    "«": ("«", "<<"),
    "»": ("»", ">>"),
    "「": ("「", "﹁", "｢"),
    "」": ("」", "﹂", "｣"),
    "〝": ("〝",),
    "〞": ("〞", "〟"),
}
_KINDS = {written: kind for kind, all_written in _WRITTEN.items() for written in all_written}
CLOSERS = {  # what closes a run that this kind opens, the usual one first
    STRAIGHT: (STRAIGHT, "”", "“"),
    "“": ("”", STRAIGHT, "“"),
    "„": ("“", "”", STRAIGHT),
    "”": ("”", "“", STRAIGHT),
    "«": ("»",),
    "»": ("«", "»"),
    "「": ("」",),
    "〝": ("〞",),
}
OPENING = tuple(written for kind in CLOSERS for written in _WRITTEN[kind])
ALWAYS_OPEN = frozenset("„「〝")
_ALONE = "".join(sorted(written for written in _KINDS if len(written) == 1))
_DOUBLED = "".join(sorted({written[0] for written in _KINDS if len(written) == 2}))  # two of them write one mark
_TWICE = tuple(sign + sign for sign in _DOUBLED)
_ONE = re.compile(f"[{re.escape(_ALONE)}]")
_ONE_OR_TWO = seldom(rf"[{re.escape(_ALONE)}]|([{re.escape(_DOUBLED)}])(?<!\1\1)\1(?!\1)")
OUTER = _ALONE + _DOUBLED + "『』‹›'‘’‚"  # what may stand around a block quotation

_UNSEEN = re.compile(f"[{INVISIBLE}]{{1,8}}")
_HEBREW = re.compile("[\u05d0-\u05ea]")
# A figure that may count inches: neither a year nor money.
_INCHES = re.compile(r"(?:^|[^\d.,$€£¥])(?:\d{1,3}(?:[.,]\d{1,2})?|\d{0,2}[¼-¾⅐-⅞])\Z")
_LONGEST_FIGURE = 8
_STRAIGHT_MARKS = frozenset("\"'＂＇")
_SPACED_BEFORE = frozenset("/|\\¿¡·•*_~>")  # sets words apart, whatever Unicode says
_BEGINS = frozenset("@#¿¡")  # begins what is quoted, though it is punctuation: “@handle
_EITHER = frozenset("…-/\\*_~&’")  # may end words and begin them: “…and so on, “so on…”
_JOINED = frozenset({"Lo", "Lm", "Mc"})
_ANNOUNCING = frozenset(":：;；'’")  # in front of an opening mark: he said:“we go”, l’“accord”


class Side(IntEnum):
    """What is beside a mark, before or behind it."""

    EDGE = 0  # nothing, a space, an opening bracket before, a closing one or a stop behind
    STOP = 1  # before: a stop or a comma; behind: dots or a dash, which end words as well as begin them
    COLON = 2  # before: what announces words
    BRACKET = 3  # behind: an opening bracket
    JOINED = 4  # a letter of a script without capitals: particles and prefixes are written close to marks there
    WORD = 5  # any other letter or figure, or a sign that belongs to one


class Mark(Struct, frozen=True):
    """A quotation mark of a text."""

    kind: str
    start: int
    end: int  # exclusive
    before: Side
    after: Side
    is_spaced: bool  # a space, or nothing, on either side
    is_inch: bool  # behind a figure that may count inches: 12", 5′10″
    is_initials: bool  # within Hebrew initials, צה״ל
    is_weak: bool  # two characters that may also mean something else


def before_mark(plain: str, at: int) -> Side:
    """The kind of character before a mark that begins at this 0-based place; invisible characters are skipped.

    plain: the text of a block without markup.
    """
    return _before(plain, _left_of(plain, at), at)


def after_mark(plain: str, at: int, citations: Container[int]) -> Side:
    """The kind of character behind a mark that ends at this 0-based place; Side.EDGE if a citation is there.

    plain: the text of a block without markup. citations: the 0-based places in it at which citations were.
    """
    return Side.EDGE if at in citations else _after(_right_of(plain, at))


def marks_in(plain: str, citations: Container[int]) -> Iterator[Mark]:
    """The double quotation marks of a text, in order.

    citations: the 0-based places of the text at which citations were; each ends the words before it.
    """
    yield from (_mark(plain, found, citations) for found in _pattern_for(plain).finditer(plain))


def _pattern_for(plain: str) -> re.Pattern[str]:
    """The pattern of its marks: to look for those of two characters takes eight times as long."""
    return _ONE_OR_TWO if any(twice in plain for twice in _TWICE) else _ONE


def hide_marks(text: str) -> str:
    """The text with U+FFFC for each character of a double quotation mark: as long, and nothing in it is quoted."""
    return _pattern_for(text).sub(lambda found: "\ufffc" * len(found[0]), text)


def _mark(plain: str, found: re.Match[str], citations: Container[int]) -> Mark:
    start, end = found.span()
    left, right = _left_of(plain, start), "" if end in citations else _right_of(plain, end)
    is_hebrew = bool(left and right and _HEBREW.match(left) and _HEBREW.match(right))
    return Mark(
        kind=_KINDS[found[0]],
        start=start,
        end=end,
        before=_before(plain, left, start),
        after=_after(right),
        is_spaced=not left.strip() and not right.strip(),
        is_inch=left.isnumeric() and bool(_INCHES.search(plain[max(start - _LONGEST_FIGURE, 0) : start])),
        is_initials=is_hebrew,
        is_weak=end - start == 2,
    )


def _left_of(plain: str, at: int) -> str:
    """The character before this place that is seen, with an accent counted as its letter."""
    for number in range(at - 1, max(at - 9, -1), -1):
        if not _UNSEEN.match(plain[number]) and unicodedata.category(plain[number]) != "Mn":
            return plain[number]
    return ""


def _right_of(plain: str, at: int) -> str:
    unseen = _UNSEEN.match(plain, at)
    at = unseen.end() if unseen else at
    return "…" if plain.startswith("..", at) else plain[at : at + 1]


def _before(plain: str, left: str, at: int) -> Side:
    category = unicodedata.category(left) if left else "Zs"
    if left.isspace() or category in {"Zs", "Ps", "Pi", "Pd"} or left in _SPACED_BEFORE:
        return Side.EDGE
    if left in _STRAIGHT_MARKS and not _left_of(plain, at - 1).strip():
        return Side.EDGE  # an opening mark, in which this one stands
    if left in _ANNOUNCING:
        return Side.COLON
    if category == "Po" and left not in '%‰&@#′″״׳"＂':
        return Side.STOP
    return Side.JOINED if category in _JOINED else Side.WORD


def _after(right: str) -> Side:
    category = unicodedata.category(right) if right else "Zs"
    if right in _EITHER or right in _STRAIGHT_MARKS or category == "Pd":
        return Side.STOP
    if right in _BEGINS:
        return Side.WORD
    if category in {"Ps", "Pi"}:
        return Side.BRACKET
    if right.isspace() or right == "<" or category in {"Zs", "Pe", "Pf", "Po"}:
        return Side.EDGE
    return Side.JOINED if category in _JOINED else Side.WORD
