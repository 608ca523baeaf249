"""What boxes show on other people’s pages, and what those pages copy."""

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from nutgraf.views.parts import Event, Fact, Link, Verdict


@dataclass(frozen=True)
class EmbedFrame:
    """What stands around every box."""

    language: str
    direction: Literal["ltr", "rtl"]
    title: str  # of the document
    description: str
    canonical: str  # the page that the box is of
    page: Link  # the same
    site_title: str
    published: Markup | None  # None for a glossary entry
    updated: Markup | None  # None: it has not been changed since
    stylesheet: str
    script: str


@dataclass(frozen=True)
class EmbeddedFact:
    """A key fact with what was found for it."""

    fact: Fact
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True)
class KeyFactsEmbedView:
    """embeds/key-facts.html."""

    frame: EmbedFrame
    facts: tuple[EmbeddedFact, ...]


@dataclass(frozen=True)
class TimelineEmbedView:
    """embeds/timeline.html."""

    frame: EmbedFrame
    events: tuple[Event, ...]  # the last ones
    earlier: int  # events that only the page shows
    timeline: str  # href of all of them


@dataclass(frozen=True)
class TermEmbedView:
    """embeds/term.html."""

    frame: EmbedFrame
    title: str
    kind: str
    definition: Markup


@dataclass(frozen=True)
class Code:
    """What an editor of another site copies to show a box."""

    name: Literal["key-facts", "timeline", "term"]
    frame: str  # HTML that loads the box
    plain: str  # HTML that holds it, for systems that refuse frames
