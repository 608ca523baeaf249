"""Standing pages: about, how we work; ``/<slug>/``."""

from collections.abc import Iterator

from nutgraf.kinds.page import Page
from nutgraf.plan.assets import Assets
from nutgraf.plan.frame import frame
from nutgraf.plan.maker import Maker
from nutgraf.plan.notes import cited_sources
from nutgraf.plan.output import Output
from nutgraf.plan.outputs.explainers import LONG_HEADLINE
from nutgraf.plan.prose import Prose
from nutgraf.plan.redirects import redirects
from nutgraf.plan.sections import hosts_in, sections_of
from nutgraf.plan.sheet import Sheet
from nutgraf.plan.words import terms_used, word
from nutgraf.resolve.site import Site
from nutgraf.views.pages import PageView


def _page(site: Site, assets: Assets, path: str) -> Iterator[Output]:
    """The page of one file of content/pages/."""
    bound = site.bound[path]
    page, citations = bound.document, bound.citations
    if not isinstance(page, Page):
        return
    sheet = Sheet(site, assets, page.address)
    prose = Prose(sheet, citations, site.terms_by_slug)
    introduction, sections = sections_of(page, prose)
    description = page.standfirst.plain if page.standfirst else sheet.about(page.title)
    view = PageView(
        frame=frame(
            sheet,
            page.title,
            description,
            is_draft=page.is_draft,
            found_as="page",
            embed_hosts=hosts_in((introduction, *sections)),
        ),
        title=page.title,
        is_long=len(page.title) > LONG_HEADLINE,
        standfirst=prose.inline(page.standfirst),
        introduction=introduction,
        sections=sections,
        words=tuple(word(term, prose) for term in terms_used(page, site)),
        sources=cited_sources(citations, sheet),
    )
    yield Output(page.address, "pages/page.html", view, origin=path)
    yield from redirects(page, sheet)


STANDING = Maker("page", _page, lambda site: site.pages)
