"""Where the sentences of a text end."""

import re
from collections.abc import Iterator

SENTENCE_END = re.compile(
    r"[.!?…]+[’”\"'»)\]]*\s+(?=[\"“‘«(\[¿¡]*[^\Wa-z_])"  # not before a small letter
    r"|[。！？][”’」』）\"')]*\s*|[।॥؟۔]+[”’\"')]*\s*"
)
# Stops that end no sentence: titles, months, and what stands before a number or a name.
_ABBREVIATIONS = frozenset(
    "mr mrs ms mx dr prof sen rep gov gov’t gen lt col maj capt sgt cpl adm amb hon rev fr st mt ft rs no nos inc ltd "
    "co corp bros jr sr vs v etc e.g i.e cf ca approx est dept assn jan feb mar apr jun jul aug sep sept oct nov dec "
    "mon tue wed thu fri sat sun p pp vol fig art sec ch ed eds op shri smt km kg nr bzw z.b d.h m mm mme mlle".split()
)
_LAST_WORD = re.compile(r"([^\s“\"‘'«(\[]+)\.$")
_STARTERS = frozenset(
    "a an the this that these those it he she they we you i in on at but and or so if when while after before for from "
    "there its his her their our as with by what who how why yet still".split()
)
_FIRST_WORD = re.compile(r"[\"“‘«(\[]*([^\W_]+)")


def sentences_in(text: str) -> Iterator[str]:
    """The sentences of a text, in order, without spaces around them."""
    for start, end in sentence_spans(text):
        sentence = text[start:end].strip()
        if sentence:
            yield sentence


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends (0-based, end exclusive), in order; together they are the whole text."""
    start = 0
    for match in SENTENCE_END.finditer(text):
        if ends_sentence(text, match):
            yield start, match.end()
            start = match.end()
    if start < len(text):
        yield start, len(text)


def words_around(text: str, start: int, end: int, longest: int = 120) -> tuple[int, int]:
    """Where the sentence around text[start:end] begins and ends; of a long one, the words around it.

    longest: characters, about.
    """
    first, last = next((span for span in sentence_spans(text) if span[0] <= start < span[1]), (start, end))
    room = max(longest - (end - start), 0) // 2
    if last - first > longest:
        first = first if start - first <= room else text.find(" ", start - room, start) + 1 or start
        last = last if last - end <= room else max(text.rfind(" ", end, end + room), end)
    return first, first + len(text[first:last].rstrip())


def ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether a stop that SENTENCE_END matched ends a sentence, and no abbreviation or initial."""
    word = _LAST_WORD.search(text[max(match.start() - 20, 0) : match.start() + 1])
    if not word or text[match.start() : match.end()].strip() != ".":
        return True
    if word[1].casefold() in _ABBREVIATIONS:
        return False
    is_initial = len(word[1]) == 1 and word[1].isupper()
    is_acronym = "." in word[1] and all(len(part) == 1 for part in word[1].split("."))
    if is_initial or is_acronym:
        following = _FIRST_WORD.match(text, match.end())
        return is_acronym and following is not None and following[1].casefold() in _STARTERS
    return True
