"""Slugs: the names of files, addresses and anchors."""

import re
import unicodedata

_APOSTROPHES = re.compile(r"[’'ʼ`]")


def slugify(text: str) -> str:
    """The text as a slug: small letters and digits of any script, joined by hyphens; accents are dropped.

    Empty when the text holds no letter and no digit.
    """
    plain = _APOSTROPHES.sub("", text)
    folded = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", plain)
        if not (unicodedata.category(letter) == "Mn" and ord(letter) < 0x370)  # Latin accents, not Indic vowel signs
    )
    marks_kept = unicodedata.normalize("NFC", folded).casefold()
    words = "".join(
        letter if letter.isalnum() or unicodedata.category(letter).startswith("M") else " " for letter in marks_kept
    )
    return "-".join(words.split())


def is_slug(name: str) -> bool:
    """Whether the name can be a slug as it stands."""
    return name == slugify(name) and bool(name)


def unique(slug: str, taken: set[str]) -> str:
    """The slug, or the slug with the first free number behind it; what is given out is added to ``taken``."""
    number, free = 2, slug
    while free in taken:
        free = f"{slug}-{number}"
        number += 1
    taken.add(free)
    return free
