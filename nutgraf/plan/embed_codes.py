"""What editors of other sites copy to show a box of ours, and what their systems ask for (https://oembed.com)."""

from collections.abc import Iterator

from markupsafe import Markup

from nutgraf.dates import Date, in_words
from nutgraf.kinds.explainer import Explainer
from nutgraf.kinds.term import Term
from nutgraf.plan.offers import MOST_EVENTS, WIDTH, offer_of, offers_of
from nutgraf.plan.open_data import as_json
from nutgraf.plan.output import Output
from nutgraf.plan.sheet import Sheet
from nutgraf.resolve.citations import Citations
from nutgraf.resolve.claims import holders_of
from nutgraf.views.embeds import Code

_LINK = Markup('<a href="{}">{}</a>')
_HEADING = Markup("<p><b>{}</b></p>\n")


def codes_of(explainer: Explainer, citations: Citations, sheet: Sheet) -> Iterator[Code]:
    """The codes of the boxes that an explainer offers."""
    for offer in offers_of(explainer, sheet):
        heading = _HEADING.format(_LINK.format(f"{sheet.url}#{offer.name}", offer.title))
        lines = _facts(explainer, citations, sheet) if offer.name == "key-facts" else _events(explainer, sheet)
        plain = heading + Markup("<ul>\n{}</ul>").format(Markup("").join(lines))
        yield Code(offer.name, offer.code(sheet), str(plain))


def code_of(term: Term, sheet: Sheet) -> Code:
    """The code of a glossary entry."""
    offer = offer_of(term)
    link = _LINK.format(sheet.url, sheet.site.settings.title)
    plain = Markup("<p><b>{}</b> {} ({})</p>").format(term.title, term.definition.plain, link)
    return Code(offer.name, offer.code(sheet), str(plain))


def oembed_address(explainer: Explainer) -> str:
    """Where systems find what ``oembed`` tells them."""
    return f"/embed/{explainer.slug}/oembed.json"


def oembed(explainer: Explainer, sheet: Sheet) -> Iterator[Output]:
    """What a system learns of the first box that an explainer offers; nothing when it offers none."""
    settings = sheet.site.settings
    for offer in [*offers_of(explainer, sheet)][:1]:
        told: dict[str, object] = {
            "version": "1.0",
            "type": "rich",
            "title": offer.title,
            "author_name": ", ".join(explainer.authors or settings.author) or settings.title,
            "provider_name": settings.publisher or settings.title,
            "provider_url": sheet.url_of("/"),
            "html": offer.code(sheet),
            "width": WIDTH,
            "height": offer.height,
        }
        yield Output(oembed_address(explainer), contents=as_json(told), origin=explainer.place.path)


def _facts(explainer: Explainer, citations: Citations, sheet: Sheet) -> Iterator[Markup]:
    """Each fact, with links to our pages of the sources that bear it out."""
    for fact in explainer.facts:
        sources = dict.fromkeys(note.source for note in citations.behind(holders_of(fact)))
        links = (Markup(" ({})").format(_LINK.format(sheet.url_of(each.address), each.name)) for each in sources)
        as_of = f", {_words(fact.as_of, sheet)}" if fact.as_of else ""
        told = f"{fact.label.plain}: {fact.value.plain}{as_of}"
        yield Markup("<li>{}{}</li>\n").format(told, Markup("").join(links))


def _events(explainer: Explainer, sheet: Sheet) -> Iterator[Markup]:
    for event in explainer.events[-MOST_EVENTS:]:
        yield Markup("<li><b>{}</b> {}</li>\n").format(_words(event.date, sheet), event.title.plain)


def _words(date: Date, sheet: Sheet) -> str:
    return in_words(date, sheet.site.settings.language, sheet.site.interface)
