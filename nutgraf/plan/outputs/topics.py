"""Topics: ``/topics/<topic>/``."""

from collections.abc import Iterator

from nutgraf.plan.assets import Assets
from nutgraf.plan.frame import frame
from nutgraf.plan.linked_data import topic_page
from nutgraf.plan.maker import Maker
from nutgraf.plan.output import Output
from nutgraf.plan.sheet import Sheet
from nutgraf.plan.teasers import teaser, topic_title
from nutgraf.resolve.site import Site
from nutgraf.views.pages import TopicView


def _page(site: Site, assets: Assets, slug: str) -> Iterator[Output]:
    """The page of one topic."""
    sheet = Sheet(site, assets, f"/topics/{slug}/")
    topic, found = site.by_topic[slug]
    title = topic_title(topic, site)
    told = site.settings.topics.get(slug)
    text = (told and told.text) or ""
    description = text or sheet.about(title)
    view = TopicView(
        frame=frame(sheet, title, description, linked=topic_page(title, description, sheet)),
        title=title,
        text=text,
        explainers=tuple(teaser(explainer, sheet) for explainer in found),
    )
    yield Output(sheet.address, "pages/topic.html", view)


TOPICS = Maker("topic", _page, lambda site: site.topics)
