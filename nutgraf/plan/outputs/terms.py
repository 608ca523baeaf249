"""Glossary entries: ``/glossary/<slug>/``."""

from collections.abc import Iterator

from markupsafe import Markup

from nutgraf.kinds.term import Term
from nutgraf.plan.assets import Assets
from nutgraf.plan.frame import frame
from nutgraf.plan.linked_data import defined_term, script
from nutgraf.plan.notes import cited_sources, notes_of
from nutgraf.plan.output import Output
from nutgraf.plan.prose import Prose
from nutgraf.plan.sections import sections_of
from nutgraf.plan.sheet import Sheet
from nutgraf.resolve.site import Appearance, Site
from nutgraf.resolve.sources import Source
from nutgraf.views import entries


def terms(site: Site, assets: Assets) -> Iterator[Output]:
    """One page per glossary entry."""
    for term in site.terms:
        view = _view(term, Sheet(site, assets, term.address))
        yield Output(term.address, "pages/term.html", view, origin=term.place.path)


def _view(term: Term, sheet: Sheet) -> entries.TermView:
    site = sheet.site
    citations = site.citations[term.address]
    by_slug = site.terms_by_slug
    prose = Prose(sheet, citations, by_slug, lists_words=False)
    introduction, sections = sections_of(term, prose)
    definition = next(group for group in citations.groups if group.group.kind == "definition")
    return entries.TermView(
        frame=frame(sheet, term.title, term.definition.plain, json_ld=script(defined_term(term, sheet))),
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
            if appearance.document is not term and _is_shown(appearance)
        ),
        see_also=tuple(
            sheet.link(by_slug[named.text].title, by_slug[named.text].address)
            for named in term.see_also
            if named.text in by_slug
        ),
        sources=cited_sources(citations, sheet),
    )


def _is_shown(appearance: Appearance) -> bool:
    """Whether readers can open the sentence: a source may only be linked to or quoted from."""
    return not (isinstance(appearance.document, Source) and appearance.document.rights != "full")


def _appearance(appearance: Appearance, sheet: Sheet) -> entries.Appearance:
    document, sentence = appearance.document, appearance.sentence
    title = appearance.title or document.title
    words = Markup("{}<b>{}</b>{}").format(sentence.before, sentence.name, sentence.after)
    return entries.Appearance(
        link=sheet.link(title, document.address, appearance.anchor),
        context=document.title if title != document.title else "",
        sentence=words,
        language=sheet.foreign(document.language) if isinstance(document, Source) else None,
    )
