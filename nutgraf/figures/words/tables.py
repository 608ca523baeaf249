"""The words of several languages together, ready to be looked up."""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache, reduce
from typing import Any, Literal, TypeVar

from msgspec import Struct
from msgspec.structs import fields

from nutgraf.figures.words.en import LANGUAGE as ENGLISH
from nutgraf.figures.words.hi import LANGUAGE as HINDI
from nutgraf.figures.words.language import Language, Rounding
from nutgraf.figures.words.signs import CURRENCIES_AFTER, CURRENCIES_BEFORE, PER_CENT, VULGAR

_LANGUAGES = {"en": ENGLISH, "hi": HINDI}
_NONE = Language(**{field.name: field.type.__origin__() for field in fields(Language)})
# Hindi is written with and without nukta, with candrabindu or anusvara, and with joiners that nobody sees.
_ALIKE = {0x93C: None, 0x901: 0x902, 0x200C: None, 0x200D: None, 0x2018: 0x2019, 0x27: 0x2019} | dict(
    zip(range(0x958, 0x960), map(ord, "कखगजडढफय"), strict=True)
)
Found = TypeVar("Found")
Phrases = dict[str, list[tuple[tuple[str, ...], Found]]]


class Unit(Struct, frozen=True):
    """What stands behind a number and says what kind of figure it is."""

    kind: Literal["share", "points", "sum", "time"]
    currency: str | None = None
    size: Decimal = Decimal(1)


class Tables(Struct, frozen=True):
    """The words of some languages, with phrases by their first word (longest first), and by their last."""

    words: Language
    starts: frozenset[str]  # words that a number may begin with
    units: Phrases[Unit]
    money_before: Phrases[str]  # by last word
    before: Phrases[Rounding]  # by last word
    after: Phrases[Rounding]
    to: frozenset[str]  # between the ends of a range, the hyphen too
    between_after: Phrases[bool]  # behind both ends of one


def key(word: str) -> str:
    """The form in which the tables have a word."""
    return word.lower() if word.isascii() else word.lower().translate(_ALIKE)


@lru_cache
def tables_of(languages: tuple[str, ...]) -> Tables:
    """The tables of languages, by BCP 47 tags, and the signs that all share; others add nothing."""
    known = [
        _LANGUAGES[tag] for tag in dict.fromkeys(each.split("-")[0].lower() for each in languages) if tag in _LANGUAGES
    ]
    words = reduce(_both, map(_keyed, known), _NONE)
    starts = {
        *words.numbers, *words.alone, *words.articles, *words.ordinals, *words.wholes, *words.shifts, *words.halves,
        *words.rates_turned,
    }  # fmt: skip
    units = [(phrase, Unit("share")) for phrase in words.per_cent | frozenset(map(key, PER_CENT))]
    units += [(phrase, Unit("points", size=size)) for phrase, size in words.points.items()]
    units += [(phrase, Unit("sum", name)) for phrase, name in (CURRENCIES_AFTER | words.currencies).items()]
    units += [(phrase, Unit("time")) for phrase in words.hours]
    return Tables(
        words=words,
        starts=frozenset(starts | VULGAR.keys()),
        units=_phrases(units, 0),
        money_before=_phrases(CURRENCIES_BEFORE.items(), -1),
        before=_phrases(words.before.items(), -1),
        after=_phrases(words.after.items(), 0),
        to=words.to | {"-"},
        between_after=_phrases(((phrase, True) for phrase in words.between_after), 0),
    )


def _keyed(language: Language) -> Language:
    return Language(**{field.name: _with_keys(getattr(language, field.name)) for field in fields(Language)})


def _with_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {key(word): _with_keys(meaning) for word, meaning in value.items()}
    if isinstance(value, frozenset | tuple):
        return type(value)(map(_with_keys, value))
    return key(value) if isinstance(value, str) else value


def _both(one: Language, other: Language) -> Language:
    pairs = ((field.name, getattr(one, field.name), getattr(other, field.name)) for field in fields(Language))
    return Language(**{name: a + b if isinstance(a, tuple) else a | b for name, a, b in pairs})


def _phrases(meanings: Iterable[tuple[str, Found]], by: int) -> Phrases[Found]:
    found: Phrases[Found] = {}
    for phrase, meaning in meanings:
        words = tuple(phrase.split())
        found.setdefault(words[by], []).append((words, meaning))
    for phrases in found.values():
        phrases.sort(key=lambda pair: -len(pair[0]))
    return found
