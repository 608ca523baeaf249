"""The day a capture says it was published, as EDTF; as precise as its words, and never a guess."""

from __future__ import annotations

import re
from datetime import date

from nutgraf.seeds.blocks import Block
from nutgraf.seeds.digits import western_digits
from nutgraf.seeds.months import MONTHS

_DIGIT = re.compile(r"\d")
_YEAR = r"((?:19|20)\d\d)"
_ANY_YEAR = re.compile(_YEAR)
_YEAR_FIRST = re.compile(rf"(?<!\d){_YEAR}\s?[-/.年년]\s?(\d{{1,2}})\s?[-/.月월]\s?(\d{{1,2}})(?!\d)")
_YEAR_LAST = re.compile(rf"(?<!\d)(\d{{1,2}})\s?([-/.])\s?(\d{{1,2}})\s?[-/.]\s?{_YEAR}(?!\d)")
_MONTH = r"([^\W\d_][^\s\d,.()|]{1,14})\.?"
_YEAR_MONTH_DAY = re.compile(rf"(?<!\d){_YEAR}[.,]?\s+(?:[^\W\d_]\.\s)?{_MONTH}\s+(\d{{1,2}})(?!\d)")
_DAY_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º)?[.,]?\s*(?:de |of |d’)?{_MONTH},?\s*(?:de |del )?{_YEAR}(?!\d)"
)
_MONTH_DAY = re.compile(rf"(?<!\w){_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d)")
_MONTH_YEAR = re.compile(rf"(?<!\w){_MONTH},?\s+(?:de |del )?{_YEAR}(?!\d)")
_NUKTA = "\u093c"  # फ़रवरी and फरवरी are the same month
_UPDATED = re.compile(
    r"updated|modified|last edited|aktualisiert|stand:|geändert|mis à jour|modifié|actualizad|atualizad|aggiornat"
    r"|bijgewerkt|gewijzigd|aktualizacj|обновлен|оновлен|güncel|अपडेट|تحديث|更新|修改|업데이트|수정",
    re.IGNORECASE,
)
_ABOVE, _BELOW = 4, 12  # blocks around the headline where a publication date stands
_LONGEST = 140


def find_published(blocks: tuple[Block, ...], headline: int | None, start: int) -> str | None:
    """The date nearest the headline in a line that is not running text, as EDTF; None if there is none.

    A date of change (“updated”) does not count. headline, start: 0-based blocks.
    """
    anchor = start if headline is None else headline
    after = range(anchor + 1, min(len(blocks), max(anchor + _BELOW, start)))
    before = range(anchor - 1, max(-1, anchor - 1 - _ABOVE), -1)
    for index in (*after, *before):
        block = blocks[index]
        if block.shape.length > _LONGEST or (block.shape.ends_sentence and block.shape.digits < 0.25):
            continue
        if _DIGIT.search(block.text) and (found := _first_date(block.text)) is not None:
            return found
    return None


def _first_date(text: str) -> str | None:
    """The first date in a line, unless it follows a word for “updated”."""
    changed = _UPDATED.search(text)
    return read_date(text[: changed.start()] if changed else text)


def read_date(text: str) -> str | None:
    """The first date in a short text as EDTF (`2026-01-22`, `2026-01`).

    `2026` if the day is ambiguous, None without a date.
    """
    text = western_digits(text)
    if _ANY_YEAR.search(text) is None:
        return None
    if match := _YEAR_FIRST.search(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if (match := _DAY_MONTH.search(text)) and (month := _month(match[2])):
        return _day(int(match[3]), month, int(match[1]))
    if (match := _MONTH_DAY.search(text)) and (month := _month(match[1])):
        return _day(int(match[3]), month, int(match[2]))
    if (match := _YEAR_MONTH_DAY.search(text)) and (month := _month(match[2])):
        return _day(int(match[1]), month, int(match[3]))
    if match := _YEAR_LAST.search(text):
        return _numeric(int(match[1]), int(match[3]), int(match[4]), match[2])
    if (match := _MONTH_YEAR.search(text)) and (month := _month(match[1])):
        return f"{int(match[2]):04}-{month:02}"
    return None


def _month(name: str) -> int | None:
    return MONTHS.get(name.casefold().strip(".").replace(_NUKTA, ""))


def _numeric(first: int, second: int, year: int, separator: str) -> str | None:
    """A day and a month as numbers: before full stops the day comes first; with slashes only a day above 12 tells."""
    if separator == "." or first > 12 or first == second:
        return _day(year, second, first)
    if second > 12:
        return _day(year, first, second)
    return f"{year:04}"


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
