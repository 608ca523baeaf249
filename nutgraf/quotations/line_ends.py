"""Words that were broken at a line’s end: read with or without the hyphen, as the quotation has them.

    … that the inter-
    national community had failed to protect the well-
    known reef …

Nobody can say which of the two hyphens is the word’s own. A quotation of “the international community” is right, and
so is one of “the well-known reef”. The hyphen is left out of the wording where the quotation has the word without it;
everywhere else, and in every other hyphen of the source, it counts.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from nutgraf.quotations.wording import Wording

_LONGEST_HALF = 60  # characters looked at on either side of the hyphen; no word is longer
_HEAD = re.compile(r"[^\s'()\[\]-]+$")
_TAIL = re.compile(r"[^\s'()\[\].,;:!?…。！？।-]+")


class BrokenWord(Struct, frozen=True):
    """A word with a hyphen at which a line of the capture ended."""

    at: int  # of the hyphen in the wording of its paragraph
    whole: str  # the word without it; small letters only
    hyphened: str  # and with it


def broken_words(words: Wording, places: tuple[int, ...]) -> Iterator[BrokenWord]:
    """The words of a paragraph that a line break cut in two, in the order of the places.

    places: 0-based, in the text as given, each directly after a hyphen. A place without a hyphen before it, or without
    letters on both sides, yields nothing.
    """
    for place in places:
        at = bisect_left(range(len(words.text)), place, key=words.place) - 1
        head = _HEAD.search(words.text[max(at - _LONGEST_HALF, 0) : at])
        tail = _TAIL.match(words.text[at + 1 : at + 1 + _LONGEST_HALF])
        if head and tail and words.text[at] == "-":
            first, last = head[0].casefold(), tail[0].casefold()
            yield BrokenWord(at, first + last, f"{first}-{last}")


def mended(words: Wording, broken: tuple[BrokenWord, ...], asked: str, cut: int) -> Wording:
    """The wording without the hyphens of words that the quotation has whole and nowhere with a hyphen.

    asked: the wording of the quotation, case-folded. cut: how many characters at its start this wording lacks in
    comparison with the one in which `broken` was found. Returns the same object if nothing changes.
    """
    hyphens = [word.at - cut for word in broken if word.whole in asked and word.hyphened not in asked]
    if not hyphens:
        return words
    starts, ends = [0, *(at + 1 for at in hyphens)], [*hyphens, len(words.text)]
    text = "".join(words.text[start:end] for start, end in zip(starts, ends, strict=True))
    return Wording(text, (*words.edits, tuple((at - taken, at + 1) for taken, at in enumerate(hyphens))))
