"""A text with its typography evened out, and the way back to the text as given.

Two texts have the same wording if they differ in nothing but Unicode composition, letters joined in one character (ﬁ),
the kind of quote marks, dashes and spaces, and characters that nobody sees: typesetting changes these, and none of them
changes what was said. Evening out is what makes an exact comparison possible: afterwards a quotation either is a piece
of the source or it is not.

    “Trade  –  and only trade”   becomes   'Trade-and only trade'

Every change that alters the length of the text is noted as an Edit, so that a place in the wording can be led back
to the text as given: that is where the quoted passage is marked. Most paragraphs have few edits or none.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator

from msgspec import Struct

from nutgraf.patterns import seldom
from nutgraf.quotations.signs import CJK, DASHES, INVISIBLE_SIGN, QUOTES, SPACES

_END = 1 << 62  # beyond the end of any text

# Where a wording and its text stop running in step: (place in the wording, place in the text), ascending.
Edits = tuple[tuple[int, int], ...]

_DASH = re.compile(f"[{DASHES}]")
_UNEVEN = re.compile(f"[{SPACES}{DASHES}{QUOTES}](?<![ '-])")  # signs that are not the one kept of their kind
_RUN = re.compile(r" [ -]+|-[ -]+|''+")  # '' is a way of typing one double mark
_RUN_SIGNS = ("  ", " -", "- ", "--", "''")
# French sets its guillemets off with spaces, some sites with plain ones. A spaced pair is told from the German »…«
# by the other side: « opens after a space, » closes before one.
_SPACED_GUILLEMETS = seldom(r"(?:(?<=[\s(\[])|^)[«‹]\s+|(?<!\s)\s+[»›](?=[\s.,;:!?)\]]|$)")
_BROKEN_CJK = seldom(f"(?<=[{CJK}])\\s+(?=[{CJK}])")
_SELDOM = re.compile("[«»‹›\u3000-\u9fff]")
# Letters in the shape that a font has for them, as text copied from a PDF holds them: ﬁ and ﬃ, ĳ and ǆ, Armenian,
# Hebrew and Arabic ligatures, Arabic letters as they look inside a word, and the radicals that look like Chinese
# characters. Unicode (NFKC) says which letters they are. Figures, fractions and raised numbers are no such shapes.
_SHAPED = re.compile(
    "[\u0132\u0133\u01c4-\u01cc\u01f1-\u01f3\u2e9f\u2ef3\u2f00-\u2fd5\ufb00-\ufb06\ufb13-\ufb17\ufb20-\ufb28\ufb4f-\ufbb1"
    "\ufbd3-\ufc5d\ufc64-\ufdfb\ufe80-\ufefc]"
)


class Wording(Struct, frozen=True):
    """A text evened out for comparison, and its edits, innermost first."""

    text: str
    edits: tuple[Edits, ...]

    def place(self, at: int) -> int:
        """The 0-based place in the text as given that a 0-based place in the wording corresponds to."""
        for edits in reversed(self.edits):
            last = bisect_right(edits, (at, _END)) - 1
            if last >= 0:
                at += edits[last][1] - edits[last][0]
        return at

    def is_inside_character(self, at: int) -> bool:
        """True if a place in the wording is within one character of the text as given: between the f and i of ﬁ."""
        return at > 0 and bool(self.edits) and self.place(at) == self.place(at - 1)


def wording(text: str) -> Wording:
    """The text as it is compared: composed (Unicode NFC), one kind of quote mark, dash and space, nothing invisible.

    Letters in a font’s shape, such as ﬁ, become plain letters (NFKC); figures and fractions keep theirs.
    The case of letters does not change. Linear in the length of the text.
    """
    layers: list[Edits] = []
    if not text.isascii():
        if _SHAPED.search(text):
            text, edits = _rewritten(text, _SHAPED, lambda letter: unicodedata.normalize("NFKC", letter))
            layers.append(edits)
        text, edits = _composed(text)
        layers.append(edits)
        if _SELDOM.search(text):
            for pattern in (_SPACED_GUILLEMETS, _BROKEN_CJK):
                text, edits = _rewritten(text, pattern, lambda piece: piece.strip())
                layers.append(edits)
    for sign in set(_UNEVEN.findall(text)):
        text = text.replace(sign, _even(sign))
    if any(sign in text for sign in _RUN_SIGNS):
        text, edits = _rewritten(text, _RUN, lambda run: "-" if "-" in run else run[0])
        layers.append(edits)
    return _trimmed(text, layers)


def _even(sign: str) -> str:
    if sign.isspace():
        return " "
    return "-" if _DASH.match(sign) else "'"


def _trimmed(text: str, layers: list[Edits]) -> Wording:
    leading = len(text) - len(text.lstrip(" "))
    if leading:
        layers.append(((0, leading),))
    return Wording(text.strip(" "), tuple(edits for edits in layers if edits))


def _rewritten(text: str, pattern: re.Pattern[str], even: Callable[[str], str]) -> tuple[str, Edits]:
    pieces: list[str] = []
    edits: list[tuple[int, int]] = []
    done = length = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        piece = even(match.group())
        pieces += (text[done:start], piece)
        length += start - done + len(piece)
        edits += _edits_of(piece, length, start, end)
        done = end
    if not pieces:
        return text, ()
    pieces.append(text[done:])
    return "".join(pieces), tuple(edits)


def _composed(text: str) -> tuple[str, Edits]:
    if unicodedata.is_normalized("NFC", text) and not INVISIBLE_SIGN.search(text):
        return text, ()
    pieces: list[str] = []
    edits: list[tuple[int, int]] = []
    length = 0
    for start, end in _clusters(text):
        piece = unicodedata.normalize("NFC", INVISIBLE_SIGN.sub("", text[start:end]))
        pieces.append(piece)
        length += len(piece)
        edits += _edits_of(piece, length, start, end)
    return "".join(pieces), tuple(edits)


def _edits_of(piece: str, length: int, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The edits of a piece that ends at this length of the wording and replaces the text from start to end."""
    if len(piece) > end - start:  # no place within it is one of the text
        yield from ((length - rest, start) for rest in range(len(piece) - 1, 0, -1))
    if len(piece) != end - start:
        yield length, end


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Pieces that can be composed one by one: each ends where what follows has no effect on it."""
    start = 0
    for at in range(1, len(text)):
        if not _joins(text, start, at):
            yield start, at
            start = at
    if text:
        yield start, len(text)


def _joins(text: str, start: int, at: int) -> bool:
    sign = text[at]
    if sign < "\u00ad":
        return False
    if unicodedata.combining(sign) or INVISIBLE_SIGN.match(sign):
        return True
    before = unicodedata.normalize("NFC", INVISIBLE_SIGN.sub("", text[start:at]))
    return unicodedata.normalize("NFC", before + sign) != before + unicodedata.normalize("NFC", sign)
