"""What a day shows: expectations that have passed or are none yet, reviews that are due, facts that have grown old.

The day is given; a build has none (docs/decisions/the-day.md).
"""

import datetime
from collections.abc import Iterator

from nutgraf.kinds.explainer import Explainer
from nutgraf.problems import Problem
from nutgraf.resolve.site import Site
from nutgraf.rules import problem

_EXPECTED = "add “status: expected”, or put the date right"


def check_freshness(explainer: Explainer, site: Site, today: datetime.date) -> Iterator[Problem]:
    """A problem for each thing in the explainer that is old on that day, or lies ahead and does not say so."""
    if explainer.date.earliest > today and not explainer.is_draft:
        message = f"this explainer is dated {explainer.date.text}, which is still to come, and every build publishes it"
        hint = "correct the date, or write “draft: true” until that day (docs/deploying.md says how to publish later)"
        yield problem("future-date", explainer.date_place, message, hint)
    for event in explainer.events:
        if event.status == "expected" and event.date.latest < today:
            message = f"the event “{event.title.plain}” is still called expected, and {event.date.text} has passed"
            yield problem("still-expected", event.place, message, "say what came of it, and change its status")
        elif event.status == "reported" and event.date.earliest > today:
            message = f"the event “{event.title.plain}” is still to come, {event.date.text}, and not called expected"
            yield problem("not-expected", event.place, message, _EXPECTED)
    for fact in explainer.facts:
        if fact.as_of and fact.status == "expected" and fact.as_of.latest < today:
            message = f"the key fact “{fact.label.plain}” is still called expected, as of {fact.as_of.text}"
            yield problem("still-expected", fact.place, message, "change its status, or renew its as_of")
        elif fact.as_of and fact.status == "reported" and fact.as_of.earliest > today:
            called = f"the key fact “{fact.label.plain}” is as of {fact.as_of.text}"
            message = f"{called}, still to come, and not called expected"
            yield problem("not-expected", fact.place, message, _EXPECTED)
        elif fact.as_of and (age := (today - fact.as_of.latest).days) > site.settings.as_of_days:
            message = f"the key fact “{fact.label.plain}” is as of {fact.as_of.text}, {age:,} days ago"
            yield problem("old-fact", fact.place, message, "see whether it still holds, and renew its as_of")
    if explainer.review_by and explainer.review_by.latest < today:
        message = f"this explainer was to be reviewed by {explainer.review_by.text}, and tells readers so"
        yield problem("review-overdue", explainer.review_place, message, "review it, then set another day")
