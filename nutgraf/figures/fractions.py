"""Parts of a whole: half of, two-thirds, 3/4, ½, and the half in “two and a half”."""

from decimal import Decimal

from nutgraf.figures.multipliers import times_behind
from nutgraf.figures.tokens import Tokens
from nutgraf.figures.words import Tables, signs

_ONE = Decimal(1)
_NONE = Decimal(0)


def slashed(tokens: Tokens, start: int) -> Decimal | None:
    """The value of 3/4; None for 26/11, 24/7, 9/11 and the like."""
    over, under = tokens[start], tokens[start + 2]
    is_plain = over.isdigit() and under.isdigit() and len(over) < 3 and len(under) < 4 and over[0] != "0" != under[0]
    if not is_plain or (over, under) == ("9", "11") or tokens[start + 3] == "/" or tokens[start - 1] == "/":
        return None
    return Decimal(over) / Decimal(under) if int(over) < int(under) else None


def part_behind(tokens: Tokens, end: int) -> tuple[Decimal, int]:
    """½ or 1/2 after a number, and where it ends."""
    if tokens[end] in signs.VULGAR and tokens.is_near(end):
        return vulgar_value(tokens[end]), end + 1
    if tokens.is_digits(end) and tokens[end + 1] == "/" and tokens.is_digits(end + 2) and tokens.is_near(end):
        part = slashed(tokens, end)
        return (part, end + 3) if part else (_NONE, end)
    return _NONE, end


def and_part(tokens: Tokens, end: int, tables: Tables) -> tuple[Decimal, int]:
    """What “and a half” adds to the number before it, and where it ends."""
    words, at = tables.words, tokens.behind(end)
    if tokens[at] not in words.ands:
        return _NONE, end
    at = tokens.behind(at + 1)
    if tokens[at] in words.halves:
        return Decimal("0.5"), at + 1
    number = 1 if tokens[at] in words.articles else words.numbers.get(tokens[at])
    noun = tokens[at_noun := tokens.behind(at + 1)]
    if number == 1 and noun in words.halves:
        return Decimal("0.5"), at_noun + 1
    under = (words.parts if number == 1 else words.many_parts).get(noun)
    return (Decimal(number) / under, at_noun + 1) if number and under and number < under else (_NONE, end)


def fraction_at(tokens: Tokens, start: int, tables: Tables) -> tuple[Decimal, Decimal, int] | None:
    """The value of half of, a third of, two-thirds; what multiplies it (half a million); and the token after both."""
    words, word, before = tables.words, tokens[start], tokens[start - 1]
    if word in words.halves:
        if before in words.ordinals or before in words.not_beside_half or tokens[start + 1] in words.not_beside_half:
            return None
        value, end, is_loose = Decimal("0.5"), start + 1, True
    else:
        number = 1 if word in words.articles else words.numbers.get(word, 0)
        end = tokens.behind(start + 1)
        under = (words.parts if number == 1 else words.many_parts).get(tokens[end], 0)
        if not 0 < number < under or (number > 1 and before in words.not_before_parts) or (number, under) == (2, 4):
            return None
        value, end, is_loose = Decimal(number) / under, end + 1, word in words.articles
    times, after = _times_of_part(tokens, end, tables)
    is_of_unit = tokens[end] in words.articles and bool(tokens.phrase_at(end + 1, tables.units))  # half a per cent
    is_part = not tokens.is_joining(end) and (
        is_of_unit or before in words.before_part or tokens[end] in words.after_part
    )
    if is_loose and times == 1 and not is_part:
        return None
    return value, times, after


def _times_of_part(tokens: Tokens, end: int, tables: Tables) -> tuple[Decimal, int]:
    """The multiplier of “half a million” and “a quarter of a million”, and where it ends."""
    at = end + 1 if tokens[end] == "of" and tokens[end + 1] in tables.words.articles else end
    at = tokens.behind(at)
    at = tokens.behind(at + 1) if tokens[at] in tables.words.articles else at
    times, after, _ = times_behind(tokens, at, tables, is_money=False)
    return (times, after) if times > 1 else (_ONE, end)


def vulgar_value(sign: str) -> Decimal:
    """The value of ½ and its like; raises KeyError for other signs."""
    over, under = signs.VULGAR[sign]
    return Decimal(over) / under
