"""The values that front-matter fields can hold."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, PlainValidator, StringConstraints

from nutgraf.dates import Date, parse_date
from nutgraf.parse.fields import BadDateError
from nutgraf.problems import Place

STRICT = {"extra": "forbid"}  # pydantic: an unknown key is an error

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Status = Literal["confirmed", "reported", "expected", "disputed"]


@dataclass(frozen=True)
class Named:
    """A name that an editor wrote, and where: a source, a term, a topic, an old address."""

    text: str
    place: Place


def _flag(value: object) -> object:
    if value in ("true", "false"):
        return value == "true"
    raise ValueError(f"must be true or false, not “{value}”")


def _list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _date(value: object) -> Date:
    if not isinstance(value, str):
        raise BadDateError("must be a date", "write 2026-02-04, 2026-02 or 2026")
    try:
        return parse_date(value)
    except ValueError as error:
        raise BadDateError(*error.args) from None


def _day(value: Date) -> Date:
    if not value.is_day:
        raise BadDateError(f"“{value.text}” is not one exact day", "write it as 2026-02-04")
    return value


Flag = Annotated[bool, BeforeValidator(_flag)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_list)]  # one text, or a list
When = Annotated[Date, PlainValidator(_date)]
Day = Annotated[Date, PlainValidator(_date), AfterValidator(_day)]
