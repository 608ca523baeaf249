"""Explainers: ``content/explainers/<slug>.md`` → ``/<slug>/``."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from msgspec import Struct

from nutgraf.body import Body, Inline
from nutgraf.dates import Date
from nutgraf.kinds.evidence import (
    Event,
    EventFields,
    Fact,
    FactFields,
    Notice,
    NoticeFields,
    read_events,
    read_facts,
    read_notices,
)
from nutgraf.kinds.reader import Reader
from nutgraf.kinds.values import MOST_ALIASES, STRICT, Day, Flag, Named, OldAddress, Text, Texts, TopicName, at_most
from nutgraf.parse.faults import spoken
from nutgraf.parse.fields import read_fields
from nutgraf.parse.frontmatter import FrontMatter, Key
from nutgraf.problems import Place, Problem
from nutgraf.rules import problem

MOST_FACTS = 7
MOST_TOPICS = 20


@dataclass(frozen=True)
class ExplainerFields:
    """The front matter as it is written."""

    __pydantic_config__: ClassVar = STRICT

    title: Text
    standfirst: Text
    date: Day
    updated: Day | None = None
    author: Texts = ()
    topics: Annotated[tuple[TopicName, ...], at_most(MOST_TOPICS)] = ()
    draft: Flag = False
    review_by: Day | None = None
    sources: tuple[Text, ...] = ()
    aliases: Annotated[tuple[OldAddress, ...], at_most(MOST_ALIASES)] = ()
    key_facts: Annotated[tuple[FactFields, ...], at_most(MOST_FACTS)] = ()
    timeline: tuple[EventFields, ...] = ()
    corrections: tuple[NoticeFields, ...] = ()
    changes: tuple[NoticeFields, ...] = ()


class Explainer(Struct, frozen=True):
    """An explainer."""

    slug: str
    title: str
    standfirst: Inline
    date: Date
    updated: Date | None
    authors: tuple[str, ...]  # () means the site’s own
    topics: tuple[str, ...]
    is_draft: bool
    review_by: Date | None
    further: tuple[Named, ...]  # sources for further reading
    aliases: tuple[Named, ...]  # earlier addresses, the oldest first
    facts: tuple[Fact, ...]
    events: tuple[Event, ...]  # by date
    corrections: tuple[Notice, ...]  # newest first
    changes: tuple[Notice, ...]  # newest first
    body: Body
    place: Place  # of its title
    review_place: Place  # of its day of review
    date_place: Place  # of the day it was first published

    @property
    def address(self) -> str:
        """Its address on the site, with a slash at both ends."""
        return f"/{self.slug}/"

    @property
    def first_address(self) -> str:
        """Where it was published first: what feed readers know it by, whatever it is called now."""
        return self.aliases[0].text if self.aliases else self.address

    @property
    def last_changed(self) -> Date:
        """The day of its last change."""
        return self.updated or self.date


def read_explainer(slug: str, front: FrontMatter, body: Body) -> tuple[Explainer | None, tuple[Problem, ...]]:
    """The explainer, or None if a field is wrong, and every problem of the front matter at the place of its field.

    slug: the name of its file without .md. body: parsed already. The fields: docs/writing.md.
    """
    fields, problems = read_fields(ExplainerFields, front)
    if fields is None:
        return None, problems
    reader = Reader(front)
    explainer = Explainer(
        slug=slug,
        title=fields.title,
        standfirst=reader.inline(fields.standfirst, "standfirst", noteless="a standfirst"),
        date=fields.date,
        updated=fields.updated,
        authors=fields.author,
        topics=fields.topics,
        is_draft=fields.draft,
        review_by=fields.review_by,
        further=reader.names(fields.sources, "sources"),
        aliases=reader.names(fields.aliases, "aliases"),
        facts=tuple(read_facts(reader, fields.key_facts)),
        events=tuple(read_events(reader, fields.timeline)),
        corrections=read_notices(reader, fields.corrections, "corrections"),
        changes=read_notices(reader, fields.changes, "changes"),
        body=body,
        place=front.place("title"),
        review_place=front.place("review_by"),
        date_place=front.place("date"),
    )
    return explainer, (*reader.problems, *_out_of_order(fields, front))


def _out_of_order(fields: ExplainerFields, front: FrontMatter) -> Iterator[Problem]:
    """A problem for each day that cannot lie before the day of publication, and does."""
    notices = {"corrections": fields.corrections, "changes": fields.changes}
    days: list[tuple[Key, Date | None]] = [(("updated",), fields.updated), (("review_by",), fields.review_by)]
    days += [((name, at, "date"), each.date) for name, all_of in notices.items() for at, each in enumerate(all_of)]
    for key, day in days:
        if day and day.earliest < fields.date.earliest:
            message = f"“{spoken(key)}” is {day.text}, before the page was first published ({fields.date.text})"
            yield problem("date-order", front.place(*key), message, "put the one or the other right")
