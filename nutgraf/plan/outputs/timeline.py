"""All dates: ``/timeline/``."""

from collections.abc import Iterator
from itertools import groupby

from msgspec.structs import replace

from nutgraf.dates import Date, Parts
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
    yield Output("/timeline/", "pages/timeline.html", _view(Sheet(site, assets, "/timeline/")))


def _view(sheet: Sheet) -> pages.TimelineView:
    description = sheet.say("Every date in our explainers, in order.")
    title = sheet.say("What happened when")
    head = frame(sheet, title, description, linked=web_page(sheet, title, description, "CollectionPage"))
    # Drawn before they are sorted, so that only one explainer’s are open at a time.
    drawn = [(dated[2].date, event_on(sheet, dated, _form(dated[2].date))) for dated in all_events(sheet.site)]
    drawn.sort(key=lambda each: each[0].sort_key)
    years = []
    taken: set[str] = set()
    for year, run in groupby(drawn, key=lambda each: _year(each[0])):
        events = tuple(replace(event, id=unique(event.id, taken)) for _, event in run)
        years.append(pages.Year(year or sheet.say("Earlier"), f"y{year or 'earlier'}", events))
    return pages.TimelineView(head, tuple(years))


TIMELINE = Maker("timeline", _page)


def all_events(site: Site) -> Iterator[Dated]:
    """Every event, explainer by explainer."""
    return ((trace, anchor, event) for trace in site.all_timelines for anchor, event in trace.events)


def event_on(sheet: Sheet, dated: Dated, form: Parts = "full") -> parts.Event:
    """An event as another page than its explainer shows it, under the anchor that it has there."""
    trace, anchor, event = dated
    prose = Prose(sheet, trace.citations, sheet.site.terms_by_slug, is_guest=True)
    return event_of(event, anchor, prose, origin=sheet.link(trace.title, trace.address, anchor), form=form)


def _form(date: Date) -> Parts:
    return "no-year" if _year(date) else "full"


def _year(date: Date) -> str:
    """The year an event stands under; none for a range without a beginning."""
    return "" if date.start == "open" else str(date.earliest.year)
