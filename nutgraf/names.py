"""Names in running text: what a reader might want explained and the glossary does not have.

A name is a run of capitalised words or a word in capitals. The first word of a sentence is capitalised anyway, so it
counts only where it is part of a longer name or is written so elsewhere. Scripts without capitals give no names, and
German, which capitalises every noun, gives only acronyms.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from nutgraf.dates.locales import locale_of

_CAPITAL = r"[^\W\d_a-z]"
_WORD = rf"[^\W\d_][^\W_]*(?:[’'.&-](?={_CAPITAL})[^\W_]+)*"
_PART = rf"(?:{_CAPITAL}\.\s+)*(?={_CAPITAL}){_WORD}"  # with initials before it: S. Jaishankar
_LINK = r"\s+(?:of\s+(?:the\s+)?|de\s+|da\s+|von\s+|van\s+|bin\s+|al-)?"
_RUN = re.compile(rf"(?<![\w@#]){_PART}(?:{_LINK}{_PART})*")
_SENTENCE = re.compile(r"(?:\n\s*|[.!?:…][”’\"')\]]*\s+|[“‘\"(\[]\s*|^\W*)$")
_BLOT = "|"
_LOOK_BACK = 6  # characters before a word that tell whether it begins a sentence
_ALL_NOUNS = frozenset({"de", "lb"})  # languages that capitalise every noun
_STOP = frozenset(
    (
        "a an and as at but by for from he her his how i if in is it its mr mrs ms dr no not of on or our she so some "
        "that the their there these they this those to was we were what when where which while who whom whose why "
        "will with yes you your also after before"
    ).split()
)


class Name(Struct, frozen=True):
    """A name as it is written somewhere."""

    text: str
    start: int  # in the text it was found in
    end: int
    is_certain: bool  # not only the capital of a sentence's first word


@lru_cache
def _calendar(language: str) -> frozenset[str]:
    """Days and months, which are written with capitals but need no entry."""
    locale = locale_of(language)
    if locale is None:
        return frozenset()
    tables = (locale.months["format"], locale.days["format"])
    return frozenset(
        name.lower().rstrip(".")
        for table in tables
        for width in ("wide", "abbreviated")
        for name in table[width].values()
    )


def names_in(text: str, language: str = "en") -> Iterator[Name]:
    """The names in a text, in its order, each as long as possible, with 0-based places.

    Days, months and small words aside.
    language: a BCP 47 tag; German and Luxembourgish, which capitalise every noun, give only acronyms.
    """
    small = _STOP | _calendar(language)
    only_acronyms = language.partition("-")[0] in _ALL_NOUNS
    for run in _RUN.finditer(text):
        name = _trimmed(run, text, small)
        if name and not _is_title(name, text) and (name.text.isupper() or not only_acronyms):
            yield name


def _is_title(name: Name, text: str) -> bool:
    """Whether the name stands right beside one that is blotted out: “President” before a president’s name."""
    return text[name.end : name.end + 2].strip() == _BLOT or text[max(name.start - 2, 0) : name.start].strip() == _BLOT


def _trimmed(run: re.Match[str], text: str, small: frozenset[str]) -> Name | None:
    """The run without words that only begin its sentence and without small words, days and months at its ends."""
    words = [*re.finditer(_WORD, run[0])]
    is_first = bool(_SENTENCE.search(text[max(run.start() - _LOOK_BACK, 0) : run.start()]))
    while words and not _is_of_name(words[0][0], small):
        words.pop(0)
        is_first = False
    while words and not _is_of_name(words[-1][0], small):
        words.pop()
    if not words:
        return None
    start, end = run.start() + words[0].start(), run.start() + words[-1].end()
    name = text[start:end]
    if len(name) < 2:
        return None
    is_acronym = len(words) == 1 and name.isupper()
    return Name(name, start, end, is_acronym or len(words) > 1 or not is_first)


def _is_of_name(word: str, small: frozenset[str]) -> bool:
    """Whether a name may begin or end with the word."""
    return word[0].isupper() and word.lower() not in small


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text, as long as before, with a bar for each character of the spans: names that the glossary has."""
    signs = [*text]
    for start, end in spans:
        signs[start:end] = _BLOT * (end - start)
    return "".join(signs)


class Count(Struct, frozen=True):
    """How often a name stands, and in how many places."""

    name: str
    times: int
    places: int


def recurring(places: Iterable[Iterable[Name]]) -> tuple[Count, ...]:
    """The names that more than one place has, most frequent first, then by name.

    Only those that are certain somewhere.
    """
    times: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    certain: set[str] = set()
    for place in places:
        names = [*place]
        times.update(name.text for name in names)
        seen.update({name.text for name in names})
        certain.update(name.text for name in names if name.is_certain)
    found = [
        Count(name, times[name], seen[name])
        for name in certain
        if seen[name] > 1 and name[:-1] not in certain  # “Indian” beside “India”
    ]
    return tuple(sorted(found, key=lambda count: (-count.times, count.name)))
