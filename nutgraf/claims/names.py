"""Names of people and bodies in a claim: each must be in its evidence, under any of its names."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial

from msgspec import Struct, field

from nutgraf.claims.evidence import Ground, Passage
from nutgraf.claims.verdict import Verdict, look_for
from nutgraf.names import names_in

# Words before a surname that belong to nobody’s name.
_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady president vice prime minister secretary senator sen "
    "representative rep congressman congresswoman ambassador envoy governor gov mayor judge justice chief chancellor "
    "chairman chairwoman chair director general gen colonel col captain capt major lieutenant sergeant admiral adm "
    "king queen prince princess pope bishop archbishop cardinal father sister brother imam rabbi inspector "
    "commissioner constable attorney premier speaker deputy foreign external affairs defence defense finance home "
    "state former coach manager smt shri sri".split()
)
_SURNAME_LETTERS = 3
_INITIALS_OF_A_BODY = 3
_LETTER = r"[\w\u0900-\u0dff]"  # with the vowel signs of India’s scripts


class Name(Struct, frozen=True):
    """A person or a body that the glossary has."""

    key: str  # tells one from another
    written: tuple[str, ...]  # its title and its aliases
    is_person: bool

    @property
    def surnames(self) -> frozenset[str]:
        """The last word of each full name of a person."""
        parts = [each.split() for each in self.written] if self.is_person else []
        return frozenset(each[-1] for each in parts if len(each) > 1 and len(each[-1]) >= _SURNAME_LETTERS)

    @property
    def words(self) -> frozenset[str]:
        """All words of its names, without capitals."""
        return frozenset(word.casefold().strip(".") for each in self.written for word in each.split())

    @property
    def initials(self) -> frozenset[str]:
        """The acronyms of a body: WHO for World Health Organization."""
        parts = [re.findall(r"\b[^\W\d_]", each) for each in self.written if not self.is_person]
        letters = ("".join(letter for letter in each if letter.isupper()) for each in parts)
        return frozenset(each for each in letters if len(each) >= _INITIALS_OF_A_BODY)


class NameFinder(Struct, frozen=True):
    """Finds people and bodies in a text."""

    find: Callable[[str], Iterable[tuple[int, int, str]]]  # start, end and key of every name that the glossary has
    names: dict[str, Name] = field(default_factory=dict)  # people and bodies by key

    def in_claim(self, text: str, language: str) -> Iterator[tuple[int, int, Name | None]]:
        """The people and bodies of a claim. None: a full name that the glossary does not have."""
        taken: list[tuple[int, int]] = []
        for start, end, key in self.find(text):
            taken.append((start, end))
            if key in self.names and not text[start].islower():  # “the council” is a noun
                yield start, end, self.names[key]
        for name in names_in(text, language):
            if any(name.start < end and start < name.end for start, end in taken):
                continue
            known = self._by_surname.get(name.text) if name.is_certain else None
            if known:
                yield name.start, name.end, known
            elif " " in name.text and name.is_certain:
                yield name.start, name.end, None

    @property
    def _by_surname(self) -> dict[str, Name]:
        """The people by surnames that only one of them has."""
        return _by_surname(tuple(self.names.values()))


@lru_cache(8)
def _by_surname(names: tuple[Name, ...]) -> dict[str, Name]:
    found: dict[str, list[Name]] = {}
    for name in names:
        for surname in name.surnames:
            found.setdefault(surname, []).append(name)
    return {surname: known[0] for surname, known in found.items() if len(known) == 1}


def check_names(text: str, grounds: Sequence[Ground], finder: NameFinder, language: str) -> Iterator[Verdict]:
    """A verdict for each person and body of the text.

    One that the glossary does not have, and no source that is cited, is a fault only if another source has it.
    """
    named = tuple(finder.in_claim(text, language))
    if not named:
        return
    spellings = tuple(pair for ground in grounds for pair in ground.spellings)
    near = [passage.text for ground in grounds for passage in ground.near]
    if not any(key in finder.names for each in near for _, _, key in finder.find(each)):
        grounds = [ground.with_headline() for ground in grounds]  # “he” is whom the whole text is about
    for start, end, name in named:
        written = text[start:end]
        if name:
            found = look_for(grounds, partial(find_name, name, written, finder=finder, spellings=spellings))
        else:
            found = look_for(grounds, partial(_find_in, written))
        yield Verdict("name", written, start, end, found, is_listed=name is not None)


def find_name(
    name: Name, written: str, passage: Passage, *, finder: NameFinder, spellings: Iterable[tuple[str, str]]
) -> tuple[int, int] | None:
    """Where a passage names a person or a body: by a name of the glossary, the source’s spelling, surname or acronym.

    written: the name as the claim has it.
    """
    others: list[tuple[int, int]] = []  # that are named there
    for start, end, key in finder.find(passage.text):
        if key == name.key:
            return start, end
        others.append((start, end))
    for words in (*_spelled(name, spellings), *name.initials):
        if place := find_words(words, passage.text):
            return place
    for surname in name.surnames:
        for start, end in _places(surname, passage.text):
            is_of_another = any(start < last and first < end for first, last in others)
            if not is_of_another and not _is_another(name, surname, passage):
                return start, end
    # In capitals throughout, or a noun that is somebody’s name too: “Fish grows dearer”.
    return find_words(written, passage.text, re.IGNORECASE)


def _find_in(words: str, passage: Passage) -> tuple[int, int] | None:
    return find_words(words, passage.text)


def find_words(words: str, text: str, flags: re.RegexFlag = re.NOFLAG) -> tuple[int, int] | None:
    """Where whole words first are in a text."""
    return next(_places(words, text, flags), None)


def _places(words: str, text: str, flags: re.RegexFlag = re.NOFLAG) -> Iterator[tuple[int, int]]:
    found = re.finditer(rf"(?<!{_LETTER})(?<!{_LETTER}-){re.escape(words)}(?!{_LETTER})", text, flags)
    return (match.span() for match in found)


def _spelled(name: Name, spellings: Iterable[tuple[str, str]]) -> Iterator[str]:
    """How the sources spell the name, whole and its surname."""
    for theirs, ours in spellings:
        if ours in name.written or ours in name.surnames:
            yield theirs
            if name.is_person and " " in theirs:
                yield theirs.split()[-1]


def _is_another(name: Name, surname: str, passage: Passage) -> bool:
    """Whether everyone of that surname in the passage is somebody else: another first name stands before it."""
    runs = [each for each in names_in(passage.text, passage.languages[0]) if surname in each.text.split()]
    return bool(runs) and not any(
        all(_may_precede(word, name) for word in each.text.split()[: each.text.split().index(surname)]) for each in runs
    )


def _may_precede(word: str, name: Name) -> bool:
    bare = word.casefold().strip(".")
    is_initial = len(bare) == 1 and any(known.startswith(bare) for known in name.words)
    return is_initial or bare in name.words or bare in _TITLES
