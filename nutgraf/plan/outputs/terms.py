"""Glossary entries: ``/glossary/<slug>/``."""

from collections.abc import Iterator

from markupsafe import Markup

from nutgraf.kinds.term import Term
from nutgraf.plan.assets import Assets
from nutgraf.plan.embed_codes import code_of
from nutgraf.plan.embeds import box_of
from nutgraf.plan.frame import frame
from nutgraf.plan.linked_data import defined_term
from nutgraf.plan.maker import Maker
from nutgraf.plan.notes import cited_sources, notes_of
from nutgraf.plan.output import Output
from nutgraf.plan.prose import Prose
from nutgraf.plan.sections import hosts_in, sections_of
from nutgraf.plan.sheet import Sheet
from nutgraf.resolve.citations import Citations
from nutgraf.resolve.site import Site
from nutgraf.resolve.traces import Appearance
from nutgraf.views import entries


def _page(site: Site, assets: Assets, path: str) -> Iterator[Output]:
    """The page of one entry."""
    bound = site.bound[path]
    if isinstance(bound.document, Term):
        sheet = Sheet(site, assets, bound.document.address)
        view = _view(bound.document, bound.citations, sheet)
        yield Output(sheet.address, "pages/term.html", view, origin=path)
        yield box_of(bound.document, sheet)


TERMS = Maker("term", _page, lambda site: (term.place.path for term in site.terms))


def _view(term: Term, citations: Citations, sheet: Sheet) -> entries.TermView:
    site = sheet.site
    by_slug = site.terms_by_slug
    prose = Prose(sheet, citations, by_slug, lists_words=False)
    introduction, sections = sections_of(term, prose)
    definition = next(group for group in citations.groups if group.group.kind == "definition")
    return entries.TermView(
        frame=frame(
            sheet,
            term.title,
            term.definition.plain,
            linked=defined_term(term, sheet),
            found_as="term",
            embed_hosts=hosts_in((introduction, *sections)),
        ),
        glossary=sheet.href("/glossary/"),
        title=term.title,
        kind=term.kind,
        definition=prose.inline(term.definition),
        reference=prose.marks(term),
        notes=notes_of(definition, prose),
        aliases=tuple(alias.text for alias in term.aliases),
        sections=(*filter(None, [introduction]), *sections),
        appearances=tuple(
            _appearance(appearance, sheet)
            for appearance in site.appearances.get(term.slug, ())
            if appearance.address != term.address and appearance.is_open
        ),
        see_also=tuple(
            sheet.link(by_slug[named.text].title, by_slug[named.text].address)
            for named in term.see_also
            if named.text in by_slug
        ),
        sources=cited_sources(citations, sheet),
        code=code_of(term, sheet),
    )


def _appearance(appearance: Appearance, sheet: Sheet) -> entries.Appearance:
    sentence = appearance.sentence
    title = appearance.part or appearance.page
    words = Markup("%s<b>%s</b>%s") % (sentence.before, sentence.name, sentence.after)
    return entries.Appearance(
        link=sheet.link(title, appearance.address, appearance.anchor),
        context=appearance.page if title != appearance.page else "",
        sentence=words,
        language=sheet.foreign(appearance.language),
    )
