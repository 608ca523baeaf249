"""The values that front-matter fields can hold."""

import re
from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, PlainValidator, StringConstraints

from nutgraf.dates import Date, parse_date
from nutgraf.parse.faults import BadDateError
from nutgraf.problems import Place

STRICT = {"extra": "forbid"}  # pydantic: an unknown key is an error

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Status = Literal["confirmed", "reported", "expected", "disputed"]
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", re.ASCII)
_SHA256 = re.compile(r"[0-9A-Fa-f]{64}", re.ASCII)
_WIKIDATA = re.compile(r"Q[1-9][0-9]*", re.ASCII)


@dataclass(frozen=True)
class Named:
    """A name that an editor wrote, and where: a source, a term, a topic, an old address."""

    text: str
    place: Place


def is_web_address(url: str) -> bool:
    """Whether the text is http(s)://host, with or without more behind it."""
    try:
        parts = urlsplit(url)
    except ValueError:  # http://[half-a-host
        return False
    has_blank = any(sign.isspace() or not sign.isprintable() for sign in url)
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not has_blank


def _flag(value: object) -> object:
    if value in ("true", "false"):
        return value == "true"
    shown = f", not “{value}”" if isinstance(value, str) else ""
    meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(str(value).lower())
    raise ValueError(f"must be true or false{shown}", *([f"write {meant}"] if meant else []))


def _list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _date(value: object) -> Date:
    if not isinstance(value, str):
        raise BadDateError("must be a date", "write 2026-02-04, 2026-02 or 2026")
    try:
        return parse_date(value)
    except ValueError as error:
        message, _, advice = str(error).partition(": ")
        raise BadDateError(message, *([advice] if advice else [])) from None


def _day(value: object) -> Date:
    try:
        date = _date(value)
    except BadDateError as error:
        message, *hints = error.args
        is_general = not hints or "(2026-02-04)" in hints[0]  # all that a date can be; here it can only be a day
        raise BadDateError(message, *(["write the day as 2026-02-04"] if is_general else hints)) from None
    if not date.is_day:
        raise BadDateError(f"“{date.text}” is not one exact day", "write the day as 2026-02-04")
    return date


def _web_address(url: str) -> str:
    if not is_web_address(url):
        raise ValueError(f"“{url}” is not a web address", "write https://example.org/path")
    return url


def is_language(tag: str) -> bool:
    """Whether the text has the form of a language tag (BCP 47)."""
    return _LANGUAGE.fullmatch(tag) is not None


def _language(tag: str) -> str:
    if not is_language(tag):
        raise ValueError(f"“{tag}” is not a language tag", "write en, en-GB or hi (BCP 47)")
    return tag


def _sha256(digest: str) -> str:
    if not _SHA256.fullmatch(digest):
        raise ValueError(f"a SHA-256 has 64 hexadecimal digits; this has {len(digest)} characters")
    return digest.lower()


def _wikidata(name: str) -> str:
    if not _WIKIDATA.fullmatch(name):
        raise ValueError(f"“{name}” is not a Wikidata item", "write Q and its number: Q668")
    return name


Flag = Annotated[bool, BeforeValidator(_flag)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_list)]  # one text, or a list
When = Annotated[Date, PlainValidator(_date)]
Day = Annotated[Date, PlainValidator(_day)]
WebAddress = Annotated[Text, AfterValidator(_web_address)]
Language = Annotated[Text, AfterValidator(_language)]  # BCP 47
Sha256 = Annotated[Text, AfterValidator(_sha256)]
Wikidata = Annotated[Text, AfterValidator(_wikidata)]
