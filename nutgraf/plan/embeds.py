"""Boxes for other people’s pages: what stands at ``/embed/…/``."""

from collections.abc import Iterator

from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.term import Term
from nutgraf.plan.boxes.key_facts import fact_of
from nutgraf.plan.boxes.timeline import event_of
from nutgraf.plan.languages import direction
from nutgraf.plan.notes import verdicts_of
from nutgraf.plan.offers import MOST_EVENTS, Offer, offer_of, offers_of
from nutgraf.plan.output import Output
from nutgraf.plan.prose import Prose
from nutgraf.plan.sheet import Sheet
from nutgraf.resolve.anchors import with_ids
from nutgraf.resolve.citations import Citations
from nutgraf.views import embeds


def boxes_of(explainer: Explainer, citations: Citations, page: Sheet) -> Iterator[Output]:
    """The boxes that an explainer offers; ``page`` is the sheet of its own page."""
    for offer in offers_of(explainer, page):
        prose = _prose(offer, citations, page)
        make = _key_facts if offer.name == "key-facts" else _timeline
        view = make(explainer, _frame(offer, explainer, prose.sheet), prose)
        yield Output(offer.address, f"embeds/{offer.name}.html", view, origin=explainer.place.path)


def box_of(term: Term, page: Sheet) -> Output:
    """The box of a glossary entry; ``page`` is the sheet of its own page."""
    offer = offer_of(term)
    prose = _prose(offer, Citations(), page)
    frame = _frame(offer, term, prose.sheet)
    view = embeds.TermEmbedView(frame, term.title, term.kind, prose.inline(term.definition))
    return Output(offer.address, "embeds/term.html", view, origin=term.place.path)


def _prose(offer: Offer, citations: Citations, page: Sheet) -> Prose:
    sheet = Sheet(page.site, page.assets, offer.address)
    return Prose(sheet, citations, page.site.terms_by_slug, is_guest=True)


def _key_facts(explainer: Explainer, frame: embeds.EmbedFrame, prose: Prose) -> embeds.KeyFactsEmbedView:
    facts = (embeds.EmbeddedFact(fact_of(fact, prose), verdicts_of(fact, prose)) for fact in explainer.facts)
    return embeds.KeyFactsEmbedView(frame, tuple(facts))


def _timeline(explainer: Explainer, frame: embeds.EmbedFrame, prose: Prose) -> embeds.TimelineEmbedView:
    """The last events; the page has the others too."""
    last = [*with_ids(explainer.events)][-MOST_EVENTS:]
    events = tuple(event_of(event, id_, prose) for id_, event in last)
    href = prose.sheet.href(explainer.address, "timeline")
    return embeds.TimelineEmbedView(frame, events, len(explainer.events) - len(events), href)


def _frame(offer: Offer, page: Explainer | Term, sheet: Sheet) -> embeds.EmbedFrame:
    settings, assets = sheet.site.settings, sheet.assets.embed
    is_explainer = isinstance(page, Explainer)
    return embeds.EmbedFrame(
        language=settings.language,
        direction=direction(settings.language),
        title=offer.title,
        description=(page.standfirst if isinstance(page, Explainer) else page.definition).plain,
        canonical=sheet.url_of(page.address),
        page=sheet.link(page.title if is_explainer else sheet.say("Full entry"), page.address),
        site_title=settings.title,
        published=sheet.when(page.date) if isinstance(page, Explainer) else None,
        updated=sheet.when(page.updated) if isinstance(page, Explainer) and page.updated else None,
        stylesheet=sheet.href(assets.stylesheet),
        script=sheet.href(assets.script) if assets.script else "",
    )
