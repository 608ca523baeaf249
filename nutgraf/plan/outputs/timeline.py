"""All dates: ``/timeline/``."""

from collections.abc import Iterator
from itertools import groupby

from nutgraf.dates import Date
from nutgraf.kinds.evidence import Event
from nutgraf.plan.assets import Assets
from nutgraf.plan.boxes.timeline import event_of
from nutgraf.plan.frame import frame
from nutgraf.plan.linked_data import web_page
from nutgraf.plan.maker import Maker
from nutgraf.plan.output import Output
from nutgraf.plan.prose import Prose
from nutgraf.plan.sheet import Sheet
from nutgraf.resolve.site import Site
from nutgraf.resolve.traces import TimelineTrace
from nutgraf.slugs import unique
from nutgraf.views import pages, parts

Dated = tuple[TimelineTrace, str, Event]  # the explainer’s events, the event’s anchor there, the event


def _page(site: Site, assets: Assets, _: str) -> Iterator[Output]:
    """The page of all events by year."""
    sheet = Sheet(site, assets, "/timeline/")
    years = []
    taken: set[str] = set()
    for year, run in groupby(all_events(site), key=lambda dated: _year(dated[2].date)):
        events = tuple(_event(dated, unique(dated[1], taken), sheet) for dated in run)
        years.append(pages.Year(year or sheet.say("Earlier"), f"y{year or 'earlier'}", events))
    description = sheet.say("Every date in our explainers, in order.")
    title = sheet.say("What happened when")
    head = frame(sheet, title, description, linked=web_page(sheet, title, description, "CollectionPage"))
    view = pages.TimelineView(head, tuple(years))
    yield Output("/timeline/", "pages/timeline.html", view)


TIMELINE = Maker("timeline", _page)


def all_events(site: Site) -> list[Dated]:
    """Every event of every explainer, by date."""
    events = [(trace, id_, event) for trace in site.all_timelines for id_, event in trace.events]
    return sorted(events, key=lambda dated: dated[2].date.sort_key)


def _year(date: Date) -> str:
    """The year an event stands under; none for a range without a beginning."""
    return "" if date.start == "open" else str(date.earliest.year)


def _event(dated: Dated, id_: str, sheet: Sheet) -> parts.Event:
    trace, anchor, event = dated
    prose = Prose(sheet, trace.citations, sheet.site.terms_by_slug, is_guest=True)
    origin = sheet.link(trace.title, trace.address, anchor)
    return event_of(event, id_, prose, origin=origin, form="no-year" if _year(event.date) else "full")
