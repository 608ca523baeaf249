"""Names as the glossary compares them: cut into words and signs, with everything evened out that nobody means.

“Pax-Silica” and “Pax Silica” are one name, and so are names that differ in the kind of their apostrophes, in spaces
of any width, in soft hyphens, or in the way Unicode composes their letters.
"""

import re
import unicodedata

from msgspec import Struct

from nutgraf.patterns import seldom
from nutgraf.quotations.signs import INVISIBLE, INVISIBLE_SIGN, UNSPACED, UNSPACED_LETTER

# Accents, vowel signs and joiners belong to the letter before them, though Python does not count them as letters:
# without them a name would end in the middle of an Indian or Arabic word.
_MARKS = (
    f"{INVISIBLE}\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u0816-\u082d\u08d3-\u0963"
    "\u0971-\u0df3\u0f71-\u0fbc\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ua9b3-\ua9c0\uaa29-\uaa36\uabe3-\uabed\ufe20-\ufe2f"
)
_SPACED = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
_UNSPACED = rf"[{UNSPACED}]|[^\W_{UNSPACED}]+(?:[{_MARKS}]+[^\W_{UNSPACED}]*)*"
_GAP = r"\s+|[-\u2010\u2011\u2013]"  # an en dash joins names: India–US
_APOSTROPHE = re.compile("[‘’ʼ＇]")

WORD = re.compile(_SPACED)
# Chinese, Japanese and Thai put no spaces between words: there every letter is taken for one.
WORD_UNSPACED = seldom(_UNSPACED)
_TOKEN = re.compile(rf"(?P<word>{_SPACED})|(?P<gap>{_GAP})|.", re.DOTALL)
_TOKEN_UNSPACED = seldom(rf"(?P<word>{_UNSPACED})|(?P<gap>{_GAP})|.", re.DOTALL)

GAP = " "


def is_unspaced(text: str) -> bool:
    """Whether the text has letters of a script that puts no spaces between words."""
    return not text.isascii() and UNSPACED_LETTER.search(text) is not None


def words_of(text: str) -> re.Pattern[str]:
    """The pattern of a word in this text."""
    return WORD_UNSPACED if is_unspaced(text) else WORD


def tokens_of(text: str) -> re.Pattern[str]:
    """The pattern of a word, a gap or a sign in this text."""
    return _TOKEN_UNSPACED if is_unspaced(text) else _TOKEN


def evened(token: str) -> str:
    """A word or sign with its capitals, as names are compared."""
    if token.isascii():
        return token
    return unicodedata.normalize("NFC", _APOSTROPHE.sub("'", INVISIBLE_SIGN.sub("", token)))


def folded(token: str) -> str:
    """A word or sign without regard to capitals."""
    return token.lower() if token.isascii() else evened(token).casefold()


def key_of(token: re.Match[str]) -> str:
    """What a token is compared by."""
    return GAP if token["gap"] else folded(token[0])


class CutName(Struct, frozen=True):
    """A name in its parts."""

    lead: str  # signs before its first word: "$" of “$50bn”
    keys: tuple[str, ...]  # of its tokens from that word on; () for a name without a word
    written: str  # the whole, evened out, with its capitals


def cut_name(name: str) -> CutName:
    """The name in its parts."""
    text = name.strip()
    first = words_of(text).search(text)
    start = first.start() if first else len(text)
    keys = tuple(key_of(token) for token in tokens_of(text).finditer(text, start))
    return CutName(text[:start], keys, as_written(text))


def as_written(text: str) -> str:
    """The text with its capitals, gaps and signs evened out: for names that mind their capitals."""
    return "".join(GAP if token["gap"] else evened(token[0]) for token in tokens_of(text).finditer(text.strip()))
