"""What a day makes old: expectations that have passed, reviews that are due, facts that nobody has looked at since.

The day is given; a build has none (docs/decisions/the-day.md).
"""

import datetime
from collections.abc import Iterator

from nutgraf.kinds.explainer import Explainer
from nutgraf.problems import Problem
from nutgraf.resolve.site import Site
from nutgraf.rules import problem


def check_freshness(explainer: Explainer, site: Site, today: datetime.date) -> Iterator[Problem]:
    """A problem for each thing in the explainer that is old on that day."""
    for event in explainer.events:
        if event.status == "expected" and event.date.latest < today:
            message = f"the event “{event.title.plain}” is still called expected, and {event.date.text} has passed"
            yield problem("still-expected", event.place, message, "say what came of it, and change its status")
    for fact in explainer.facts:
        if fact.as_of and fact.status == "expected" and fact.as_of.latest < today:
            message = f"the key fact “{fact.label.plain}” is still called expected, as of {fact.as_of.text}"
            yield problem("still-expected", fact.place, message, "change its status, or renew its as_of")
        elif fact.as_of and (age := (today - fact.as_of.latest).days) > site.settings.as_of_days:
            message = f"the key fact “{fact.label.plain}” is as of {fact.as_of.text}, {age:,} days ago"
            yield problem("old-fact", fact.place, message, "see whether it still holds, and renew its as_of")
    if explainer.review_by and explainer.review_by.latest < today:
        message = f"this explainer was to be reviewed by {explainer.review_by.text}, and tells readers so"
        yield problem("review-overdue", explainer.review_place, message, "review it, then set another day")
