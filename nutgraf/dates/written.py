"""Readers of dates that are written out: days, months, quarters, seasons, years and decades."""

import re

from nutgraf.dates.rows import Phrase, Reader, Row
from nutgraf.dates.spans import LAST, SEASONS, Span, Unit, month_span, year_span

_YEAR_CUE = re.compile(r"(?:[cb(o]|cT|bT|[by]-|cTu|u|[oc]u|y&)\Z")
_YEARS_ALONE = range(1500, 2100)
_MONTH_CUE = re.compile(r"(?:[c\-bBo]|[cboB]T|b-|m[,&-]|zu)\Z")


def _dated(row: Row, start: int, end: int) -> Phrase | None:
    """4 February 2026, February 4–5, February 2026."""
    month, year = row.words(start, end, "mM")[0].numbers[0], row.words(start, end, "y")
    named_year = year[0].numbers[0] if year else None
    days = [token.numbers[0] for token in row.words(start, end, "d")]
    if row.symbols[start] == "T":
        start += 1
    if not days:
        return Phrase("span", start, end, "month", (month_span(month, named_year),))
    is_run = "-" in row.symbols[start:end] or days == list(range(days[0], days[-1] + 1))
    ends = [(days[0], days[-1])] if is_run else [(day, day) for day in days]
    spans = tuple(Span((month, first), (month, last), named_year) for first, last in ends if first <= last)
    return Phrase("span", start, end, "day", _existing(spans))


def _day_in_words(row: Row, start: int, end: int) -> Phrase | None:
    """एक अप्रैल; in Hindi alone, for English says “one March” of other things."""
    day, month, *year = row.words(start, end, "nmy")
    is_shown = _is_indian(day.text) and (not month.name or year or row.symbols[end : end + 1] in ("C", "-"))
    if not is_shown or not day.numbers[0]:
        return _month(row, start + 1, start + 2) if not year else None
    month_day = month.numbers[0], day.numbers[0]
    span = Span(month_day, month_day, year[0].numbers[0] if year else None)
    return Phrase("span", start, end, "day", (span,))


