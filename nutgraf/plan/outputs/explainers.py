"""Explainer pages: ``/<slug>/``."""

from collections.abc import Iterator
from math import ceil

from markupsafe import Markup, escape

from nutgraf.body import BoxPlace
from nutgraf.kinds.explainer import Explainer
from nutgraf.plan.assets import Assets
from nutgraf.plan.boxes.key_facts import key_facts
from nutgraf.plan.boxes.timeline import timeline
from nutgraf.plan.frame import frame
from nutgraf.plan.maker import Maker
from nutgraf.plan.notes import cited_sources, counts_of, source_line
from nutgraf.plan.open_graph import Article
from nutgraf.plan.output import Output
from nutgraf.plan.prose import Prose
from nutgraf.plan.records import records_of
from nutgraf.plan.sections import sections_of
from nutgraf.plan.sheet import Sheet
from nutgraf.plan.teasers import first_topic, teaser
from nutgraf.plan.words import words_used
from nutgraf.resolve.citations import Citations
from nutgraf.resolve.listing import tally
from nutgraf.resolve.site import Site
from nutgraf.views.pages import ExplainerView
from nutgraf.views.parts import CitedSource

WORDS_A_MINUTE = 240  # silent reading of English non-fiction (Brysbaert 2019: 238)
LONG_HEADLINE = 70  # characters; longer ones are set smaller (pages.md §3)


def _page(site: Site, assets: Assets, path: str) -> Iterator[Output]:
    """The page of one explainer."""
    bound = site.bound[path]
    if isinstance(bound.document, Explainer):
        sheet = Sheet(site, assets, bound.document.address)
        view = _view(bound.document, bound.citations, sheet)
        yield Output(sheet.address, "pages/explainer.html", view, origin=path)


EXPLAINERS = Maker("explainer", _page, lambda site: site.announcements)


def _view(explainer: Explainer, citations: Citations, sheet: Sheet) -> ExplainerView:
    site = sheet.site
    following = site.next_after.get(explainer.place.path)
    prose = Prose(sheet, citations, site.terms_by_slug)
    introduction, sections = sections_of(explainer, prose)
    placed = _placed(explainer)
    cited = cited_sources(citations, sheet)
    authors = explainer.authors or site.settings.author
    return ExplainerView(
        frame=frame(
            sheet,
            explainer.title,
            explainer.standfirst.plain,
            article=Article(explainer.date, explainer.updated, explainer.topics, authors),
            is_draft=explainer.is_draft,
        ),
        topic=first_topic(explainer.topics, sheet),
        title=explainer.title,
        is_long=len(explainer.title) > LONG_HEADLINE,
        standfirst=prose.inline(explainer.standfirst),
        authors=tuple(_author(name, sheet) for name in authors),
        published=sheet.when(explainer.date),
        updated=sheet.when(explainer.updated) if explainer.updated else None,
        minutes=ceil(explainer.body.words / WORDS_A_MINUTE),
        reviewed=sheet.when(explainer.last_changed),
        review_by=explainer.review_by.iso_day if explainer.review_by else None,
        facts=None if "key-facts" in placed else key_facts(explainer, prose),
        introduction=introduction,
        sections=sections,
        timeline=None if "timeline" in placed else timeline(explainer, prose),
        words=words_used(explainer, prose),
        sources=cited,
        further=_further(explainer, citations, sheet),
        records=records_of(explainer, prose),
        counts=counts_of([tally([citations], explainer.facts)]),
        next=teaser(following, sheet) if following else None,
    )


def _author(name: str, sheet: Sheet) -> Markup:
    """A name in the byline; it leads to the standing page of that title, if the desk has written one."""
    address = next((page.address for page in sheet.site.standing if page.title == name), None)
    if address is None:
        return escape(name)
    return Markup('<a rel="author" href="{}">{}</a>').format(sheet.href(address), name)


def _further(explainer: Explainer, citations: Citations, sheet: Sheet) -> tuple[CitedSource, ...]:
    """The sources the desk recommends; those that a note cites are listed by themselves."""
    sources = sheet.site.sources
    cited = {note.source.id for note in citations.notes}
    named = dict.fromkeys(name.text for name in explainer.further if name.text not in cited and name.text in sources)
    return tuple(source_line(sources[name].credit, sheet) for name in named)


def _placed(explainer: Explainer) -> frozenset[str]:
    """The names of its own boxes that the body places, with its slug or without."""
    pieces = (piece for section in explainer.body.sections for piece in section.pieces)
    return frozenset(
        piece.name for piece in pieces if isinstance(piece, BoxPlace) and piece.slug in (None, explainer.slug)
    )
