"""Readers of dates that are told from another day: last week, on Thursday, two days ago, the following day."""

import re

from nutgraf.dates.rows import Phrase, Reader, Row
from nutgraf.dates.spans import Span, Unit, month_span
from nutgraf.dates.time_words import NAMES_AFTER_WEEKDAYS, NAMES_BEFORE_WEEKDAYS
from nutgraf.dates.written import season_spans

_OF_SPEECH = re.compile(r"(?:v(?:[xNSTb]|c[aT]?x){0,3}|A-[aT]?[xNS]{1,4})c?\Z")
_OF_HINDI_SPEECH = re.compile(r"C(?:[xNCo-]){0,6}v|v")
_THEN_SPEECH = re.compile(r",?[xNST]{1,5}v")
_UNITS: dict[str, Unit] = {"fortnight": "week", "weekend": "day"}


def _unit(row: Row, start: int, end: int) -> Phrase | None:
    """Last week, this month, next year, this quarter."""
    which, counted = row.symbols[start], row.tokens[start + 1].name or "quarter"
    if counted in ("day", "hour"):
        return Phrase("after", start, end, "day", counts=(1,), counted="day") if which == "f" else None
    if row.word_at(start) == "past":
        return Phrase("stretch", start, end, _unit_of(counted), counts=(-1,), counted=counted, is_aside=True)
    counts = ({"p": -1, "t": 0, "f": 1}[which],)
    return Phrase("unit", start, end, _unit_of(counted), counts=counts, counted=counted)


def _part_of_unit(row: Row, start: int, end: int) -> Phrase | None:
    """Earlier this month: up to the day of publication; later this month: from it on."""
    phrase = _unit(row, start + 1, end)
    if phrase is None:
        return None
    edge = "until" if row.symbols[start] == "e" else "from"
    return Phrase("unit", start, end, phrase.unit, counts=phrase.counts, counted=phrase.counted, edge=edge)


def _unit_of(counted: str) -> Unit:
    return _UNITS.get(counted, counted)  # type: ignore[arg-type]


def _ago(row: Row, start: int, end: int) -> Phrase | None:
    """Two days ago; “a few days ago” is open."""
    count, counted = row.tokens[start].numbers[0], row.tokens[start + 1].name
    if counted == "hour" or not count:
        return Phrase("open", start, end, "day")
    return Phrase("ago", start, end, _unit_of(counted), counts=(-count,), counted=counted)


def _later(row: Row, start: int, end: int) -> Phrase | None:
    """Two days later, the following day, that week: told from another date of the text."""
    symbols = row.symbols[start:end]
    if symbols[0] == "z":
        shift = {"following": 1, "previous": -1, "preceding": -1}.get(row.word_at(start), 0)
        counted = row.tokens[end - 1].name if symbols == "zu" else ""
        return Phrase("after", start, end, "day", counts=(shift,), counted=counted or "other")
    count, counted = row.tokens[start].numbers[0], row.tokens[start + 1].name
    if not count or counted == "hour":
        return Phrase("open", start, end, "day")
    back = symbols[-1] == "e" or row.tokens[end - 1].numbers == (-1,)
    return Phrase("after", start, end, _unit_of(counted), counts=(-count if back else count,), counted=counted)


def _stretch(row: Row, start: int, end: int) -> Phrase | None:
    """The last two weeks: a stretch up to the day of publication, or from it on."""
    count, counted = row.tokens[start + 1].numbers[0], row.tokens[start + 2].name
    if row.symbols[start] == "t" or not count or counted == "hour":
        return Phrase("open", start, end, "day")
    count = -count if row.symbols[start] == "p" else count
    return Phrase("stretch", start, end, _unit_of(counted), counts=(count,), counted=counted, is_aside=True)


def _weekday(row: Row, start: int, end: int) -> Phrase | None:
    """On Thursday, last Thursday, Thursday next week; not “every Thursday”, “Black Friday” or “The Sunday Times”."""
    symbols = row.symbols[start:end]
    day = row.tokens[start + symbols.index("w")]
    if "E" in symbols or row.symbols[start - 1 : start] == "a" or _is_in_a_name(row, start, end):
        return None
    whole = re.search(r"([ptf])u", symbols)
    which = re.search(r"([ptf])w", symbols)
    counted = row.tokens[start + whole.start() + 1].name if whole else ""
    if whole and counted != "week":
        return None
    found = whole or which
    return Phrase(
        "weekday", start, end, "day", counts=day.numbers, counted=counted, which=found[1] if found else "",
        is_aside=_is_one_of_many(row, start, end) or _is_of_speech(row, start, end),
    )  # fmt: skip


