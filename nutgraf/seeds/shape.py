"""How a line looks, whatever its language: length, sentence ends, capitals, separators."""

from __future__ import annotations

import re
from typing import NamedTuple

from nutgraf.seeds.digits import OTHER_DIGITS

SENTENCE_ENDS = ".!?…‽।॥。！？｡．؟۔։።။៕"
CLOSERS = "\"'”’“»›«)]}）」』】〉》*†¹²³"
_CONTINUED = (",", ";", "—", "–", "،", "؛", "，", "、", "；")
_AFTER_STOP = CLOSERS + " \xa0"
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0002ffff]+")
_WIDE_WEIGHT = 2.2  # a Chinese or Japanese character says about as much as two Latin letters and a bit
_INNER_END = re.compile(rf"[{re.escape(SENTENCE_ENDS)}][{re.escape(CLOSERS)}]*(?:\s|$|(?<=[。！？]))")
_UNSTOPPED = re.compile(r"[\u0e01-\u0edf\u1000-\u109f\u1780-\u17ff]")  # Thai, Lao, Burmese, Khmer
_UNSTOPPED_LINE = 60
_SEPARATOR = re.compile(r"[|•｜]|(?<=\s)[·»›>/\\–—-](?=\s)")
_DIGIT = re.compile(f"[0-9{OTHER_DIGITS}]")  # a set: three times as fast as \d
_SIGNS = re.compile(r"[|•｜·»›>/\\–—-]")  # looked for first: it is ten times as fast
_LIST_MARK = re.compile(r"(?:[•·▪■◦‣●○►▶✓✔➤*+-]|\(?\d{1,2}[.)]|\(?[a-z][)])\s+(?=\S)|[・■※◆●](?=[\u3040-\u9fff\w])")
_REFERENCE = re.compile(r"(?:\[(?:\d{1,3}|[a-z])\])+\s*$")  # the number of a footnote, after the full stop
_OPENING = "\"'“‘„«»‹›¿¡([{—–- \t*#"
SAMPLE = 1000  # letters that are looked at
_LINE = 450  # letters that are searched for full stops and separators: those of captions and menus
_WORDS_ENOUGH = 24  # for the share of capitals
_DIGITS_ENOUGH = 80  # letters, for the share of digits


class Shape(NamedTuple):
    """The looks of one line. A named tuple: a capture has hundreds, and they are made three times as fast."""

    length: int  # in Latin letters' worth
    words: int
    ends_sentence: bool  # a full stop of any script, closing quotes aside
    continues: bool  # ends in a comma, semicolon or dash: more is to come
    introduces: bool  # ends in a colon
    capitalised: float  # share of words that start with a capital; 0 in scripts without case
    starts_lower: bool
    separators: int  # bars, bullets and arrows between words, in a line that is no sentence
    listed: bool  # starts with a bullet or a number
    digits: float  # share of digits among the first letters and digits


def measure(text: str) -> Shape:
    """The shape of a line; a long one is taken to look all the way as it does at its start."""
    sample = text[:SAMPLE]
    words = sample.split()
    tail = text[-40:]
    bare = (_REFERENCE.sub("", tail) if tail.endswith("]") else tail).rstrip(_AFTER_STOP)
    stopped = _ends_sentence(text, bare)
    return Shape(
        *_size(text, sample, len(words)),
        stopped,
        tail.endswith(_CONTINUED),
        bare.endswith((":", "：")),
        _share_of_capitals(words[:_WORDS_ENOUGH]),
        (text if text[:1].isalpha() else text.lstrip(_OPENING))[:1].islower(),
        0 if stopped or _SIGNS.search(text, 0, _LINE) is None else len(_SEPARATOR.findall(text[:_LINE])),
        _LIST_MARK.match(text) is not None,
        _share_of_digits(text[:_DIGITS_ENOUGH]),
    )


def count_sentences(text: str) -> int:
    """How many sentences end in a line, or in the start of a long one. Few lines need it, so no shape carries it."""
    return len(_INNER_END.findall(text[:_LINE]))


def _size(text: str, sample: str, words: int) -> tuple[int, int]:
    """Letters and words, a wide character for more than one letter; of a long line estimated from its start."""
    wide = 0 if sample.isascii() else sum(map(len, _WIDE.findall(sample)))
    if wide == 0 and len(text) <= SAMPLE:
        return len(text), words
    scale = max(1.0, len(text) / SAMPLE)
    return round(len(text) + scale * wide * (_WIDE_WEIGHT - 1)), round(scale * (words + wide // 2))


def _share_of_capitals(words: list[str]) -> float:
    if not words:
        return 0.0
    capitals = 0
    for word in words:
        first = word[0] if word[0].isalpha() else word.lstrip(_OPENING)[:1]
        capitals += first.isupper()
    return capitals / len(words)


def _ends_sentence(text: str, bare: str) -> bool:
    """A full stop; or a line wholly in quotation marks or brackets; or a long line of a script without full stops."""
    if bare != "" and bare[-1] in SENTENCE_ENDS:
        return True
    if text[-1:] in "”»」』)）" and text[:1] in "“«「『(（":
        return len(text) > 8 and not text.isupper()
    return len(text) >= _UNSTOPPED_LINE and len(_UNSTOPPED.findall(text[:SAMPLE])) * 2 > len(text[:SAMPLE])


def _share_of_digits(text: str) -> float:
    digits = len(_DIGIT.findall(text))
    if digits == 0:
        return 0.0
    return digits / (digits + sum(map(str.isalpha, text)))


def starts_with_list_mark(text: str) -> bool:
    """Whether a line opens with a bullet, a number or a letter in the manner of a list."""
    return _LIST_MARK.match(text) is not None
