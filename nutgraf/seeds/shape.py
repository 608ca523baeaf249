"""How a line looks, whatever its language: length, sentence ends, capitals, separators."""

from __future__ import annotations

import re
from typing import NamedTuple

SENTENCE_ENDS = ".!?…‽।॥。！？｡．؟۔։።။៕"
CLOSERS = "\"'”’“»›«)]}）」』】〉》*†¹²³"
_AFTER_STOP = CLOSERS + " \xa0"
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0002ffff]+")
_WIDE_WEIGHT = 2.2  # a Chinese or Japanese character says about as much as two Latin letters and a bit
_INNER_END = re.compile(rf"[{re.escape(SENTENCE_ENDS)}][{re.escape(CLOSERS)}]*(?:\s|$|(?<=[。！？]))")
_UNSTOPPED = re.compile(r"[\u0e01-\u0edf\u1000-\u109f\u1780-\u17ff]")  # Thai, Lao, Burmese, Khmer
_UNSTOPPED_LINE = 60
_SEPARATOR = re.compile(r"[|•｜]|(?<=\s)[·»›>/\\–—-](?=\s)")
_DIGIT = re.compile(r"\d")
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
    sentences: int
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
    scale = max(1.0, len(text) / SAMPLE)
    wide = 0 if sample.isascii() else sum(map(len, _WIDE.findall(sample)))
    tail = text[-40:]
    bare = (_REFERENCE.sub("", tail) if tail.endswith("]") else tail).rstrip(_AFTER_STOP)
    starts = [word[0] if word[0].isalpha() else word.lstrip(_OPENING)[:1] for word in words[:_WORDS_ENOUGH]]
    stopped = _ends_sentence(text, bare)
    return Shape(
        length=round(len(text) + scale * wide * (_WIDE_WEIGHT - 1)),
        words=round(scale * (len(words) + wide // 2)),
        ends_sentence=stopped,
        sentences=len(_INNER_END.findall(text[:_LINE])),
        continues=text.endswith((",", ";", "—", "–", "،", "؛", "，", "、", "；")),
        introduces=bare.endswith((":", "：")),
        capitalised=sum(map(str.isupper, starts)) / len(starts) if starts else 0.0,
        starts_lower=text.lstrip(_OPENING)[:1].islower(),
        separators=0 if stopped else _separators(text[:_LINE]),
        listed=starts_with_list_mark(text),
        digits=_share_of_digits(text[:_DIGITS_ENOUGH]),
    )


def _ends_sentence(text: str, bare: str) -> bool:
    """A full stop; or a line wholly in quotation marks or brackets; or a long line of a script without full stops."""
    if bare != "" and bare[-1] in SENTENCE_ENDS:
        return True
    if text[-1:] in "”»」』)）" and text[:1] in "“«「『(（":
        return len(text) > 8 and not text.isupper()
    return len(text) >= _UNSTOPPED_LINE and len(_UNSTOPPED.findall(text[:SAMPLE])) * 2 > len(text[:SAMPLE])


def _separators(text: str) -> int:
    return len(_SEPARATOR.findall(text)) if _SIGNS.search(text) else 0


def _share_of_digits(text: str) -> float:
    if _DIGIT.search(text) is None:
        return 0.0
    digits = len(_DIGIT.findall(text))
    return digits / (digits + sum(map(str.isalpha, text)))


def starts_with_list_mark(text: str) -> bool:
    """Whether a line opens with a bullet, a number or a letter in the manner of a list."""
    return _LIST_MARK.match(text) is not None
