"""Explainers as other pages announce them, and the order in which they come."""

from nutgraf.kinds.explainer import Explainer
from nutgraf.plan.sheet import Sheet
from nutgraf.resolve.site import Site
from nutgraf.slugs import slugify
from nutgraf.views.parts import Link, Teaser


def in_home_order(site: Site) -> tuple[Explainer, ...]:
    """The explainers as the home page names them; those it does not name follow, newest first."""
    by_slug = {explainer.slug: explainer for explainer in site.explainers}
    named = [by_slug.pop(name.text) for name in site.home.explainers if name.text in by_slug] if site.home else []
    return (*named, *by_slug.values())


def teaser(explainer: Explainer, sheet: Sheet) -> Teaser:
    """The explainer in a few lines."""
    citations = sheet.site.citations[explainer.address]
    topic = first_topic(explainer, sheet)
    return Teaser(
        title=explainer.title,
        href=sheet.href(explainer.address),
        standfirst=explainer.standfirst.plain,
        topic=topic.title if topic else None,
        questions=sum(bool(section.anchor) for section in explainer.body.sections),
        sources=len({note.source.origin for note in citations.notes}),
        updated=sheet.when(explainer.last_changed),
        is_updated=explainer.updated is not None,
    )


def first_topic(explainer: Explainer, sheet: Sheet) -> Link | None:
    """The topic in the kicker."""
    for topic in explainer.topics:
        return sheet.link(topic_title(topic, sheet.site), f"/topics/{slugify(topic)}/")
    return None


def topic_title(topic: str, site: Site) -> str:
    """A topic’s title: from site.toml, else as the explainers write it."""
    told = site.settings.topics.get(slugify(topic))
    return (told and told.title) or topic[:1].upper() + topic[1:]
