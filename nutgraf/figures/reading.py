"""The figures of a text, each with what it means, however it is written."""

import re
from functools import lru_cache

from nutgraf.figures.days import days_in, month_names
from nutgraf.figures.figure import Figure, Kind
from nutgraf.figures.parts import parts_of
from nutgraf.figures.ranges import Part
from nutgraf.figures.tokens import Tokens, plain_of
from nutgraf.figures.words import Tables, tables_of

# Digits and fractions, and scripts whose words have signs that Python does not count as letters.
_SIGN = re.compile(r"[\d¼-¾⅐-⅟\u0900-\u0dff]")
_WORD = re.compile(r"[^\W\d_]+")


def figures_in(text: str, languages: tuple[str, ...] = ("en",)) -> tuple[Figure, ...]:
    """The figures of a text, in its order: numbers, shares, points, sums of money, scores, years and dates.

    text: plain text, digits of any script. languages: BCP 47 tags; number words are read in those that
    nutgraf/figures/words has (en, hi), names of months in all (Unicode CLDR). Names with digits (G20, COVID-19), times
    of day, web addresses and the numbers of pages, sections, versions and telephones are no figures.
    """
    if not may_have_figures(text, languages):
        return ()
    plain, tables = plain_of(text), tables_of(languages)
    days = [*days_in(plain, languages)]
    found = [Figure("date", text[start:end], start, end, frozenset(), day=day) for start, end, day in days]
    tokens = Tokens(plain, ((start, end) for start, end, _ in days))
    parts = parts_of(tokens, tables)
    found += [_figure(part, text, tokens, tables) for part in parts if not (part.unit and part.unit.kind == "time")]
    return tuple(sorted(found, key=lambda figure: figure.start))


def may_have_figures(text: str, languages: tuple[str, ...] = ("en",)) -> bool:
    """Whether there is anything in the text that a figure or a date could begin with: most sentences have none.

    languages: BCP 47 tags. Words in scripts of India may always begin one.
    """
    if _SIGN.search(text):
        return True
    return not _first_words(languages).isdisjoint(_WORD.findall(text.lower()))


@lru_cache
def _first_words(languages: tuple[str, ...]) -> frozenset[str]:
    return tables_of(languages).starts | {word for name in month_names(languages) for word in _WORD.findall(name)}


def _figure(part: Part, text: str, tokens: Tokens, tables: Tables) -> Figure:
    start, end = tokens.starts[part.first], tokens.ends[part.last - 1]
    kind = _kind(part)
    return Figure(
        kind,
        text[start:end],
        start,
        end,
        part.meaning(),
        currency=part.unit.currency if part.unit else None,
        rounding=part.rounding,
        is_counted=kind == "number" and part.in_words and (part.is_ordinal or part.is_small),
        is_ordinal=part.is_ordinal,
        is_alone=not tokens.is_word(part.last) or tokens[part.last] in tables.words.loose,
    )


def _kind(part: Part) -> Kind:
    if part.is_score:
        return "score"
    if part.unit and part.unit.kind != "time":
        return part.unit.kind
    return "year" if part.is_year else "number"
