"""Explainer pages: ``/<slug>/``, and what goes with each."""

from collections.abc import Iterator, Sequence
from math import ceil

from markupsafe import Markup, escape

from nutgraf.body import BoxPlace
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.term import Term
from nutgraf.plan import linked_article
from nutgraf.plan.assets import Assets
from nutgraf.plan.boxes.key_facts import key_facts
from nutgraf.plan.boxes.timeline import timeline
from nutgraf.plan.embed_codes import codes_of, oembed, oembed_address
from nutgraf.plan.embeds import boxes_of
from nutgraf.plan.frame import frame
from nutgraf.plan.maker import Maker
from nutgraf.plan.notes import cited_sources, counts_of, recommended, source_line
from nutgraf.plan.open_data import as_json, explainer_data
from nutgraf.plan.open_graph import Article
from nutgraf.plan.output import Output
from nutgraf.plan.prose import Prose
from nutgraf.plan.records import records_of
from nutgraf.plan.redirects import redirects
from nutgraf.plan.sections import hosts_in, sections_of
from nutgraf.plan.sheet import Sheet
from nutgraf.plan.teasers import author_address, first_topic, teaser
from nutgraf.plan.words import terms_used, word
from nutgraf.resolve.bound import Bound
from nutgraf.resolve.listing import tally
from nutgraf.resolve.site import Site
from nutgraf.views.frame import Alternate
from nutgraf.views.pages import ExplainerView

WORDS_A_MINUTE = 240  # silent reading of English non-fiction (Brysbaert 2019: 238)
_DATA = "index.json"
LONG_HEADLINE = 70  # characters; longer ones are set smaller


def _page(site: Site, assets: Assets, path: str) -> Iterator[Output]:
    """The page of one explainer."""
    bound = site.bound[path]
    if isinstance(bound.document, Explainer):
        sheet = Sheet(site, assets, bound.document.address)
        used = terms_used(bound.document, site)
        view = _view(bound, bound.document, used, sheet)
        yield Output(sheet.address, "pages/explainer.html", view, origin=path)
        data = explainer_data(bound.document, bound.citations, used, view.counts, sheet)
        yield Output(f"{sheet.address}{_DATA}", contents=as_json(data), origin=path)
        yield from boxes_of(bound.document, bound.citations, sheet)
        yield from oembed(bound.document, sheet)
        yield from redirects(bound.document, sheet)


EXPLAINERS = Maker("explainer", _page, lambda site: site.announcements)


def _view(bound: Bound, explainer: Explainer, used: Sequence[Term], sheet: Sheet) -> ExplainerView:
    site, citations = sheet.site, bound.citations
    counts = counts_of([tally([citations], explainer.facts, bound.verification)])
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
            found_as="explainer",
            linked=linked_article.article(explainer, citations, used, counts, sheet),
            alternates=_alternates(explainer, sheet),
            embed_hosts=hosts_in((introduction, *sections)),
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
        words=tuple(word(term, prose) for term in used),
        sources=cited,
        further=tuple(source_line(credit, sheet) for credit in recommended(explainer, citations, site)),
        records=records_of(explainer, prose),
        counts=counts,
        codes=tuple(codes_of(explainer, citations, sheet)),
        next=teaser(following, sheet) if following else None,
    )


def _alternates(explainer: Explainer, sheet: Sheet) -> Iterator[Alternate]:
    """The page in other forms."""
    yield Alternate("application/json", explainer.title, _DATA)
    if explainer.facts or explainer.events:
        yield Alternate("application/json+oembed", explainer.title, sheet.href(oembed_address(explainer)))


def _author(name: str, sheet: Sheet) -> Markup:
    """A name in the byline; it leads to the standing page of that title, if the desk has written one."""
    address = author_address(name, sheet.site)
    if address is None:
        return escape(name)
    return Markup('<a rel="author" href="{}">{}</a>').format(sheet.href(address), name)


def _placed(explainer: Explainer) -> frozenset[str]:
    """The names of its own boxes that the body places, with its slug or without."""
    pieces = (piece for section in explainer.body.sections for piece in section.pieces)
    return frozenset(
        piece.name for piece in pieces if isinstance(piece, BoxPlace) and piece.slug in (None, explainer.slug)
    )