def _is_in_a_name(row: Row, start: int, end: int) -> bool:
    return row.word_at(start - 1) in NAMES_BEFORE_WEEKDAYS or row.word_at(end) in NAMES_AFTER_WEEKDAYS


def _is_one_of_many(row: Row, start: int, end: int) -> bool:
    """Whether it may be of any week: “open Monday to Friday”."""
    return row.symbols.startswith("-w", end) or row.before(start).endswith("w-")


def _is_of_speech(row: Row, start: int, end: int) -> bool:
    """Whether it is when somebody spoke: “officials said on Thursday”, “गुरुवार को उन्होंने कहा”.

    “On Thursday the minister said” only where a sentence begins with it: in “signed on Thursday, the minister said”
    the day is that of the signing.
    """
    after = row.symbols[end : end + 9]
    if _OF_SPEECH.search(row.before(start)) or _OF_HINDI_SPEECH.match(after):
        return True
    is_first = row.symbols[start - 1 : start] == "c" and row.tokens[start - 1].is_capital
    return is_first and _THEN_SPEECH.match(after) is not None


def _month_beside(row: Row, start: int, end: int) -> Phrase | None:
    """Last March, this March, last March 15."""
    month, days = row.tokens[start + 1].numbers[0], row.words(start, end, "d")
    which = row.symbols[start]
    if not days:
        return Phrase("month", start, end, "month", (month_span(month),), which=which)
    month_day = month, days[0].numbers[0]
    return Phrase("month", start, end, "day", (Span(month_day, month_day),), which=which)


def _season_beside(row: Row, start: int, end: int) -> Phrase | None:
    """Last summer, this winter."""
    spans = season_spans(row.tokens[start + 1].name, None)
    return Phrase("month", start, end, "season", spans, which=row.symbols[start])


def _part_of_day(row: Row, start: int, end: int) -> Phrase | None:
    """This morning; last night, which may be the day of publication in print."""
    counts = (0,) if row.symbols[start] == "t" else (-1, 0)
    return Phrase("day", start, end, "day", counts=counts)


def _today(row: Row, start: int, end: int) -> Phrase | None:
    """Today, yesterday, tomorrow; not the magazine India Today, nor the mills of कल-कारखाने."""
    word = row.tokens[start]
    if row.symbols.startswith("-x", end) and row.tokens[end].start == word.end:
        return None
    if word.is_capital and start and row.symbols[start - 1] == "N" and word.text == "today":
        return None
    is_aside = _is_vague(row, start, end) or _is_of_speech(row, start, end)
    return Phrase("day", start, end, "day", counts=word.numbers, is_aside=is_aside)


def _is_vague(row: Row, start: int, end: int) -> bool:
    """Whether it is about these days: “today’s young”, “even today”, आज की, आज भी, कल और आज."""
    beside = row.symbols[max(0, start - 2) : start], row.symbols[end : end + 2]
    is_beside = beside[0] == "k&" or beside[1] == "&k" or beside[1].startswith("o")
    is_even = row.word_at(start - 1) == "even" or row.word_at(end) == "भी"
    return row.tokens[start].is_possessive or is_beside or is_even


def _around(row: Row, start: int, end: int) -> Phrase | None:
    """The day before yesterday, the day after tomorrow."""
    shift, base = row.words(start, end, "B")[0].numbers[0], row.tokens[end - 1].numbers[0]
    return Phrase("day", start, end, "day", counts=(base + shift,))


TOLD: dict[str, Reader] = {
    "around": _around,
    "ago": _ago,
    "later": _later,
    "stretch": _stretch,
    "weekday": _weekday,
    "part_of_unit": _part_of_unit,
    "unit": _unit,
    "month_beside": _month_beside,
    "season_beside": _season_beside,
    "part_of_day": _part_of_day,
    "today": _today,
}
