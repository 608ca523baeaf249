"""Redirects: small pages at the earlier addresses of a page, which lead to it."""

from collections.abc import Iterator

from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.page import Page
from nutgraf.plan.languages import direction
from nutgraf.plan.output import Output
from nutgraf.plan.sheet import Sheet
from nutgraf.views.machines import MovedView


def redirects(document: Explainer | Page, sheet: Sheet) -> Iterator[Output]:
    """One for each of its aliases; ``sheet`` is that of the page."""
    for alias in document.aliases:
        old = Sheet(sheet.site, sheet.assets, alias.text)
        language = sheet.site.settings.language
        link = old.link(document.title, document.address)
        view = MovedView(language, direction(language), link, canonical=sheet.url)
        yield Output(alias.text, "moved.html", view, origin=document.place.path)
