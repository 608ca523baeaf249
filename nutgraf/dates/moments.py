"""Dates as moments, for machines that want a time of day."""

import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from nutgraf.dates.model import Date


@lru_cache(maxsize=8192)
def moment(date: Date, timezone: str) -> str:
    """Midnight at the start of the date’s first day, with its offset (RFC 3339): 2026-01-22T00:00:00+05:30.

    timezone: an IANA name such as Asia/Kolkata. Raises zoneinfo.ZoneInfoNotFoundError, or ValueError for a malformed
    key.
    """
    return datetime.datetime.combine(date.earliest, datetime.time(), ZoneInfo(timezone)).isoformat()
