"""The byline: who wrote it, from a line that says so or a name that keeps coming back beside the headline."""

from __future__ import annotations

import re
from collections import Counter

from nutgraf.seeds.blocks import Block
from nutgraf.seeds.rules import Verdict
from nutgraf.seeds.rules.words import says_job
from nutgraf.seeds.shape import count_sentences

_LABELS = """
    by | written by | interview by | review by | analysis by | opinion by | story by | posted by | reported by
    words by | interview | author | text | von | autor | autorin | autora | par | auteur | publié par | por
    escrito por | redactado por | di | autore | scritto da | a cura di | door | geschreven door | av | af | przez
    автор | текст | द्वारा | लेखक | लेखिका | रिपोर्ट | بقلم | كتب | كتبت | إعداد | 作者 | 记者 | 記者 | 文 | 撰文
    yazan | haber
"""
_PHRASES = sorted((phrase.strip() for phrase in _LABELS.replace("\n", "|").split("|") if phrase.strip()), key=len)
_BY = re.compile(rf"(?:{'|'.join(reversed(_PHRASES))})(?:\s*[:：/|｜]\s*|\s+|$)|by(?-i:(?=[A-Z]))", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[^\s:：/|｜]+")
_LABEL_WORDS = frozenset(phrase.split()[0] for phrase in _PHRASES)
_TRAILING = re.compile(
    r"\s*(?:[|｜•·–—,/(（]|\s-\s|\bfor\b|\bin\b|\bon\b|\bupdated\b|\bpublished\b|\d).*$", re.IGNORECASE
)
_AND = re.compile(r"\s(?:and|und|et|y|e|en|i|и|&)\s")  # without one, a comma parts the name from the job
_JOINED = re.compile(r"\s+(?:and|und|et|y|e|en|i|и|&)\s+|,\s*")
_PARTICLES = frozenset(
    (
        *("de", "da", "do", "dos", "das", "del", "della", "di", "du", "van", "von", "der", "den", "el", "al"),
        *("bin", "ben", "ibn", "la", "le", "af", "av", "zu", "ten", "ter"),
    )
)
_WIDE_NAME = re.compile(
    r"[\u3400-\u9fff\uac00-\ud7af]{2,4}|[\u3400-\u9fff]{1,3}[ \u3000][\u3400-\u9fff\u3040-\u30ff]{1,4}"
)
_CASELESS_WORD = re.compile(r"[\u0590-\u07bf\u08a0-\u0fff]+\.?")  # from Hebrew and Arabic to Tamil, Thai and Tibetan
_BUTTONS = frozenset({"share", "subscription", "related", "tags", "comments", "advertisement", "menu"})
_BEGUN = 3  # sentences
_SPEAKS = 3  # times a name heads a line below: a speaker, not the author
_DATED = 0.12  # share of digits in a line with a date
_REACH = 8  # blocks below the headline


def find_author(
    blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], headline: int | None, start: int
) -> tuple[str, frozenset[int]] | None:
    """The author’s name and the blocks (0-based) that only say who wrote it; None if nobody is named clearly.

    headline: its block, None if unknown. start: the first block of the text.
    """
    first = 0 if headline is None else max(0, headline - 3)
    last = min(len(blocks), max(start + 1, (headline or 0) + _REACH))
    near = range(first, last)
    for index in near:
        if (name := _signed(index, blocks)) is not None:
            return name, _lines_of(name, blocks)
    bare = [index for index in _head(blocks, near, headline) if verdicts[index].rule not in _BUTTONS]
    names = Counter(
        blocks[index].text for index in bare if is_name(blocks[index].text) and not blocks[index].text.isupper()
    )
    later = Counter(block.text for block in blocks[start:])
    names = Counter({name: count for name, count in names.items() if later[name] < _SPEAKS})
    repeated = [name for name, count in names.items() if count >= 2]
    single = repeated or [name for name in names if _stands_under_headline(name, headline, blocks)]
    if single:
        return single[0], _lines_of(single[0], blocks)
    found = next((found for index in bare if (found := _name_and_job(index, blocks)) is not None), None)
    return found or _without_capitals(blocks, verdicts, headline, start)


def _without_capitals(
    blocks: tuple[Block, ...], verdicts: tuple[Verdict, ...], headline: int | None, start: int
) -> tuple[str, frozenset[int]] | None:
    """A name in a script without capitals: close under the headline, beside a date or right above the text."""
    if headline is None:
        return None
    for index in range(headline + 1, min(headline + 3, start, len(blocks) - 1)):
        text = blocks[index].text
        beside = range(max(headline + 1, index - 1), index + 3)
        dated = any(verdicts[other].rule == "date-line" for other in beside if other < len(blocks))
        if verdicts[index].rule is None and may_be_name(text) and not says_job(text):
            if not (dated or index + 1 == start or says_job(blocks[index + 1].text)):
                continue
            return text, _lines_of(text, blocks)
    return None


