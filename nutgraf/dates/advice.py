"""What an editor most likely meant by text that is not EDTF. Only ever a suggestion, never a reading."""

import re

from nutgraf.patterns import seldom

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_CLOCK = seldom(r"(\d)(?:T\d.*|[ ,]+\d{1,2}(?::\d|\s?[ap]\.?m\b).*)", re.ASCII | re.IGNORECASE)
_DAY_FIRST = seldom(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", re.ASCII)
_YEAR_FIRST = seldom(r"(\d{4})([./-])(\d{1,2})(?:\2(\d{1,2}))?", re.ASCII)
_RUN_TOGETHER = seldom(r"(\d{4})()(\d\d)(\d\d)", re.ASCII)
_NAMED = seldom(
    r"(?:(?P<before>\d{1,2})(?:st|nd|rd|th)?\s+)?(?P<name>[a-z]{3,9})\.?\s+"
    r"(?:(?P<after>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year>\d{4})",
    re.ASCII | re.IGNORECASE,
)
_ABOUT = seldom(r"(?:c|ca|circa|about|around)\b\.?\s*(\S.*)", re.ASCII | re.IGNORECASE)
_DECADE = seldom(r"(\d{3})0['’]?s", re.ASCII)
_BLANK_DIGITS = seldom(r"(\d{4}(?:-\d\d)?)(?:-XX)+", re.ASCII | re.IGNORECASE)
_RANGE = seldom(r"\s*[–—/]\s*|\s+(?:-|to)\s+|(?<=^\d{4})-(?=\d{4}$)", re.ASCII)


def has_time_of_day(text: str) -> bool:
    """True for text in which a time of day follows a digit: 2026-02-04T10:00, 4 Feb 2026, 5 pm."""
    return _CLOCK.search(text) is not None


def likely_meant(text: str) -> tuple[str, ...]:
    """EDTF texts that the editor may have meant, likeliest first; () if there is no guess.

    They need not be dates: the caller drops those that do not parse. 2/3/2026 gives both the British and American day.
    """
    if has_time_of_day(text):
        text = _CLOCK.sub(r"\1", text)
        return _single(text) or (text,)
    if single := _single(text):
        return single
    edges = _RANGE.split(text)
    return _between(*edges) if len(edges) == 2 else ()


def _between(first: str, second: str) -> tuple[str, ...]:
    start = (_single(first) or (first,))[0]
    # ISO 8601 lets the end of a range leave out what it shares with the start (2026-02-04/05); EDTF does not.
    whole_end = start[: -len(second)] + second if second.isdigit() and len(second) < len(start) else second
    end = (_single(whole_end) or (whole_end,))[0]
    return (f"{start}/{end}",)


def _single(text: str) -> tuple[str, ...]:
    if about := _ABOUT.fullmatch(text):
        return tuple(f"{date}~" for date in _single(about[1]) or (about[1],))
    if decade := _DECADE.fullmatch(text):
        return (f"{decade[1]}X",)
    if blank := _BLANK_DIGITS.fullmatch(text):
        return (blank[1],)
    return _in_figures(text.replace("–", "-")) or _with_a_name(text)


def _in_figures(text: str) -> tuple[str, ...]:
    if written := _DAY_FIRST.fullmatch(text):
        day, month, year = written.group(1, 3, 4)
        # 2/3/2026 is a different day in London and in New York: offer both, and the one that exists is kept.
        return tuple(dict.fromkeys((_joined(year, month, day), _joined(year, day, month))))
    if written := _RUN_TOGETHER.fullmatch(text) or _YEAR_FIRST.fullmatch(text):
        return (_joined(*written.group(1, 3, 4)),)
    return ()


def _with_a_name(text: str) -> tuple[str, ...]:
    written = _NAMED.fullmatch(text)
    if written is None or (written["before"] and written["after"]):
        return ()
    name = written["name"].lower()
    if name in _SEASONS:
        return (f"{written['year']}-{_SEASONS[name]}",)
    for number, month in enumerate(MONTHS, start=1):
        if month.lower().startswith(name):
            return (_joined(written["year"], str(number), written["before"] or written["after"]),)
    return ()


def _joined(year: str, month: str, day: str | None) -> str:
    return "-".join(part.zfill(2) for part in (year, month, day) if part)
