"""Settings: ``site.toml`` (design §2.4)."""

import re
import tomllib
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator

from nutgraf.kinds.values import STRICT, Text, Texts
from nutgraf.parse.fields import read_fields
from nutgraf.parse.frontmatter import FrontMatter, Key
from nutgraf.problems import Place, Problem, did_you_mean
from nutgraf.rules import FIXED, NAMES, problem

Level = Literal["error", "warning", "info", "off"]
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_KEY = re.compile(r"^\s*(\[\[?)?\s*([A-Za-z0-9_.\-\"']+)\s*(\]\]?|=)")


def full_url(url: str) -> str:
    """The web address with a slash at its end; ValueError for anything but http(s)://host/path."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        raise ValueError(
            f"“{url}” is not a full web address", "write https://example.org/ or https://example.org/path/"
        )
    return url if url.endswith("/") else url + "/"


def _language(tag: str) -> str:
    if not _LANGUAGE.fullmatch(tag):
        raise ValueError(f"“{tag}” is not a language tag", "write en, en-GB or hi (BCP 47)")
    return tag


def _boolean(value: object) -> object:
    if not isinstance(value, bool):
        raise ValueError("must be true or false, without quotes")
    return value


@dataclass(frozen=True)
class Topic:
    """A topic that has a title and a text of its own."""

    __pydantic_config__: ClassVar = STRICT

    title: Text | None = None
    text: Text | None = None


@dataclass(frozen=True)
class NavEntry:
    """An entry of the site’s navigation."""

    __pydantic_config__: ClassVar = STRICT

    title: Text
    page: Text  # the address of one of our pages: "/timeline/"


@dataclass(frozen=True)
class Settings:
    """The settings of a microsite."""

    __pydantic_config__: ClassVar = STRICT

    title: Text
    base_url: Annotated[Text, AfterValidator(full_url)]  # ends in a slash
    language: Annotated[Text, AfterValidator(_language)]
    tagline: Text | None = None
    timezone: Text = "UTC"
    publisher: Text | None = None
    author: Texts = ()
    topics: dict[str, Topic] = field(default_factory=dict)
    nav: tuple[NavEntry, ...] = ()
    rights: Text | None = None
    colours: dict[str, Text] = field(default_factory=dict)
    raw_html: Annotated[bool, BeforeValidator(_boolean)] = False
    checks: dict[str, Level] = field(default_factory=dict)


def read_settings(path: str, text: str) -> tuple[Settings | None, tuple[Problem, ...]]:
    """The settings, or None, and every problem of the file."""
    try:
        fields = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return None, (_unreadable(path, text, error),)
    places = dict(_places(path, text))
    front = FrontMatter(path, fields, places, places, "", 0)
    settings, problems = read_fields(Settings, front)
    if settings is None:
        return None, problems
    return settings, tuple(_check_levels(settings, front))


def _check_levels(settings: Settings, front: FrontMatter) -> list[Problem]:
    found = []
    for name in settings.checks:
        place = front.place("checks", name)
        if name not in NAMES:
            message = f"there is no rule “{name}”"
            found.append(problem("unknown-field", place, message, *did_you_mean(name, NAMES)))
        elif name in FIXED:
            found.append(problem("bad-value", place, f"the rule “{name}” keeps the build safe; its level is fixed"))
    return found


def _places(path: str, text: str) -> list[tuple[Key, Place]]:
    """Where each key stands; tomllib does not say."""
    found: list[tuple[Key, Place]] = []
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
            found.append((key, place))
            found.append((table, place))
        elif match[1] == "[":
            table = key
            found.append((table, place))
        else:
            found.append(((*table, *key), place))
    return found


def _unreadable(path: str, text: str, error: tomllib.TOMLDecodeError) -> Problem:
    told = str(error)
    at = re.search(r"\(at line (\d+), column (\d+)\)", told)
    lines = text.split("\n")
    line, column = (int(at[1]), int(at[2])) if at else (len(lines), len(lines[-1]) + 1)
    message = told.partition(" (at")[0]
    return problem("settings", Place(path, line, column, 1), f"site.toml is not TOML: {message}")
