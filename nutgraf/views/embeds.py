"""What boxes show on other people’s pages, and what those pages copy."""

from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from nutgraf.views.parts import Event, Fact, Link, Verdict


class EmbedFrame(Struct, frozen=True):
    """What stands around every box."""

    language: str  # of the site (BCP 47)
    direction: Literal["ltr", "rtl"]  # of writing
    title: str  # of the document
    description: str  # of the page that the box is of
    canonical: str  # the page that the box is of
    page: Link  # the same
    site_title: str  # the name of the site
    published: Markup | None  # None for a glossary entry
    updated: Markup | None  # None: it has not been changed since
    stylesheet: str  # href
    script: str  # href; empty where the box needs none


class EmbeddedFact(Struct, frozen=True):
    """A key fact with what was found for it."""

    fact: Fact
    verdicts: tuple[Verdict, ...]


class KeyFactsEmbedView(Struct, frozen=True):
    """embeds/key-facts.html."""

    frame: EmbedFrame
    facts: tuple[EmbeddedFact, ...]


class TimelineEmbedView(Struct, frozen=True):
    """embeds/timeline.html."""

    frame: EmbedFrame
    events: tuple[Event, ...]  # the last ones
    earlier: int  # events that only the page shows
    timeline: str  # href of all of them


class TermEmbedView(Struct, frozen=True):
    """embeds/term.html."""

    frame: EmbedFrame
    title: str  # the term
    kind: str  # as its file says: organisation, person
    definition: Markup  # one sentence


class Code(Struct, frozen=True):
    """What an editor of another site copies to show a box."""

    name: Literal["key-facts", "timeline", "term"]  # of the box
    frame: str  # HTML that loads the box
    plain: str  # HTML that holds it, for systems that refuse frames
