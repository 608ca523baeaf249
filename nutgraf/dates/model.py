"""A date as the newsroom knows it: one stretch of time, or a range between two."""

import datetime
from typing import Literal

from msgspec import Struct

Precision = Literal["day", "month", "year", "decade", "century", "spring", "summer", "autumn", "winter"]
# How much of an ISO day each precision that HTML knows keeps: 2026-02-04, 2026-02, 2026.
_ISO_LENGTHS: dict[Precision, int] = {"day": 10, "month": 7, "year": 4}


class Period(Struct, frozen=True):
    """One stretch of time that a date names: a day, a month, a season, a year, a decade or a century."""

    precision: Precision
    earliest: datetime.date  # its first day
    latest: datetime.date  # its last day, the same as the first for a day
    is_approximate: bool = False  # written with ~ or %
    is_uncertain: bool = False  # written with ? or %

    @property
    def is_plain(self) -> bool:
        """True for a day, month or year that is neither approximate nor uncertain."""
        return self.precision in _ISO_LENGTHS and not (self.is_approximate or self.is_uncertain)

    @property
    def iso(self) -> str | None:
        """The value of `<time datetime>` (HTML Standard, 4.5.14): YYYY, YYYY-MM or YYYY-MM-DD.

        None for seasons, decades and centuries, and for what is approximate or uncertain.
        """
        return self.earliest.isoformat()[: _ISO_LENGTHS[self.precision]] if self.is_plain else None


# ISO 8601-2 tells an edge that is still open (`..`) from one that nobody knows (left empty).
Edge = Period | Literal["open", "unknown"]


class Date(Struct, frozen=True):
    """A date that `parse_date` has read; never one whose two edges are both missing."""

    text: str  # EDTF, as the editor wrote it, without spaces around it
    start: Edge
    end: Edge | None = None  # None for a date that is no range

    @property
    def earliest(self) -> datetime.date:
        """The first day that the date may mean, inclusive.

        datetime.date.min for an open start; for an unknown start, the first day of its end.
        """
        if isinstance(self.start, Period):
            return self.start.earliest
        return self.end.earliest if self.start == "unknown" and isinstance(self.end, Period) else datetime.date.min

    @property
    def latest(self) -> datetime.date:
        """The last day that the date may mean, inclusive.

        datetime.date.max for an open end; for an unknown end, the last day of its start.
        """
        last = self.start if self.end is None or self.end == "unknown" else self.end
        return last.latest if isinstance(last, Period) else datetime.date.max

    @property
    def sort_key(self) -> tuple[datetime.date, datetime.date, str]:
        """What sorts dates by earliest day, then latest, then text, so that no two different dates are equal."""
        return self.earliest, self.latest, self.text

    @property
    def is_day(self) -> bool:
        """True for one exact day, neither approximate nor uncertain, and no range."""
        return self.iso_day is not None

    @property
    def iso_day(self) -> str | None:
        """The day as YYYY-MM-DD (ISO 8601); None for everything that is not one exact day."""
        if self.end is None and isinstance(self.start, Period) and self.start.precision == "day":
            return self.start.iso
        return None
