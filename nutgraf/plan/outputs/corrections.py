"""Corrections and changes of the whole site: ``/corrections/``."""

from collections.abc import Iterator

from nutgraf.plan.assets import Assets
from nutgraf.plan.frame import frame
from nutgraf.plan.linked_data import web_page
from nutgraf.plan.maker import Maker
from nutgraf.plan.output import Output
from nutgraf.plan.records import records_of_site
from nutgraf.plan.sheet import Sheet
from nutgraf.resolve.site import Site
from nutgraf.views.pages import CorrectionsView


def _page(site: Site, assets: Assets, _: str) -> Iterator[Output]:
    """The page that lists them, newest first."""
    sheet = Sheet(site, assets, "/corrections/")
    description = sheet.say("Every correction and change to our explainers, newest first.")
    title = sheet.say("Corrections")
    head = frame(sheet, title, description, linked=web_page(sheet, title, description, "CollectionPage"))
    view = CorrectionsView(head, records_of_site(site, sheet, with_published=False))
    yield Output("/corrections/", "pages/corrections.html", view)


CORRECTIONS = Maker("corrections", _page)
