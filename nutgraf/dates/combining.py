"""Phrases beside each other that are one date: a weekday and its day, a month and its year, both ends of a range."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from nutgraf.dates.rows import Phrase, Row
from nutgraf.dates.spans import Unit, edge_of_span, joined
from nutgraf.patterns import seldom

_EDGE_BEFORE = seldom(r"bo?T?-?\Z")
_BETWEEN = seldom(r"(?:,|,?\(|T|,T)?\Z")


def combined(phrases: Iterable[Phrase], row: Row) -> list[Phrase]:
    """The phrases of a row in its order, those that are one date put together."""
    single = _with_years(_without_weekdays(phrases, row), row)
    return _edged(_ranges(single, row), row)


def _without_weekdays(phrases: Iterable[Phrase], row: Row) -> list[Phrase]:
    """The phrases, where “Thursday, 4 February” and “4 February (Thursday)” are one each."""
    found: list[Phrase] = []
    for phrase in phrases:
        before = found[-1] if found else None
        between = row.symbols[before.end : phrase.start] if before else "."
        if before and _BETWEEN.match(between):
            kinds = before.kind, phrase.kind
            is_apart = (
                not between and row.symbols[before.end - 1] == "h"
            )  # “on Monday night 21 November was named”: two dates
            if kinds == ("weekday", "span") and phrase.unit == "day" and not is_apart:
                found[-1] = phrase if "(" in between else replace(phrase, start=before.start)
                continue
            if kinds == ("span", "weekday") and before.unit == "day" and not phrase.which:
                found[-1] = before if "(" in between else replace(before, end=phrase.end)
                continue
        found.append(phrase)
    return found


def _with_years(phrases: list[Phrase], row: Row) -> list[Phrase]:
    """The phrases, where “March last year” and “last year in March” are one each."""
    found: list[Phrase] = []
    for phrase in phrases:
        before = found[-1] if found else None
        between = row.symbols[before.end : phrase.start] if before else "."
        if before and _is_year(before) and _lacks_year(phrase) and re.fullmatch(r",?c?|o", between):
            found[-1] = replace(phrase, start=before.start, kind="part", counts=before.counts)
        elif before and _lacks_year(before) and _is_year(phrase) and between in ("", "o", "C"):
            found[-1] = replace(before, end=phrase.end, kind="part", counts=phrase.counts)
        else:
            found.append(phrase)
    return found


def _is_year(phrase: Phrase) -> bool:
    return phrase.kind == "unit" and phrase.counted == "year" and not phrase.edge


def _lacks_year(phrase: Phrase) -> bool:
    return phrase.kind == "span" and bool(phrase.spans) and all(span.year is None for span in phrase.spans)


def _ranges(phrases: list[Phrase], row: Row) -> list[Phrase]:
    """The phrases, where “28 February–2 March” and “between May and July” are one each."""
    found: list[Phrase] = []
    for phrase in phrases:
        before = found[-1] if found else None
        if before and _is_range(before, phrase, row):
            spans = (joined(before.spans[0], phrase.spans[0]),)
            found[-1] = replace(before, end=phrase.end, spans=spans, unit=phrase.unit)
        else:
            found.append(phrase)
    return found


def _is_range(first: Phrase, second: Phrase, row: Row) -> bool:
    between = row.symbols[first.end : second.start]
    is_between = between == "&" and (row.word_at(first.start - 1) == "between" or row.word_at(second.end + 1) == "बीच")
    if not (re.fullmatch(",?-T?", between) or is_between) or first.unit != second.unit:
        return False
    is_plain = first.kind == second.kind == "span" and len(first.spans) == len(second.spans) == 1
    years = first.spans[0].year if is_plain else None, second.spans[0].year if is_plain else None
    return is_plain and not (years[0] is not None and years[1] is not None and years[0] > years[1])


def _edged(phrases: list[Phrase], row: Row) -> list[Phrase]:
    """The phrases, with “early”, “end of” or “week of” drawn to the month, year or day that they are about."""
    return [_with_edge(_with_edge_word(phrase, row)) for phrase in phrases]


def _with_edge_word(phrase: Phrase, row: Row) -> Phrase:
    if phrase.kind not in ("span", "unit", "part", "month") or phrase.edge:
        return phrase
    if phrase.unit == "day":
        is_week = row.before(phrase.start).endswith("uo") and row.tokens[phrase.start - 2].name == "week"
        return replace(phrase, start=phrase.start - 2, edge="week", unit="week") if is_week else phrase
    if phrase.unit not in ("month", "year"):
        return phrase
    if before := _EDGE_BEFORE.search(row.symbols, max(0, phrase.start - 4), phrase.start):
        return replace(phrase, start=before.start(), edge=row.tokens[before.start()].name)
    if row.symbols.startswith("ob", phrase.end):
        return replace(phrase, end=phrase.end + 2, edge=row.tokens[phrase.end + 1].name)
    return phrase


def _with_edge(phrase: Phrase) -> Phrase:
    """The phrase with its months or year cut to that edge; of other days, resolution does it."""
    if len(phrase.spans) != 1 or phrase.edge not in ("early", "mid", "late"):
        return phrase
    unit: Unit = "week" if phrase.unit == "month" else "quarter"
    return replace(phrase, spans=(edge_of_span(phrase.spans[0], phrase.edge),), unit=unit, edge="")
