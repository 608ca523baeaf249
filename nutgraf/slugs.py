"""Slugs: the names of files, addresses and anchors."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator

_APOSTROPHES = re.compile(r"[’'ʼ`]")
_ASCII_WORDS = re.compile(r"[a-z0-9]+")

_EXPANDED = re.compile(r"[^\w ./-]")  # what one shell or another takes for more than a letter
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?:\..*)?", re.IGNORECASE | re.ASCII)
LONGEST_NAME = 200  # bytes of a folder’s name; disks take 255, and some names get an ending


def slugify(text: str) -> str:
    """The text as a slug: lower-case letters and digits of any script, joined by hyphens; "" if it has none of them.

    Accents of Latin and Greek letters are dropped (Unicode NFKD); in other scripts a mark makes another letter.
    """
    plain = _APOSTROPHES.sub("", text)
    if plain.isascii():
        return "-".join(_ASCII_WORDS.findall(plain.lower()))
    marks_kept = unicodedata.normalize("NFC", "".join(_without_accents(plain))).casefold()
    words = "".join(
        letter if letter.isalnum() or unicodedata.category(letter).startswith("M") else " " for letter in marks_kept
    )
    return "-".join(words.split())


def _without_accents(text: str) -> Iterator[str]:
    """The text taken apart, without the accents of Latin and Greek letters; elsewhere a mark makes another letter."""
    is_accented = False
    for letter in unicodedata.normalize("NFKD", text):
        if unicodedata.category(letter) != "Mn":
            is_accented = unicodedata.name(letter, "").startswith(("LATIN", "GREEK"))
        elif is_accented:
            continue
        yield letter


def is_slug(name: str) -> bool:
    """True if the name is a slug already, and not empty."""
    return name == slugify(name) and bool(name)


def unfit(name: str) -> str:
    """Why some disk cannot have a folder of this name, as a clause for a message; "" if all can.

    Names that Windows reserves, and those above LONGEST_NAME bytes. Characters that a disk refuses are not looked for.
    """
    if _DEVICES.fullmatch(name):
        return "Windows keeps this name for a device"
    if name.endswith((".", " ")):
        return "Windows drops a dot or a space at the end of a name"
    return "its name is too long for many a disk" if len(name.encode()) > LONGEST_NAME else ""


def renaming(path: str, fit: str) -> Iterator[str]:
    """One command, ``git mv …``, that gives a file another name in any shell.

    None if a shell would misread the path.
    """
    if not _EXPANDED.search(path):
        yield "git mv " + " ".join(f'"{each}"' if " " in each else each for each in (path, fit))


def unique(slug: str, taken: set[str]) -> str:
    """The slug, or the slug with the first free number from 2 on behind it; the result is added to ``taken``."""
    if slug not in taken:
        taken.add(slug)
        return slug
    # Numbers are given out in turn, so that the last one is found by halving: a page may have 100,000 equal headings.
    most = 2
    while f"{slug}-{most}" in taken:
        most *= 2
    number = bisect_left(range(2, most), True, key=lambda each: f"{slug}-{each}" not in taken) + 2
    taken.add(f"{slug}-{number}")
    return f"{slug}-{number}"
