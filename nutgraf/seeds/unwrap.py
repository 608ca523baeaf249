"""Hard-wrapped lines joined into the paragraphs they were.

A line was wrapped if the next line's first word would not have fitted. The width is a property of the whole capture:
most of its longer lines stop just short of it, in the middle of a sentence, and go on in lower case. Headlines and
teasers of equal length fail the last test.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise

from nutgraf.seeds.rows import Row
from nutgraf.seeds.shape import CLOSERS, SENTENCE_ENDS, starts_with_list_mark

_NARROWEST, _WIDEST = 38, 110
_CONTINUES = ",;.)”"  # no line begins with these
_RAGGED = 12  # how far short of the width a wrapped line may stop: a long word
_WIDE_CHARACTER = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_HYPHENS = ("-", "\u2010")


def joined_rows(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], ...]:
    """The rows in groups, each of them one paragraph; empty rows belong to no group."""
    width = wrap_width(rows)
    groups: list[list[Row]] = []
    previous: Row | None = None
    for row in rows:
        if row.text:
            if previous is not None and _goes_on(previous, row, width):
                groups[-1].append(row)
            else:
                groups.append([row])
        previous = row if row.text else None
    return tuple(map(tuple, groups))


def join_text(lines: list[str]) -> tuple[str, tuple[int, ...]]:
    """The words of one paragraph, and the 0-based places directly after a hyphen at which a line ended inside a word.

    lines: at least one. The hyphen is kept: nobody can know whether it is the word’s own. A quotation may have it or
    not.
    """
    pieces, breaks, length = [lines[0]], [], len(lines[0])
    for line, following in pairwise(lines):
        if _breaks_word(line, following):
            breaks.append(length)
        gap = _gap(line, following)
        pieces += (gap, following)
        length += len(gap) + len(following)
    return "".join(pieces), tuple(breaks)


def wrap_width(rows: tuple[Row, ...]) -> int | None:
    """The column, in characters, at which the capture was wrapped; None if it was not."""
    pairs = [(a.captured.rstrip(), b.text) for a, b in pairwise(rows) if a.text and b.text]
    lengths = Counter(len(row.text) for row in rows if row.text)
    if len(pairs) < 2 or sum(n for length, n in lengths.items() if length > _WIDEST) * 10 > lengths.total():
        return None
    inside = Counter(len(a) for a, _ in pairs if _NARROWEST - _RAGGED <= len(a) <= _WIDEST)
    if wide := _wide_width(pairs):
        return wide
    if not inside:
        return None
    width = max(inside, key=lambda w: (sum(inside[w - step] for step in range(_RAGGED)), -w))
    return width if width >= _NARROWEST and _looks_wrapped(pairs, width) else None


def _looks_wrapped(pairs: list[tuple[str, str]], width: int) -> bool:
    near = [(a, b) for a, b in pairs if width - _RAGGED < len(a) <= width]
    longer = sum(1 for a, _ in pairs if len(a) > width)
    if len(near) < 2 or longer * 4 > len(near):
        return False
    broken = sum(1 for a, _ in near if not _ends(a))
    going_on = sum(1 for _, b in near if b[:1].islower() or b[:1].isdigit())
    caseless = sum(1 for _, b in near if b[:1].isalpha() and not b[:1].islower() and not b[:1].isupper())
    return broken * 10 >= len(near) * 6 and (going_on * 10 >= len(near) * 4 or caseless * 10 >= len(near) * 6)


def _wide_width(pairs: list[tuple[str, str]]) -> int | None:
    """The width of Chinese or Japanese text, which is wrapped after a fixed number of characters."""
    lengths = Counter(
        len(a)
        for a, _ in pairs
        if len(a) >= 15 and not a.isascii() and len(_WIDE_CHARACTER.findall(a)) * 3 > len(a) * 2
    )
    if lengths.total() < 3:
        return None
    width = max(lengths)
    full = lengths[width] + lengths[width - 1] + lengths[width - 2]
    return width if width <= 60 and full * 10 >= lengths.total() * 6 else None


def _goes_on(row: Row, following: Row, width: int | None) -> bool:
    if following.indented and not row.indented:
        return False
    if _breaks_word(row.text, following.text):
        return True
    if width is None and not (following.text[0].islower() or following.text[0] in _CONTINUES):
        return False
    if starts_with_list_mark(following.text):
        return False
    if width is not None and len(row.captured.rstrip()) <= width + 2:
        return _is_full(row.captured.rstrip(), following.text, width) or _is_broken(row.text, following.text)
    return _is_broken(row.text, following.text)


def _is_full(text: str, following: str, width: int) -> bool:
    if _WIDE_CHARACTER.match(following):
        return len(text) >= width - 2
    return len(text) + 1 + len(following.split(None, 1)[0]) > width


def _is_broken(text: str, following: str) -> bool:
    """Whether a sentence goes on: no stop here, a small letter or a closing mark there."""
    if following[0] in _CONTINUES and not following.startswith(("...", "..")):
        return len(text) >= 20 and len(following) > 1 and not _ends(text)
    opens = following[0].islower()
    return opens and len(text) >= 40 and len(following) >= 25 and not _ends(text) and text[-1] not in ":;"


def _ends(text: str) -> bool:
    return text.rstrip(CLOSERS + " ")[-1:] in SENTENCE_ENDS or text.endswith((":", "："))


def _gap(text: str, following: str) -> str:
    """What replaces the end of a line: a space, or nothing in Chinese and Japanese and inside a word."""
    if _WIDE_CHARACTER.match(text[-1]) or (text[-1] in "，。、；：”」" and _WIDE_CHARACTER.match(following)):
        return ""
    return "" if text.endswith("\u00ad") or _breaks_word(text, following) else " "


def _breaks_word(text: str, following: str) -> bool:
    """Whether a line ends in a hyphen inside a word; in scripts without small letters two letters must come before."""
    if not text.endswith(_HYPHENS) or not following[0].isalpha() or following[0].isupper():
        return False
    before = text[-2:-1] if following[0].islower() else text[-3:-1]
    return before != "" and all(unicodedata.category(letter)[0] in "LM" for letter in before)
