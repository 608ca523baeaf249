"""The numbers of a text, each with its sign, its currency and its unit."""

import re

from nutgraf.figures.amounts import Amount, amount_at
from nutgraf.figures.not_figures import end_of_none
from nutgraf.figures.ranges import Part, link
from nutgraf.figures.rates import rate_at
from nutgraf.figures.rounding import rounding_of
from nutgraf.figures.tokens import Tokens
from nutgraf.figures.words import Tables, Unit

_YEAR = re.compile(r"[12]\d{3}")
_TODAY = range(1900, 2100)  # four digits that are a year unless their noun says otherwise
_SIGNS_OF_MONEY = frozenset("$€£₹¥")


def parts_of(tokens: Tokens, tables: Tables) -> list[Part]:
    """The numbers of a text, in its order; times of day are among them, names and codes are not."""
    parts: list[Part] = []
    end = 0
    for index, word in enumerate(tokens.keys):
        if index < end or not (word in tables.starts or tokens.is_digits(index)):
            continue
        after = _end_of_none(tokens, index, tables, parts)
        if after:
            end = after
            continue
        part = rate_at(tokens, index, tables) or _part(tokens, index, tables)
        if part is None:
            continue
        end = part.last
        if part.values:
            parts.append(part)
            if len(parts) > 1:
                link(parts, tokens, tables)
            _round(parts, tokens, tables)
    return parts


def _end_of_none(tokens: Tokens, index: int, tables: Tables, parts: list[Part]) -> int | None:
    is_in_range = bool(parts) and parts[-1].last == index - 1
    return end_of_none(tokens, index, tables, is_in_range) if tokens.is_digits(index) else None


def _part(tokens: Tokens, index: int, tables: Tables) -> Part | None:
    """The number that begins with a token."""
    first, unit = _money_before(tokens, index, tables)
    amount = amount_at(tokens, index, tables, unit is not None)
    if amount is None:
        return None
    first, is_minus = _sign_before(tokens, first, tables)
    last, unit = _unit_behind(tokens, amount, unit, tables)
    values = frozenset(-value for value in amount.values) if is_minus else amount.values
    is_bare = unit is None and amount.times == 1 and amount.end == index + 1 and not amount.is_ordinal
    return Part(
        first=first,
        last=last,
        values=values,
        times=amount.times,
        unit=unit,
        in_words=amount.in_words,
        is_ordinal=amount.is_ordinal,
        may_be_metres=amount.may_be_metres and not (unit and unit.kind == "sum"),
        is_year=is_bare and _is_year(tokens, index, tables),
    )


def _money_before(tokens: Tokens, index: int, tables: Tables) -> tuple[int, Unit | None]:
    """Where the currency before a number begins, and which it is: its letters are capitals, its parts glued."""
    if tokens.starts[index] - tokens.ends[index - 1] > 1:
        return index, None
    for words, currency in tables.money_before.get(tokens[index - 1], ()):
        start = index - len(words)
        if start < 0 or tuple(tokens.keys[start:index]) != words:
            continue
        written = tokens.plain[tokens.starts[start] : tokens.ends[index - 1]]
        is_code = (
            written.isupper() or written[:2] in {"Rs", "rs", "Re"} or not (written.isascii() and written[0].isalpha())
        )
        if is_code and all(tokens.is_glued(at) for at in range(start + 1, index)):
            return start, Unit("sum", currency)
    return index, None


def _unit_behind(tokens: Tokens, amount: Amount, unit: Unit | None, tables: Tables) -> tuple[int, Unit | None]:
    """Where the unit behind a number ends, and which it is."""
    if amount.is_ordinal or not amount.values:
        return amount.end, unit
    at = tokens.behind(amount.end)
    if max(amount.values) < 1 and amount.in_words and tokens[at] in tables.words.articles:
        at += 1  # half a per cent
    elif max(amount.values) < 1 and amount.in_words and tokens[at + 1] in tables.words.articles:
        at += 2 if tokens[at] in tables.words.after_part else 0  # a quarter of a percentage point
    found = tokens.phrase_at(at, tables.units)
    if not found or (unit and found[1].kind == "sum"):
        return amount.end, unit
    end, behind = found
    is_of_next = tokens[end - 1] in _SIGNS_OF_MONEY and tokens.is_glued(end) and tokens.is_digits(end)
    return (amount.end, unit) if is_of_next else (end, unit or behind)


def _sign_before(tokens: Tokens, first: int, tables: Tables) -> tuple[int, bool]:
    """Where the sign before a number begins, and whether it is a minus."""
    at = first - 1
    if tokens[at] in tables.words.minus:
        return at, True
    is_free = not tokens.is_glued(at) or tokens[at - 1] in {"(", "[", "/"}
    is_sign = tokens[at] in {"-", "+"} and tokens.is_glued(first) and is_free and not tokens.is_digits(at - 1)
    return (at, tokens[at] == "-") if is_sign else (first, False)


def _is_year(tokens: Tokens, index: int, tables: Tables) -> bool:
    digits, words = tokens[index], tables.words
    if not _YEAR.fullmatch(digits):
        return False
    before, behind = tokens[index - 1], tokens[tokens.behind(index + 1)]
    is_rounded = before not in words.unsure and bool(tokens.phrase_before(index, tables.before))
    is_counting = is_rounded or behind in words.things or behind in words.measures
    if int(digits) in _TODAY:
        is_cue = before in words.year_before and not (is_counting and digits.endswith("00"))  # in 2000 villages
        return is_cue or not is_counting
    is_told = before in words.year_before or (behind in words.year_after and tokens[index + 2] not in tables.to)
    return is_told and not is_counting


def _round(parts: list[Part], tokens: Tokens, tables: Tables) -> None:
    """Gives the last number its rounding; both ends of a range share it."""
    part = parts[-1]
    if part.is_year or part.is_score:
        return
    part.rounding = rounding_of(tokens, part.first, part.last, tables, part.is_small)
    if part.link == "range":
        if parts[-2].rounding != "exact" and tokens[parts[-2].last] == "-":
            part.rounding = parts[-2].rounding
        elif part.rounding == "most":
            part.rounding = "exact"  # 3 से 5 तक
