import datetime
from collections.abc import Iterable, Sequence

from msgspec import Struct

from nutgraf.dates.model import Date

Periods = Sequence[tuple[datetime.date, datetime.date]]


class Mention(Struct, frozen=True):
    text: str
    start: int
    end: int
    periods: tuple[tuple[datetime.date, datetime.date], ...] = ()
    is_relative: bool = False


def mentions_in(text: str, languages: tuple[str, ...], published: Date | None) -> tuple[Mention, ...]:
    return ()


def bears_out(c: Periods, e: Iterable[Mention], p: Date | None) -> str:
    return "silent"


def periods_of(d: Date) -> Periods:
    return ()
