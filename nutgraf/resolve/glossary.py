"""The glossary’s names, made ready to be found in running text (design §3.2).

Every name and its regular English plurals stand under their first word. A text is read once from left to right: at
the beginning of each word the names that begin with it are tried, longest first. So the cost is that of the text,
however many names there are.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from nutgraf.kinds.term import Term

_WORD = re.compile(r"[^\W_]+")
# Spaces and hyphens are one thing ("Pax-Silica"), and so are the two apostrophes. Each maps to one character, so
# that positions stay those of the text.
_SAME = str.maketrans(dict.fromkeys("-\u2010\u2011\n\t\u00a0\u202f", " ") | {"’": "'", "ʼ": "'"})
_HISSING = ("s", "x", "z", "ch", "sh")


@dataclass(frozen=True)
class Name:
    """One way to write a term."""

    text: str  # with plain spaces and apostrophes
    term: str  # slug
    minds_case: bool


@dataclass(frozen=True)
class Glossary:
    """All names by their first word, the longest first."""

    by_first_word: Mapping[str, tuple[Name, ...]]

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where names stand in the text: start, end and the term’s slug; never two that overlap."""
        plain = text.translate(_SAME)
        folded = _fold(plain)
        end = 0
        for word in _WORD.finditer(folded):
            if word.start() < end:
                continue
            for name in self.by_first_word.get(word[0], ()):
                stop = word.start() + len(name.text)
                if self._stands(name, plain, folded, word.start(), stop):
                    yield word.start(), stop, name.term
                    end = stop
                    break

    @staticmethod
    def _stands(name: Name, plain: str, folded: str, start: int, stop: int) -> bool:
        written = plain[start:stop] if name.minds_case else folded[start:stop]
        if written != (name.text if name.minds_case else _fold(name.text)):
            return False
        return not (name.text[-1].isalnum() and folded[stop : stop + 1].isalnum())


def _fold(text: str) -> str:
    """Small letters, one for each: a letter whose small form is longer (İ) stays as it is."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def make_glossary(terms: Iterable[Term]) -> Glossary:
    """The glossary of the terms that are linked by themselves."""
    names: dict[str, dict[str, Name]] = {}
    for term in terms:
        for written in term.names if term.is_linked else ():
            minds_case = term.minds_case(written)
            for form in (written, *_plurals(written)):
                text = form.translate(_SAME)
                word = _WORD.search(_fold(text))
                if word and word.start() == 0:
                    names.setdefault(word[0], {}).setdefault(text, Name(text, term.slug, minds_case))
    by_first = {
        word: tuple(sorted(forms.values(), key=lambda name: (-len(name.text), name.text)))
        for word, forms in names.items()
    }
    return Glossary(by_first)


def _plurals(name: str) -> tuple[str, ...]:
    """The regular English plurals of a name (Oxford Guide to Style, ch. 4)."""
    if not name[-1:].isalpha() or not name.isascii():
        return ()
    if name.endswith(_HISSING):
        return (name + "es",)
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return (name[:-1] + "ies",)
    return (name + "s",)
