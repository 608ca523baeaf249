"""The list of everything, for other programs: ``/index.json``. Each explainer has its own beside its page."""

from collections.abc import Iterator

from nutgraf.plan.assets import Assets
from nutgraf.plan.maker import Maker
from nutgraf.plan.open_data import VERSION, announcement_data, as_json, term_data
from nutgraf.plan.output import Output
from nutgraf.plan.sheet import Sheet
from nutgraf.resolve.site import Site


def _list(site: Site, assets: Assets, _: str) -> Iterator[Output]:
    """Explainers, words and sources. No source is opened for it: what it says of itself stands where it is used."""
    sheet = Sheet(site, assets, "/index.json")
    settings = site.settings
    entry = {
        "version": VERSION,
        "url": sheet.url_of("/"),
        "language": settings.language,
        "title": settings.title,
        "tagline": settings.tagline,
        "publisher": settings.publisher or settings.title,
        "explainers": [announcement_data(each, sheet) for each in site.explainers if not each.is_draft],
        "terms": [term_data(term, sheet) for term in site.terms],
        "sources": [{"id": name, "url": sheet.url_of(f"/sources/{name}/")} for name in site.sources],
    }
    yield Output("/index.json", contents=as_json(entry))


OPEN_DATA = Maker("open data", _list)
