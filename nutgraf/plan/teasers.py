"""Explainers as other pages announce them, and the order in which they come."""

from collections.abc import Iterable

from nutgraf.plan.sheet import Sheet
from nutgraf.resolve.listing import Announcement
from nutgraf.resolve.site import Site
from nutgraf.slugs import slugify
from nutgraf.views.parts import Link, Teaser


def teaser(explainer: Announcement, sheet: Sheet) -> Teaser:
    """The explainer in a few lines."""
    topic = first_topic(explainer.topics, sheet)
    return Teaser(
        title=explainer.title,
        href=sheet.href(explainer.address),
        standfirst=explainer.standfirst,
        topic=topic.title if topic else None,
        questions=explainer.questions,
        sources=len(explainer.tally.origins),
        updated=sheet.when(explainer.last_changed),
        is_updated=explainer.updated is not None,
    )


def first_topic(topics: Iterable[str], sheet: Sheet) -> Link | None:
    """The topic in the kicker."""
    for topic in topics:
        return sheet.link(topic_title(topic, sheet.site), f"/topics/{slugify(topic)}/")
    return None


def topic_title(topic: str, site: Site) -> str:
    """A topic’s title: from site.toml, else as the explainers write it."""
    told = site.settings.topics.get(slugify(topic))
    return (told and told.title) or topic[:1].upper() + topic[1:]


def author_address(name: str, site: Site) -> str | None:
    """The address of the standing page of that title, which is an author’s own; None where there is none."""
    return next((page.address for page in site.standing if page.title == name), None)
