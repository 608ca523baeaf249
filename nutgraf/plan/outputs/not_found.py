"""The page for addresses that are not there: ``/404.html``."""

from collections.abc import Iterator

from nutgraf.plan.assets import Assets
from nutgraf.plan.frame import frame
from nutgraf.plan.maker import Maker
from nutgraf.plan.output import Output
from nutgraf.plan.sheet import Sheet
from nutgraf.plan.teasers import teaser
from nutgraf.resolve.site import Site
from nutgraf.views.pages import NotFoundView

NEWEST = 3


def _page(site: Site, assets: Assets, _: str) -> Iterator[Output]:
    """One page; its links start at the host’s root, because it answers at any depth."""
    sheet = Sheet(site, assets, "/404.html", is_rooted=True)
    title = sheet.say("This page isn’t in the edition")
    description = sheet.say("There is no page at this address.")
    view = NotFoundView(
        frame=frame(sheet, title, description, is_indexed=False),
        explainers=sheet.href("/"),
        timeline=sheet.href("/timeline/"),
        glossary=sheet.href("/glossary/"),
        newest=tuple(teaser(explainer, sheet) for explainer in site.explainers[:NEWEST]),
    )
    yield Output("/404.html", "pages/404.html", view)


NOT_FOUND = Maker("not-found", _page)
