"""The values that front-matter fields can hold."""

import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from msgspec import Struct

from nutgraf.dates import Date, parse_date
from nutgraf.kinds.languages import is_language
from nutgraf.parse.faults import BadDateError
from nutgraf.parse.text import seen
from nutgraf.parse.validators import AfterValidator, BeforeValidator, Filled, PlainValidator, too_many
from nutgraf.problems import Place
from nutgraf.slugs import slugify, unfit

STRICT = {"extra": "forbid"}  # pydantic: an unknown key is an error
MOST_ALIASES = 50  # of a page

Text = Annotated[str, Filled(), AfterValidator(seen)]
Status = Literal["confirmed", "reported", "expected", "disputed"]
_SHA256 = re.compile(r"[0-9A-Fa-f]{64}", re.ASCII)
_WIKIDATA = re.compile(r"Q[1-9][0-9]*", re.ASCII)
_FOLDERS = re.compile(r"""[^/.\\?#%:*"<>|\s]+(?:/[^/.\\?#%:*"<>|\s]+)*""")


class Named(Struct, frozen=True):
    """A name that an editor wrote, and where: a source, a term, a topic, an old address."""

    text: str
    place: Place


def is_web_address(url: str) -> bool:
    """True if the text is http(s)://host, with or without more after it."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:  # http://[half-a-host, http://host:many
        return False
    has_blank = any(sign.isspace() or not sign.isprintable() for sign in url)
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and port != 0 and not has_blank


def at_most(number: int) -> BeforeValidator:
    """A validator for pydantic that raises ValueError for a list with more entries than that.

    A longer list is one mistake, whatever its entries are.
    """

    def check(value: object) -> object:
        if isinstance(value, list) and len(value) > number:
            raise too_many(len(value), number)
        return value

    return BeforeValidator(check)


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
        is_general = not hints or "2026-02-04" in hints[0]  # all that a date can be; here it can only be a day
        raise BadDateError(message, *(["write the day as 2026-02-04"] if is_general else hints)) from None
    if not date.is_day:
        raise BadDateError(f"“{date.text}” is not one exact day", "write the day as 2026-02-04")
    return date


def _web_address(url: str) -> str:
    if not is_web_address(url):
        raise ValueError(f"“{url}” is not a web address", "write https://example.org/path")
    return url


def _language(tag: str) -> str:
    if not is_language(tag):
        raise ValueError(f"“{tag}” names no language", "write en, en-GB or hi (BCP 47)")
    return tag


def _sha256(digest: str) -> str:
    if not _SHA256.fullmatch(digest):
        raise ValueError(f"a SHA-256 has 64 hexadecimal digits; this has {len(digest)} characters")
    return digest.lower()


def _old_address(written: str) -> str:
    """The address of a page that has moved: ``/old/path/``, ``/old/path.html``."""
    path = f"/{written}".removesuffix("/index.html").strip("/")
    name = path.removesuffix(".html")
    if not _FOLDERS.fullmatch(name) or not name.isprintable() or any(map(unfit, name.split("/"))):
        raise ValueError(f"“{written}” is not an address on this site", "write /old/path/ or /old/path.html")
    return f"/{path}" if path != name else f"/{path}/"


def _topic(name: str) -> str:
    slug = slugify(name)
    if not slug or unfit(slug):
        why = unfit(slug) or "it holds no letter and no digit"
        raise ValueError(f"the topic cannot have a page: {why}", "give it another name")
    return name


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
TopicName = Annotated[Text, AfterValidator(_topic)]
OldAddress = Annotated[Text, AfterValidator(_old_address)]
Sha256 = Annotated[Text, AfterValidator(_sha256)]
Wikidata = Annotated[Text, AfterValidator(_wikidata)]
