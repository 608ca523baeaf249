"""Key facts, events and notices: the parts of an explainer that stand in its front matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from nutgraf.body import Inline, Quotation, Reference
from nutgraf.dates import Date
from nutgraf.kinds.values import STRICT, Day, Named, Status, Text, When
from nutgraf.parse.body import parse_inline
from nutgraf.parse.frontmatter import FrontMatter
from nutgraf.parse.yaml_tree import Key
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

_SOURCE = re.compile(r"(?:\[@)?(\S+?)(?:\s+p(\d{1,4}))?\]?")


@dataclass(frozen=True)
class FactFields:
    """A key fact as it is written."""

    __pydantic_config__: ClassVar = STRICT

    label: Text
    value: Text
    source: Text | None = None
    quote: Text | None = None
    as_of: When | None = None
    status: Status = "reported"


@dataclass(frozen=True)
class EventFields:
    """A timeline event as it is written."""

    __pydantic_config__: ClassVar = STRICT

    date: When
    title: Text
    text: Text | None = None
    source: Text | None = None
    quote: Text | None = None
    status: Status = "reported"


@dataclass(frozen=True)
class NoticeFields:
    """A correction or a change as it is written."""

    __pydantic_config__: ClassVar = STRICT

    date: Day
    text: Text


@dataclass(frozen=True)
class Fact:
    """A key fact."""

    label: Inline
    value: Inline
    source: Reference | None
    quote: Quotation | None
    as_of: Date | None
    status: Status
    place: Place


@dataclass(frozen=True)
class Event:
    """A timeline event."""

    date: Date
    title: Inline
    text: Inline | None
    source: Reference | None
    quote: Quotation | None
    status: Status
    place: Place


@dataclass(frozen=True)
class Notice:
    """A correction or a change."""

    date: Date
    text: Inline


class Reader:
    """Reads the texts of one file’s front matter and keeps their problems."""

    def __init__(self, front: FrontMatter) -> None:
        self.front = front
        self.problems: list[Problem] = []

    def inline(self, text: str, *key: str | int, noteless: str | None = None) -> Inline:
        """The text of a field as inline Markdown; ``noteless`` names what it is (“a standfirst”) if it cannot cite."""
        inline, problems = parse_inline(text, self.front.place(*key), noteless=noteless)
        self.problems.extend(problems)
        return inline

    def maybe_inline(self, text: str | None, *key: str | int, noteless: str | None = None) -> Inline | None:
        """The text of a field that may be absent."""
        return None if text is None else self.inline(text, *key, noteless=noteless)

    def names(self, texts: tuple[str, ...], name: str) -> tuple[Named, ...]:
        """A list of names, each with its place."""
        return tuple(Named(text, self.front.place(name, number)) for number, text in enumerate(texts))

    def source(self, text: str | None, *key: str | int) -> Reference | None:
        """A ``source`` field: the id of a source, with a paragraph if the editor names one (``gor-meeting p4``)."""
        if text is None:
            return None
        place = self.front.place(*key, "source")
        match = _SOURCE.fullmatch(text)
        if not match:
            return Reference(text, None, place)  # no source has such a name: the check says so
        return Reference(match[1], int(match[2]) if match[2] else None, place)

    def quote(self, text: str | None, source: str | None, *key: str | int) -> Quotation | None:
        """A ``quote`` field; without a source it cannot be checked, which is a problem."""
        if text is None:
            return None
        place = self.front.place(*key, "quote")
        if source is None:
            self.problems.append(
                problem("quote-without-source", place, "this quote names no source", "add “source: …” beside it")
            )
        return Quotation(text, place)

    def facts(self, facts: tuple[FactFields, ...]) -> Iterator[Fact]:
        """The key facts."""
        for number, fact in enumerate(facts):
            key: Key = ("key_facts", number)
            yield Fact(
                self.inline(fact.label, *key, "label"),
                self.inline(fact.value, *key, "value"),
                self.source(fact.source, *key),
                self.quote(fact.quote, fact.source, *key),
                fact.as_of,
                fact.status,
                self.front.place(*key),
            )

    def events(self, events: tuple[EventFields, ...]) -> Iterator[Event]:
        """The events, in the order of their dates (design §2)."""
        for number, event in sorted(enumerate(events), key=lambda pair: (pair[1].date.sort_key, pair[0])):
            key: Key = ("timeline", number)
            yield Event(
                event.date,
                self.inline(event.title, *key, "title"),
                self.maybe_inline(event.text, *key, "text"),
                self.source(event.source, *key),
                self.quote(event.quote, event.source, *key),
                event.status,
                self.front.place(*key),
            )

    def notices(self, notices: tuple[NoticeFields, ...], name: str) -> tuple[Notice, ...]:
        """The corrections or changes, newest first."""
        noteless = "a " + name.removesuffix("s")
        read = [
            Notice(notice.date, self.inline(notice.text, name, number, "text", noteless=noteless))
            for number, notice in enumerate(notices)
        ]
        return tuple(sorted(read, key=lambda notice: notice.date.sort_key, reverse=True))
