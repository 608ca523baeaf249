"""Key facts, events and notices: the parts of an explainer that stand in its front matter."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from msgspec import Struct

from nutgraf.body import Inline, Quotation, Reference
from nutgraf.dates import Date
from nutgraf.kinds.reader import Reader
from nutgraf.kinds.values import STRICT, Day, Status, Text, When
from nutgraf.parse.frontmatter import Key
from nutgraf.problems import Place


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


class Fact(Struct, frozen=True):
    """A key fact."""

    label: Inline
    value: Inline
    source: Reference | None  # None: the desk names none
    quote: Quotation | None  # None: nothing is quoted
    as_of: Date | None  # when the value held, where the desk says
    status: Status
    place: Place


class Event(Struct, frozen=True):
    """A timeline event."""

    date: Date
    title: Inline
    text: Inline | None  # None: the title says it all
    source: Reference | None  # None: the desk names none
    quote: Quotation | None  # None: nothing is quoted
    status: Status
    place: Place
    date_place: Place


class Notice(Struct, frozen=True):
    """A correction or a change."""

    date: Date
    text: Inline


def read_facts(reader: Reader, facts: tuple[FactFields, ...]) -> Iterator[Fact]:
    """The key facts in the order of the file; problems of their texts are added to the reader."""
    for number, fact in enumerate(facts):
        key: Key = ("key_facts", number)
        yield Fact(
            reader.inline(fact.label, *key, "label"),
            reader.inline(fact.value, *key, "value"),
            reader.source(fact.source, *key),
            reader.quote(fact.quote, fact.source, *key),
            fact.as_of,
            fact.status,
            reader.front.place(*key),
        )


def read_events(reader: Reader, events: tuple[EventFields, ...]) -> Iterator[Event]:
    """The events in the order of their dates, those of one date in the order of the file.

    Problems of their texts are added to the reader.
    """
    for number, event in sorted(enumerate(events), key=lambda pair: (pair[1].date.sort_key, pair[0])):
        key: Key = ("timeline", number)
        yield Event(
            event.date,
            reader.inline(event.title, *key, "title"),
            reader.maybe_inline(event.text, *key, "text"),
            reader.source(event.source, *key),
            reader.quote(event.quote, event.source, *key),
            event.status,
            reader.front.place(*key),
            reader.front.place(*key, "date"),
        )


def read_notices(reader: Reader, notices: tuple[NoticeFields, ...], name: str) -> tuple[Notice, ...]:
    """The corrections or changes, newest first. name: of the field, “corrections” or “changes”."""
    noteless = "a " + name.removesuffix("s")
    read = [
        Notice(notice.date, reader.inline(notice.text, name, number, "text", noteless=noteless))
        for number, notice in enumerate(notices)
    ]
    return tuple(sorted(read, key=lambda notice: notice.date.sort_key, reverse=True))
