"""Dates as moments, for machines that want a time of day."""

import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from nutgraf.dates.model import Date


@lru_cache(maxsize=8192)
def moment(date: Date, timezone: str) -> str:
    """The first moment of the date in the time zone, with its offset (RFC 3339): 2026-01-22T00:00:00+05:30."""
    return datetime.datetime.combine(date.earliest, datetime.time(), ZoneInfo(timezone)).isoformat()
