"""Offers: the boxes that a page has for other people’s pages, and the code that shows each there."""

from collections.abc import Iterator
from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.term import Term
from nutgraf.plan.sheet import Sheet

MOST_EVENTS = 20  # the last ones; a box that is longer than the page around it helps nobody
WIDTH = 640  # pixels: the most that a box takes
# A guess at the height in pixels, until the box tells it.
_AROUND, _FACT, _EVENT, _WORD = 150, 75, 110, 230
_FRAME = Markup(
    '<iframe src="{src}" title="{title}" width="100%" height="{height}" loading="lazy" '
    'style="border:0;max-width:40rem"></iframe>\n<script src="{script}" async></script>'
)


class Offer(Struct, frozen=True):
    """A box that other pages can show."""

    name: Literal["key-facts", "timeline", "term"]
    title: str
    address: str
    height: int

    def code(self, sheet: Sheet) -> str:
        """The HTML that loads the box. It grows with it where the script runs."""
        src, script = sheet.url_of(self.address), sheet.url_of(sheet.assets.embed.frames)
        return str(_FRAME.format(src=src, title=self.title, height=self.height, script=script))


def offers_of(explainer: Explainer, sheet: Sheet) -> Iterator[Offer]:
    """The boxes that an explainer has."""
    folder = f"/embed/{explainer.slug}"
    if explainer.facts:
        title = sheet.say("%(box)s: %(page)s", box=sheet.say("Key facts"), page=explainer.title)
        yield Offer("key-facts", title, f"{folder}/key-facts/", _AROUND + _FACT * len(explainer.facts))
    if explainer.events:
        title = sheet.say("%(box)s: %(page)s", box=sheet.say("What happened when"), page=explainer.title)
        yield Offer(
            "timeline", title, f"{folder}/timeline/", _AROUND + _EVENT * min(len(explainer.events), MOST_EVENTS)
        )


def offer_of(term: Term) -> Offer:
    """The box of a glossary entry."""
    return Offer("term", term.title, f"/embed/term/{term.slug}/", _WORD)