def _existing(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Those that are in some calendar: no 31 February."""
    return tuple(span for span in spans if span.pair_in(2000 if span.year is None else span.year))


def _iso(row: Row, start: int, end: int) -> Phrase | None:
    """2026-02-04; 4/2/2026, which may be British or American; 4/2/26, which may begin with the year, too."""
    first, second, third = row.tokens[start].numbers
    if first > 31:
        choices = [(first, second, third)]
    else:
        year = third + 2000 if third < 100 else third
        choices = [(year, second, first)]
        if "." not in row.tokens[start].text:
            choices.append((year, first, second))
        if third <= 31:
            choices.append((first + 2000, second, third))
    spans = [Span((month, day), (month, day), year) for year, month, day in choices if 1 <= month <= 12]
    spans = [span for span in spans if 1 <= (span.year or 0) <= 9998]
    existing = _existing(tuple(dict.fromkeys(spans)))
    return Phrase("span", start, end, "day", existing) if existing else None


def _apart(row: Row, start: int, end: int) -> Phrase | None:
    """4. 2. 2026, and 2026. 02. 04."""
    first, month, last = row.tokens[start:end]
    if not (first.text.endswith(".") and month.text.endswith(".")) or month.numbers[0] > 12:
        return None
    year, day = (first, last) if first.symbol == "y" else (last, first)
    month_day = month.numbers[0], day.numbers[0]
    existing = _existing((Span(month_day, month_day, year.numbers[0]),))
    return Phrase("span", start, end, "day", existing) if existing else None


def _script(row: Row, start: int, end: int) -> Phrase | None:
    """2026年2月4日, 2월 4일."""
    numbers = {token.symbol: token.numbers[0] for token in row.words(start, end, "年月日")}
    year, month, day = (numbers.get(sign) for sign in "年月日")
    if month is None:
        return Phrase("span", start, end, "year", (year_span(year),)) if year and 1000 <= year < 2200 else None
    if not 1 <= month <= 12:
        return None
    span = Span((month, day or 1), (month, day or LAST), year if year and year < 2200 else None)
    existing = _existing((span,))
    return Phrase("span", start, end, "day" if day else "month", existing) if existing else None


def _years(row: Row, start: int, end: int) -> Phrase | None:
    """2019-20 for two years; 2011-12 may be a month as well."""
    first, second = row.tokens[start].numbers
    spans = [Span((1, 1), (12, 31), first, 1)] if second == (first + 1) % 100 else []
    if 1 <= second <= 12 and 1000 <= first < 2200:
        spans.append(month_span(second, first))
    if not spans or not 1000 <= first < 2200:
        return None
    return Phrase("span", start, end, "month" if spans[0].years_longer == 0 else "year", tuple(spans))


def _fiscal(row: Row, start: int, end: int) -> Phrase | None:
    """Fiscal 2025-26, FY26: from April of one year to March of the next, or named by the year it begins in."""
    named = row.words(start, end, "yJY")[0]
    first = named.numbers[0] + 2000 if named.symbol == "Y" else named.numbers[0]
    begins = (first,) if named.symbol == "J" else (first - 1, first)
    return Phrase("span", start, end, "year", tuple(Span((4, 1), (3, LAST), year, 1) for year in begins))


def _quarter(row: Row, start: int, end: int) -> Phrase | None:
    """Second quarter of 2025, Q2 2025; which months a fiscal one has nobody says."""
    head, symbols = row.words(start, end, "qdR")[0], row.symbols[start:end]
    number, length = head.numbers[0], 6 if "H" in symbols else 3
    unit: Unit = "season" if length == 6 else "quarter"
    if number > 12 // length:
        return None
    if "F" in symbols or "J" in symbols:
        return Phrase("open", start, end, unit)
    year = row.words(start, end, "y")
    if not year and length == 6:
        return None  # the first half of a match
    named = year[0].numbers[0] if year else None
    span = month_span((number - 1) * length + 1, named, months=length)
    return Phrase("span", start, end, unit, (span,))


def season_spans(name: str, year: int | None) -> tuple[Span, ...]:
    """Its three months, as the north has them; the winter of a year begins in that year or ends in it."""
    span = month_span(SEASONS[name], year, months=3)
    return (span, month_span(12, year - 1, months=3)) if name == "winter" and year is not None else (span,)


def _season(row: Row, start: int, end: int) -> Phrase | None:
    """Spring 2025, the winter of 2024."""
    name, year = row.tokens[start].name, row.words(start, end, "y")[0].numbers[0]
    return Phrase("span", start, end, "season", season_spans(name, year))


def _year(row: Row, start: int, end: int) -> Phrase | None:
    """A year beside a word that says so: “in 2019”, not “2019 voters” nor “the 1990 Act”."""
    number, after = row.tokens[start].numbers[0], row.symbols[end : end + 1]
    if not (_is_after_cue(row, start) or _is_before_cue(row, end)) or after in set("%SdU#"):
        return None
    return Phrase("span", start, end, "year", (year_span(number),)) if number in _YEARS_ALONE else None


def _is_after_cue(row: Row, start: int) -> bool:
    is_until = row.symbols[start - 1 : start] == "-" and row.word_at(start - 1) != "-"
    return is_until or _YEAR_CUE.search(row.before(start)) is not None


def _is_before_cue(row: Row, end: int) -> bool:
    after = row.symbols[end : end + 1]
    return (
        after == "C"
        or row.symbols[end : end + 2] in ("-y", "&y")
        or (after in ("-", "o") and _is_indian(row.word_at(end)))
    )


def _is_indian(word: str) -> bool:
    return "\u0900" <= word[:1] <= "\u0dff"


def _month(row: Row, start: int, end: int) -> Phrase | None:
    """A month by itself; one whose name means other things only beside a word such as “in”.

    “May exports” may be of that month, so it may support a claim; “the year to June” is of twelve.
    """
    token, is_aside = row.tokens[start], False
    if row.before(start).endswith("u-"):
        return None
    if token.name and not (_is_month_by_cue(row, start, end) and (token.is_capital or token.name != "short")):
        is_aside = row.symbols[end : end + 1] == "S" and not _is_a_name(row, start)
        if not is_aside:
            return None
    return Phrase("span", start, end, "month", (month_span(token.numbers[0]),), is_aside=is_aside)


def _is_month_by_cue(row: Row, start: int, end: int) -> bool:
    after = row.symbols[end : end + 3]
    if "j" in after or row.symbols[start - 1 : start] == "j" or _is_a_name(row, start):
        return False
    is_before_cue = after[:1] == "C" or (after[:1] in ("-", "o") and _is_indian(row.word_at(end)))
    is_before_cue = is_before_cue or re.match(r"[-&,]m|o?[ptf]u", after) is not None
    return is_before_cue or _MONTH_CUE.search(row.before(start)) is not None


def _is_a_name(row: Row, start: int) -> bool:
    """Whether “by May” is about a person: the text has “Theresa May” too, or “Mrs May”."""
    word = row.word_at(start)
    is_sure = row.word_at(start - 1) in ("in", "since", "until", "early", "late", "mid")
    return not is_sure and word in row.names


def _decade(row: Row, start: int, end: int) -> Phrase | None:
    """1990s, 1990 के दशक."""
    first = row.tokens[start].numbers[0]
    if first not in _YEARS_ALONE:
        return None
    return Phrase("span", start, end, "decade", (Span((1, 1), (12, 31), first, 9),))


WRITTEN: dict[str, Reader] = {
    "day_first": _dated,
    "month_first": _dated,
    "year_first": _dated,
    "day_in_words": _day_in_words,
    "apart": _apart,
    "month_year": _dated,
    "quarter": _quarter,
    "fiscal": _fiscal,
    "season": _season,
    "iso": _iso,
    "years": _years,
    "decade": _decade,
    "script": _script,
    "year": _year,
    "month": _month,
}
