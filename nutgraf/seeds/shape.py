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
_BARS = "|•｜"
_DIGIT = re.compile(f"[0-9{OTHER_DIGITS}]")  # a set: three times as fast as \d
_LETTERS = re.compile(r"[^\W\d_]+")
_SIGNS = re.compile(r"[|•｜·»›>/\\–—-]")  # between spaces, but for the bars
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
    """The shape of a line; a long one is judged by its start and end, so the cost does not grow with its length."""
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
        0 if stopped else _separators(text[:_LINE]),
        _LIST_MARK.match(text) is not None,
        _share_of_digits(text[:_DIGITS_ENOUGH]),
    )


def count_sentences(text: str) -> int:
    """The number of sentences that end inside a line; of a long line, inside its start."""
    return len(_INNER_END.findall(text[:_LINE]))


def _size(text: str, sample: str, words: int) -> tuple[int, int]:
    """Letters and words, a wide character for more than one letter; of a long line estimated from its start."""
    wide = sum(map(len, _WIDE.findall(sample))) if _may_be_wide(sample) else 0
    if wide == 0 and len(text) <= SAMPLE:
        return len(text), words
    scale = max(1.0, len(text) / SAMPLE)
    return round(len(text) + scale * wide * (_WIDE_WEIGHT - 1)), round(scale * (words + wide // 2))


def _may_be_wide(text: str) -> bool:
    """Whether enough of a line takes more than one byte in UTF-8; Latin letters with accents do not add up to that."""
    return not text.isascii() and len(text.encode("utf-8", "surrogatepass")) * 4 > len(text) * 5


def _share_of_capitals(words: list[str]) -> float:
    if not words:
        return 0.0
    firsts = "".join([word[0] for word in words])
    if not firsts.isalpha():
        firsts = "".join([word[0] if word[0].isalpha() else word.lstrip(_OPENING)[:1] for word in words])
    return sum(map(str.isupper, firsts)) / len(words)


def _separators(text: str) -> int:
    return sum(
        sign.group() in _BARS
        or (text[sign.start() - 1 : sign.start()].isspace() and text[sign.end() : sign.end() + 1].isspace())
        for sign in _SIGNS.finditer(text)
    )


def _ends_sentence(text: str, bare: str) -> bool:
    """A full stop; or a line wholly in quotation marks or brackets; or a long line of a script without full stops."""
    if bare != "" and bare[-1] in SENTENCE_ENDS:
        return True
    if text[-1:] in "”»」』)）" and text[:1] in "“«「『(（":
        return len(text) > 8 and not text.isupper()
    return len(text) >= _UNSTOPPED_LINE and len(_UNSTOPPED.findall(text[:SAMPLE])) * 2 > len(text[:SAMPLE])


def _share_of_digits(text: str) -> float:
    if _DIGIT.search(text) is None:
        return 0.0
    digits = len(_DIGIT.findall(text))
    return digits / (digits + sum(map(len, _LETTERS.findall(text))))


def starts_with_list_mark(text: str) -> bool:
    """True if the line opens with a bullet, a number or a letter as lists do."""
    return _LIST_MARK.match(text) is not None
