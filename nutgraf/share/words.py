"""Words that a face can draw: what is cleaned out of them, and what is done when no face has all their letters."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from nutgraf.share.face import Face, letters_of

JOINERS = "\u200c\u200d"  # they change the letters beside them, as in Persian and Hindi
NO_BREAK_SPACE = "\xa0"
# Signs with a plain twin that more fonts have. The first three blanks do not break a line either.
_PLAIN = str.maketrans(
    {"\u2007": NO_BREAK_SPACE, "\u202f": NO_BREAK_SPACE, "\u2060": None, "\u2010": "-", "\u2011": "-", "\u02bc": "’"}
)
_BLANKS = re.compile(r"[^\S\xa0]+")
_PICTURES = {"So", "Sk", "Cn", "Co", "Cs"}  # emoji and the like
_SELECTORS = range(0xFE00, 0xFE10)  # which form of an emoji is meant


class Words(Struct, frozen=True):
    """A text and the face it is drawn in."""

    text: str
    face: Face


@lru_cache(maxsize=4096)  # every page asks for the name of the site
def drawable(text: str, faces: tuple[Face, ...]) -> Words | None:
    """The text with the first face that has all its letters; None if no face has, and boxes would be drawn.

    faces: in the order of preference. The text is composed (NFC), with plain spaces and nothing invisible. Emoji are
    left out if no face has all letters otherwise.
    """
    clean = _cleaned(text)
    for each in (clean, _without_pictures(clean)):
        face = next((face for face in faces if each and not _lacking(each, face)), None)
        if face:
            return Words(each, face)
    return None


def missing(text: str, faces: Iterable[Face]) -> str:
    """The words that keep a text from being drawn, with spaces between: those with a letter that the best face lacks.

    The best face is the one with the fewest letters missing; "" if nothing is missing. Emoji do not count.
    """
    clean = _without_pictures(_cleaned(text))
    lacking = min((_lacking(clean, face) for face in faces), key=len, default=frozenset(clean))
    return " ".join(word for word in clean.split(" ") if lacking & set(word))


def _cleaned(text: str) -> str:
    """The text with its letters composed (NFC), plain spaces, and nothing invisible."""
    plain = unicodedata.normalize("NFC", text).translate(_PLAIN)
    seen = (sign for sign in plain if unicodedata.category(sign) != "Cf" or sign in JOINERS)
    return _BLANKS.sub(" ", "".join(seen)).strip()


def _without_pictures(text: str) -> str:
    kept = (sign for sign in text if unicodedata.category(sign) not in _PICTURES and ord(sign) not in _SELECTORS)
    return _BLANKS.sub(" ", "".join(kept)).strip()


def _lacking(text: str, face: Face) -> frozenset[str]:
    letters = letters_of(face)
    return frozenset(sign for sign in text if ord(sign) not in letters and sign not in JOINERS + NO_BREAK_SPACE)
