"""Sources: ``/sources/`` and ``/sources/<id>/``."""

from collections.abc import Callable, Iterator, Sequence

from markupsafe import Markup

from nutgraf.plan.assets import Assets
from nutgraf.plan.frame import frame
from nutgraf.plan.linked_data import source_page, web_page
from nutgraf.plan.maker import Maker
from nutgraf.plan.notes import source_line
from nutgraf.plan.output import Output
from nutgraf.plan.passages import Stretch, marked, passages_of, stretches
from nutgraf.plan.places import usages
from nutgraf.plan.prose import Prose
from nutgraf.plan.sections import body_blocks
from nutgraf.plan.sheet import Sheet
from nutgraf.resolve.citations import Citations
from nutgraf.resolve.site import Site
from nutgraf.resolve.sources import Source
from nutgraf.resolve.traces import Use
from nutgraf.views import pages
from nutgraf.views.parts import Block


def _index(site: Site, assets: Assets, _: str) -> Iterator[Output]:
    """The list of sources."""
    sheet = Sheet(site, assets, "/sources/")
    lines = (
        source_line(source.credit, sheet, passages=len(stretches(site.uses.get(name, ()))))
        for name, source in site.sources.items()
    )
    description = sheet.say("Every article this site was written from, with the passages quoted from it.")
    title = sheet.say("Sources")
    head = frame(sheet, title, description, linked=web_page(sheet, title, description, "CollectionPage"))
    view = pages.SourcesView(head, tuple(lines))
    yield Output("/sources/", "pages/sources.html", view)


def _page(site: Site, assets: Assets, name: str) -> Iterator[Output]:
    """The page of one source."""
    source, uses = site.sources[name], site.uses.get(name, ())
    sheet = Sheet(site, assets, source.credit.address)
    view = _view(source, uses, stretches(uses), sheet)
    yield Output(sheet.address, "pages/source.html", view, origin=source.place.path)


SOURCE_LIST = Maker("sources", _index)
SOURCES = Maker("source", _page, lambda site: site.sources)


def _view(source: Source, uses: Sequence[Use], found: Sequence[Stretch], sheet: Sheet) -> pages.SourceView:
    credit = source.credit
    in_headline = [stretch for stretch in found if stretch.paragraph == 0]
    description = sheet.say("The text of this source, with the passages our explainers quote.")
    return pages.SourceView(
        frame=frame(
            sheet,
            credit.title,
            description,
            is_indexed=bool(credit.url),
            canonical=credit.url,
            found_as="source",
            linked=source_page(credit, description, sheet),
        ),
        title=credit.title,
        language=sheet.foreign(credit.language),
        author=credit.author,
        publisher=credit.publisher,
        published=sheet.when(credit.published) if credit.published else None,
        url=credit.url,
        rights=credit.rights,
        paragraphs=len(source.paragraphs),
        passages=len(found),
        share=_share(source, found),
        spellings=tuple(_spellings(source, sheet)),
        headline_passages=passages_of(in_headline, sheet),
        headline=marked(credit.title, in_headline, _reference(source, sheet)),
        rows=tuple(_rows(source, uses, found, sheet)),
        uses=usages((use for use in uses if _is_whole(use, source)), sheet),
        note=_note(source, sheet),
    )


def _reference(source: Source, sheet: Sheet) -> Callable[[str], Markup]:
    """What stands behind a passage: its letter, which is announced in the site’s language."""
    language = sheet.site.settings.language if sheet.foreign(source.credit.language) else None
    lang = Markup(' lang="{}"').format(language) if language else ""
    link = Markup('<sup><a class="noteref" href="#u-%s"%s aria-label="%s">%s</a></sup>')
    return lambda letter: link % (letter, lang, sheet.say("Passage %(letter)s", letter=letter), letter)


def _is_whole(use: Use, source: Source) -> bool:
    """Whether a use has no row to stand beside."""
    if use.spans:
        return source.credit.rights == "link" and any(span.paragraph for span in use.spans)
    return source.credit.rights != "full" or not use.paragraph or use.paragraph > len(source.paragraphs)


def _rows(source: Source, uses: Sequence[Use], found: Sequence[Stretch], sheet: Sheet) -> Iterator[pages.Row]:
    """The paragraphs that the rights of the source allow to be shown."""
    rights = source.credit.rights
    for number, paragraph in enumerate(source.paragraphs, 1):
        here = [stretch for stretch in found if stretch.paragraph == number]
        if rights == "link" or (rights == "excerpt" and not here):
            continue
        whole = [use for use in uses if not use.spans and use.paragraph == number] if rights == "full" else []
        text = marked(paragraph.text, here, _reference(source, sheet))
        yield pages.Row(number, paragraph.kind, text, passages_of(here, sheet), usages(whole, sheet))


def _share(source: Source, found: Sequence[Stretch]) -> int:
    """How much of the text is quoted, in per cent of its characters: never 0 for a little, nor 100 for nearly all."""
    whole = sum(len(paragraph.text) for paragraph in source.paragraphs)
    quoted = sum(stretch.end - stretch.start for stretch in found if stretch.paragraph)
    if not quoted:
        return 0
    return 100 if quoted >= whole else min(max(round(100 * quoted / whole), 1), 99)


def _spellings(source: Source, sheet: Sheet) -> Iterator[pages.Spelling]:
    for theirs, ours in source.spellings:
        slug = sheet.site.term_names.get(ours.casefold())
        term = sheet.site.terms_by_slug.get(slug) if slug else None
        yield pages.Spelling(theirs, ours, sheet.href(term.address) if term else None)


def _note(source: Source, sheet: Sheet) -> tuple[Block, ...]:
    prose = Prose(sheet, Citations(), sheet.site.terms_by_slug, lists_words=False)
    return tuple(body_blocks(source.note, prose)) if source.note else ()
