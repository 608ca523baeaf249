"""Settings: ``site.toml``."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, ClassVar, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from nutgraf.kinds.theme import Colours, Emblem
from nutgraf.kinds.values import STRICT, Language, Text, Texts, is_web_address
from nutgraf.parse.fields import read_fields
from nutgraf.parse.frontmatter import FrontMatter, Key
from nutgraf.parse.hosts import host_pattern, is_allowed
from nutgraf.parse.validators import AfterValidator, BeforeValidator, PlainValidator, unknown_field
from nutgraf.problems import Place, Problem, did_you_mean
from nutgraf.rules import FIXED, NAMES, problem

Level = Literal["error", "warning", "info", "off"]
_BESIDE = re.compile(r"[?#\\\"<>`{}|^]")  # what follows a path, and what an address cannot hold (RFC 3986)
_DOTS = re.compile(r"//|/(?:\.|%2e){1,2}(?:/|$)", re.IGNORECASE)
_KEY = re.compile(r"^\s*(\[\[?)?\s*([^\s=\[\]#]+)\s*(\]\]?|=)\s*(\S.*)?")


def full_url(url: str) -> str:
    """The web address with a slash at its end.

    Raises ValueError for anything but http(s)://host/path, with two arguments: what is wrong, and what to write.
    """
    hint = "write https://example.org/ or https://example.org/path/"
    if not is_web_address(url) or _BESIDE.search(url):
        raise ValueError(f"“{url}” is not a full web address", hint)
    parts = urlsplit(url)
    if "@" in parts.netloc:
        raise ValueError("a name or a password stands in the address, and every page would show it", hint)
    if _DOTS.search(parts.path):
        raise ValueError(f"“{url}” leads by “..” or “//” to another address", hint)
    return url if url.endswith("/") else url + "/"


def _timezone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, a path out of the database, a folder of it
        known = available_timezones()
        if known:  # a machine without a time zone database cannot tell
            hints = did_you_mean(name, known) or ("write Asia/Kolkata, Europe/Paris or UTC",)
            raise ValueError(f"there is no time zone “{name}”", *hints) from None
    return name


def _boolean(value: object) -> object:
    if not isinstance(value, bool):
        raise ValueError("must be true or false, without quotes")
    return value


def _days(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError("must be a number of days, without quotes", "write as_of_days = 365")
    return value


def _not_a_setting(_: object) -> object:
    raise unknown_field()


def _place(value: object) -> Place:
    if not isinstance(value, Place):
        raise unknown_field()
    return value


@dataclass(frozen=True)
class Topic:
    """A topic that has a title and a text of its own."""

    __pydantic_config__: ClassVar = STRICT

    title: Text | None = None
    text: Text | None = None


@dataclass(frozen=True)
class NavEntry:
    """An entry of the site’s navigation or of its foot."""

    __pydantic_config__: ClassVar = STRICT

    title: Text
    page: Text  # the address of one of our pages, "/timeline/", or another site's
    place: Annotated[Place, PlainValidator(_place)] = field(default=Place("site.toml"), metadata={"is_ours": True})


@dataclass(frozen=True)
class Settings:
    """The settings of a microsite."""

    __pydantic_config__: ClassVar = STRICT

    title: Text
    base_url: Annotated[Text, AfterValidator(full_url)]  # ends in a slash
    language: Language
    tagline: Text | None = None
    timezone: Annotated[Text, AfterValidator(_timezone)] = "UTC"
    publisher: Text | None = None
    author: Texts = ()
    topics: dict[str, Topic] = field(default_factory=dict)
    nav: tuple[NavEntry, ...] = ()
    rights: Text | None = None
    colours: Colours = field(default_factory=Colours)
    raw_html: Annotated[bool, BeforeValidator(_boolean)] = False
    embeds: tuple[Annotated[Text, AfterValidator(host_pattern)], ...] = ()  # hosts that embeds may be of
    checks: dict[str, Level] = field(default_factory=dict)
    footer: tuple[NavEntry, ...] = ()
    logo: Emblem | None = None  # stands in the masthead instead of the title
    logo_dark: Emblem | None = None  # for the dark scheme; None shows the same logo
    icon: Emblem | None = None  # None draws one in the colours of the site
    fonts: Literal["web", "system"] = "web"
    search: Annotated[bool, BeforeValidator(_boolean)] = False  # a page that searches the site
    as_of_days: Annotated[int, BeforeValidator(_days)] = 365  # after which a key fact’s as_of counts as old
    places: Annotated[Mapping[Key, Place], PlainValidator(_not_a_setting)] = field(
        default_factory=dict, repr=False, metadata={"is_ours": True}
    )
    # Rules in ``checks`` that are none of the engine’s, and where: a microsite may have its own, which it tells later.
    other_levels: Annotated[Mapping[str, Place], PlainValidator(_not_a_setting)] = field(
        default_factory=dict, repr=False, metadata={"is_ours": True}
    )

    def at(self, base_url: str | None) -> "Settings":
        """The settings of the same site at another address; None leaves it where it is."""
        return replace(self, base_url=base_url) if base_url else self

    def frames(self, host: str) -> bool:
        """Whether pages may show a frame of the host, which is in lower case."""
        return is_allowed(host, self.embeds)

    def place(self, *key: str | int) -> Place:
        """Where the value of a setting is written, or the nearest thing around it."""
        while key and key not in self.places:
            key = key[:-1]
        return self.places.get(key, Place("site.toml"))


def read_settings(path: str, text: str) -> tuple[Settings | None, tuple[Problem, ...]]:
    """The settings, or None, and every problem of the file."""
    try:
        fields = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return None, (_unreadable(path, text, error),)
    written = list(_places(path, text))
    keys = {key: place for key, place, _ in written}
    front = FrontMatter(path, fields, keys, {key: value for key, _, value in written}, is_toml=True)
    for name in ("nav", "footer"):
        for number, entry in enumerate(entries if isinstance(entries := fields.get(name), list) else ()):
            if isinstance(entry, dict):
                entry.setdefault("place", front.place(name, number, "page"))
    settings, problems = read_fields(Settings, front)
    if settings is None:
        return None, problems
    levels = {name: front.keys.get(("checks", name)) or front.place("checks") for name in settings.checks}
    others = {name: place for name, place in levels.items() if name not in NAMES}
    return replace(settings, places=front.values, other_levels=others), tuple(_fixed(levels))


def _fixed(levels: Mapping[str, Place]) -> Iterator[Problem]:
    for name, place in levels.items():
        if name in FIXED:
            message = f"the rule “{name}” keeps the build safe; its level is fixed"
            yield problem("bad-value", place, message, "take this line out")


def _places(path: str, text: str) -> Iterator[tuple[Key, Place, Place]]:
    """Each key, where it stands, and where its value stands; tomllib does not say."""
    table: Key = ()
    counts: dict[Key, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        match = _KEY.match(line)
        if not match:
            continue
        key: Key = tuple(part.strip("\"'") for part in match[2].split("."))
        place = Place(path, number, match.start(2) + 1, len(match[2]))
        if match[1] == "[[":
            counts[key] = counts.get(key, -1) + 1
            table = (*key, counts[key])
            yield key, place, place
            yield table, place, place
        elif match[1] == "[":
            table = key
            yield table, place, place
        else:
            value = Place(path, number, match.start(4) + 1, len(match[4].rstrip())) if match[4] else place
            yield (*table, *key), place, value


# What tomllib says → what is wrong and what to do about it; the first that fits.
_WORDS = (
    ("Illegal character", "quotes are opened and not closed, or a sign that nobody can see stands here", "close them"),
    ("Invalid value", "a value cannot be read", 'put text in quotes: title = "…"'),
    ("Cannot overwrite a value", "a setting stands twice", "keep one of the two"),
    ("twice", "a table stands twice", "keep one of the two"),
    ("Expected '='", "a setting has no “=”", 'write name = "…"'),
    ("Unescaped", "a backslash or a control character stands in quotes", "use single quotes"),
    ("after", "something stands behind the value", "put it on a line of its own"),
    ("Invalid initial character for a key part", "a name here needs quotes", 'write it as [topics."नदी"]'),
    ("Unclosed", "brackets are opened and not closed", "close them"),
)


def _unreadable(path: str, text: str, error: tomllib.TOMLDecodeError) -> Problem:
    told = str(error)
    at = re.search(r"\(at line (\d+), column (\d+)\)", told)
    lines = text.split("\n")
    line, column = (int(at[1]), int(at[2])) if at else (len(lines), len(lines[-1]) + 1)
    found = next(((message, hint) for sought, message, hint in _WORDS if sought in told), None)
    message, *hints = found or (f"site.toml is not TOML: {told.partition(' (at')[0]}",)
    return problem("settings", Place(path, line, column, 1), message, *hints)
