"""Topics: ``/topics/<topic>/``."""

from collections.abc import Iterator

from nutgraf.kinds.explainer import Explainer
from nutgraf.plan.assets import Assets
from nutgraf.plan.frame import frame
from nutgraf.plan.output import Output
from nutgraf.plan.sheet import Sheet
from nutgraf.plan.teasers import in_home_order, teaser, topic_title
from nutgraf.resolve.site import Site
from nutgraf.slugs import slugify
from nutgraf.views.pages import TopicView


def topics(site: Site, assets: Assets) -> Iterator[Output]:
    """One page per topic that an explainer names."""
    by_topic: dict[str, tuple[str, list[Explainer]]] = {}
    for explainer in in_home_order(site):
        for topic in dict.fromkeys(explainer.topics):
            by_topic.setdefault(slugify(topic), (topic, []))[1].append(explainer)
    for slug, (topic, found) in sorted(by_topic.items()):
        sheet = Sheet(site, assets, f"/topics/{slug}/")
        title = topic_title(topic, site)
        told = site.settings.topics.get(slug)
        text = (told and told.text) or ""
        view = TopicView(
            frame=frame(sheet, title, text or sheet.about(title)),
            title=title,
            text=text,
            explainers=tuple(teaser(explainer, sheet) for explainer in found),
        )
        yield Output(sheet.address, "pages/topic.html", view)
