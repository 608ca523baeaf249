"""A sheet: the page being made up, and how it names everything else on the site."""

from markupsafe import Markup
from msgspec import Struct

from nutgraf.addresses import absolute, base_path, escaped, relative
from nutgraf.dates import Date, Parts, moment, time_markup
from nutgraf.interface import normal
from nutgraf.plan.assets import Assets
from nutgraf.resolve.site import Site
from nutgraf.views.parts import Link


class Sheet(Struct, frozen=True):
    """One page while its view is made."""

    site: Site
    assets: Assets
    address: str
    is_rooted: bool = False  # 404.html answers at any depth: its links start at the host's root

    def href(self, address: str, anchor: str = "") -> str:
        """The reference to an address of ours, and to an anchor on it."""
        fragment = f"#{escaped(anchor)}" if anchor else ""
        if self.is_rooted:
            return base_path(self.site.settings.base_url) + escaped(address.lstrip("/")) + fragment
        if address == self.address and fragment:
            return fragment
        return relative(self.address, address) + fragment

    def link(self, title: str, address: str, anchor: str = "") -> Link:
        """A link to an address of ours."""
        return Link(title, self.href(address, anchor))

    def when(self, date: Date, parts: Parts = "full") -> Markup:
        """The date in the site’s language."""
        return time_markup(date, self.site.settings.language, parts, self.site.interface)

    def foreign(self, language: str | None) -> str | None:
        """The language of a text that is not the site’s, for its ``lang``; None where it is, or is not known."""
        site, text = (f"{normal(tag or '')}-" for tag in (self.site.settings.language, language))
        return None if site.startswith(text) or text.startswith(site) or not language else language

    def about(self, title: str) -> str:
        """What search results say of a page without a text of its own."""
        return self.say("%(page)s. %(site)s", page=title, site=self.site.settings.title)

    def url_of(self, address: str) -> str:
        """The full address of a page or file of ours."""
        return absolute(self.site.settings.base_url, address)

    def moment(self, date: Date) -> str:
        """The first moment of the date in the time zone of the site, for machines (RFC 3339)."""
        return moment(date, self.site.settings.timezone)

    @property
    def url(self) -> str:
        """The full address of this page."""
        return self.url_of(self.address)

    def say(self, message: str, /, **places: object) -> str:
        """A message of the interface in the site’s language, its ``%(places)s`` filled."""
        return self.site.interface.gettext(message) % places
