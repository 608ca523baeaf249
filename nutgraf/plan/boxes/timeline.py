"""The timeline: what happened when, and what is expected."""

from msgspec.structs import replace

from nutgraf.dates import Parts
from nutgraf.kinds.evidence import Event
from nutgraf.kinds.explainer import Explainer
from nutgraf.plan.notes import verdicts_of
from nutgraf.plan.prose import Prose
from nutgraf.resolve.anchors import with_ids
from nutgraf.views import parts


def timeline(explainer: Explainer, prose: Prose) -> parts.Timeline | None:
    """The box of an explainer, on its own page or on another; None when it has no events."""
    if not explainer.events:
        return None
    is_own = prose.sheet.address == explainer.address
    return parts.Timeline(
        id="timeline" if is_own else f"timeline-{explainer.slug}",
        events=tuple(
            event_of(event, id_ if is_own else f"{id_}-{explainer.slug}", prose)
            for id_, event in with_ids(explainer.events)
        ),
        origin=None if is_own else prose.sheet.link(explainer.title, explainer.address, "timeline"),
    )


def event_of(
    event: Event, id_: str, prose: Prose, *, origin: parts.Link | None = None, form: Parts = "full"
) -> parts.Event:
    """One event; ``origin`` is the explainer it stands in, where that is another page.

    It ends in its verdicts, so its words carry no raised numbers: the notes they would lead to are not listed.
    """
    prose = replace(prose, shows_marks=False)
    return parts.Event(
        id=id_,
        date=prose.sheet.when(event.date, form),
        title=prose.inline(event.title),
        text=prose.inline(event.text),
        status=event.status,
        verdicts=verdicts_of(event, prose),
        origin=origin,
    )
