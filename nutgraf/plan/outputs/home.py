"""The home page: ``/``."""

from collections.abc import Iterator
from heapq import nlargest

from msgspec.structs import replace

from nutgraf.kinds.term import Term
from nutgraf.plan.assets import Assets
from nutgraf.plan.frame import frame
from nutgraf.plan.linked_data import web_site
from nutgraf.plan.maker import Maker
from nutgraf.plan.notes import counts_of
from nutgraf.plan.output import Output
from nutgraf.plan.outputs.timeline import all_events, event_on
from nutgraf.plan.prose import Prose
from nutgraf.plan.records import records_of_site
from nutgraf.plan.sections import body_blocks
from nutgraf.plan.sheet import Sheet
from nutgraf.plan.teasers import teaser
from nutgraf.plan.words import word
from nutgraf.resolve.citations import Citations
from nutgraf.resolve.listing import Announcement
from nutgraf.resolve.site import Site
from nutgraf.slugs import unique
from nutgraf.views import pages, parts
from nutgraf.views.frame import Alternate

MORE = 6
LATEST = 6
EVENTS = 5
WORDS = 8


def _page(site: Site, assets: Assets, _: str) -> Iterator[Output]:
    """The home page."""
    sheet = Sheet(site, assets, "/")
    order = site.home_order
    prose = Prose(sheet, Citations(), site.terms_by_slug, lists_words=False)
    standfirst = site.home.standfirst if site.home else None
    records = records_of_site(site, sheet, with_published=True)
    description = standfirst.plain if standfirst else site.settings.tagline or site.settings.title
    view = pages.HomeView(
        frame=frame(
            sheet,
            site.settings.title,
            description,
            linked=web_site(sheet, description),
            alternates=[Alternate("application/json", site.settings.title, sheet.href("/index.json"))],
        ),
        standfirst=prose.inline(standfirst),
        lead=_lead(order[0], sheet) if order else None,
        latest=records[:LATEST],
        has_corrections=any(record.kind == "correction" for record in records),
        corrections=sheet.href("/corrections/"),
        more=tuple(teaser(explainer, sheet) for explainer in order[1 : MORE + 1]),
        headlines=tuple(sheet.link(explainer.title, explainer.address) for explainer in order[MORE + 1 :]),
        events=tuple(_events(sheet)),
        timeline=sheet.href("/timeline/"),
        words=tuple(word(term, prose) for term in _words(site)),
        glossary=sheet.href("/glossary/"),
        counts=counts_of(site.tallies),
        body=tuple(body_blocks(site.home.body, prose)) if site.home else (),
    )
    yield Output("/", "pages/home.html", view, origin="content/index.md" if site.home else "")


HOME = Maker("home", _page)


def _lead(explainer: Announcement, sheet: Sheet) -> pages.Lead:
    return pages.Lead(teaser(explainer, sheet), explainer.facts, explainer.tally.quotations)


def _events(sheet: Sheet) -> Iterator[parts.Event]:
    """The last events, expected ones included."""
    taken: set[str] = set()
    numbered = enumerate(all_events(sheet.site))
    last = nlargest(EVENTS, numbered, key=lambda each: (each[1][2].date.sort_key, each[0]))
    for _, dated in reversed(last):
        event = event_on(sheet, dated)
        yield replace(event, id=unique(event.id, taken))


def _words(site: Site) -> list[Term]:
    """The entries that readers meet most often, by title."""
    often = sorted(site.terms, key=lambda term: (-site.mentions.get(term.slug, 0), term.slug))[:WORDS]
    return [term for term in site.terms if term in often]
