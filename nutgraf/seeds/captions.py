"""Captions that run into the paragraph after them, or stand on a line of their own, known by their credit."""

from __future__ import annotations

import re

from nutgraf.seeds.shape import SENTENCE_ENDS, Shape, count_sentences

# A bracket followed by a word without a space: the seam that a page leaves when its caption element is flattened.
_SEAM = re.compile(r"([(（][^()（）\n]{2,80}[)）])(?=[^\W\d_]|[“\"‘«„])")
_CREDIT_WORD = re.compile(
    r"[@/©]|\b(?:photo|photograph|image|picture|file|foto|bild|imagen|immagine|photos|getty|reuters|afp|ap|epa|dpa|ansa|efe|pti|ani"
    r"|shutterstock|alamy|istock|unsplash|pixabay|flickr|wikimedia|twitter|instagram|courtesy|crédit|credit|фото|तस्वीर|फोटो)\b"
    r"|写真|图|圖|摄|攝|صورة|الصورة",
    re.IGNORECASE,
)
_CREDIT_LABEL = re.compile(
    r"(?:photo|image|picture|foto|bild|imagen|immagine|crédit|credit|photograph|fotografía|фото|फोटो|写真|图|صورة)"
    r"(?:\s*(?:credit|caption|by|source|courtesy|nachweis|:in|crédit))?\s*[:：©|/]|©\s*\S",
    re.IGNORECASE,
)
_CREDIT_TAIL = re.compile(r"[(（\[]([^()（）\[\]]{2,90})[)）\]]\s*[.。]?$")
_LONGEST_CAPTION = 420


def split_run_in_caption(text: str) -> tuple[str, str] | None:
    """The caption and the paragraph that it ran into, together the whole text: “… on Thursday. (@Name X)The visit …”.

    None if there is no such seam.
    """
    if "(" not in text and "（" not in text:
        return None
    for seam in _SEAM.finditer(text, 0, _LONGEST_CAPTION + 80):
        caption, paragraph = text[: seam.end()], text[seam.end() :]
        if _is_seam(text[: seam.start()], seam.group(), paragraph):
            return caption, paragraph
    return None


def is_caption(text: str, shape: Shape) -> bool:
    """True if the line is a caption: short, with its credit in brackets at the end or under a label.

    shape: measure(text).
    """
    if shape.length > _LONGEST_CAPTION:
        return False
    if shape.length <= 300 and _CREDIT_LABEL.match(text):
        return True
    if ")" not in text[-3:] and "）" not in text[-3:] and "]" not in text[-3:]:
        return False
    tail = _CREDIT_TAIL.search(text[-100:])
    return (
        tail is not None
        and count_sentences(text) <= 3
        and _CREDIT_WORD.search(tail.group(1)) is not None
        and _is_signed(tail)
    )


def _is_signed(tail: re.Match[str]) -> bool:
    """An agency's bare name at the end, “(AFP)”, signs a last paragraph as often as a picture."""
    return " " in tail.group(1) or tail.group(1).startswith("@") or "/" in tail.group(1)


def _is_seam(before: str, credit: str, after: str) -> bool:
    stopped = before.rstrip(" \xa0")[-1:] in SENTENCE_ENDS and before[-1:].isspace()
    if len(before) < 20 or len(after) < 40 or not any(map(str.isalpha, credit)):
        return False
    first = after.lstrip('“"‘«„')[:1]
    if _is_wide(first) or first.islower():
        return False
    return stopped or (before[-1:].isspace() and _CREDIT_WORD.search(credit) is not None)


def _is_wide(character: str) -> bool:
    return "\u0e00" <= character <= "\u0eff" or "\u3040" <= character <= "\u9fff"
