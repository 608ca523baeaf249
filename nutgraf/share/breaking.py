"""Breaking: a headline in lines of even length, as large as it will go.

Knows nothing of fonts: ``measure`` says how wide a text is, in em.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from msgspec import Struct

Measure = Callable[[str], float]

_BLANK = re.compile(r"[^\S\xa0]+")
_STEPS = 12  # halvings until the narrowest width is found: finer than a pixel
# Chinese and Japanese have no blanks: a line may end behind any of these signs.
_UNSPACED = re.compile(
    r"[\u2e80-\u303f\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_NEVER_FIRST = re.compile(r"[ー々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ]")
_JOINER = "\u200d"
_VIRAMA = 9  # the combining class of the signs that bind a letter of India to the next


class Piece(Struct, frozen=True):
    """What is not broken: a word, or a part of one that may begin a line."""

    text: str
    width: float  # em
    gap: float  # before it, unless it begins the line: a space, or nothing


class Block(Struct, frozen=True):
    """Lines in one size."""

    lines: tuple[str, ...]
    size: int  # of an em, in pixels


def fit(text: str, measure: Measure, width: float, rooms: Mapping[int, int], ellipsis: str = "…") -> Block:
    """The text in lines, in the largest size at which it fits; line lengths are as even as can be.

    measure: the width of a text in em. width: of a line, in pixels. rooms: for each size (pixels to the em), how many
    lines there is room for; at least one size. A word is broken only if it is too wide for a line in the smallest
    size. If even that size has no room, the text is cut and ends in the ellipsis.
    """
    measure, smallest = cache(measure), min(rooms)
    pieces = pieces_of(text, measure)
    for size in sorted(rooms, reverse=True):
        room = width / size
        if all(piece.width <= room or piece.width > width / smallest for piece in pieces):
            parts = [part for piece in pieces for part in _broken(piece, measure, room)]
            count = len(_filled(parts, room))
            if count <= rooms[size]:
                return Block(_texts(_evened(parts, room, count)), size)
    parts = [part for piece in pieces for part in _broken(piece, measure, width / smallest)]
    *whole, last = _texts(_filled(parts, width / smallest)[: rooms[smallest]])
    return Block((*whole, _cut(last, measure, width / smallest, ellipsis)), smallest)


def pieces_of(text: str, measure: Measure) -> list[Piece]:
    """The pieces of the text between which a line may end, in order.

    Pieces are words, parts of words behind a hyphen, dash or slash, and single characters of Chinese and Japanese.
    No-break spaces stay within a piece. Widths are those of `measure`, in em.
    """
    blank = measure("a a") - measure("aa")
    pieces = []
    for word in filter(None, _BLANK.split(text)):
        ends = [place for place in range(1, len(word)) if _may_break(word[place - 1], word[place])]
        for start, end in zip([0, *ends], [*ends, len(word)], strict=True):
            pieces.append(Piece(word[start:end], measure(word[start:end]), 0 if start else blank))
    return pieces


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end between two characters of a word."""
    if before in "-–—/":
        return after.isalpha()
    if not (_UNSPACED.match(before) or _UNSPACED.match(after)) or unicodedata.category(after)[0] == "M":
        return False
    closing = unicodedata.category(after) in ("Pe", "Pf", "Po") or _NEVER_FIRST.match(after)
    return not closing and unicodedata.category(before) not in ("Ps", "Pi")


def _filled(pieces: Iterable[Piece], width: float) -> list[list[Piece]]:
    """The pieces in lines, each as full as can be."""
    lines: list[list[Piece]] = []
    used = 0.0
    for piece in pieces:
        used += piece.gap + piece.width
        if not lines or used > width:
            lines.append([])
            used = piece.width
        lines[-1].append(piece)
    return lines


def _evened(pieces: Sequence[Piece], width: float, count: int) -> list[list[Piece]]:
    """As many lines, as narrow and then as even as they can be."""
    narrow = max((piece.width for piece in pieces), default=0.0)
    for _ in range(_STEPS):
        middle = (narrow + width) / 2
        narrow, width = (narrow, middle) if len(_filled(pieces, middle)) <= count else (middle, width)
    # The least sum of squares of what is missing at the ends of the lines (Knuth and Plass 1981), from the end on.
    best: list[tuple[float, int]] = [(0.0, len(pieces))]  # for each piece: that sum, and where the next line begins
    for start in reversed(range(len(pieces))):
        used, found = -pieces[start].gap, []
        for end in range(start, len(pieces)):
            used += pieces[end].gap + pieces[end].width
            if used > width and end > start:
                break
            found.append(((width - used) ** 2 + best[len(pieces) - 1 - end][0], end + 1))
        best.append(min(found))
    best.reverse()
    lines, start = [], 0
    while start < len(pieces):
        lines.append(list(pieces[start : best[start][1]]))
        start = best[start][1]
    return lines


def _texts(lines: Iterable[Sequence[Piece]]) -> tuple[str, ...]:
    return tuple("".join(" " * (piece.gap > 0) + piece.text for piece in line).lstrip(" ") for line in lines)


def _broken(piece: Piece, measure: Measure, width: float) -> list[Piece]:
    """The piece in parts that fit on a line. Alphabets get a hyphen there."""
    if piece.width <= width:
        return [piece]
    room = width - measure("-")
    parts, part, used = [], "", 0.0
    for cluster in clusters(piece.text):
        used += measure(cluster)
        if part and used > room:
            parts.append(part + "-" * _has_case(part[-1] + cluster))
            part, used = "", measure(cluster)
        part += cluster
    gaps = [piece.gap] + [0.0] * len(parts)
    return [Piece(text, measure(text), gap) for text, gap in zip([*parts, part], gaps, strict=True)]


def _has_case(letters: str) -> bool:
    """Whether they are letters of an alphabet with capitals: only those are hyphenated everywhere."""
    return all(letter.lower() != letter.upper() for letter in letters[:2])


def clusters(word: str) -> list[str]:
    """The word cut into what readers take for one letter: with its marks, or bound to others by a virama or joiner.

    A simple form of the grapheme clusters of Unicode (UAX 29).
    """
    found: list[str] = []
    for sign in word:
        is_bound = found and (found[-1][-1] == _JOINER or unicodedata.combining(found[-1][-1]) == _VIRAMA)
        if found and (is_bound or sign == _JOINER or unicodedata.category(sign)[0] == "M"):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def _cut(line: str, measure: Measure, width: float, ellipsis: str) -> str:
    """The line with an ellipsis at its end: after a word, if that leaves more than half of it."""
    letters = clusters(line)
    while letters and measure("".join(letters) + ellipsis) > width:
        letters.pop()
    kept = "".join(letters)
    if len(kept) < len(line.rstrip("-")) and " " in kept[len(kept) // 2 :]:
        kept = kept.rpartition(" ")[0]
    return kept.rstrip(" ,;:.–—-") + ellipsis