def _head(blocks: tuple[Block, ...], near: range, headline: int | None) -> list[int]:
    """The blocks above the text proper, which has begun after three sentences: further down names sign other things."""
    head, sentences = [], 0
    for index in near:
        if sentences >= _BEGUN:
            break
        if index > (headline or 0) and blocks[index].shape.ends_sentence:
            sentences += count_sentences(blocks[index].text)
        if index != headline:
            head.append(index)
    return head


def _name_and_job(index: int, blocks: tuple[Block, ...]) -> tuple[str, frozenset[int]] | None:
    """“Priya Nair, Staff Writer” beside a date."""
    name = blocks[index].text.split(",")[0].strip()
    dated = any(block.shape.digits > _DATED for block in blocks[max(0, index - 1) : index + 2])
    if name == blocks[index].text or not dated or blocks[index].shape.length > 70:
        return None
    if not (is_name(name) or may_be_name(name)):
        return None
    return name, _lines_of(name, blocks) | {index}


def _stands_under_headline(name: str, headline: int | None, blocks: tuple[Block, ...]) -> bool:
    """A bare name counts as a byline in the first lines under the headline, or above it with a date below."""
    if headline is None:
        return False
    if any(block.text == name for block in blocks[headline + 1 : headline + 4]):
        return True
    return any(
        blocks[index].text == name and blocks[index + 1].shape.digits > _DATED
        for index in range(max(0, headline - 3), headline)
    )


def _label(text: str) -> re.Match[str] | None:
    """The byline's label that a line opens with, or None; its first word tells most lines apart at once."""
    first = _FIRST_WORD.match(text)
    if first is None:
        return None
    word = first.group().casefold()
    return _BY.match(text) if word in _LABEL_WORDS or word.startswith("by") else None


def is_byline(text: str) -> bool:
    """True if the line is a byline’s label and one or more names: “By Jo Lind and Ana Reyes”."""
    label = _label(text) if len(text) <= 100 else None
    return label is not None and _is_author(_TRAILING.sub("", text[label.end() :]).strip() or "-", label.group())


def is_name(text: str) -> bool:
    """True for two to five words, at most 45 characters, that look like a name; at least two have a capital."""
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > 45 or not all(_is_name_word(word) for word in words):
        return False
    return words[0][0].isupper() and sum(1 for word in words if word[0].isupper()) >= 2


def may_be_name(text: str) -> bool:
    """True for two to four short words of a script without capitals, or two to four characters of Chinese or Korean.

    At most 30 characters; weaker proof than is_name, so what is around it must speak for a name too.
    """
    if not 2 <= len(text) <= 30 or text[0].isupper() or text[0].islower():
        return False
    if _WIDE_NAME.fullmatch(text):
        return True
    words = text.split()
    return 2 <= len(words) <= 4 and all(_CASELESS_WORD.fullmatch(word) and len(word) <= 12 for word in words)


def _is_name_word(word: str) -> bool:
    bare = word.strip(".’'-")
    letters = bare.replace("-", "").replace("’", "").replace("'", "").replace(".", "")
    return letters.isalpha() and (word[0].isupper() or word in _PARTICLES)


def _signed(index: int, blocks: tuple[Block, ...]) -> str | None:
    text = blocks[index].text
    if len(text) > 100:
        return None
    label = _label(text)
    if label is None:
        return None
    rest = text[label.end() :].strip()
    if not rest:
        following = blocks[index + 1].text if index + 1 < len(blocks) else ""
        return following if _is_author(following, label.group()) else None
    if not _is_author(rest, label.group()) or ("," in rest and not _AND.search(rest)):
        rest = _TRAILING.sub("", rest).strip()
    return rest if rest and _is_author(rest, label.group()) else None


def _is_author(text: str, label: str) -> bool:
    """A name, or several; in a script without capitals a short run of words after a clear label."""
    parts = _JOINED.split(text)
    if len(text.split()) == 1 and text.isalpha() and text[0].isupper() and label.strip(" :"):
        return True
    if all(is_name(part) or (part.isupper() and 2 <= len(part.split()) <= 4) for part in parts):
        return True
    caseless = text[:1].isalpha() and not text[:1].isupper() and not text[:1].islower()
    return caseless and len(text.split()) <= 4 and len(text) <= 30 and text[-1:] not in ".।。" and not label.isascii()


def _lines_of(name: str, blocks: tuple[Block, ...]) -> frozenset[int]:
    """The blocks that hold the name and at most a byline's label beside it."""
    return frozenset(
        index
        for index, block in enumerate(blocks)
        if block.shape.length < 110
        and name in block.text
        and (_signed(index, blocks) is not None or block.text == name)
    ) | frozenset(
        index
        for index, block in enumerate(blocks[:-1])
        if name in blocks[index + 1].text and (label := _label(block.text)) and label.end() == len(block.text)
    )
