"""Feeds (Atom, RFC 4287): ``/feed.xml`` of explainers, ``/corrections.xml`` of corrections and changes."""

from collections.abc import Iterator
from hashlib import sha256

from nutgraf.kinds.evidence import Notice
from nutgraf.plan.assets import Assets
from nutgraf.plan.maker import Maker
from nutgraf.plan.output import Output
from nutgraf.plan.sheet import Sheet
from nutgraf.plan.teasers import topic_title
from nutgraf.resolve.listing import Announcement
from nutgraf.resolve.site import Site
from nutgraf.resolve.traces import NoticeTrace
from nutgraf.slugs import unique
from nutgraf.views.machines import Entry, FeedView

MOST_NOTICES = 50
_NEVER = "1970-01-01T00:00:00+00:00"  # a feed has to say when it was changed, also that of a site without explainers


def _feed(site: Site, assets: Assets, _: str) -> Iterator[Output]:
    """The explainers that were published or updated last."""
    sheet = Sheet(site, assets, "/feed.xml")
    entries = tuple(_explainer(each, sheet) for each in site.latest if not each.is_draft)
    yield _output(sheet, site.settings.title, site.settings.tagline or "", "/", entries)


def _corrections(site: Site, assets: Assets, _: str) -> Iterator[Output]:
    """What was put right or changed last."""
    sheet = Sheet(site, assets, "/corrections.xml")
    title = sheet.say("%(site)s: corrections and changes", site=site.settings.title)
    entries = sorted(_notices(sheet), key=lambda entry: entry.updated[:10], reverse=True)
    yield _output(sheet, title, "", "/corrections/", tuple(entries[:MOST_NOTICES]))


FEED = Maker("feed", _feed)
CORRECTIONS_FEED = Maker("corrections feed", _corrections)


def _output(sheet: Sheet, title: str, subtitle: str, page: str, entries: tuple[Entry, ...]) -> Output:
    settings = sheet.site.settings
    view = FeedView(
        language=settings.language,
        title=title,
        subtitle=subtitle,
        id=sheet.url,
        href=sheet.url,
        page=sheet.url_of(page),
        updated=max((entry.updated for entry in entries), default="") or _first_published(sheet),
        authors=settings.author or (settings.publisher or settings.title,),
        rights=settings.rights or "",
        entries=entries,
    )
    return Output(sheet.address, "feeds/atom.xml", view)


def _first_published(sheet: Sheet) -> str:
    """When the site came out, which is when a feed without entries was changed last."""
    return min((sheet.moment(each.date) for each in sheet.site.explainers if not each.is_draft), default=_NEVER)


def _explainer(explainer: Announcement, sheet: Sheet) -> Entry:
    return Entry(
        id=sheet.url_of(explainer.first_address),
        title=explainer.title,
        href=sheet.url_of(explainer.address),
        published=sheet.moment(explainer.date),
        updated=sheet.moment(explainer.last_changed),
        authors=explainer.authors,
        topics=tuple(topic_title(topic, sheet.site) for topic in explainer.topics),
        summary=explainer.standfirst,
    )


def _notices(sheet: Sheet) -> Iterator[Entry]:
    for trace in sheet.site.all_notices:
        taken: set[str] = set()
        for notice in trace.corrections:
            title = sheet.say("Correction: %(page)s", page=trace.title)
            yield _notice(notice, title, _anchor("correction", notice, taken), trace, sheet)
        for notice in trace.changes:
            title = sheet.say("Change: %(page)s", page=trace.title)
            yield _notice(notice, title, _anchor("change", notice, taken), trace, sheet)


def _anchor(kind: str, notice: Notice, taken: set[str]) -> str:
    """What tells the notice from others of its page: its day and its words, so that one more changes none of them."""
    words = sha256(notice.text.plain.encode()).hexdigest()[:8]
    return unique(f"{kind}-{notice.date.text}-{words}", taken)


def _notice(notice: Notice, title: str, anchor: str, trace: NoticeTrace, sheet: Sheet) -> Entry:
    when = sheet.moment(notice.date)
    return Entry(
        id=f"{sheet.url_of(trace.first_address)}#{anchor}",
        title=title,
        href=f"{sheet.url_of(trace.address)}#corrections",
        published=when,
        updated=when,
        authors=(),
        topics=(),
        summary=notice.text.plain,
    )
