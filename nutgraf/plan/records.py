"""Dated lines: corrections, changes, first publication."""

from collections.abc import Iterator

from markupsafe import Markup

from nutgraf.dates import Date
from nutgraf.kinds.explainer import Explainer
from nutgraf.plan.prose import Prose
from nutgraf.plan.sheet import Sheet
from nutgraf.resolve.citations import Citations
from nutgraf.resolve.site import Site
from nutgraf.resolve.traces import NoticeTrace
from nutgraf.views.parts import Link, Record

Dated = tuple[Date, Record]


def records_of(explainer: Explainer, prose: Prose) -> tuple[Record, ...]:
    """An explainer’s own record: newest first, the day of publication last."""
    dated = sorted(_notices(explainer, prose, None), key=lambda pair: pair[0].sort_key, reverse=True)
    published = Record(prose.sheet.when(explainer.date), "published", Markup(), None)
    return (*(record for _, record in dated), published)


def records_of_site(site: Site, sheet: Sheet, *, with_published: bool) -> tuple[Record, ...]:
    """Every correction and change of the site, newest first; with new explainers for the home page."""
    dated: list[Dated] = []
    for trace in site.all_notices:
        prose = Prose(sheet, Citations(), site.terms_by_slug, is_guest=True)
        link = sheet.link(trace.title, trace.address)
        dated.extend(_notices(trace, prose, link))
        if with_published:
            dated.append((trace.date, Record(sheet.when(trace.date), "published", Markup(), link)))
    return tuple(record for _, record in sorted(dated, key=lambda pair: pair[0].sort_key, reverse=True))


def _notices(trace: Explainer | NoticeTrace, prose: Prose, link: Link | None) -> Iterator[Dated]:
    for notice in trace.corrections:
        yield notice.date, Record(prose.sheet.when(notice.date), "correction", prose.inline(notice.text), link)
    for notice in trace.changes:
        yield notice.date, Record(prose.sheet.when(notice.date), "change", prose.inline(notice.text), link)
