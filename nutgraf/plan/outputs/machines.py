"""For machines: ``/sitemap.xml`` and ``/robots.txt``."""

from collections.abc import Iterator

from nutgraf.addresses import absolute
from nutgraf.plan.assets import Assets
from nutgraf.plan.maker import Maker
from nutgraf.plan.output import Output
from nutgraf.resolve.site import Site
from nutgraf.slugs import slugify
from nutgraf.views.machines import RobotsView, SitemapView


def _page(site: Site, assets: Assets, _: str) -> Iterator[Output]:
    """The sitemap of indexed pages (https://sitemaps.org) and a robots.txt that names it."""
    del assets
    base = site.settings.base_url
    explainers = [explainer for explainer in site.explainers if not explainer.is_draft]
    dated = {explainer.address: explainer.last_changed.iso_day for explainer in explainers}
    plain = ["/", "/glossary/", "/sources/", "/timeline/", "/corrections/"]
    plain += [term.address for term in site.terms]
    plain += [page.address for page in site.standing if not page.is_draft]
    plain += [f"/topics/{slugify(topic)}/" for explainer in explainers for topic in explainer.topics]
    # No source is listed: its text belongs to someone else, and so does its canonical address.
    addresses = sorted({**dict.fromkeys(plain), **dated}.items())
    view = SitemapView(tuple((absolute(base, address), day) for address, day in addresses))
    yield Output("/sitemap.xml", "feeds/sitemap.xml", view)
    yield Output("/robots.txt", "feeds/robots.txt", RobotsView(absolute(base, "/sitemap.xml")))


MACHINES = Maker("machines", _page)
