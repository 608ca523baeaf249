"""The search page: ``/search/``, where the desk wants one."""

from collections.abc import Iterator

from nutgraf.plan.assets import Assets
from nutgraf.plan.frame import frame
from nutgraf.plan.maker import Maker
from nutgraf.plan.output import Output
from nutgraf.plan.sheet import Sheet
from nutgraf.resolve.site import Site
from nutgraf.views.pages import SearchView


def _page(site: Site, assets: Assets, _: str) -> Iterator[Output]:
    """The page that asks, and shows what is found."""
    sheet = Sheet(site, assets, "/search/")
    title = sheet.say("Search")
    view = SearchView(
        frame=frame(sheet, title, sheet.about(title), is_indexed=False),
        script=sheet.href(assets.search.script) if assets.search.script else "",
        stylesheet=sheet.href(assets.search.stylesheet) if assets.search.stylesheet else "",
        home=sheet.href("/"),
        lists=(
            sheet.link(sheet.say("Explainers"), "/"),
            sheet.link(sheet.say("Words"), "/glossary/"),
            sheet.link(sheet.say("Sources"), "/sources/"),
        ),
    )
    yield Output("/search/", "pages/search.html", view)


SEARCH = Maker("search", _page, lambda site: ("",) if site.settings.search else ())
